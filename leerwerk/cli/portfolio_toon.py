"""`leerwerk portfolio toon`: een portfolio lezen, of er een document van maken."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from leerwerk.cli.formulier import check_formaat
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Datum, Json, Student
from leerwerk.cli.sessie import Sessie, open_sessie
from leerwerk.cli.uit import ruw, zeg
from leerwerk.cli.waarden import lees_datum
from leerwerk.domain import velden
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.portfolio import Leerdoel, Observatie, Portfolio, Reflectie, Ronde, Voorbereiding
from leerwerk.errors import LeerwerkFout

app = maak_app()


@app.command(cls=Opdracht)
def toon(
    student: Student = "",
    json: Json = False,
    formaat: Annotated[str, typer.Option(metavar="FORMAAT", help="Maak er een document van: html of pdf.")] = "",
    naar: Annotated[Path, typer.Option(metavar="MAP", help="De map voor het document.")] = Path(),
    datum: Datum = "",
) -> None:
    """Lees een portfolio: leerdoelen, rondes, wat er te zien was en wat jullie vaststelden.

    Met --formaat html of pdf wordt het een document, met de rondes per onderdeel naast elkaar.
    """
    from leerwerk.output import overzicht

    sessie = open_sessie(student, met_tekst=True)
    if formaat:
        zeg(_maak_document(sessie, datum, formaat, naar))
    elif json:
        ruw(overzicht.portfolio(sessie.portfolio))
    else:
        _toon_portfolio(sessie)


def _maak_document(sessie: Sessie, datum: str, formaat: str, naar: Path) -> str:
    from leerwerk.actions.portfolio_tonen import FORMATEN, maak

    check_formaat(formaat, tuple(FORMATEN))
    return str(maak(sessie.werkplek, sessie.map, sessie.portfolio, lees_datum(datum), formaat, naar))


def _toon_portfolio(sessie: Sessie) -> None:
    _toon_kop(sessie.portfolio)
    for leerdoel in sessie.portfolio.leerdoelen:
        _toon_leerdoel(sessie, leerdoel)


def _toon_kop(portfolio: Portfolio) -> None:
    zeg(f"Portfolio van {portfolio.naam}")
    jaar = f"studiejaar {portfolio.studiejaar}" if portfolio.studiejaar else ""
    if regel := ", ".join(filter(None, [portfolio.vak, portfolio.school, portfolio.opleiding, jaar])):
        zeg(regel, "  ")
    zeg(f"Werkplekbegeleiding: {portfolio.namen(tuple(w.id for w in portfolio.werkplekbegeleiders))}", "  ")


def _toon_leerdoel(sessie: Sessie, leerdoel: Leerdoel) -> None:
    zeg()
    zeg(f"LEERDOEL: {leerdoel.tekst}")
    if leerdoel.gedrag:
        zeg(f"Dan zien we: {leerdoel.gedrag}", "  ")
    zeg(f"Vastgesteld op {datum_voluit(leerdoel.op)} met {sessie.portfolio.namen(leerdoel.samen_met)}", "  ")
    _toon_teksten(velden.LEERDOEL, leerdoel.teksten, "  ")
    for ronde in leerdoel.rondes:
        _toon_ronde(sessie, ronde)


def _toon_ronde(sessie: Sessie, ronde: Ronde) -> None:
    titels = _titels(sessie, ronde)
    _toon_voorbereiding(ronde.voorbereiding, titels)
    if ronde.uitvoering:
        _toon_teksten(velden.UITVOERING, ronde.uitvoering.teksten, "    ")
    for observatie in ronde.observaties:
        _toon_observatie(sessie.portfolio, observatie, titels)
    if ronde.reflectie:
        _toon_reflectie(sessie.portfolio, ronde.reflectie, titels)


def _toon_voorbereiding(voorbereiding: Voorbereiding, titels: "_Titels") -> None:
    zeg()
    zeg(f"── {titels[voorbereiding.taak]}, {datum_voluit(voorbereiding.op)} ──", "  ")
    _rij("Onderdelen", ", ".join(titels[id] for id in voorbereiding.onderdelen))
    _rij("Les", ", ".join(filter(None, [voorbereiding.onderwerp, voorbereiding.klas])))
    for handvat in voorbereiding.handvatten:
        _rij("Handvat", handvat)
    _rij("Kijkvraag", voorbereiding.kijkvraag)
    _toon_teksten(velden.VOORBEREIDING, voorbereiding.teksten, "    ")


class _Titels(dict[str, str]):
    """Titles by id; an id without a title stands for itself."""

    def __missing__(self, id: str) -> str:
        return id


def _titels(sessie: Sessie, ronde: Ronde) -> _Titels:
    """What the ids of a ronde's task stand for, in the version that the ronde began with."""
    from leerwerk.actions.taak import taak_van_ronde
    from leerwerk.domain.taak import zonder_verwijzingen

    with suppress(LeerwerkFout):
        taak = taak_van_ronde(sessie.werkplek, sessie.map, ronde.voorbereiding).taak
        onderdelen = {onderdeel.id: onderdeel.titel.tekst for onderdeel in taak.onderdelen}
        kijkpunten = {punt.id: zonder_verwijzingen(punt.tekst) for punt in taak.kijkpunten()}
        return _Titels({taak.id: taak.titel, **onderdelen, **kijkpunten})
    return _Titels()


def _toon_observatie(portfolio: Portfolio, observatie: Observatie, titels: _Titels) -> None:
    zeg(f"Gezien door {portfolio.namen((observatie.wie,))} ({observatie.rol}):", "    ")
    for id in {**observatie.kijkpunten, **observatie.notities}:
        zeg(f"- {titels[id]}", "      ", hang=2)
        zeg(": ".join(filter(None, [observatie.kijkpunten.get(id), observatie.notities.get(id)])), "        ")
    _toon_teksten(velden.OBSERVATIE, observatie.teksten, "      ")


def _toon_reflectie(portfolio: Portfolio, reflectie: Reflectie, titels: _Titels) -> None:
    wie = f" met {portfolio.namen(reflectie.samen_met)}" if reflectie.samen_met else ""
    zeg(f"Gesprek op {datum_voluit(reflectie.op)}{wie}:", "    ")
    _toon_teksten(velden.REFLECTIE, reflectie.teksten, "      ")
    for id, besluit in reflectie.onderdelen.items():
        zeg(f"{titels[id]}: {besluit}", "      ")
    for vervolg in reflectie.volgende:
        waarover = ", ".join(filter(None, [*(titels[id] for id in vervolg.onderdelen), vervolg.taak, vervolg.wat]))
        zeg(f"Volgende stap: {vervolg.stap}" + (f" ({waarover})" if waarover else ""), "      ")


def _toon_teksten(soort: velden.Documentsoort, teksten: Any, inspringing: str) -> None:
    for vak in soort.tekstvakken:
        if tekst := teksten.get(vak.naam):
            zeg(f"{vak.titel}:", inspringing)
            zeg(tekst, inspringing + "  ")


def _rij(naam: str, waarde: str) -> None:
    if waarde:
        zeg(f"{naam}: {waarde}", "    ")
