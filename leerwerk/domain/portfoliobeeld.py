"""A portfolio to look back on: per onderdeel the rondes side by side, what was seen then and what now.

Pure. Nothing is counted and nothing is ranked: what the pair saw and decided, in
the order in which it happened.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leerwerk.domain.beheersing import Stand, stand
from leerwerk.domain.cyclus import fase_van
from leerwerk.domain.fase import Fase
from leerwerk.domain.portfolio import Leerdoel, Observatie, Portfolio, Ronde
from leerwerk.domain.taak import Taak, zonder_verwijzingen


@dataclass(frozen=True, slots=True)
class Blik:
    """What one observer saw at one kijkpunt."""

    kijkpunt: str
    wie: str
    keuze: str
    notitie: str


@dataclass(frozen=True, slots=True)
class Toen:
    """An onderdeel in one ronde: what was seen, and what the pair decided."""

    ronde: Ronde
    blikken: tuple[Blik, ...]
    besluit: str


@dataclass(frozen=True, slots=True)
class Onderdeelbeeld:
    """An onderdeel over the rondes in which it was practised."""

    id: str
    titel: str
    stand: Stand
    rondes: tuple[Toen, ...]


@dataclass(frozen=True, slots=True)
class Taakbeeld:
    """A task within a leerdoel."""

    id: str
    titel: str
    onderdelen: tuple[Onderdeelbeeld, ...]
    rondes: tuple[Ronde, ...]


@dataclass(frozen=True, slots=True)
class Doelbeeld:
    """A leerdoel, where the student is with it, and the tasks that were practised for it."""

    leerdoel: Leerdoel
    fase: Fase
    taken: tuple[Taakbeeld, ...]


def beeld(portfolio: Portfolio, taken: Mapping[str, Taak]) -> tuple[Doelbeeld, ...]:
    """The portfolio as one reads it; a task that is not in `taken` goes by its ids."""
    return tuple(
        Doelbeeld(doel, fase_van(doel), tuple(_taken(portfolio, doel, taken))) for doel in portfolio.leerdoelen
    )


def _taken(portfolio: Portfolio, doel: Leerdoel, taken: Mapping[str, Taak]) -> Iterator[Taakbeeld]:
    for id in dict.fromkeys(ronde.voorbereiding.taak for ronde in doel.rondes):
        rondes = tuple(ronde for ronde in doel.rondes if ronde.voorbereiding.taak == id)
        taak = taken.get(id)
        geoefend = dict.fromkeys(onderdeel for ronde in rondes for onderdeel in ronde.voorbereiding.onderdelen)
        onderdelen = (_onderdeel(portfolio, rondes, id, onderdeel, taak) for onderdeel in geoefend)
        yield Taakbeeld(id, taak.titel if taak else id, tuple(onderdelen), rondes)


def _onderdeel(
    portfolio: Portfolio, rondes: tuple[Ronde, ...], taak_id: str, id: str, taak: Taak | None
) -> Onderdeelbeeld:
    onderdeel = taak.onderdeel(id) if taak else None
    teksten = {p.id: zonder_verwijzingen(p.tekst) for p in onderdeel.kijkpunten} if onderdeel else {}
    toen = (
        Toen(
            ronde,
            tuple(_blikken(portfolio, ronde, id, teksten)),
            ronde.reflectie.onderdelen.get(id, "") if ronde.reflectie else "",
        )
        for ronde in rondes
        if id in ronde.voorbereiding.onderdelen
    )
    titel = onderdeel.titel.tekst if onderdeel else id
    return Onderdeelbeeld(id, titel, stand(portfolio, taak_id, id), tuple(toen))


def _blikken(portfolio: Portfolio, ronde: Ronde, onderdeel: str, teksten: Mapping[str, str]) -> Iterator[Blik]:
    for observatie in ronde.observaties:
        for id in dict.fromkeys((*observatie.kijkpunten, *observatie.notities)):
            if id.rpartition("-")[0] == onderdeel:
                keuze, notitie = observatie.kijkpunten.get(id, ""), observatie.notities.get(id, "")
                yield Blik(teksten.get(id, id), _wie(portfolio, observatie), keuze, notitie)


def _wie(portfolio: Portfolio, observatie: Observatie) -> str:
    return portfolio.naam if observatie.rol == "student" else portfolio.namen((observatie.wie,))
