"""`leerwerk waar`: de leerroutekaart, met waar je bent."""

from leerwerk.actions.waar import Doelstand, doelstand
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Json, LeerdoelId, Student
from leerwerk.cli.sessie import Sessie, open_sessie, toon_vervolg
from leerwerk.cli.uit import ruw, waarschuw, zeg
from leerwerk.domain.beheersing import NOG_NIET, Stand
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.plek import vind_leerdoel

app = maak_app()


@app.command(cls=Opdracht)
def waar(leerdoel: LeerdoelId = "", json: Json = False, student: Student = "") -> None:
    """Zie op de leerroutekaart waar je bent, wat je nog oefent en wat kan volgen."""
    from leerwerk.output import overzicht

    sessie = open_sessie(student)
    portfolio = sessie.portfolio
    leerdoelen = (vind_leerdoel(portfolio, leerdoel),) if leerdoel else portfolio.leerdoelen
    doelen = [doelstand(sessie.werkplek, sessie.map, portfolio, doel) for doel in leerdoelen]
    for melding in (melding for doel in doelen for melding in doel.meldingen):
        waarschuw(melding)
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
        geoefend = [o for o in doel.onderdelen if o.stand.beheersing != NOG_NIET or o.id in doel.nu]
        breed = max((len(onderdeel.titel) for onderdeel in geoefend), default=0)
        for onderdeel in geoefend:
            zeg(f"{onderdeel.titel:<{breed}}  {_in_woorden(sessie, onderdeel.stand)}", "  ", hang=breed + 2)
        if verder := [onderdeel.titel for onderdeel in doel.onderdelen if onderdeel not in geoefend]:
            zeg(f"Ook in deze taak: {', '.join(verder)}.", "  ")
    toon_vervolg(sessie.portfolio, doel.leerdoel)
    zeg()


def _in_woorden(sessie: Sessie, stand: Stand) -> str:
    if not stand.op:
        return stand.beheersing
    wie = sessie.portfolio.namen(stand.samen_met)
    return f"{stand.beheersing} (met {wie}, {datum_voluit(stand.op)})"
