"""`leerwerk taak opmaak`: taken in de vaste vorm."""

from pathlib import Path
from typing import Annotated

import typer

from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Json
from leerwerk.cli.uit import meld, ruw, waarschuw, zeg

app = maak_app()


@app.command(cls=Opdracht)
def opmaak(
    paden: Annotated[
        list[Path] | None, typer.Argument(metavar="[PAD…]", help="Taken of mappen; anders de hele bank.")
    ] = None,
    controleer: Annotated[
        bool, typer.Option("--controleer", help="Schrijf niets; zeg alleen welke bestanden anders zouden worden.")
    ] = False,
    json: Json = False,
) -> None:
    """Zet taken in de vaste vorm: de gegevens op volgorde, witregels en streepjes overal gelijk.

    Aan de tekst verandert niets, en opmerkingen blijven staan. Sta je in een portfolio, dan gaat het om je
    eigen taken. Leg daarna zelf vast wat er veranderde, of laat dat aan je volgende stap over.
    """
    from leerwerk.actions.taak_opmaak import maak_op
    from leerwerk.output import overzicht
    from leerwerk.store.plaatsen import toon_pad, vind_werkplek

    rijen = maak_op(vind_werkplek(Path.cwd()), paden or (), schrijf=not controleer)
    anders = [toon_pad(rij.pad) for rij in rijen if rij.anders]
    fouten = [rij.fout for rij in rijen if rij.fout]
    if json:
        ruw(overzicht.opmaak(len(rijen), anders))
    for pad in () if json else anders:
        zeg(pad if controleer else f"In de vaste vorm gezet: {pad}")
    for fout in fouten:
        meld(fout.wat, fout.waar, fout.nu)
    if anders and controleer and not json:
        waarschuw("Deze bestanden hebben niet de vaste vorm. Zet ze goed met: leerwerk taak opmaak")
    if not anders and not fouten and not json:
        zeg("Alles staat al in de vaste vorm.")
    if fouten:
        raise typer.Exit(max(fout.exitcode for fout in fouten))
    if anders and controleer:
        raise typer.Exit(1)
