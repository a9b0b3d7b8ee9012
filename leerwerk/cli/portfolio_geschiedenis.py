"""`leerwerk portfolio geschiedenis`: alle stappen die je zette."""

from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Json, Student
from leerwerk.cli.sessie import open_sessie
from leerwerk.cli.uit import ruw, zeg
from leerwerk.domain.datum import datum_voluit

app = maak_app()


@app.command(cls=Opdracht)
def geschiedenis(student: Student = "", json: Json = False) -> None:
    """Zie alle stappen die je zette, de laatste bovenaan."""
    from leerwerk.actions.geschiedenis import stappen
    from leerwerk.output import overzicht

    sessie = open_sessie(student)
    rijen = [(stap.tijd, stap.auteur, stap.onderwerp) for stap in stappen(sessie.map)]
    if json:
        ruw(overzicht.stappen(sessie.portfolio.student, rijen))
        return
    for tijd, auteur, onderwerp in rijen:
        zeg(f"{datum_voluit(tijd.date())}, {tijd:%H:%M}  {onderwerp} ({auteur})")
