"""Waar ben ik: per leerdoel the phase, the ronde, the onderdelen and what may follow."""

from dataclasses import dataclass
from pathlib import Path

from leerwerk.actions.taak import taak_van_ronde
from leerwerk.domain.beheersing import Stand, stand
from leerwerk.domain.cyclus import Optie, fase_van, opties
from leerwerk.domain.fase import Fase
from leerwerk.domain.portfolio import Leerdoel, Portfolio, Ronde
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
    """Where a student is with one leerdoel."""

    leerdoel: Leerdoel
    fase: Fase
    ronde: Ronde | None
    taaktitel: str
    onderdelen: tuple[Onderdeelstand, ...]
    opties: tuple[Optie, ...]

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
    titel, onderdelen = _taak(werkplek, map, ronde) if ronde else ("", {})
    return Doelstand(
        leerdoel,
        fase_van(leerdoel),
        ronde,
        titel,
        tuple(
            Onderdeelstand(id, naam, stand(portfolio, ronde.voorbereiding.taak, id))
            for id, naam in onderdelen.items()
            if ronde
        ),
        opties(portfolio, leerdoel),
    )


def _taak(werkplek: Werkplek, map: Path, ronde: Ronde) -> tuple[str, dict[str, str]]:
    """Title and onderdelen of a ronde's task; its ids when the task itself is nowhere to be found."""
    try:
        taak = taak_van_ronde(werkplek, map, ronde.voorbereiding).taak
    except LeerwerkFout:
        return ronde.voorbereiding.taak, {id: id for id in ronde.voorbereiding.onderdelen}
    return taak.titel, {onderdeel.id: onderdeel.titel.tekst for onderdeel in taak.onderdelen}
