"""Verbs of a clause, with separated parts put together again.

Pure. `vink … af` is the verb `afvinken`, `in te leveren` is `inleveren`. A form
that is also a noun (`de vraag`, `je werk`, `een toets`) counts as a noun behind
an article, a possessive or an adjective.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from leerwerk.taal.lexicon import VOORZETSEL, Lezing, lezingen, particles, soorten
from leerwerk.taal.lijsten import word_set
from leerwerk.taal.vormen import DEELWOORD, HEEL, STAM, STAM_T, VERLEDEN
from leerwerk.taal.woorden import Woord

LIDWOORD = word_set("lidwoord")
GAAT = frozenset(["ga", "gaat", "kom", "komt", "blijf", "blijft"])
HULP = word_set("hulpvorm")
NOOIT_WERKWOORD = word_set("nooit_werkwoord")


class Werkwoord(NamedTuple):
    """A verb: its infinitive, the lists it is in, its form, and the words it stands in."""

    infinitief: str
    soorten: frozenset[str]
    wijs: str
    nummer: int
    deel: int | None = None

    @property
    def finiet(self) -> bool:
        """Whether this form can carry a subject by itself."""
        return self.wijs in (STAM, STAM_T, VERLEDEN)


def is_noun(woorden: Sequence[Woord], nummer: int) -> bool:
    """Whether the word stands where a noun stands."""
    if not nummer:
        return False
    vorige, wijzen = woorden[nummer - 1].vorm, _wijzen(woorden[nummer].vorm)
    if wijzen <= {STAM_T} or (wijzen <= {VERLEDEN} and vorige not in LIDWOORD):
        return False
    if (
        nummer + 1 < len(woorden)
        and woorden[nummer + 1].vorm in {"je", "jij"}
        and STAM in wijzen
        and vorige.endswith("e")
    ):
        return vorige in LIDWOORD
    if vorige in LIDWOORD:
        return vorige != "zijn" or nummer == 1
    if nummer > 1 and woorden[nummer - 2].vorm == "een" and "oordeelswoord" in woorden[nummer - 1].kenmerken:
        return wijzen <= {STAM}  # `een goed antwoord`
    if vorige == "je":
        return _is_bezit(woorden[nummer].vorm) and not (nummer > 1 and woorden[nummer - 2].vorm in HULP)
    if vorige in VOORZETSEL and nummer == len(woorden) - 1 and any(woord.vorm in GAAT for woord in woorden):
        return False
    if vorige in VOORZETSEL:
        return wijzen <= {STAM, STAM_T, HEEL, DEELWOORD} and wijzen != {DEELWOORD}
    na_werkwoord = (
        nummer > 1 and _is_form(woorden[nummer - 2].vorm, STAM_T) and vorige.endswith("e") and vorige != "te"
    )
    if HEEL in wijzen and nummer == len(woorden) - 1 and not na_werkwoord:
        return False
    if na_werkwoord or (nummer == 1 and wijzen <= {STAM} and _is_form(vorige, STAM_T)):
        return True
    return vorige.endswith("e") and nummer > 1 and woorden[nummer - 2].vorm in {*LIDWOORD, "je", "met", "per"}


def find_verbs(woorden: Sequence[Woord]) -> tuple[Werkwoord, ...]:
    """The verbs of a clause, in order; quoted words are passed over."""
    gevonden: list[Werkwoord] = []
    gebruikt: set[int] = set()
    for nummer, woord in enumerate(woorden):
        mogelijk = () if woord.citaat else lezingen(woord.vorm)
        if not mogelijk or nummer in gebruikt or woord.vorm in NOOIT_WERKWOORD or is_noun(woorden, nummer):
            continue
        for lezing in mogelijk:
            deel = None if lezing.los else _find_particle(woorden, nummer, lezing)
            if deel is not None:
                gebruikt.add(deel)
            heel = lezing.infinitief if deel is None else woorden[deel].vorm + lezing.infinitief
            gevonden.append(Werkwoord(heel, soorten(heel), lezing.wijs, nummer, deel))
    return tuple(
        w
        for w in gevonden
        if w.infinitief != "zijn"
        or w.wijs != HEEL
        or (w.nummer and woorden[w.nummer - 1].vorm == "te")
        or _is_koppelwerkwoord(w, gevonden)
    )


def _is_koppelwerkwoord(zijn: Werkwoord, werkwoorden: Sequence[Werkwoord]) -> bool:
    """Whether `zijn` is the verb and not the possessive: it is the only verb with a subject."""
    return not any(w.finiet or (w.wijs == HEEL and w.nummer < zijn.nummer) for w in werkwoorden if w != zijn)


def _find_particle(woorden: Sequence[Woord], nummer: int, lezing: Lezing) -> int | None:
    """The number of the separated part that belongs to this verb, if it stands in the clause."""
    delen = particles(lezing.infinitief)
    if not delen:
        return None
    if lezing.wijs in (HEEL, DEELWOORD):
        ervoor = nummer - 2 if nummer > 1 and woorden[nummer - 1].vorm == "te" else nummer - 1
        if ervoor >= 0 and woorden[ervoor].vorm in delen:
            return ervoor
        if lezing.wijs == DEELWOORD or not nummer or "leerling" not in woorden[nummer - 1].kenmerken:
            return None
    kandidaten = (i for i in range(nummer + 1, len(woorden)) if woorden[i].vorm in delen and _is_los(woorden, i))
    return next(kandidaten, None)


def _is_los(woorden: Sequence[Woord], nummer: int) -> bool:
    """Whether a word such as `in` or `af` stands by itself here, and not before a noun."""
    if nummer + 1 >= len(woorden):
        return True
    volgende = woorden[nummer + 1]
    if volgende.leesteken or volgende.vorm in VOORZETSEL or woorden[nummer].vorm not in VOORZETSEL:
        return True
    return volgende.vorm in {
        "en",
        "of",
        "dan",
        "als",
        "wat",
        "wie",
        "hoe",
        "welke",
        "waar",
        "zodra",
        "om",
        "dat",
        "waarin",
    }


def _is_form(vorm: str, wijs: str) -> bool:
    return wijs in _wijzen(vorm)


def _is_bezit(vorm: str) -> bool:
    """After `je` a bare stem or an infinitive is a noun: `je werk`, `je lessen`."""
    return _wijzen(vorm) <= {STAM, HEEL} and not vorm.endswith("t")


@lru_cache(maxsize=32768)
def _wijzen(vorm: str) -> frozenset[str]:
    return frozenset(lezing.wijs for lezing in lezingen(vorm))
