"""`leerwerk nieuw`: de leerwerktakenbank van een opleidingsschool."""

from pathlib import Path
from typing import Annotated

import typer

from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, vul_aan
from leerwerk.cli.waarden import lees_regel

app = maak_app()


@app.command(cls=Opdracht)
def nieuw(
    map: Annotated[Path, typer.Argument(metavar="MAP", help="Een nieuwe map.")],
    naam: Annotated[str, typer.Option(metavar="TEKST", help="De naam van je opleidingsschool.")] = "",
) -> None:
    """Begin de leerwerktakenbank van je opleidingsschool: taken, sjablonen en instellingen, in Git."""
    from leerwerk.actions.nieuw import begin

    vraag = {"naam": Vraag("--naam", "Hoe heet je opleidingsschool?", True)}
    antwoorden = vul_aan(vraag, {"naam": lees_regel(naam, "--naam") or map.absolute().name})
    begin(map, antwoorden["naam"])
    zeg(f"De leerwerktakenbank van {antwoorden['naam']} staat in {map}.")
    zeg()
    zeg("Nu kan:")
    zeg(f"cd {map}", "  ")
    zeg("leerwerk taken             Bekijk de taken.", "  ")
    zeg("leerwerk portfolio nieuw   Begin een portfolio.", "  ")
