"""Templates: the school's own before the packaged one with the same name.

User text is data for a template, never a template. What comes from a school's
repository runs in Jinja2's sandbox, and HTML is escaped.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from leerwerk.errors import Geweigerd

_MARKDOWN = re.compile(r"([\\\\`<>\[\]{}]|^[#>]|^(?:---|===|~~~)|-->)", re.MULTILINE)
_IN_EEN_SJABLOON = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def render(mappen: Sequence[Path], naam: str, **waarden: Any) -> str:
    """The template `naam` from the first of `mappen` that has it. Raises Geweigerd with its file and line."""
    try:
        return _omgeving(tuple(mappen)).get_template(naam).render(**waarden)
    except TemplateSyntaxError as fout:
        raise _kapot(f"{fout.filename or naam}:{fout.lineno}", fout) from fout
    except _IN_EEN_SJABLOON as fout:
        raise _kapot(_plaats(fout, naam), fout) from fout


@lru_cache(maxsize=4)
def _omgeving(mappen: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """One environment per list of folders, so that fifty forms compile their template once."""
    omgeving = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(mappen),
        autoescape=lambda bestand: bool(bestand) and str(bestand).endswith((".html", ".html.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    omgeving.filters["md"] = plat
    return omgeving


def plat(tekst: str) -> str:
    """`tekst` as plain text within Markdown: nothing in it is a link, a heading or HTML."""
    return _MARKDOWN.sub(r"\\\1", str(tekst))


def _plaats(fout: BaseException, naam: str) -> str:
    """File and line of the template in a traceback of rendering it."""
    spoor, plaats = fout.__traceback__, naam
    while spoor:
        bestand = spoor.tb_frame.f_code.co_filename
        if bestand.endswith(".j2"):
            plaats = f"{bestand}:{spoor.tb_lineno}"
        spoor = spoor.tb_next
    return plaats


def _kapot(waar: str, fout: Exception) -> Geweigerd:
    return Geweigerd(
        f"Dit sjabloon werkt niet: {fout}.", waar=waar, nu="Herstel het, of haal het weg uit templates/."
    )
