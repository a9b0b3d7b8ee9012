"""`leerwerk taak verschil`: wat er in de bank veranderde."""

from typing import Annotated

import typer

from leerwerk.actions.taak_verschil import EIGEN, Vergelijking
from leerwerk.cli import aanvullen
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Json, Student
from leerwerk.cli.sessie import open_sessie
from leerwerk.cli.uit import ruw, zeg
from leerwerk.domain.verschil import Verschil

app = maak_app()


@app.command(cls=Opdracht)
def verschil(
    taak: Annotated[
        str,
        typer.Argument(metavar="[ID]", help="Alleen deze taak.", autocompletion=aanvullen.begonnen_taken),
    ] = "",
    student: Student = "",
    json: Json = False,
) -> None:
    """Zie wat er in de bank veranderde sinds jij met een taak begon: bij je rondes en je eigen versies.

    Een ronde houdt altijd de versie waarmee je begon, wat er ook in de bank gebeurt.
    """
    from leerwerk.actions.taak_verschil import vergelijk
    from leerwerk.output import overzicht

    sessie = open_sessie(student)
    rijen = vergelijk(sessie.werkplek, sessie.map, taak)
    if json:
        ruw(overzicht.verschillen(rijen))
        return
    anders = [rij for rij in rijen if not rij.hetzelfde]
    for rij in anders:
        _toon(rij)
    if not rijen:
        zeg("Je bent nog niet met een taak begonnen.")
    elif not anders:
        zeg("Er is niets veranderd sinds je begon.")


def _toon(rij: Vergelijking) -> None:
    zeg(f"{rij.titel.upper()}, sinds {rij.waarmee}")
    zeg()
    for zin in _bijzonder(rij):
        zeg(zin, "  ")
        zeg()
    onderdeel = ""
    for verschil in rij.verschillen:
        if verschil.onderdeel != onderdeel:
            onderdeel = verschil.onderdeel
            zeg(f"── {onderdeel or 'De hele taak'}")
            zeg()
        _toon_verschil(verschil)
    zeg(_slot(rij))
    zeg()


def _bijzonder(rij: Vergelijking) -> list[str]:
    """What is to be said besides the differences: gone, renamed, or no longer to be found."""
    if not rij.nieuw:
        return ["Deze taak staat niet meer in de bank."]
    if not rij.oud:
        return [
            "De tekst is veranderd, maar de versie waarmee je begon is hier niet te vinden. "
            "Haal de hele geschiedenis van de bank op: git fetch --unshallow"
        ]
    if rij.nieuwe_id != rij.id:
        return [f"Deze taak heet nu `{rij.nieuwe_id}`."]
    return []


def _toon_verschil(verschil: Verschil) -> None:
    zeg(verschil.zin, "  ")
    for label, tekst in (("was: ", verschil.oud), ("nu:  ", verschil.nieuw)):
        for nummer, regel in enumerate(tekst.split("\n") if tekst else ()):
            zeg((label if not nummer else "     ") + regel, "    ", hang=5)
    zeg()


def _slot(rij: Vergelijking) -> str:
    if rij.waarmee == EIGEN:
        return (
            f"Je eigen versie blijft zoals ze is. Neem over wat je wilt met: leerwerk taak aanpassen {rij.id}\n"
            f"Heb je alles gezien? leerwerk taak aanpassen {rij.id} --bijgewerkt"
        )
    return "Deze ronde houdt de versie waarmee je begon. Een nieuwe ronde begint met de tekst van nu."
