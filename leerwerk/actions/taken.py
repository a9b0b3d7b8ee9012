"""The bank as a list, and tasks that fit a goal."""

from pathlib import Path

from leerwerk.actions.taak import alle_taken
from leerwerk.domain.portfolio import Leerdoel
from leerwerk.domain.zoeken import Treffer, zoek
from leerwerk.store.plaatsen import Werkplek

HOOGSTENS = 3


def passende_taken(werkplek: Werkplek, portfolio: Path, leerdoel: Leerdoel) -> tuple[Treffer, ...]:
    """A few tasks that may fit a leerdoel, best first."""
    taken, _ = alle_taken(werkplek, portfolio)
    return zoek(taken, f"{leerdoel.tekst} {leerdoel.gedrag}")[:HOOGSTENS]
