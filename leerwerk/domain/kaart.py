"""What a list and a search need of a task: its head, the sentences that can say why it fits, its words.

Pure. A word weighs by the field it stands in: what a student might say (titel,
trefwoorden, leerdoelen) more than what the task goes on to explain.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.domain.woorden import tel_stammen

TERLOOPS = 0.5
Zin = tuple[str, str]
"""Where a sentence stands (`leerdoel`, `gedrag`, `onderdeel` or `handvat`), and the sentence."""


@dataclass(frozen=True, slots=True)
class Kaart:
    """A task in short; `termen` holds the weight of each stem that occurs in it."""

    id: str
    titel: str
    soort: str
    vakken: tuple[str, ...]
    gedrag: str
    status: str
    zinnen: tuple[Zin, ...]
    termen: Mapping[str, float]
    pad: str


def maak_kaart(taak: Taak) -> Kaart:
    """The Kaart of a task."""
    return Kaart(
        id=taak.id,
        titel=taak.titel,
        soort=taak.soort,
        vakken=taak.vakken,
        gedrag=taak.gedrag.tekst,
        status=taak.status,
        pad=taak.pad,
        zinnen=tuple((soort, zin) for soort, lees in _ZINNEN for zin in lees(taak)),
        termen=_termen(taak),
    )


def _termen(taak: Taak) -> dict[str, float]:
    gewichten = defaultdict[str, float](float)
    for gewicht, lees in _VELDEN:
        for term, keer in tel_stammen(" ".join(lees(taak))).items():
            gewichten[term] += gewicht if keer == 1 else gewicht * (1 + math.log(keer))
    return {term: round(gewicht, 2) for term, gewicht in gewichten.items() if gewicht >= TERLOOPS}


def _tekst(passages: Iterable[Passage]) -> list[str]:
    return [zonder_verwijzingen(passage) for passage in passages]


def _handvatten(taak: Taak) -> list[str]:
    return [tekst for onderdeel in taak.onderdelen for tekst in _tekst(onderdeel.handvatten)]


def _kijkpunten(taak: Taak) -> list[str]:
    return _tekst(kijkpunt.tekst for kijkpunt in taak.kijkpunten())


def _onderdelen(taak: Taak) -> list[str]:
    return [onderdeel.titel.tekst for onderdeel in taak.onderdelen]


_Lezer = Callable[[Taak], Iterable[str]]
_VELDEN: tuple[tuple[float, _Lezer], ...] = (
    (5, lambda taak: [taak.titel]),
    (5, lambda taak: taak.trefwoorden),
    (4, lambda taak: _tekst(taak.leerdoelen)),
    (3, lambda taak: [taak.gedrag.tekst]),
    (2.5, _onderdelen),
    (1, lambda taak: _tekst(taak.inleiding)),
    (1, _handvatten),
    (0.8, _kijkpunten),
    (0.5, lambda taak: _tekst((*taak.voorbereiden, *taak.uitvoeren))),
    (0.4, lambda taak: _tekst(alinea for onderdeel in taak.onderdelen for alinea in onderdeel.theorie)),
)
_ZINNEN: tuple[tuple[str, _Lezer], ...] = (
    ("titel", lambda taak: [taak.titel]),
    ("leerdoel", lambda taak: _tekst(taak.leerdoelen)),
    ("gedrag", lambda taak: [taak.gedrag.tekst]),
    ("onderdeel", _onderdelen),
    ("handvat", _handvatten),
)
