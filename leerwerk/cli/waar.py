"""`leerwerk waar`: de leerroutekaart, met waar je bent."""

from leerwerk.actions.waar import Doelstand, doelstand
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Json, LeerdoelId, Student
from leerwerk.cli.sessie import Sessie, open_sessie, toon_vervolg
from leerwerk.cli.uit import ruw, zeg
from leerwerk.domain.beheersing import Stand
from leerwerk.domain.cyclus import vind_leerdoel
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.tekens import zichtbaar

app = maak_app()


@app.command(cls=Opdracht)
def waar(leerdoel: LeerdoelId = "", json: Json = False, student: Student = "") -> None:
    """Zie op de leerroutekaart waar je bent, wat je nog oefent en wat kan volgen."""
    from leerwerk.output import overzicht

    sessie = open_sessie(student)
    portfolio = sessie.portfolio
    leerdoelen = (vind_leerdoel(portfolio, leerdoel),) if leerdoel else portfolio.leerdoelen
    doelen = [doelstand(sessie.werkplek, sessie.map, portfolio, doel) for doel in leerdoelen]
    if json:
        ruw(overzicht.waar(portfolio.student, doelen))
        return
    if not doelen:
        _toon_begin(sessie)
    for doel in reversed(doelen):
        _toon_doel(sessie, doel)


def _toon_begin(sessie: Sessie) -> None:
    from leerwerk.cli.kaart import console, leerroutekaart
    from leerwerk.domain.fase import LEERDOEL

    console().print(leerroutekaart(LEERDOEL))
    zeg()
    zeg(f"Welkom, {sessie.portfolio.naam}. Stel samen een leerdoel vast. Vaag beginnen mag:")
    zeg('leerwerk doel "strenger zijn"', "  ")


def _toon_doel(sessie: Sessie, doel: Doelstand) -> None:
    from leerwerk.cli.kaart import console, leerroutekaart

    zeg(f"Leerdoel: {doel.leerdoel.tekst}")
    if doel.leerdoel.gedrag:
        zeg(f"Dan zien we: {doel.leerdoel.gedrag}", "  ")
    zeg(f"Vastgesteld met {sessie.portfolio.namen(doel.leerdoel.samen_met)}.", "  ")
    zeg()
    console().print(leerroutekaart(doel.fase))
    if doel.ronde:
        zeg()
        zeg(f"Je werkt aan: {doel.taaktitel} (ronde {doel.ronde.id})")
        breed = max(len(onderdeel.titel) for onderdeel in doel.onderdelen)
        for onderdeel in doel.onderdelen:
            zeg(f"{zichtbaar(onderdeel.titel):<{breed}}  {_in_woorden(sessie, onderdeel.stand)}", "  ")
    toon_vervolg(sessie.portfolio, doel.leerdoel)
    zeg()


def _in_woorden(sessie: Sessie, stand: Stand) -> str:
    if not stand.op:
        return stand.beheersing
    wie = sessie.portfolio.namen(stand.samen_met)
    return f"{stand.beheersing} (met {wie}, {datum_voluit(stand.op)})"
