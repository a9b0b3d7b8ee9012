"""Waar ben ik: per leerdoel the phase, the ronde, the onderdelen and what may follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leerwerk.actions.taak import ANDERS, taak_van_ronde
from leerwerk.domain.beheersing import Stand, stand
from leerwerk.domain.cyclus import Optie, fase_van, opties
from leerwerk.domain.fase import Fase
from leerwerk.domain.portfolio import Leerdoel, Portfolio, Ronde
from leerwerk.domain.waarden import bedoel_je
from leerwerk.errors import LeerwerkFout
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.portfolios import load_portfolio


@dataclass(frozen=True, slots=True)
class Onderdeelstand:
    """An onderdeel of the task one works on, and where it stands."""

    id: str
    titel: str
    stand: Stand


@dataclass(frozen=True, slots=True)
class Doelstand:
    """Where a student is with one leerdoel; `meldingen` says what does not fit or cannot be shown."""

    leerdoel: Leerdoel
    fase: Fase
    ronde: Ronde | None
    taaktitel: str
    onderdelen: tuple[Onderdeelstand, ...]
    opties: tuple[Optie, ...]
    meldingen: tuple[str, ...] = ()

    @property
    def nu(self) -> tuple[str, ...]:
        """The onderdelen of the present ronde."""
        return self.ronde.voorbereiding.onderdelen if self.ronde else ()


def waar(werkplek: Werkplek, map: Path) -> tuple[Portfolio, tuple[Doelstand, ...]]:
    """The portfolio at `map` and where its student is with every leerdoel. Raises as `load_portfolio`."""
    portfolio = load_portfolio(map)
    return portfolio, tuple(doelstand(werkplek, map, portfolio, doel) for doel in portfolio.leerdoelen)


def doelstand(werkplek: Werkplek, map: Path, portfolio: Portfolio, leerdoel: Leerdoel) -> Doelstand:
    """Where the student is with one leerdoel."""
    ronde = leerdoel.laatste_ronde
    taak = _taak(werkplek, map, ronde) if ronde else _Taak("", {})
    return Doelstand(
        leerdoel,
        fase_van(leerdoel),
        ronde,
        taak.titel,
        tuple(
            Onderdeelstand(id, naam, stand(portfolio, ronde.voorbereiding.taak, id))
            for id, naam in taak.onderdelen.items()
            if ronde
        ),
        opties(portfolio, leerdoel),
        taak.meldingen,
    )


@dataclass(frozen=True, slots=True)
class _Taak:
    """What a ronde's task is called, and its onderdelen by id."""

    titel: str
    onderdelen: Mapping[str, str]
    meldingen: tuple[str, ...] = ()


def _taak(werkplek: Werkplek, map: Path, ronde: Ronde) -> _Taak:
    """The task of a ronde and everything that ronde is about; an id stands for itself when nothing else is known."""
    genoemd = {id: id for id in ronde.voorbereiding.onderdelen}
    try:
        rondetaak = taak_van_ronde(werkplek, map, ronde.voorbereiding)
    except LeerwerkFout:
        id = ronde.voorbereiding.taak
        return _Taak(id, genoemd, (f"De taak `{id}` is hier niet te vinden. Je ziet alleen de korte namen.",))
    taak = rondetaak.taak
    bekend = {onderdeel.id: onderdeel.titel.tekst for onderdeel in taak.onderdelen}
    vreemd = {id: id for id in genoemd if id not in bekend}
    anders = (ANDERS,) if rondetaak.anders else ()
    return _Taak(taak.titel, bekend | vreemd, (*anders, *(_vreemd(ronde, taak.titel, id, bekend) for id in vreemd)))


def _vreemd(ronde: Ronde, titel: str, id: str, bekend: Mapping[str, str]) -> str:
    hulp = bedoel_je(id, bekend)
    return f"De ronde {ronde.id} noemt het onderdeel `{id}`, en dat heeft de taak '{titel}' niet. {hulp}"
