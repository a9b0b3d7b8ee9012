"""A portfolio as one document: a page, or a PDF."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leerwerk.actions.formulier import school
from leerwerk.actions.taak import taak_van_ronde
from leerwerk.domain import velden
from leerwerk.domain.portfolio import Portfolio
from leerwerk.domain.portfoliobeeld import beeld
from leerwerk.domain.taak import Taak
from leerwerk.errors import LeerwerkFout
from leerwerk.store.formulieren import schrijf_formulier
from leerwerk.store.plaatsen import Werkplek

if TYPE_CHECKING:
    from leerwerk.weergave.pagina import Drager

    Pagina = Callable[[Drager], str]

STIJL = "portfolio.css"


def maak(werkplek: Werkplek, map: Path, portfolio: Portfolio, op: date, formaat: str, naar: Path) -> Path:
    """Write the portfolio as one document into `naar`; returns its path. Raises MachineWeigert without PDF."""
    inhoud = FORMATEN[formaat](werkplek, lambda drager: _pagina(werkplek, map, portfolio, op, drager))
    naam = f"portfolio-{portfolio.student}-{op.isoformat()}"
    return schrijf_formulier(naar, naam, f".{formaat}", inhoud, lambda pad: True)


def _pagina(werkplek: Werkplek, map: Path, portfolio: Portfolio, op: date, drager: "Drager") -> str:
    from leerwerk.weergave.pagina import maak_pagina  # noqa: PLC0415 - jinja2

    return maak_pagina(
        werkplek.mappen("templates"),
        "portfolio/portfolio.html.j2",
        school(werkplek),
        drager,
        stijl=STIJL,
        portfolio=portfolio,
        op=op,
        doelen=beeld(portfolio, _taken(werkplek, map, portfolio)),
        soorten={soort.naam: soort for soort in velden.DOCUMENTSOORTEN},
    )


def _taken(werkplek: Werkplek, map: Path, portfolio: Portfolio) -> dict[str, Taak]:
    """The tasks that were practised, each in the version of its last ronde; those that are gone are left out."""
    taken = {}
    for leerdoel in portfolio.leerdoelen:
        for ronde in leerdoel.rondes:
            with suppress(LeerwerkFout):
                taken[ronde.voorbereiding.taak] = taak_van_ronde(werkplek, map, ronde.voorbereiding).taak
    return taken


def _html(werkplek: Werkplek, pagina: "Pagina") -> bytes:
    from leerwerk.weergave.pagina import Drager  # noqa: PLC0415 - jinja2

    return pagina(Drager.BROWSER).encode()


def _pdf(werkplek: Werkplek, pagina: "Pagina") -> bytes:
    from leerwerk.weergave.pagina import Drager, lees_stijlen  # noqa: PLC0415 - jinja2
    from leerwerk.weergave.pdf import Drukker  # noqa: PLC0415 - weasyprint

    return Drukker(lees_stijlen(werkplek.mappen("templates"), Drager.PDF, STIJL)).druk(pagina(Drager.PDF))


FORMATEN: "Mapping[str, Callable[[Werkplek, Pagina], bytes]]" = {"html": _html, "pdf": _pdf}
