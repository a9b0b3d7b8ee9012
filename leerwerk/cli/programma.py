"""The commands of `leerwerk`, and what may be said before any of them."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from leerwerk import __version__
from leerwerk.cli.fouten import vertaal
from leerwerk.cli.groep import Groep, maak_app
from leerwerk.cli.uit import ruw, waarschuw

ZONDER_HERSTEL = ("demo", "nieuw", "herstel")


class Leerwerk(Groep):
    """All commands: name, module, and one line of help, in the order of the learning cycle."""

    rijen = {
        "demo": ("leerwerk.cli.demo", "Zie in een nieuwe map de hele leerroute met voorbeeldmensen."),
        "nieuw": ("leerwerk.cli.nieuw", "Begin de leerwerktakenbank van je opleidingsschool."),
        "portfolio": ("leerwerk.cli.portfolio", "Begin, lees of volg een portfolio."),
        "doel": ("leerwerk.cli.doel", "Stel samen een leerdoel vast."),
        "voorbereiden": ("leerwerk.cli.voorbereiden", "Kies een taak en bereid de les voor."),
        "uitvoeren": ("leerwerk.cli.uitvoeren", "Leg vast hoe de les ging."),
        "observeren": ("leerwerk.cli.observeren", "Neem over wat er in de les te zien en te horen was."),
        "reflecteren": ("leerwerk.cli.reflecteren", "Bespreek de les met de koppelkaart."),
        "waar": ("leerwerk.cli.waar", "Zie op de leerroutekaart waar je bent en wat kan volgen."),
        "taken": ("leerwerk.cli.taken", "Bekijk de leerwerktakenbank, of zoek erin."),
        "taak": ("leerwerk.cli.taak", "Lees een leerwerktaak."),
        "valideer": ("leerwerk.cli.valideer", "Kijk na of taken kloppen."),
        "uitleg": ("leerwerk.cli.uitleg", "Lees wat een eis vraagt, en waarom."),
        "weekreflectie": ("leerwerk.cli.weekreflectie", "Kijk terug op je week, ook zonder les."),
        "formulier": ("leerwerk.cli.formulier", "Maak een formulier om in te vullen of af te drukken."),
        "herstel": ("leerwerk.cli.herstel", "Maak een onderbroken stap af."),
    }


app = maak_app(cls=Leerwerk, no_args_is_help=False, invoke_without_command=True)
app._add_completion = True


@app.callback(help="Leerwerktaken: van leerdoel tot reflectie, en dan weer verder.\n\nBegin met: leerwerk demo")
def begin(
    ctx: typer.Context,
    map: Annotated[Path | None, typer.Option("-C", metavar="MAP", help="Werk alsof je in MAP staat.")] = None,
    versie: Annotated[bool, typer.Option("--version", help="Toon de versie.")] = False,
) -> None:
    if versie:
        ruw(f"leerwerk {__version__}")
        raise typer.Exit
    if map:
        _ga_naar(map)
    if ctx.invoked_subcommand is None:
        ruw(ctx.get_help())
    elif ctx.invoked_subcommand not in ZONDER_HERSTEL and not ctx.resilient_parsing:
        _herstel()


def _herstel() -> None:
    """Finish what an earlier command left half-way, before this one looks."""
    from leerwerk.actions.herstel import stil

    for melding in stil(_hier()):
        waarschuw(melding)


def _hier() -> Path:
    try:
        return Path.cwd()
    except OSError as fout:
        from leerwerk.errors import MachineWeigert

        raise MachineWeigert(
            "De map waarin je staat, bestaat niet meer.", nu="Ga met cd naar een map die er nog is."
        ) from fout


def _ga_naar(map: Path) -> None:
    try:
        os.chdir(map)
    except (OSError, ValueError) as fout:
        from leerwerk.errors import MachineWeigert

        raise MachineWeigert("Deze map bestaat niet.", waar=str(map), nu="Kijk of de naam klopt.") from fout


def run(args: list[str]) -> int:
    """Run the command in `args`; returns its exit code. Raises LeerwerkFout and KeyboardInterrupt."""
    opdracht: Any = typer.main.get_command(app)
    with vertaal():
        uit = opdracht.main(args=args, prog_name="leerwerk", standalone_mode=False)
    if uit == 130:
        raise KeyboardInterrupt
    return uit if isinstance(uit, int) else 0
