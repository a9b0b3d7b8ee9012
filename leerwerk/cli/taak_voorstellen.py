"""`leerwerk taak voorstellen`: een eigen taak delen met de school."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from leerwerk.actions.taak_voorstellen import Voorstel
from leerwerk.cli import aanvullen
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Student
from leerwerk.cli.sessie import open_sessie
from leerwerk.cli.uit import waarschuw, zeg, zeg_rijen

app = maak_app()


@app.command(cls=Opdracht)
def voorstellen(
    taak: Annotated[str, typer.Argument(metavar="ID", help="Je eigen taak.", autocompletion=aanvullen.eigen_taken)],
    student: Student = "",
) -> None:
    """Stel je eigen taak voor aan de leerwerktakenbank, zodat anderen er ook mee kunnen oefenen.

    Leerwerk zet de taak op een eigen branch in de bank. Aan de bestanden waar je mee bezig bent, verandert
    niets, en uit je portfolio gaat alleen de tekst van de taak mee.
    """
    from leerwerk.actions.taak_voorstellen import stel_voor

    sessie = open_sessie(student)
    _toon(stel_voor(sessie.werkplek, sessie.map, taak))


def _toon(voorstel: Voorstel) -> None:
    tak = voorstel.tak
    zeg(
        f"Je voorstel staat op de branch {tak.naam}."
        if tak.nieuw
        else f"Dit voorstel stond al op de branch {tak.naam}."
    )
    for pad in voorstel.bestanden:
        zeg(pad.relative_to(voorstel.wortel).as_posix(), "  ")
    for sleutel in voorstel.onbekend:
        waarschuw(f"De bron `{sleutel}` is nergens beschreven. Noem hem in het voorstel, dan vult iemand hem aan.")
    zeg()
    zeg("Nu kan:")
    git = "git" if voorstel.wortel == Path.cwd() else f"git -C {quote(str(voorstel.wortel))}"
    rijen = [(f"{git} show {tak.naam}", "Bekijk het voorstel.")]
    if tak.gedeeld:
        rijen.append((f"{git} push -u origin {tak.naam}", "Deel het. Open daarna op de website een pull request."))
    zeg_rijen(rijen)
    if not tak.gedeeld:
        zeg("Deze bank staat alleen op je computer. Wil je delen, vraag dan je schoolopleider waar de bank staat.")
