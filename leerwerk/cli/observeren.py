"""`leerwerk observeren`: wat iemand in de les zag en hoorde."""

from datetime import date
from functools import partial
from typing import Annotated, Any

import typer

from leerwerk.cli import aanvullen
from leerwerk.cli.concept import Concept
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.invoer import Invoer
from leerwerk.cli.opties import (
    Bewerk,
    Datum,
    LeerdoelId,
    RondeId,
    Student,
    in_het_verleden,
    lees_datum,
    lees_proza,
)
from leerwerk.cli.overnemen import Formulieren, check_alleen, neem_observatie_over, vind_doel
from leerwerk.cli.sessie import Sessie, kies_ronde, open_sessie, toon_vervolg
from leerwerk.cli.uit import waarschuw, zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, ontbreekt, vraag_als_het_kan, vul_aan
from leerwerk.domain import velden
from leerwerk.domain.plek import Plek, te_observeren, vind_leerdoel
from leerwerk.domain.portfolio import Observatie
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.domain.waarden import lijkt_op
from leerwerk.domain.weigering import check_observeren
from leerwerk.errors import VerkeerdGebruik
from leerwerk.store.plaatsen import check_id

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
        for pad in formulier:
            if overgenomen := neem_observatie_over(sessie, pad, wie, leerdoel, ronde):
                toon_vervolg(*vind_doel(sessie, overgenomen))
        return
    plek = kies_ronde(sessie, ronde, leerdoel, te_observeren, check_observeren)
    gegeven = {
        "wie": wie,
        "rol": _rol(rol, wie, sessie),
        "kijkpunten": {
            **dict.fromkeys(gezien or (), "gezien"),
            **dict.fromkeys(niet_gezien or (), "niet gezien"),
            **dict.fromkeys(niet_aan_de_orde or (), "niet aan de orde"),
        },
        "notities": dict(_notitie(paar) for paar in notitie or ()),
        "lukte": lees_proza(lukte, "--lukte"),
        "kijkvraag": lees_proza(kijkvraag, "--kijkvraag"),
    }
    _leg_vast(sessie, plek, gegeven, lees_datum(datum), Invoer(sessie, velden.OBSERVATIE, plek.sleutel, bewerk))


def _leg_vast(sessie: Sessie, plek: Plek, gegeven: dict[str, Any], op: date, invoer: Invoer) -> None:
    from leerwerk.actions.observeren import neem_op
    from leerwerk.actions.taak import ANDERS, taak_van_ronde

    rondetaak = taak_van_ronde(sessie.werkplek, sessie.map, plek.ronde.voorbereiding)
    if rondetaak.anders:
        waarschuw(ANDERS)
    taak = rondetaak.taak
    antwoorden = invoer.lees(
        {**gegeven, "taak": taak.id},
        op,
        partial(_vraag, sessie, plek, taak, gegeven),
        _wenken(sessie, plek, taak, gegeven),
    )
    observatie = Observatie(
        op=in_het_verleden(antwoorden["op"]),
        wie=antwoorden["wie"],
        rol=antwoorden["rol"],
        taak=plek.ronde.voorbereiding.taak,
        taakversie=taak.versie,
        kijkpunten=antwoorden.get("kijkpunten") or {},
        notities=antwoorden.get("notities") or {},
        teksten={naam: tekst for naam in ("lukte", "kijkvraag") if (tekst := antwoorden.get(naam))},
    )
    portfolio = neem_op(sessie.map, plek.leerdoel.id, plek.ronde.id, observatie, taak)
    invoer.klaar()
    zeg(f"De observatie van {portfolio.namen((observatie.wie,))} staat in je portfolio.")
    toon_vervolg(portfolio, vind_leerdoel(portfolio, plek.leerdoel.id))


def _rol(rol: str, wie: str, sessie: Sessie) -> str:
    """The role given, else the one that follows from who watched."""
    if rol and rol not in velden.ROLLEN:
        raise VerkeerdGebruik(f"`{rol[:40]}` kan niet bij --rol.", nu=f"Kies uit: {', '.join(velden.ROLLEN)}.")
    if rol or not wie:
        return rol
    if wie == sessie.portfolio.student:
        return "student"
    if sessie.portfolio.begeleider(wie):
        return "werkplekbegeleider"
    bekend = (*(begeleider.id for begeleider in sessie.portfolio.werkplekbegeleiders), sessie.portfolio.student)
    if bedoeld := lijkt_op(wie, bekend):
        raise VerkeerdGebruik(
            f"`{wie}` staat niet in je portfolio.",
            nu=f"Bedoel je `{bedoeld}`? Was het iemand anders, zeg dat dan: --rol collega",
        )
    return "collega"


def _notitie(paar: str) -> tuple[str, str]:
    id, is_gelijk, tekst = paar.partition("=")
    if not (is_gelijk and tekst.strip()):
        raise VerkeerdGebruik("Bij --notitie hoort een kijkpunt en een tekst: --notitie terugblik-1=…", nu="")
    return id.strip(), lees_proza(tekst.strip(), "--notitie")


def _vraag(sessie: Sessie, plek: Plek, taak: Taak, gegeven: dict[str, Any], concept: Concept) -> dict[str, Any]:
    """Ask in the order of the form: who, the student's own question, what worked, and per kijkpunt."""
    wie = check_id(gegeven["wie"] or vul_aan({"wie": _wie_vraag(sessie)}, {}, concept)["wie"], "kijker")
    rol = gegeven["rol"] or _rol("", wie, sessie)
    if any(gegeven[naam] for naam in ("kijkpunten", "notities", "lukte", "kijkvraag")):
        return {**gegeven, "wie": wie, "rol": rol}
    if not kan_vragen():
        raise ontbreekt(["--gezien, --niet-gezien of --notitie bij een kijkpunt"])
    zeg()
    zeg("Schrijf geen namen van leerlingen op.")
    antwoorden: dict[str, Any] = {"wie": wie, "rol": rol, "kijkpunten": {}, "notities": {}}
    if plek.ronde.voorbereiding.kijkvraag:
        vraag = Vraag("--kijkvraag", plek.ronde.voorbereiding.kijkvraag, hulp="Dit is de kijkvraag van de student.")
        antwoorden["kijkvraag"] = vraag_als_het_kan("kijkvraag", vraag, concept)
    antwoorden["lukte"] = vraag_als_het_kan("lukte", Vraag("--lukte", "Wat lukte er in deze les?"), concept)
    for kijkpunt in taak.kijkpunten(plek.ronde.voorbereiding.onderdelen):
        waarom = f"Waarom: {zonder_verwijzingen(kijkpunt.waarom)}" if kijkpunt.waarom else ""
        keuze = Vraag("", zonder_verwijzingen(kijkpunt.tekst), False, dict.fromkeys(velden.GEZIEN, ""), hulp=waarom)
        if gekozen := vraag_als_het_kan(kijkpunt.id, keuze, concept):
            antwoorden["kijkpunten"][kijkpunt.id] = gekozen
        tekst = Vraag("", "Wat zag en hoorde je?")
        if gekozen != "niet aan de orde" and (woorden := vraag_als_het_kan(f"{kijkpunt.id}-notitie", tekst, concept)):
            antwoorden["notities"][kijkpunt.id] = woorden
    return antwoorden


def _wie_vraag(sessie: Sessie) -> Vraag:
    portfolio = sessie.portfolio
    kijkers = {wie.id: f"{wie.naam}, werkplekbegeleider" for wie in portfolio.werkplekbegeleiders}
    keuzes = {**kijkers, portfolio.student: "je eigen blik"}
    return Vraag("--wie", "Wie keek er? Een collega: typ een korte naam.", True, keuzes, vrij=True)


def _wenken(sessie: Sessie, plek: Plek, taak: Taak, gegeven: dict[str, Any]) -> dict[str, Any]:
    """What the template for the editor shows: who may have watched, the kijkvraag, and the kijkpunten."""
    return {
        "kijkers": [wie.id for wie in sessie.portfolio.werkplekbegeleiders],
        "kijkvraag": plek.ronde.voorbereiding.kijkvraag,
        "kijkpunten": [
            {"id": punt.id, "tekst": zonder_verwijzingen(punt.tekst), "notitie": gegeven["notities"].get(punt.id, "")}
            for punt in taak.kijkpunten(plek.ronde.voorbereiding.onderdelen)
        ],
    }
