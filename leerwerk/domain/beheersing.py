"""What the pair decided per onderdeel, over all rondes.

A decision holds until a later one. Nothing is counted, and there is no state
in which a task is finished: mastery can be reopened at any conversation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from leerwerk.domain.portfolio import Portfolio, Ronde

NOG_NIET = "nog niet geoefend"
BEZIG = "aan het oefenen"
NOG_OEFENEN = "nog oefenen"
BEHEERST = "beheerst"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an onderdeel stands: in words, with whom that was decided and when."""

    beheersing: str
    samen_met: tuple[str, ...] = ()
    op: date | None = None


def stand(portfolio: Portfolio, taak: str, onderdeel: str) -> Stand:
    """Where an onderdeel of a task stands, whatever leerdoel it was practised for."""
    rondes = tuple(_rondes_met(portfolio, taak))
    besluiten = [
        Stand(reflectie.onderdelen[onderdeel], reflectie.samen_met, reflectie.op)
        for ronde in _op_gesprek(rondes)
        if (reflectie := ronde.reflectie) and onderdeel in reflectie.onderdelen
    ]
    if besluiten:
        return besluiten[-1]
    geoefend = any(ronde.uitvoering and onderdeel in ronde.voorbereiding.onderdelen for ronde in rondes)
    return Stand(BEZIG if geoefend else NOG_NIET)


def _rondes_met(portfolio: Portfolio, taak: str) -> Iterator[Ronde]:
    for leerdoel in portfolio.leerdoelen:
        yield from (ronde for ronde in leerdoel.rondes if ronde.voorbereiding.taak == taak)


def _op_gesprek(rondes: Iterable[Ronde]) -> list[Ronde]:
    """The rondes in the order in which they were talked about."""
    return sorted(
        (ronde for ronde in rondes if ronde.reflectie),
        key=lambda ronde: (ronde.reflectie.op if ronde.reflectie else date.min, ronde.volgorde),
    )
