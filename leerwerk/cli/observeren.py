"""`leerwerk observeren`: wat iemand in de les zag en hoorde."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from leerwerk.cli import aanvullen
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.invoer import Invoer
from leerwerk.cli.kijkvragen import lees_notitie, lees_rol, vraag, wenken
from leerwerk.cli.opties import Bewerk, Datum, LeerdoelId, RondeId, Student
from leerwerk.cli.overnemen import Formulieren, check_alleen, neem_observatie_over, vind_doel
from leerwerk.cli.sessie import Sessie, kies_ronde, open_sessie, toon_vervolg
from leerwerk.cli.uit import waarschuw, zeg
from leerwerk.cli.waarden import in_het_verleden, lees_datum, lees_proza
from leerwerk.domain import velden
from leerwerk.domain.plek import Plek, te_observeren, vind_leerdoel
from leerwerk.domain.portfolio import Observatie
from leerwerk.domain.taak import Taak
from leerwerk.domain.weigering import check_observeren

app = maak_app()

Kijkpunt = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", help="Dit kijkpunt was te zien.", autocompletion=aanvullen.kijkpunten),
]


@app.command(cls=Opdracht)
def observeren(
    wie: Annotated[
        str,
        typer.Option(metavar="ID", help="Wie er keek.", autocompletion=aanvullen.begeleiders),
    ] = "",
    rol: Annotated[
        str, typer.Option(metavar="ROL", help="In welke rol: werkplekbegeleider, collega of student.")
    ] = "",
    gezien: Kijkpunt = None,
    niet_gezien: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Dit kijkpunt was niet te zien.", autocompletion=aanvullen.kijkpunten),
    ] = None,
    niet_aan_de_orde: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Dit kijkpunt was niet aan de orde.", autocompletion=aanvullen.kijkpunten),
    ] = None,
    notitie: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=TEKST", help="Wat er bij een kijkpunt te zien en te horen was."),
    ] = None,
    lukte: Annotated[str, typer.Option(metavar="TEKST", help="Wat er lukte.")] = "",
    kijkvraag: Annotated[str, typer.Option(metavar="TEKST", help="Het antwoord op de kijkvraag.")] = "",
    datum: Datum = "",
    leerdoel: LeerdoelId = "",
    ronde: RondeId = "",
    formulier: Formulieren = None,
    bewerk: Bewerk = False,
    student: Student = "",
) -> None:
    """Neem over wat iemand in de les zag en hoorde: per kijkpunt, in de volgorde van het formulier.

    Meer kijkers staan naast elkaar, en je eigen blik ook (--rol student). Niet gezien is niet hetzelfde als niet
    kunnen. Schrijf geen namen van leerlingen op. Een ingevuld formulier neem je over met --formulier.

    Opties met tekst nemen ook - (lees van de invoer) en @bestand.
    """
    sessie = open_sessie(student, stap=True)
    if formulier:
        check_alleen("observeren", rol=rol, gezien=gezien, niet_gezien=niet_gezien, niet_aan_de_orde=niet_aan_de_orde,
                     notitie=notitie, lukte=lukte, kijkvraag=kijkvraag, datum=datum, bewerk=bewerk)  # fmt: skip
        _neem_formulieren_over(sessie, formulier, wie, leerdoel, ronde)
        return
    plek = kies_ronde(sessie, ronde, leerdoel, te_observeren, check_observeren)
    gegeven = {
        "wie": wie,
        "rol": lees_rol(rol, wie, sessie.portfolio),
        "kijkpunten": {
            **dict.fromkeys(gezien or (), "gezien"),
            **dict.fromkeys(niet_gezien or (), "niet gezien"),
            **dict.fromkeys(niet_aan_de_orde or (), "niet aan de orde"),
        },
        "notities": dict(lees_notitie(paar) for paar in notitie or ()),
        "lukte": lees_proza(lukte, "--lukte"),
        "kijkvraag": lees_proza(kijkvraag, "--kijkvraag"),
    }
    _leg_vast(sessie, plek, gegeven, lees_datum(datum), Invoer(sessie, velden.OBSERVATIE, plek.sleutel, bewerk))


def _neem_formulieren_over(sessie: Sessie, formulieren: list[Path], wie: str, leerdoel: str, ronde: str) -> None:
    for pad in formulieren:
        if overgenomen := neem_observatie_over(sessie, pad, wie, leerdoel, ronde):
            toon_vervolg(*vind_doel(sessie, overgenomen))


def _leg_vast(sessie: Sessie, plek: Plek, gegeven: dict[str, Any], op: date, invoer: Invoer) -> None:
    from leerwerk.actions.observeren import neem_op

    taak = _taak(sessie, plek)
    begin, hulp = {**gegeven, "taak": taak.id}, wenken(sessie, plek, taak, gegeven)
    antwoorden = invoer.lees(begin, op, partial(vraag, sessie, plek, taak, gegeven), hulp)
    observatie = _observatie(plek, taak, antwoorden)
    portfolio = neem_op(sessie.map, plek.leerdoel.id, plek.ronde.id, observatie, taak)
    invoer.klaar()
    zeg(f"De observatie van {portfolio.namen((observatie.wie,))} staat in je portfolio.")
    toon_vervolg(portfolio, vind_leerdoel(portfolio, plek.leerdoel.id))


def _taak(sessie: Sessie, plek: Plek) -> Taak:
    from leerwerk.actions.taak import ANDERS, taak_van_ronde

    rondetaak = taak_van_ronde(sessie.werkplek, sessie.map, plek.ronde.voorbereiding)
    if rondetaak.anders:
        waarschuw(ANDERS)
    return rondetaak.taak


def _observatie(plek: Plek, taak: Taak, antwoorden: dict[str, Any]) -> Observatie:
    return Observatie(
        op=in_het_verleden(antwoorden["op"]),
        wie=antwoorden["wie"],
        rol=antwoorden["rol"],
        taak=plek.ronde.voorbereiding.taak,
        taakversie=taak.versie,
        kijkpunten=antwoorden.get("kijkpunten") or {},
        notities=antwoorden.get("notities") or {},
        teksten={naam: tekst for naam in ("lukte", "kijkvraag") if (tekst := antwoorden.get(naam))},
    )
