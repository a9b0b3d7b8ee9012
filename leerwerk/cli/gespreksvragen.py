"""The conversation of `leerwerk reflecteren`: the koppelkaart, what the pair decides, and the next step."""

from dataclasses import replace
from typing import Any

from leerwerk.cli.concept import Concept
from leerwerk.cli.sessie import Sessie
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, vraag_als_het_kan, vul_aan
from leerwerk.domain import velden
from leerwerk.domain.cyclus import is_gezien
from leerwerk.domain.plek import Plek
from leerwerk.domain.portfolio import Vervolg
from leerwerk.domain.waarden import bedoel_je
from leerwerk.errors import VerkeerdGebruik

ALLEEN = "alleen"
ZONDER = Vraag(
    "--zonder-observatie",
    "Er is geen observatie van deze les. Waarom keek er niemand?",
    True,
    hulp="Keek er wel iemand? Stop met Ctrl-C en typ eerst: leerwerk observeren",
)
UITLEG = {
    "opnieuw": "de taak nog eens",
    "onderdeel": "een deel van de taak nog eens",
    "aanvullend": "een andere taak erbij",
    "nieuw-leerdoel": "samen een nieuw leerdoel",
}
STAP = Vraag("--volgende", "Wat is de volgende stap?", True, UITLEG, meer=True)


def vraag(sessie: Sessie, plek: Plek, gegeven: dict[str, Any], concept: Concept) -> dict[str, Any]:
    """Ask the koppelkaart from top to bottom."""
    vragen = _vragen(sessie, plek)
    antwoorden = vul_aan(vragen, gegeven, concept)
    volledig = {**gegeven, **antwoorden}
    if kan_vragen() and not gegeven["onderdelen"] and not gegeven["volgende"]:
        volledig["onderdelen"] = _vraag_besluiten(sessie, plek, volledig, concept)
    if not gegeven["volgende"]:
        stappen = vul_aan({"volgende": STAP}, {}, concept)["volgende"]
        volledig["volgende"] = tuple(_vervolg(sessie, plek, woord, volledig["onderdelen"]) for woord in stappen)
    return volledig


def _vervolg(sessie: Sessie, plek: Plek, woord: str, besluiten: dict[str, str]) -> Vervolg:
    """A next step; asks which onderdelen, when it does not follow from what was decided."""
    vervolg = lees_vervolg(woord, besluiten)
    if vervolg.stap != "onderdeel" or vervolg.onderdelen:
        return vervolg
    titels = titels_van(sessie, plek)
    keuzes = {id: titels.get(id, id) for id in plek.ronde.voorbereiding.onderdelen}
    vraag = Vraag("--volgende", "Welk onderdeel oefenen jullie opnieuw?", True, keuzes, meer=True)
    return replace(vervolg, onderdelen=vul_aan({"onderdelen": vraag}, {})["onderdelen"])


def _vragen(sessie: Sessie, plek: Plek) -> dict[str, Vraag]:
    vakken = {
        vak.naam: Vraag(f"--{vak.naam}", vak.vraag, vak.verplicht)
        for vak in velden.REFLECTIE.tekstvakken
        if vak.naam != "rubric"  # comes with its own form
    }
    if not kan_vragen():
        return vakken
    begeleiders = {wie.id: wie.naam for wie in sessie.portfolio.werkplekbegeleiders}
    met = {**begeleiders, ALLEEN: "dan stellen jullie nog niet vast wat je beheerst"}
    samen = {"samen_met": Vraag("--samen-met", "Met wie bespreek je de les?", True, met, meer=True)}
    return {**({} if is_gezien(plek.ronde) else {"zonder_observatie": ZONDER}), **samen, **vakken}


def _vraag_besluiten(sessie: Sessie, plek: Plek, antwoorden: dict[str, Any], concept: Concept) -> dict[str, str]:
    if not set(antwoorden["samen_met"]) - {ALLEEN}:
        return {}
    zeg()
    zeg("Stel samen vast wat je beheerst en wat je nog oefent.")
    besluiten = {}
    titels = titels_van(sessie, plek)
    keuzes = dict.fromkeys(velden.BESLUITEN if is_gezien(plek.ronde) else ("nog oefenen",), "")
    for id in plek.ronde.voorbereiding.onderdelen:
        vraag = Vraag("", titels.get(id, id), False, keuzes, leeg="Enter laat dit onderdeel zoals het was")
        if besluit := vraag_als_het_kan(f"onderdeel-{id}", vraag, concept):
            besluiten[id] = besluit
    return besluiten


def lees_besluiten(beheerst: list[str], nog_oefenen: list[str]) -> dict[str, str]:
    if dubbel := set(beheerst) & set(nog_oefenen):
        raise VerkeerdGebruik(f"`{dubbel.pop()}` staat bij --beheerst en bij --nog-oefenen.", nu="Kies er een.")
    return {**dict.fromkeys(nog_oefenen, "nog oefenen"), **dict.fromkeys(beheerst, "beheerst")}


def lees_vervolg(woorden: str, besluiten: dict[str, str]) -> Vervolg:
    """A next step as given on the command line: `onderdeel:terugblik,uitleg` or `aanvullend:vragen-stellen`."""
    stap, _, waarover = woorden.partition(":")
    if stap not in velden.VERVOLGEN:
        raise VerkeerdGebruik(f"`{stap[:40]}` kan niet bij --volgende.", nu=bedoel_je(stap, velden.VERVOLGEN))
    delen = tuple(deel.strip() for deel in waarover.split(",") if deel.strip())
    if stap == "onderdeel":
        return Vervolg(stap, onderdelen=delen or tuple(id for id, b in besluiten.items() if b == "nog oefenen"))
    return Vervolg(stap, taak=delen[0] if stap == "aanvullend" and delen else "")


def titels_van(sessie: Sessie, plek: Plek) -> dict[str, str]:
    """The titles of the onderdelen of a ronde's task, by id."""
    from leerwerk.actions.taak import taak_van_ronde

    taak = taak_van_ronde(sessie.werkplek, sessie.map, plek.ronde.voorbereiding).taak
    return {onderdeel.id: onderdeel.titel.tekst for onderdeel in taak.onderdelen}
