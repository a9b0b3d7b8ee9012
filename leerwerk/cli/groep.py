"""Commands that are imported when they run, and help in Dutch.

Importing every command to run one would cost more than the command itself, so
a group knows its members as rows: name, module and one line of help.
"""

import importlib
from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from leerwerk.cli.fouten import bij
from leerwerk.errors import VerkeerdGebruik

_VASTE_HULP = {
    "help": "Toon deze hulp.",
    "install_completion": "Laat je shell commando's, taken en onderdelen aanvullen.",
    "show_completion": "Toon wat --install-completion zou toevoegen.",
}


class Opdracht(TyperCommand):
    """A command whose help is Dutch."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with bij(ctx):
            return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        schrijf_hulp(self, ctx, formatter)


class Groep(TyperGroup):
    """A group whose members are imported when they are asked for."""

    rijen: Mapping[str, tuple[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        return [*self.rijen, *super().list_commands(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.rijen:
            return super().get_command(ctx, cmd_name)
        opdracht = typer.main.get_command(importlib.import_module(self.rijen[cmd_name][0]).app)
        opdracht.name = cmd_name
        return opdracht

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0].startswith("-") or self.get_command(ctx, args[0]):
            return super().resolve_command(ctx, args)
        from leerwerk.domain.waarden import lijkt_op

        bedoeld = lijkt_op(args[0], tuple(self.list_commands(ctx)))
        raise VerkeerdGebruik(
            f"Het commando `{ctx.command_path} {args[0]}` bestaat niet.",
            nu=f"Bedoel je `{ctx.command_path} {bedoeld}`?" if bedoeld else f"Kijk met: {ctx.command_path} --help",
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:
        schrijf_hulp(self, ctx, formatter)

    def korte_hulp(self, ctx: Any) -> list[tuple[str, str]]:
        """Name and one line of help of every member, without importing those that are rows."""
        eigen = [(naam, hulp) for naam, (_, hulp) in self.rijen.items()]
        geladen = [(naam, self.commands[naam]) for naam in super().list_commands(ctx)]
        return [*eigen, *((naam, opdracht.get_short_help_str(200)) for naam, opdracht in geladen)]


def schrijf_hulp(opdracht: Any, ctx: Any, formatter: Any) -> None:
    """The help page of a command or group."""
    leden = opdracht.korte_hulp(ctx) if isinstance(opdracht, Groep) else []
    argumenten = [p for p in opdracht.params if p.param_type_name == "argument"]
    woorden = ["[OPTIES]", *(["COMMANDO …"] if leden else []), *(p.make_metavar(ctx) for p in argumenten)]
    formatter.write_usage(ctx.command_path, " ".join(woorden), prefix="Gebruik: ")
    formatter.write_paragraph()
    for nummer, alinea in enumerate((opdracht.help or "").split("\n\n")):
        if nummer:
            formatter.write_paragraph()
        formatter.write_text(" ".join(alinea.split()))
    _sectie(formatter, "Commando's", leden)
    _sectie(formatter, "Argumenten", [(p.make_metavar(ctx), p.help or "") for p in argumenten])
    _sectie(formatter, "Opties", [_optie(p, ctx) for p in opdracht.get_params(ctx) if p not in argumenten])


def _sectie(formatter: Any, titel: str, rijen: list[tuple[str, str]]) -> None:
    if rijen:
        with formatter.section(titel):
            formatter.write_dl(rijen, col_max=26)


def _optie(param: Any, ctx: Any) -> tuple[str, str]:
    namen = ", ".join(sorted(param.opts, key=len))
    waarde = "" if param.is_flag else f" {param.metavar or 'TEKST'}"
    hulp = _VASTE_HULP.get(param.name, param.help or "")
    return namen + waarde, hulp + (" Kan vaker." if param.multiple else "")


def maak_app(**extra: Any) -> typer.Typer:
    """A Typer for one command, or for a small group."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **extra)
