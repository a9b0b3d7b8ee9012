"""Les uitvoeren: what happened in the lesson."""

from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.domain import velden
from leerwerk.domain.plek import vind_ronde
from leerwerk.domain.portfolio import Portfolio, Uitvoering
from leerwerk.domain.weigering import check_uitvoeren
from leerwerk.store.plaatsen import UITVOERING, ronde_map
from leerwerk.store.schrijver import schrijf_document


def leg_les_vast(map: Path, leerdoel: str, ronde: str, uitvoering: Uitvoering) -> Portfolio:
    """Record the lesson of a ronde. Raises as `leg_vast`."""

    def besluit(portfolio: Portfolio) -> Besluit:
        plek = vind_ronde(portfolio, ronde, leerdoel)
        check_uitvoeren(plek.ronde)
        return Besluit(
            f"Les gegeven: {plek.ronde.voorbereiding.taak}",
            {ronde_map(map, plek.leerdoel.id, ronde) / UITVOERING: schrijf_document(velden.UITVOERING, uitvoering)},
        )

    return leg_vast(map, besluit)
