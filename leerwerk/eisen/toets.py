"""From a task to what the eisen find in it: passage by passage, and in how it is put together."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Taak
from leerwerk.eisen import EISEN, gedrag_waarneembaar, theorie_geeft_handvat
from leerwerk.eisen.eis import Eis
from leerwerk.eisen.treffer import Treffer
from leerwerk.eisen.velden import VELDEN, passages
from leerwerk.eisen.weging import MOGELIJK, ZEKER, Gewichten, heaviest, weigh
from leerwerk.taal import LANGSTE_PASSAGE, glimpse, read

WIJKEN = frozenset({"herhaalbaar", "gedrag-waarneembaar", "theorie-geeft-handvat"})
IN_GEHEEL: tuple[Eis, ...] = (gedrag_waarneembaar, theorie_geeft_handvat)
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


_GEHEEL = frozenset({EISEN.index(eis) for eis in IN_GEHEEL})


class _Stuk(NamedTuple):
    """A piece of a passage: the numbers of the eisen its words weigh for, and of the one they weigh heavy for."""

    begin: int
    eind: int
    verdacht: frozenset[int]
    zwaar: int | None

    def heeft(self, treffer: Treffer) -> bool:
        """Whether it holds what was found."""
        return self.begin <= treffer.begin < self.eind


@lru_cache(maxsize=8192)
def check_passage(tekst: str, veld: str) -> tuple[tuple[Eis, Treffer], ...]:
    """What the eisen find in the text of one field.

    First its words are weighed. An eis stops at nothing in a piece that they do
    not weigh for, and a passage with only such pieces is not read. Where they
    weigh heavy and reading finds nothing, that is found.
    """
    tekst = tekst[:LANGSTE_PASSAGE]
    stukken = _weeg(tekst, veld)
    verdacht = frozenset[int]().union(*(stuk.verdacht for stuk in stukken))
    if not verdacht:
        return ()
    gelezen = _lees(tekst, veld, verdacht, stukken)
    vermoed = _vermoed(tekst, veld, stukken, [gevonden for _, gevonden in gelezen])
    return (*gelezen, *vermoed)


def _lees(tekst: str, veld: str, verdacht: frozenset[int], stukken: Sequence[_Stuk]) -> list[tuple[Eis, Treffer]]:
    """What these eisen find by reading, in pieces that words weigh for."""
    zinnen = read(tekst)
    gelezen: list[tuple[Eis, Treffer]] = []
    for nummer in sorted(verdacht):
        eis = EISEN[nummer]
        if gelezen and eis.ID in WIJKEN:
            continue
        gelezen.extend(
            (eis, gevonden)
            for gevonden in eis.check(zinnen, veld)
            if any(nummer in stuk.verdacht and stuk.heeft(gevonden) for stuk in stukken)
        )
    return gelezen


def _vermoed(
    tekst: str, veld: str, stukken: Sequence[_Stuk], gelezen: Sequence[Treffer]
) -> Iterator[tuple[Eis, Treffer]]:
    """What the words of a piece weigh heavy for, where reading found nothing."""
    for stuk in stukken:
        if stuk.zwaar is not None and not any(map(stuk.heeft, gelezen)):
            eis = EISEN[stuk.zwaar]
            begin, eind = heaviest(tekst[stuk.begin : stuk.eind], veld, eis.ID)
            yield eis, Treffer(stuk.begin + begin, stuk.begin + eind, eis.VERMOEDEN, Ernst.WAARSCHUWING)


def _weeg(tekst: str, veld: str) -> list[_Stuk]:
    """The pieces of a passage; an eis of _GEHEEL weighs the passage as a whole, and every piece of it."""
    stukjes = glimpse(tekst)
    gewogen = [_kijkt(weigh(stukje.woorden, veld), veld) for stukje in stukjes]
    samen = gewogen[0]
    if len(stukjes) > 1:
        samen = _kijkt(weigh(chain.from_iterable(stukje.woorden for stukje in stukjes), veld), veld)
    heel = frozenset(
        nummer
        for nummer in samen.keys() & _GEHEEL
        if max(samen[nummer], *(gewicht[nummer] for gewicht in gewogen)) > MOGELIJK
    )
    return [
        _Stuk(stukje.begin, stukje.eind, _verdacht(gewicht) - _GEHEEL | heel, _zwaarste(gewicht, samen))
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


def prepare() -> None:
    """Make what the first passage would wait for."""
    weigh((), VELDEN[0][0])
    for eis in EISEN:
        _ = eis.FRASEN.zeef


def _bevinding(taak: Taak, eis: Eis, passage: Passage, treffer: Treffer, melding: str) -> Bevinding:
    regelnummer, kolom = passage.plaats(treffer.begin)
    return Bevinding(taak.pad, regelnummer, kolom, eis.ID, treffer.ernst, melding, treffer.uitleg.hulp)


def _kort(tekst: str) -> str:
    """The words on one line, cut off when they are many."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= LANGSTE_CITAAT else regel[: LANGSTE_CITAAT - 1].rstrip() + "…"
