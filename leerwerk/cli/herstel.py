"""`leerwerk herstel`: een onderbroken stap afmaken."""

from pathlib import Path
from typing import Annotated

import typer

from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.uit import zeg

app = maak_app()


@app.command(cls=Opdracht)
def herstel(
    gooi_weg: Annotated[
        bool, typer.Option("--gooi-weg", help="Leg een stap die niet af kan opzij; de tekst blijft bewaard.")
    ] = False,
) -> None:
    """Maak een stap af die onderbroken werd, en ruim op wat daarvan is blijven liggen.

    Elk commando doet dit ook uit zichzelf. Twee keer na elkaar kan geen kwaad.
    """
    from leerwerk.actions.herstel import herstel_alles

    verslagen = herstel_alles(Path.cwd(), gooi_weg=gooi_weg)
    zinnen = [zin for verslag in verslagen for zin in (*verslag.gedaan, *verslag.open)]
    for zin in zinnen:
        zeg(zin)
    if any(verslag.open for verslag in verslagen):
        raise typer.Exit(3)
    if not zinnen:
        zeg("Er was niets te herstellen.")
