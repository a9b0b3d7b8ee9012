"""A form as a page, or as Markdown: the same values, the same names of vakken."""

from collections.abc import Sequence
from pathlib import Path

from leerwerk.domain.formulier import GEEN_NAMEN, Formulier
from leerwerk.domain.kenmerk import schrijf_kenmerk
from leerwerk.weergave.pagina import Drager, maak_pagina
from leerwerk.weergave.sjablonen import render


def html(mappen: Sequence[Path], school: str, formulier: Formulier, drager: Drager = Drager.BROWSER) -> str:
    """The form as one HTML file: to read, to print, and to fill in without a network; or as what becomes a PDF."""
    return maak_pagina(
        mappen,
        f"formulieren/{formulier.soort.naam}.html.j2",
        school,
        drager,
        formulier=formulier,
        kenmerk=schrijf_kenmerk(formulier.kenmerk),
        geen_namen=GEEN_NAMEN,
    )


def markdown(mappen: Sequence[Path], school: str, formulier: Formulier, kopregels: Sequence[str]) -> str:
    """The form as Markdown, to fill in in any editor, below the front matter in `kopregels`."""
    return render(
        mappen,
        "formulieren/formulier.md.j2",
        formulier=formulier,
        kopregels=kopregels,
        school=school,
        geen_namen=GEEN_NAMEN,
    )
