"""Observeren: what somebody saw and heard, per kijkpunt."""

from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.domain import velden
from leerwerk.domain.plek import vind_ronde
from leerwerk.domain.portfolio import Observatie, Portfolio
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.domain.weigering import check_observatie
from leerwerk.errors import Geweigerd
from leerwerk.store.plaatsen import OBSERVATIE, ronde_map, toon_pad
from leerwerk.store.schrijver import schrijf_document


def neem_op(map: Path, leerdoel: str, ronde: str, observatie: Observatie, taak: Taak) -> Portfolio:
    """Record one observer's view of a lesson, beside those of others. Raises as `leg_vast`."""

    def besluit(portfolio: Portfolio) -> Besluit:
        plek = vind_ronde(portfolio, ronde, leerdoel)
        check_observatie(portfolio, plek.ronde, observatie, taak)
        pad = ronde_map(map, plek.leerdoel.id, ronde) / OBSERVATIE.format(observatie.wie)
        if pad.exists():
            raise Geweigerd(
                f"De observatie van `{observatie.wie}` bij deze les staat er al.",
                waar=toon_pad(pad),
                nu="Wil je iets aanvullen? Pas het bestand aan; het volgende commando legt dat vast.",
            )
        titels = {kijkpunt.id: zonder_verwijzingen(kijkpunt.tekst) for kijkpunt in taak.kijkpunten()}
        return Besluit(
            f"Geobserveerd door {portfolio.namen((observatie.wie,))}: {observatie.taak}",
            {pad: schrijf_document(velden.OBSERVATIE, observatie, titels)},
        )

    return leg_vast(map, besluit)
