"""Les voorbereiden: begin a ronde with a task, or prepare again before the lesson."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.domain import velden
from leerwerk.domain.cyclus import check_voorbereiden, opnieuw_voor_te_bereiden, vind_leerdoel, vind_ronde
from leerwerk.domain.portfolio import Portfolio, Ronde, Voorbereiding
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.domain.waarden import lijkt_op
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.herschrijver import herschrijf
from leerwerk.store.plaatsen import VOORBEREIDING, ronde_id, ronde_map
from leerwerk.store.schrijver import schrijf_document

_KORTE_NAAM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9]+")


@dataclass(frozen=True, slots=True)
class Voorbereid:
    """What came of it: the portfolio after the step, and the ronde."""

    portfolio: Portfolio
    ronde: Ronde
    opnieuw: bool


def bereid_voor(map: Path, leerdoel: str, voorbereiding: Voorbereiding, nieuwe_ronde: bool) -> Voorbereid:
    """Record a preparation: in the ronde that still waits for its lesson, else in a new one.

    Raises as `leg_vast`.
    """
    gekozen = []

    def besluit(portfolio: Portfolio) -> Besluit:
        doel = vind_leerdoel(portfolio, leerdoel)
        check_voorbereiden(doel)
        wachtend = None if nieuwe_ronde else opnieuw_voor_te_bereiden(doel, voorbereiding.taak)
        if wachtend:
            pad = ronde_map(map, leerdoel, wachtend.id) / VOORBEREIDING
            tekst, _ = lees_tekst(pad, map)
            vernieuwd = replace(voorbereiding, taakversie=wachtend.voorbereiding.taakversie)
            gekozen.append((wachtend.id, True))
            return Besluit(
                f"Voorbereiding aangepast: {voorbereiding.taak}",
                {pad: herschrijf(tekst, velden.VOORBEREIDING, vernieuwd)},
            )
        id = ronde_id(voorbereiding.op, voorbereiding.taak, [ronde.id for ronde in doel.rondes])
        gekozen.append((id, False))
        pad = ronde_map(map, leerdoel, id) / VOORBEREIDING
        return Besluit(
            f"Les voorbereid: {voorbereiding.taak}",
            {pad: schrijf_document(velden.VOORBEREIDING, voorbereiding)},
        )

    portfolio = leg_vast(map, besluit)
    id, opnieuw = gekozen[-1]
    return Voorbereid(portfolio, vind_ronde(portfolio, id, leerdoel).ronde, opnieuw)


def kies_handvatten(taak: Taak, gekozen: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of the chosen handvatten: `terugblik-2` names one of the task, other text is the student's own."""
    bekend = handvatten(taak, tuple(onderdeel.id for onderdeel in taak.onderdelen))
    for keuze in gekozen:
        if keuze not in bekend and _KORTE_NAAM.fullmatch(keuze):
            bedoeld = lijkt_op(keuze, bekend)
            raise Geweigerd(
                f"De taak '{taak.titel}' heeft geen handvat `{keuze}`.",
                nu=f"Bedoel je `{bedoeld}`? Je mag ook zelf een handvat opschrijven.",
            )
    return tuple(bekend.get(keuze, keuze) for keuze in gekozen)


def handvatten(taak: Taak, onderdelen: tuple[str, ...]) -> dict[str, str]:
    """The handvatten of the chosen onderdelen by short name, as one line of text without citations."""
    return {
        f"{onderdeel.id}-{nummer}": zonder_verwijzingen(handvat)
        for onderdeel in taak.onderdelen
        if onderdeel.id in onderdelen
        for nummer, handvat in enumerate(onderdeel.handvatten, 1)
    }
