"""Leerdoel vaststellen: a new goal, or a goal worded anew, together with the werkplekbegeleider."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.domain import velden
from leerwerk.domain.plek import vind_leerdoel
from leerwerk.domain.portfolio import Leerdoel, Portfolio
from leerwerk.domain.slug import slug
from leerwerk.domain.weigering import check_begeleiders
from leerwerk.errors import VerkeerdGebruik
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.herschrijver import herschrijf
from leerwerk.store.plaatsen import LEERDOEL, leerdoel_map
from leerwerk.store.schrijver import schrijf_document

LENGTE_ID = 48


def stel_vast(map: Path, nieuw: Leerdoel) -> tuple[Portfolio, Leerdoel]:
    """Record a new leerdoel; its id is made from its text. Raises as `leg_vast`."""
    gekozen = []

    def besluit(portfolio: Portfolio) -> Besluit:
        check_begeleiders(portfolio, nieuw.samen_met)
        leerdoel = replace(nieuw, id=vrije_id(nieuw.tekst, (doel.id for doel in portfolio.leerdoelen)))
        gekozen.append(leerdoel)
        pad = leerdoel_map(map, leerdoel.id) / LEERDOEL
        return Besluit(f"Leerdoel vastgesteld: {leerdoel.tekst}", {pad: schrijf_document(velden.LEERDOEL, leerdoel)})

    return leg_vast(map, besluit), gekozen[-1]


def verander(map: Path, id: str, **anders: object) -> tuple[Portfolio, Leerdoel]:
    """Word a leerdoel anew: `anders` holds the attributes that change. Raises as `leg_vast`."""

    def besluit(portfolio: Portfolio) -> Besluit:
        leerdoel = replace(vind_leerdoel(portfolio, id), **anders)  # type: ignore[arg-type]
        check_begeleiders(portfolio, leerdoel.samen_met)
        pad = leerdoel_map(map, id) / LEERDOEL
        tekst, _ = lees_tekst(pad, map)
        return Besluit(
            f"Leerdoel aangescherpt: {leerdoel.tekst}", {pad: herschrijf(tekst, velden.LEERDOEL, leerdoel)}
        )

    portfolio = leg_vast(map, besluit)
    return portfolio, vind_leerdoel(portfolio, id)


def vrije_id(tekst: str, bezet: Iterable[str]) -> str:
    """An id for `tekst` that is not in use: a second one gets `-2`. Raises VerkeerdGebruik without letters."""
    basis = slug(tekst, LENGTE_ID)
    if not basis:
        raise VerkeerdGebruik("In dit leerdoel staat geen woord.", nu="Zeg in je eigen woorden wat je wilt kunnen.")
    al = set(bezet)
    return next(id for n in range(1, len(al) + 2) if (id := basis if n == 1 else f"{basis}-{n}") not in al)
