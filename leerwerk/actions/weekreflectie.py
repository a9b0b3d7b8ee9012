"""Weekreflectie: a look back at a week, also at one without a lesson."""

from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.domain import velden
from leerwerk.domain.portfolio import Portfolio, Teksten, Weekreflectie
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.herschrijver import herschrijf
from leerwerk.store.plaatsen import week_pad
from leerwerk.store.portfolios import load_portfolio
from leerwerk.store.schrijver import schrijf_document


def leg_week_vast(map: Path, nieuw: Weekreflectie) -> Portfolio:
    """Record a weekreflectie, or add to the one of that week; what stands there stays. Raises as `leg_vast`."""

    def besluit(portfolio: Portfolio) -> Besluit:
        if not nieuw.teksten:
            raise Geweigerd(
                "In deze weekreflectie staat nog niets.", nu="Een regel is genoeg: --lukte, --vraag of --stap"
            )
        pad = week_pad(map, nieuw.week)
        eerder = next((w for w in load_portfolio(map, met_tekst=True).weekreflecties if w.week == nieuw.week), None)
        if eerder is None:
            return Besluit(f"Weekreflectie: {nieuw.week}", {pad: schrijf_document(velden.WEEKREFLECTIE, nieuw)})
        samen = Weekreflectie(
            nieuw.week, nieuw.op, nieuw.formulier or eerder.formulier, _samen(eerder.teksten, nieuw.teksten)
        )
        tekst, _ = lees_tekst(pad, map)
        return Besluit(
            f"Weekreflectie aangevuld: {nieuw.week}", {pad: herschrijf(tekst, velden.WEEKREFLECTIE, samen)}
        )

    return leg_vast(map, besluit)


def _samen(eerder: Teksten, nieuw: Teksten) -> dict[str, str]:
    """Texts with what is new below what was there; the same words are not said twice."""
    namen = dict.fromkeys([*eerder, *nieuw])
    return {
        naam: "\n\n".join(dict.fromkeys(filter(None, [eerder.get(naam, ""), nieuw.get(naam, "")]))) for naam in namen
    }
