"""`leerwerk taak toon`: een leerwerktaak lezen."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leerwerk.cli import aanvullen
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Json
from leerwerk.cli.uit import ruw, zeg
from leerwerk.domain.taak import Onderdeel, Taak, zonder_verwijzingen
from leerwerk.store.plaatsen import Werkplek

app = maak_app()


class Vorm(StrEnum):
    """How a task can be shown."""

    TEKST = "tekst"
    HTML = "html"


@app.command(cls=Opdracht)
def toon(
    taak: Annotated[str, typer.Argument(metavar="ID", help="De taak.", autocompletion=aanvullen.taken)],
    onderdeel: Annotated[
        str, typer.Option(metavar="ID", help="Alleen dit onderdeel.", autocompletion=aanvullen.onderdelen)
    ] = "",
    formaat: Annotated[
        Vorm, typer.Option(metavar="VORM", help="tekst, of html: een pagina om te lezen en af te drukken.")
    ] = Vorm.TEKST,
    naar: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Schrijf de pagina hierheen; anders op het scherm.")
    ] = None,
    json: Json = False,
) -> None:
    """Lees een taak: theorie, handvatten en kijkpunten per onderdeel."""
    from leerwerk.actions.bronnen import referenties
    from leerwerk.actions.taak import kies_onderdelen
    from leerwerk.output import overzicht
    from leerwerk.store.plaatsen import omsluitend_portfolio, vind_werkplek
    from leerwerk.store.taken import load_taak, open_bank

    werkplek = vind_werkplek(Path.cwd())
    portfolio = omsluitend_portfolio(werkplek.hier)
    gekozen = load_taak(open_bank(werkplek, portfolio), taak)
    if formaat == Vorm.HTML or naar:
        _pagina(werkplek, portfolio, gekozen, naar)
        return
    onderdelen = kies_onderdelen(gekozen, (onderdeel,) if onderdeel else ())
    if json:
        ruw(overzicht.taak(gekozen))
        return
    if not onderdeel:
        _toon_begin(gekozen)
    for deel in gekozen.onderdelen:
        if deel.id in onderdelen:
            _toon_onderdeel(deel)
    if not onderdeel:
        _lijst("Reflecteren", (zonder_verwijzingen(vraag) for vraag in gekozen.reflecteren))
        if bronnen := referenties(werkplek, portfolio, gekozen):
            _lijst("Bronnen", bronnen)
    zeg(f"Begin een ronde met: leerwerk voorbereiden {gekozen.id}")


def _pagina(werkplek: Werkplek, portfolio: Path | None, taak: Taak, naar: Path | None) -> None:
    """The whole task as a page, in a file or on standard output."""
    from leerwerk.actions.taak_pagina import maak_pagina, schrijf_pagina

    pagina = maak_pagina(werkplek, portfolio, taak)
    if naar is None:
        ruw(pagina)
        return
    schrijf_pagina(naar, pagina)
    zeg(f"De pagina staat in {naar}. Open haar in je browser.")


def _toon_begin(taak: Taak) -> None:
    zeg(taak.titel.upper())
    zeg(taak.gedrag.tekst)
    zeg()
    if taak.status != "actueel":
        zeg(f"Deze taak is {taak.status}." + (f" Zie {taak.vervangen_door}." if taak.vervangen_door else ""))
        zeg()
    for alinea in taak.inleiding:
        zeg(zonder_verwijzingen(alinea))
        zeg()
    _lijst("Voorbereiden", (zonder_verwijzingen(punt) for punt in taak.voorbereiden))
    _lijst("Uitvoeren", (zonder_verwijzingen(punt) for punt in taak.uitvoeren))


def _toon_onderdeel(onderdeel: Onderdeel) -> None:
    zeg(f"── {onderdeel.titel.tekst} ({onderdeel.id})")
    zeg()
    for alinea in onderdeel.theorie:
        zeg(zonder_verwijzingen(alinea))
        zeg()
    _lijst("Handvatten", (zonder_verwijzingen(punt) for punt in onderdeel.handvatten))
    zeg("Kijkpunten")
    for kijkpunt in onderdeel.kijkpunten:
        zeg(f"- {zonder_verwijzingen(kijkpunt.tekst)}", "  ", hang=2)
        if kijkpunt.waarom:
            zeg(f"Waarom: {zonder_verwijzingen(kijkpunt.waarom)}", "    ")
    zeg()
    if onderdeel.rubric:
        _lijst("Rubric, van eerste poging tot passend bij deze klas", (punt.tekst for punt in onderdeel.rubric))


def _lijst(titel: str, punten: Iterable[str]) -> None:
    zeg(titel)
    for punt in punten:
        zeg(f"- {punt}", "  ", hang=2)
    zeg()
