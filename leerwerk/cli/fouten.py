"""What the option parser refuses, in Dutch.

The parser is Click, which recent versions of Typer carry inside; its classes
are reached through Typer's own, and told apart by what they hold.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from leerwerk.errors import VerkeerdGebruik

GEBRUIKSFOUT: Any = typer.BadParameter.__mro__[1]


@contextmanager
def vertaal() -> Iterator[None]:
    """Turn a usage error of the parser into VerkeerdGebruik."""
    try:
        yield
    except GEBRUIKSFOUT as fout:
        raise VerkeerdGebruik(_wat(fout), nu=_nu(fout)) from fout
    except typer.Abort as fout:
        raise KeyboardInterrupt from fout


@contextmanager
def bij(ctx: Any) -> Iterator[None]:
    """Let a usage error know at which command it was made; the parser itself does not say."""
    try:
        yield
    except GEBRUIKSFOUT as fout:
        fout.ctx = fout.ctx or ctx
        raise


def _wat(fout: Any) -> str:
    param = getattr(fout, "param", None)
    soort = type(fout).__name__
    if soort == "NoSuchOption":
        return f"De optie `{fout.option_name}` bestaat niet."
    if soort == "MissingParameter" and param is not None:
        naam = param.make_metavar(fout.ctx) if param.param_type_name == "argument" else param.opts[0]
        return f"`{naam}` ontbreekt."
    if soort == "BadOptionUsage":
        return f"Bij `{fout.option_name}` hoort {'geen ' if 'not take' in fout.message else 'een '}waarde."
    if param is not None:
        return f"De waarde bij `{max(param.opts, key=len)}` kan niet."
    if "unexpected extra argument" in fout.message:
        over = fout.message.partition(" (")[2].removesuffix(")")[:60]
        return f"Dit hoort er niet bij: {over}. Zet tekst van meer woorden tussen aanhalingstekens."
    return "Dit commando klopt niet."


def _nu(fout: Any) -> str:
    mogelijk = getattr(fout, "possibilities", None)
    if mogelijk:
        return f"Bedoel je `{sorted(mogelijk)[0]}`?"
    pad = fout.ctx.command_path if fout.ctx else "leerwerk"
    return f"Kijk met: {pad} --help"
