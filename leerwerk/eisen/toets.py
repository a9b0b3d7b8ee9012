"""From a task to what the eisen find in it: passage by passage, and in how it is put together."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Taak
from leerwerk.eisen import EISEN, gedrag_waarneembaar, theorie_geeft_handvat
from leerwerk.eisen.eis import Eis, Heeleis
from leerwerk.eisen.formatief import RUBRIC
from leerwerk.eisen.treffer import Treffer
from leerwerk.eisen.velden import passages
from leerwerk.eisen.weging import MOGELIJK, ZEKER, Gewichten, heaviest, weigh
from leerwerk.eisen.zeef import Merk, Zeef, look, mark
from leerwerk.taal import LANGSTE_PASSAGE, Woord, Zin, glance, glimpse, read, spellings, union

WIJKEN = frozenset({"herhaalbaar", "gedrag-waarneembaar", "theorie-geeft-handvat"})
IN_GEHEEL: tuple[Heeleis, ...] = (gedrag_waarneembaar, theorie_geeft_handvat)
# A sentence that leaves the rest free (`Dat mag, het hoeft niet`) also makes a passage one whole.
VRIJ = frozenset({"mag", "vrijwillig", "wilt", "jezelf"})
LANGSTE_CITAAT = 80


def check_taak(taak: Taak, titel: Passage | None = None) -> Iterator[Bevinding]:
    """Every didactic finding in a task. `titel` says where its title stands; without it that is line 1."""
    for veld, passage in (("titel", titel or Passage(taak.titel)), *passages(taak)):
        for eis, treffer in check_passage(passage.tekst, veld):
            woorden = _kort(passage.tekst[treffer.begin : treffer.eind])
            yield _bevinding(taak, eis, passage, treffer, f"`{woorden}`: {treffer.uitleg.waarom}")
    for passage, uitleg in theorie_geeft_handvat.check_opbouw(taak):
        treffer = Treffer(0, len(passage.tekst), uitleg, Ernst.FOUT)
        yield _bevinding(taak, theorie_geeft_handvat, passage, treffer, uitleg.waarom)


_GEHEEL = {EISEN.index(eis): eis for eis in IN_GEHEEL}


class _Stuk(NamedTuple):
    """A piece of a passage: the numbers of the eisen its words weigh for, and of the one they weigh heavy for."""

    begin: int
    eind: int
    verdacht: frozenset[int]
    zwaar: int | None


@lru_cache(maxsize=8192)
def check_passage(tekst: str, veld: str) -> tuple[tuple[Eis, Treffer], ...]:
    """What the eisen find in the text of one field.

    First its words are weighed. An eis that they do not weigh for does not read
    it; one that they weigh heavy for stops at it where no eis that reads does.
    """
    stukken = _weeg(tekst[:LANGSTE_PASSAGE], veld)
    verdacht = frozenset[int]().union(*(stuk.verdacht for stuk in stukken))
    if not verdacht:
        return ()
    gelezen = [
        (nummer, gevonden)
        for nummer, gevonden in _gelezen(tekst, veld, verdacht)
        if any(stuk.begin <= gevonden.begin < stuk.eind and nummer in stuk.verdacht for stuk in stukken)
    ]
    vermoed = _vermoed(tekst, veld, stukken, [gevonden for _, gevonden in gelezen])
    return tuple((EISEN[nummer], gevonden) for nummer, gevonden in (*gelezen, *vermoed))


def _weeg(tekst: str, veld: str) -> list[_Stuk]:
    """The pieces of a passage; an eis of _GEHEEL weighs the passage as a whole, and every piece of it."""
    stukjes = glimpse(tekst)
    gewogen = [_kijkt(weigh(stukje.woorden, veld), veld) for stukje in stukjes]
    samen = gewogen[0]
    if len(stukjes) > 1:
        samen = _kijkt(weigh(chain.from_iterable(stukje.woorden for stukje in stukjes), veld), veld)
    heel = frozenset(
        nummer
        for nummer in samen.keys() & _GEHEEL.keys()
        if max(samen[nummer], *(gewicht[nummer] for gewicht in gewogen)) > MOGELIJK
    )
    return [
        _Stuk(stukje.begin, stukje.eind, _verdacht(gewicht) - _GEHEEL.keys() | heel, _zwaarste(gewicht, samen))
        for stukje, gewicht in zip(stukjes, gewogen, strict=True)
    ]


def _kijkt(gewichten: Gewichten, veld: str) -> dict[int, int]:
    """The weights of the eisen that look in this field, by their numbers."""
    return {nummer: gewicht for nummer, gewicht in enumerate(gewichten) if veld in EISEN[nummer].VELDEN}


def _verdacht(gewicht: dict[int, int]) -> frozenset[int]:
    return frozenset(nummer for nummer, getal in gewicht.items() if getal > MOGELIJK)


def _zwaarste(gewicht: dict[int, int], samen: dict[int, int]) -> int | None:
    """The eis that the words of a piece weigh heaviest for, if that is heavy."""
    telt = {nummer: min(getal, samen[nummer]) if nummer in _GEHEEL else getal for nummer, getal in gewicht.items()}
    zwaarste = max(telt, key=telt.__getitem__)
    return zwaarste if telt[zwaarste] > ZEKER else None


def _vermoed(
    tekst: str, veld: str, stukken: Sequence[_Stuk], gelezen: Sequence[Treffer]
) -> Iterator[tuple[int, Treffer]]:
    """What the words of a piece weigh heavy for, where reading found nothing."""
    for stuk in stukken:
        if stuk.zwaar is None or any(stuk.begin <= gevonden.begin < stuk.eind for gevonden in gelezen):
            continue
        eis = EISEN[stuk.zwaar]
        begin, eind = heaviest(tekst[stuk.begin : stuk.eind], veld, eis.ID)
        yield stuk.zwaar, Treffer(stuk.begin + begin, stuk.begin + eind, eis.VERMOEDEN, Ernst.WAARSCHUWING)


def _gelezen(tekst: str, veld: str, verdacht: frozenset[int]) -> Iterator[tuple[int, Treffer]]:
    """What these eisen find by reading; a passage that none of them has a reason to read is not read."""
    gespeld = spellings(tekst[:LANGSTE_PASSAGE])
    merk = mark(gespeld)
    kansrijk = _kansrijk(merk, veld) & verdacht
    if not kansrijk.isdisjoint(_GEHEEL):
        blik = look(tekst[:LANGSTE_PASSAGE], gespeld, merk)
        kansrijk -= {nummer for nummer, eis in _GEHEEL.items() if nummer in kansrijk and eis.fine(blik)}
    if not kansrijk:
        return
    tekens, woorden = glance(tekst[:LANGSTE_PASSAGE])
    if not any(EISEN[nummer].needs(tekens, woorden, veld) for nummer in kansrijk):
        return
    nodig = [nummer for nummer, eis in enumerate(EISEN) if veld in eis.VELDEN and eis.needs(tekens, woorden, veld)]
    vrij = not VRIJ.isdisjoint(woorden)
    zinnen = read(tekst) if vrij else _lees(tekst, veld, nodig, kansrijk)
    kansen = [] if vrij else [_kansrijk(mark([woord.vorm for woord in zin.woorden]), veld) for zin in zinnen]
    gevonden = False
    for nummer in nodig:
        eis = EISEN[nummer]
        if nummer in kansrijk and not (gevonden and eis.ID in WIJKEN):
            eigen = zinnen if vrij or nummer in _GEHEEL else _voor(nummer, zinnen, kansen)
            for gezien in eis.check(eigen, veld):
                gevonden = True
                yield nummer, gezien


def prepare() -> None:
    """Make the sieve, which the first passage would wait for."""
    _zeef()


def _kansrijk(merk: Merk, veld: str) -> set[int]:
    """The numbers of the eisen that may find something in a text of this field with these bits."""
    return {nummer for nummer, velden in _zeef().sift(merk) if veld in velden}


@cache
def _zeef() -> Zeef[tuple[int, frozenset[str]]]:
    """The numbers of the eisen with the fields they look in, by the words of a passage."""
    velden = [frozenset(eis.VELDEN) for eis in EISEN]
    return Zeef(
        (kans.weg, (nummer, velden[nummer] & kans.velden if kans.velden else velden[nummer]))
        for nummer, eis in enumerate(EISEN)
        for kans in eis.chances()
    )


def _lees(tekst: str, veld: str, nodig: list[int], kansrijk: set[int]) -> tuple[Zin, ...]:
    """The sentences in which an eis of `kansrijk` may find something, as far as one of `nodig` wants to read them."""
    eisen = [EISEN[nummer] for nummer in nodig]
    samen = kansrijk.intersection(nodig)
    if not samen.isdisjoint(_GEHEEL):
        return read(tekst)

    def is_nodig(woorden: list[Woord]) -> bool:
        gelezen = [tekst[woord.begin : woord.eind] for woord in woorden if not woord.citaat]
        tekens = union(gelezen)
        return any(eis.needs(tekens, gelezen, veld) for eis in eisen)

    def is_kansrijk(woorden: Sequence[str]) -> bool:
        return not samen.isdisjoint(_kansrijk(mark(woorden), veld))

    heel = not _GEHEEL.keys().isdisjoint(nodig)
    return read(tekst, None if heel else is_nodig, is_kansrijk, eerste=veld in RUBRIC)


def _voor(nummer: int, zinnen: tuple[Zin, ...], kansen: list[set[int]]) -> tuple[Zin, ...]:
    """The sentences in which this eis may find something; and the first, that may be a heading."""
    return tuple(
        zin for plek, (zin, kans) in enumerate(zip(zinnen, kansen, strict=True)) if not plek or nummer in kans
    )


def _bevinding(taak: Taak, eis: Eis, passage: Passage, treffer: Treffer, melding: str) -> Bevinding:
    regelnummer, kolom = passage.plaats(treffer.begin)
    return Bevinding(taak.pad, regelnummer, kolom, eis.ID, treffer.ernst, melding, treffer.uitleg.hulp)


def _kort(tekst: str) -> str:
    """The words on one line, cut off when they are many."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= LANGSTE_CITAAT else regel[: LANGSTE_CITAAT - 1].rstrip() + "…"
