"""What is negated or replaced in a clause, and how far that reaches.

Pure. `geen` reaches forward, `niet` over its whole clause, `zonder` and `in
plaats van` up to the next verb of the main clause. A relative clause, or one
with `dat` or `hoeveel`, shares the negation of the clause before it. `wel`
ends a negation. "Zonder X kun je niet Y" denies neither.
"""

from collections.abc import Iterable, Sequence

from leerwerk.taal.lijsten import word_set
from leerwerk.taal.werkwoorden import Werkwoord
from leerwerk.taal.woorden import Woord
from leerwerk.taal.zinsdelen import Stuk

NA_NIET = word_set("na_niet")
ERFT = word_set("erft")

VRIJ = word_set("vrij")


def find_negated(stuk: Stuk, werkwoorden: Sequence[Werkwoord], vorige: frozenset[int]) -> frozenset[int]:
    """The numbers of the words that are denied."""
    woorden = stuk.woorden
    alles = range(len(woorden))
    if vorige and stuk.soort == "bij" and stuk.voeg in ERFT:
        return frozenset(alles)
    heel = {j for i in alles if _ontkent_alles(woorden, i) for j in _reach(stuk, werkwoorden, i)}
    zonder = list(_zonder(woorden, werkwoorden))
    if heel and zonder:
        return frozenset()
    ontkend = heel or {*zonder, *_na_geen(woorden, werkwoorden)}
    return frozenset(ontkend - _na_wel(stuk, ontkend))


def _reach(stuk: Stuk, werkwoorden: Sequence[Werkwoord], nummer: int) -> range:
    """The whole clause, or only the joined piece when that has no verb: `…, daarna niet meer`."""
    begin = max((naad for naad in stuk.naden if naad <= nummer), default=0)
    eind = min((naad for naad in stuk.naden if naad > nummer), default=len(stuk.woorden))
    if begin and not any(begin <= w.nummer < eind for w in werkwoorden):
        return range(begin, eind)
    return range(len(stuk.woorden))


def _ontkent_alles(woorden: Sequence[Woord], nummer: int) -> bool:
    woord = woorden[nummer]
    if woord.citaat:
        return False
    if woord.vorm in VRIJ:
        return not any(ander.vorm in {"maar", "slechts", "alleen"} for ander in woorden[nummer + 1 :])
    if "ontkenning" not in woord.kenmerken:
        return False
    volgende = woorden[nummer + 1].vorm if nummer + 1 < len(woorden) else ""
    return woord.vorm != "niet" or volgende not in NA_NIET or (volgende == "meer" and not _telt(woorden, nummer + 2))


def _telt(woorden: Sequence[Woord], nummer: int) -> bool:
    return nummer < len(woorden) and woorden[nummer].vorm == "dan"


def _na_geen(woorden: Sequence[Woord], werkwoorden: Sequence[Werkwoord]) -> Iterable[int]:
    begin = next((i for i, woord in enumerate(woorden) if woord.vorm == "geen" and not woord.citaat), None)
    if begin is None:
        return ()
    return {*range(begin, len(woorden)), *(werkwoord.nummer for werkwoord in werkwoorden)}


def _zonder(woorden: Sequence[Woord], werkwoorden: Sequence[Werkwoord]) -> Iterable[int]:
    for begin, woord in enumerate(woorden):
        if woord.citaat or not (woord.vorm == "zonder" or _in_plaats_van(woorden, begin)):
            continue
        verder = (w.nummer for w in werkwoorden if w.nummer > begin and w.finiet and not _na_te(woorden, w.nummer))
        yield from range(begin, next(verder, len(woorden)))


def _in_plaats_van(woorden: Sequence[Woord], nummer: int) -> bool:
    drie = [woord.vorm for woord in woorden[nummer : nummer + 3]]
    return drie == ["in", "plaats", "van"] or drie[:2] == ["laat", "staan"]


def _na_te(woorden: Sequence[Woord], nummer: int) -> bool:
    return nummer > 0 and woorden[nummer - 1].vorm == "te"


def _na_wel(stuk: Stuk, ontkend: set[int]) -> set[int]:
    """What `wel` asserts: what follows, or the joined piece that it ends (`…, een blog wel`)."""
    if not ontkend:
        return set()
    woorden, eind = stuk.woorden, len(stuk.woorden)
    begin = next((i for i, woord in enumerate(woorden) if woord.vorm == "wel" and i > min(ontkend)), eind)
    if begin == eind - 1:
        begin = max((naad for naad in stuk.naden if naad < begin), default=begin)
    return set(range(begin, eind))
