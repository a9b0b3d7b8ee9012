"""`leerwerk demo`: de hele leerroute met voorbeeldmensen."""

import sys
from datetime import date
from pathlib import Path
from shutil import which
from typing import Annotated

import typer

from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.uit import ruw, zeg, zeg_rijen
from leerwerk.store.plaatsen import toon_pad

app = maak_app()


@app.command(cls=Opdracht)
def demo(
    map: Annotated[Path | None, typer.Argument(metavar="[MAP]", help="Een nieuwe map; anders leerwerk-demo.")] = None,
) -> None:
    """Zie in een nieuwe map de hele leerroute: een leerdoel, twee rondes, en wat er samen is vastgesteld."""
    from leerwerk.actions.demo import speel
    from leerwerk.cli.kaart import console, leerroutekaart
    from leerwerk.domain.fase import LEERDOEL

    plek = map or _vrije_map()
    zeg("Noor de Wit leert voor docent wiskunde. Sanne Bakker is haar werkplekbegeleider. Beiden zijn verzonnen.")
    zeg("Dit is de leerroute die ze twee keer rondgaan:")
    zeg()
    console().print(leerroutekaart(LEERDOEL))
    zeg()
    for stap in speel(plek, date.today()):
        zeg(stap.commando, "$ ")
        zeg(stap.uitkomst, "    ")
    zeg()
    zeg("Er is geen eind en geen lijst om af te werken: na elk gesprek kiezen ze samen hoe het verdergaat.")
    zeg()
    zeg("Kijk nu zelf rond:")
    if activeer := _activeer():
        ruw(f"  {activeer}")
    ruw(f"  cd {plek}/portfolios/noor")
    zeg_rijen(RONDKIJKEN)


RONDKIJKEN = (
    ("leerwerk waar", "waar Noor is en wat kan volgen"),
    ("leerwerk portfolio toon", "alles wat er over en weer gezien en gezegd is"),
    ("leerwerk portfolio geschiedenis", "elke stap, zoals Git die bewaart"),
    ("leerwerk taak toon orde-houden", "de taak waaraan ze werkt"),
)


def _activeer() -> str:
    """What makes the word `leerwerk` known to this terminal, when it is not."""
    activate = Path(sys.argv[0]).absolute().parent / "activate"
    return f"source {toon_pad(activate)}" if which("leerwerk") is None and activate.is_file() else ""


def _vrije_map() -> Path:
    """A folder name that is free: leerwerk-demo, else with a number."""
    namen = (Path("leerwerk-demo" if nummer == 1 else f"leerwerk-demo-{nummer}") for nummer in range(1, 1000))
    return next(pad for pad in namen if not pad.exists())
