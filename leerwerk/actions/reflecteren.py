"""Reflecteren: the koppelkaart, what the pair decided, and the next step."""

from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.domain import velden
from leerwerk.domain.cyclus import check_reflecteren, vind_ronde
from leerwerk.domain.portfolio import Portfolio, Reflectie
from leerwerk.store.plaatsen import REFLECTIE, ronde_map
from leerwerk.store.schrijver import schrijf_document


def leg_gesprek_vast(map: Path, leerdoel: str, ronde: str, reflectie: Reflectie) -> Portfolio:
    """Record the conversation about a lesson. Raises as `leg_vast`."""

    def besluit(portfolio: Portfolio) -> Besluit:
        plek = vind_ronde(portfolio, ronde, leerdoel)
        check_reflecteren(portfolio, plek.ronde, reflectie)
        pad = ronde_map(map, plek.leerdoel.id, ronde) / REFLECTIE
        return Besluit(
            f"Gereflecteerd: {plek.ronde.voorbereiding.taak}",
            {pad: schrijf_document(velden.REFLECTIE, reflectie)},
        )

    return leg_vast(map, besluit)
