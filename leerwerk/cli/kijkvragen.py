"""The conversation of `leerwerk observeren`: who watched, and what they saw and heard per kijkpunt."""

from collections.abc import Iterable
from typing import Any

from leerwerk.cli.concept import Concept
from leerwerk.cli.sessie import Sessie
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, ontbreekt, vraag_als_het_kan, vul_aan
from leerwerk.cli.waarden import lees_proza
from leerwerk.domain import velden
from leerwerk.domain.plek import Plek
from leerwerk.domain.portfolio import Portfolio
from leerwerk.domain.taak import Kijkpunt, Taak, zonder_verwijzingen
from leerwerk.domain.waarden import bedoel_je, lijkt_op
from leerwerk.errors import VerkeerdGebruik
from leerwerk.store.plaatsen import check_id

LUKTE = Vraag("--lukte", "Wat lukte er in deze les?")
NOTITIE = Vraag("", "Wat zag en hoorde je?")


def vraag(sessie: Sessie, plek: Plek, taak: Taak, gegeven: dict[str, Any], concept: Concept) -> dict[str, Any]:
    """Ask in the order of the form: who, the student's own question, what worked, and per kijkpunt."""
    wie = check_id(gegeven["wie"] or vul_aan({"wie": _wie_vraag(sessie)}, {}, concept)["wie"], "kijker")
    kijker = {"wie": wie, "rol": gegeven["rol"] or lees_rol("", wie, sessie.portfolio)}
    if any(gegeven[naam] for naam in ("kijkpunten", "notities", "lukte", "kijkvraag")):
        return {**gegeven, **kijker}
    if not kan_vragen():
        raise ontbreekt(["--gezien, --niet-gezien of --notitie bij een kijkpunt"])
    zeg()
    zeg("Schrijf geen namen van leerlingen op.")
    voorbereiding = plek.ronde.voorbereiding
    return {
        **kijker,
        **_vraag_vooraf(voorbereiding.kijkvraag, concept),
        **_vraag_kijkpunten(taak.kijkpunten(voorbereiding.onderdelen), concept),
    }


def _vraag_vooraf(kijkvraag: str, concept: Concept) -> dict[str, Any]:
    antwoorden = {}
    if kijkvraag:
        eigen = Vraag("--kijkvraag", kijkvraag, hulp="Dit is de kijkvraag van de student.")
        antwoorden["kijkvraag"] = vraag_als_het_kan("kijkvraag", eigen, concept)
    return {**antwoorden, "lukte": vraag_als_het_kan("lukte", LUKTE, concept)}


def _vraag_kijkpunten(kijkpunten: Iterable[Kijkpunt], concept: Concept) -> dict[str, Any]:
    """Per kijkpunt whether it was seen, and what was seen and heard."""
    gezien: dict[str, str] = {}
    notities: dict[str, str] = {}
    for kijkpunt in kijkpunten:
        if keuze := vraag_als_het_kan(kijkpunt.id, _kijkpuntvraag(kijkpunt), concept):
            gezien[kijkpunt.id] = keuze
        if keuze == "niet aan de orde":
            continue
        if tekst := vraag_als_het_kan(f"{kijkpunt.id}-notitie", NOTITIE, concept):
            notities[kijkpunt.id] = tekst
    return {"kijkpunten": gezien, "notities": notities}


def _kijkpuntvraag(kijkpunt: Kijkpunt) -> Vraag:
    waarom = f"Waarom: {zonder_verwijzingen(kijkpunt.waarom)}" if kijkpunt.waarom else ""
    return Vraag("", zonder_verwijzingen(kijkpunt.tekst), False, dict.fromkeys(velden.GEZIEN, ""), hulp=waarom)


def _wie_vraag(sessie: Sessie) -> Vraag:
    portfolio = sessie.portfolio
    kijkers = {wie.id: f"{wie.naam}, werkplekbegeleider" for wie in portfolio.werkplekbegeleiders}
    keuzes = {**kijkers, portfolio.student: "je eigen blik"}
    return Vraag("--wie", "Wie keek er? Een collega: typ een korte naam.", True, keuzes, vrij=True)


def lees_rol(rol: str, wie: str, portfolio: Portfolio) -> str:
    """The role given, else the one that follows from who watched."""
    if rol and rol not in velden.ROLLEN:
        raise VerkeerdGebruik(f"`{rol[:40]}` kan niet bij --rol.", nu=bedoel_je(rol, velden.ROLLEN))
    if rol or not wie:
        return rol
    if wie == portfolio.student:
        return "student"
    if portfolio.begeleider(wie):
        return "werkplekbegeleider"
    bekend = (*(begeleider.id for begeleider in portfolio.werkplekbegeleiders), portfolio.student)
    if bedoeld := lijkt_op(wie, bekend):
        raise VerkeerdGebruik(
            f"`{wie}` staat niet in je portfolio.",
            nu=f"Bedoel je `{bedoeld}`? Was het iemand anders, zeg dat dan: --rol collega",
        )
    return "collega"


def lees_notitie(paar: str) -> tuple[str, str]:
    id, is_gelijk, tekst = paar.partition("=")
    if not (is_gelijk and tekst.strip()):
        raise VerkeerdGebruik("Bij --notitie hoort een kijkpunt en een tekst: --notitie terugblik-1=…", nu="")
    return id.strip(), lees_proza(tekst.strip(), "--notitie")


def wenken(sessie: Sessie, plek: Plek, taak: Taak, gegeven: dict[str, Any]) -> dict[str, Any]:
    """What the template for the editor shows: who may have watched, the kijkvraag, and the kijkpunten."""
    return {
        "kijkers": [wie.id for wie in sessie.portfolio.werkplekbegeleiders],
        "kijkvraag": plek.ronde.voorbereiding.kijkvraag,
        "kijkpunten": [
            {"id": punt.id, "tekst": zonder_verwijzingen(punt.tekst), "notitie": gegeven["notities"].get(punt.id, "")}
            for punt in taak.kijkpunten(plek.ronde.voorbereiding.onderdelen)
        ],
    }
