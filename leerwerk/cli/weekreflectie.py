"""`leerwerk weekreflectie`: terugkijken op je week."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from leerwerk.cli.concept import Concept
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.invoer import Invoer
from leerwerk.cli.opties import Bewerk, Datum, Student
from leerwerk.cli.overnemen import AL_VAST, bevestig, check_alleen
from leerwerk.cli.sessie import Sessie, open_sessie
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, ontbreekt, vraag_als_het_kan
from leerwerk.cli.waarden import lees_datum, lees_proza
from leerwerk.domain import inname, velden
from leerwerk.domain.portfolio import Weekreflectie
from leerwerk.domain.week import dagen_van, rondes_in, week_van
from leerwerk.errors import VerkeerdGebruik

app = maak_app()


@app.command(cls=Opdracht)
def weekreflectie(
    lukte: Annotated[str, typer.Option(metavar="TEKST", help="Wat er deze week goed ging.")] = "",
    vraag: Annotated[str, typer.Option(metavar="TEKST", help="Een vraag die je meeneemt.")] = "",
    stap: Annotated[str, typer.Option(metavar="TEKST", help="Je volgende stap.")] = "",
    week: Annotated[str, typer.Option(metavar="WEEK", help="Een andere week, zoals 2026-w48.")] = "",
    formulier: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Neem een ingevuld formulier over (html, pdf of md).")
    ] = None,
    datum: Datum = "",
    bewerk: Bewerk = False,
    student: Student = "",
) -> None:
    """Kijk terug op je week: wat ging er goed, welke vraag heb je, wat is je volgende stap?

    Een regel is genoeg, en je hoeft geen les gegeven te hebben. Wat er al staat, blijft staan.

    Opties met tekst nemen ook - (lees van de invoer) en @bestand.
    """
    from leerwerk.actions.weekreflectie import leg_week_vast

    sessie = open_sessie(student, stap=True)
    op = lees_datum(datum)
    gegeven = {naam: lees_proza(tekst, f"--{naam}") for naam, tekst in
               (("lukte", lukte), ("vraag", vraag), ("stap", stap))}  # fmt: skip
    welke = _week(week, op)
    invoer = Invoer(sessie, velden.WEEKREFLECTIE, welke, bewerk)
    if formulier:
        check_alleen("weekreflectie", **gegeven, bewerk=bewerk)
        nieuw = _van_formulier(sessie, formulier)
    else:
        antwoorden = invoer.lees(gegeven, op, lambda concept: _vraag(sessie, welke, gegeven, concept))
        teksten = {naam: tekst for naam in gegeven if (tekst := antwoorden.get(naam))}
        nieuw = Weekreflectie(welke, antwoorden["op"], teksten=teksten)
    if nieuw is None:
        return
    leg_week_vast(sessie.map, nieuw)
    invoer.klaar()
    zeg(f"Je weekreflectie van week {int(nieuw.week[6:])} staat in je portfolio.")


def _week(tekst: str, op: date) -> str:
    if tekst and not dagen_van(tekst):
        raise VerkeerdGebruik(f"`{tekst[:20]}` is geen week die bestaat.", nu="Schrijf hem als 2026-w48.")
    return tekst or week_van(op)


def _vraag(sessie: Sessie, week: str, gegeven: dict[str, str], concept: Concept) -> dict[str, Any]:
    if any(gegeven.values()):
        return dict(gegeven)
    if not kan_vragen():
        raise ontbreekt(["--lukte, --vraag of --stap"])
    _toon_lessen(sessie, week)
    vragen = {vak.naam: Vraag(f"--{vak.naam}", vak.vraag) for vak in velden.WEEKREFLECTIE.tekstvakken}
    return {naam: vraag_als_het_kan(naam, vraag, concept) for naam, vraag in vragen.items()}


def _toon_lessen(sessie: Sessie, week: str) -> None:
    for ronde in rondes_in(sessie.portfolio, week):
        zeg(f"- {ronde.voorbereiding.taak}: {', '.join(ronde.voorbereiding.onderdelen)}", "  ")


def _van_formulier(sessie: Sessie, pad: Path) -> Weekreflectie | None:
    from leerwerk.actions.overnemen import is_overgenomen, lees

    ingevuld = lees(pad)
    inname.check_soort(ingevuld.kenmerk, "weekreflectie")
    if is_overgenomen(sessie.portfolio, ingevuld.sha256):
        zeg(AL_VAST)
        return None
    antwoorden = inname.keur(inname.blanco(ingevuld.kenmerk, None), ingevuld)
    inname.check_student(sessie.portfolio, ingevuld.kenmerk, antwoorden)
    teksten = {naam: tekst for naam, tekst in antwoorden.items() if naam != "student"}
    for tekst in teksten.values():
        zeg(tekst, "  ")
    bevestig()
    kenmerk = ingevuld.kenmerk
    return Weekreflectie(kenmerk.week or week_van(kenmerk.op), kenmerk.op, ingevuld.sha256, teksten)
