"""Reflecteren: the koppelkaart, what the pair decided, and the next step."""

from dataclasses import replace
from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.domain import velden
from leerwerk.domain.plek import vind_ronde
from leerwerk.domain.portfolio import Portfolio, Reflectie
from leerwerk.domain.weigering import check_reflecteren
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.herschrijver import herschrijf
from leerwerk.store.plaatsen import REFLECTIE, ronde_map, toon_pad
from leerwerk.store.portfolios import load_portfolio
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


def vul_rubric_aan(map: Path, leerdoel: str, ronde: str, rubric: str, formulieren: tuple[str, ...]) -> Portfolio:
    """Put a rubric beside a conversation that was recorded before. Raises as `leg_vast`."""

    def besluit(portfolio: Portfolio) -> Besluit:
        plek = vind_ronde(portfolio, ronde, leerdoel)
        pad = ronde_map(map, plek.leerdoel.id, ronde) / REFLECTIE
        gesprek = vind_ronde(load_portfolio(map, met_tekst=True), ronde, leerdoel).ronde.reflectie
        if gesprek is None or gesprek.teksten.get("rubric"):
            raise Geweigerd(
                "Bij dit gesprek staat al een rubric."
                if gesprek
                else "Over deze les hebben jullie nog niet gepraat.",
                waar=toon_pad(pad),
                nu="Wil je iets aanvullen? Pas het bestand aan; het volgende commando legt dat vast.",
            )
        nieuw = replace(
            gesprek,
            teksten={**gesprek.teksten, "rubric": rubric},
            formulieren=(*gesprek.formulieren, *formulieren),
        )
        tekst, _ = lees_tekst(pad, map)
        return Besluit(
            f"Rubric erbij: {plek.ronde.voorbereiding.taak}", {pad: herschrijf(tekst, velden.REFLECTIE, nieuw)}
        )

    return leg_vast(map, besluit)
