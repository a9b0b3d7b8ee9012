"""`leerwerk valideer`: taken nakijken."""

import os
from pathlib import Path
from typing import Annotated

import typer

from leerwerk.cli import aanvullen
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Json
from leerwerk.cli.uit import ruw, waarschuw, zeg
from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.verslag import Verslag
from leerwerk.domain.waarden import bedoel_je
from leerwerk.errors import VerkeerdGebruik
from leerwerk.output.formaten import FORMATS, render
from leerwerk.store.plaatsen import Werkplek

app = maak_app()


@app.command(cls=Opdracht)
def valideer(
    paden: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PAD…]", help="Taken, of mappen met taken. Zonder PAD: de hele bank."),
    ] = None,
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat", metavar="FORMAAT", help=f"{', '.join(FORMATS)}.", autocompletion=aanvullen.formaten
        ),
    ] = "tekst",
    basis: Annotated[
        str, typer.Option("--basis", metavar="REV", help="Vergelijk met deze branch, tag of commit.")
    ] = "",
    streng: Annotated[bool, typer.Option("--streng", help="Sluit ook bij een waarschuwing af met 1.")] = False,
    json: Json = False,
) -> None:
    """Kijk na of taken kloppen en doen wat een leerwerktaak hoort te doen."""
    from leerwerk.actions.valideren import valideer as kijk_na
    from leerwerk.store.plaatsen import vind_werkplek

    keuze = _formaat("json" if json else formaat)
    werkplek = vind_werkplek(Path.cwd())
    naar = os.environ.get("GITHUB_BASE_REF", "") if keuze == "github" and not basis else ""
    verslag = kijk_na(werkplek, paden or (), basis or (_bekende_basis(werkplek, naar) if naar else ""))
    _toon(keuze, verslag)
    fout = verslag.telt(Ernst.FOUT) + (verslag.telt(Ernst.WAARSCHUWING) if streng else 0)
    raise typer.Exit(1 if fout else 0)


def _bekende_basis(werkplek: Werkplek, branch: str) -> str:
    from leerwerk.actions.vergelijken import bekende_basis

    return bekende_basis(werkplek, branch)


def _formaat(formaat: str) -> str:
    if formaat not in FORMATS:
        raise VerkeerdGebruik(f"Het formaat `{formaat[:40]}` bestaat niet.", nu=bedoel_je(formaat, FORMATS))
    return formaat


def _toon(formaat: str, verslag: Verslag) -> None:
    if formaat == "tekst":
        zeg(render(formaat, verslag))
        return
    if formaat == "sarif":
        from leerwerk import __version__
        from leerwerk.actions.uitleggen import alle_eisen

        verslag = verslag._replace(eisen=alle_eisen(), programma=__version__)
    ruw(render(formaat, verslag))
    if formaat == "github":
        _vat_samen(verslag)


def _vat_samen(verslag: Verslag) -> None:
    """Add the whole list to the summary of the job, when GitHub asks for one."""
    pad = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not pad:
        return
    from leerwerk.output.github import summary

    try:
        with Path(pad).open("a", encoding="utf-8", errors="replace") as bestand:
            bestand.write(summary(verslag))
    except OSError as fout:
        waarschuw(f"De samenvatting is niet te schrijven ({fout.strerror}).")
