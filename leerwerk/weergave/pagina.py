"""A page for people: one HTML file with its style and script inside, and nothing from anywhere else.

The Content-Security-Policy allows exactly this style and this script, by their
hash: what a person or a task says can never run, load or send anything. A page
that becomes a PDF holds neither: a PDF has its style from elsewhere, once for all.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from markupsafe import Markup

from leerwerk.errors import Geweigerd
from leerwerk.weergave.sjablonen import render
from leerwerk.weergave.stijl import beleidshash, lees_stijl

MAX_LOGO = 512 * 1024
_LOGOS = {"logo.svg": "image/svg+xml", "logo.png": "image/png", "logo.jpg": "image/jpeg"}


class Drager(Enum):
    """Where a page is looked at: in a browser (and printed from it), or in a PDF."""

    BROWSER = ("scherm.css", "papier.css")
    PDF = ("papier.css", "pdf.css")


@dataclass(frozen=True, slots=True)
class Opmaak:
    """What every page carries: style, script, the policy that allows only those, and the school's own look."""

    drager: Drager
    stijl: Markup
    script: Markup
    csp: str
    logo: str
    school: str

    @property
    def browser(self) -> bool:
        """Whether the page needs what only a browser understands."""
        return self.drager is Drager.BROWSER


def maak_pagina(
    mappen: Sequence[Path], sjabloon: str, school: str, drager: Drager, *, stijl: str = "", **waarden: Any
) -> str:
    """The page of a template, complete. Raises Geweigerd with file and line for a template that does not work."""
    return render(mappen, sjabloon, opmaak=_opmaak(mappen, school, drager, stijl), **waarden)


def lees_stijlen(mappen: Sequence[Path], drager: Drager, eigen: str = "") -> str:
    """The style of a page: of all pages, of this carrier, of this kind of page, and what the school changes."""
    namen = ("formulier.css", *drager.value, eigen, "school.css")
    return "\n".join(lees_stijl(mappen, naam) for naam in namen if naam)


def _opmaak(mappen: Sequence[Path], school: str, drager: Drager, eigen: str) -> Opmaak:
    stijl = lees_stijlen(mappen, drager, eigen) if drager is Drager.BROWSER else ""
    script = lees_stijl(mappen, "formulier.js") if drager is Drager.BROWSER else ""
    csp = (
        f"default-src 'none'; style-src {beleidshash(stijl)}; script-src {beleidshash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    # Both come from templates/, never from a user or a task; lees_stijl refuses what would end the element.
    return Opmaak(drager, Markup(stijl), Markup(script), csp, _logo(mappen), school)


def _logo(mappen: Sequence[Path]) -> str:
    """The school's logo as a data URI, or ''."""
    for naam, soort in _LOGOS.items():
        pad = next((pad for map in mappen if (pad := map / "stijl" / naam).is_file()), None)
        if pad:
            if pad.stat().st_size > MAX_LOGO:
                raise Geweigerd("Dit logo is groter dan 512 KiB.", waar=str(pad), nu="Maak het kleiner.")
            return f"data:{soort};base64,{base64.b64encode(pad.read_bytes()).decode()}"
    return ""
