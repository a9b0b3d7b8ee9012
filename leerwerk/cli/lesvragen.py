"""The conversation of `leerwerk voorbereiden`: which task, which of its onderdelen, and which handvatten."""

from dataclasses import replace
from typing import Any

from leerwerk.cli.concept import Concept
from leerwerk.cli.sessie import Sessie
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, vraag_als_het_kan, vul_aan
from leerwerk.domain.plek import vind_ronde
from leerwerk.domain.portfolio import Leerdoel, Ronde
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.store.portfolios import load_portfolio
from leerwerk.store.schrijver import scalar

KEUZES = 5
TAAKVRAAG = Vraag(
    "TAAK", "Welke taak kies je? Staat hij er niet bij, typ dan een woord om te zoeken.", True, vrij=True
)
HANDVATTEN = Vraag(
    "--handvat", "Welke handvatten zet je in? Of typ er zelf een.", True, {}, meer=True, vrij=True, kort=True
)
VRAGEN = {
    "onderwerp": Vraag("--onderwerp", "Waar gaat de les over?"),
    "klas": Vraag("--klas", "Welke klas is het, grof aangeduid? Bijvoorbeeld: 2 havo, wiskunde."),
    "kijkvraag": Vraag("--kijkvraag", "Waar wil je dat je werkplekbegeleider op let?"),
    "lesplan": Vraag("--lesplan", "Hoe zet je de handvatten in deze les in?"),
}


def zoek_taak(sessie: Sessie, doel: Leerdoel, concept: Concept) -> str:
    """Offer what fits the goal; other words search on, until a task is chosen."""
    from leerwerk.actions.taken import open_zoekbank

    bank = open_zoekbank(sessie.werkplek, sessie.map)
    taken = {kaart.id: kaart for kaart in bank.kaarten}
    woorden = f"{doel.tekst} {doel.gedrag}"
    eerder = [taken[id] for id in [concept.antwoord("taak")] if id in taken]
    while True:
        gevonden = [treffer.taak for treffer in bank.zoek(woorden)[:KEUZES]]
        keuzes = {kaart.id: kaart.titel for kaart in (*eerder, *gevonden)}
        if not keuzes:
            zeg(f"Geen taak gevonden bij '{woorden}'.")
        antwoord = str(vul_aan({"taak": replace(TAAKVRAAG, keuzes=keuzes)}, {})["taak"])
        if antwoord in taken:
            concept.bewaar("taak", antwoord)
            return antwoord
        woorden, eerder = antwoord, []


def met_eerder(
    sessie: Sessie, doel: Leerdoel, ronde: Ronde, taak: Taak, gegeven: dict[str, Any], concept: Concept
) -> dict[str, Any]:
    """Preparing again begins from what was prepared: only what is given anew, or typed, changes."""
    volledig = load_portfolio(sessie.map, met_tekst=True)
    eerder = vind_ronde(volledig, ronde.id, doel.id).ronde.voorbereiding
    waarden: dict[str, Any] = {
        naam: eerder.teksten.get(naam) if naam == "lesplan" else getattr(eerder, naam) for naam in gegeven
    }
    if kan_vragen() and not any(gegeven.values()):
        _stel_voor(taak, waarden, concept)
        return gegeven
    return {naam: waarde or waarden[naam] for naam, waarde in gegeven.items()}


def _stel_voor(taak: Taak, waarden: dict[str, Any], concept: Concept) -> None:
    """Offer what was prepared as what was typed before; handvatten by their short names where they have one."""
    from leerwerk.actions.voorbereiden import handvatten

    namen = {tekst: naam for naam, tekst in handvatten(taak, tuple(o.id for o in taak.onderdelen)).items()}
    for naam, waarde in waarden.items():
        delen: tuple[str, ...] = waarde if isinstance(waarde, tuple) else (waarde or "",)
        concept.stel_voor(naam, ", ".join(namen.get(deel, deel) for deel in delen))


def vraag(taak: Taak, gegeven: dict[str, Any], concept: Concept) -> dict[str, Any]:
    """Ask in two parts: which onderdelen, and then which of their handvatten."""
    from leerwerk.actions.taak import kies_onderdelen
    from leerwerk.actions.voorbereiden import handvatten, kies_handvatten

    if gegeven["handvatten"]:
        return gegeven
    gekozen = gegeven["onderdelen"] or vraag_als_het_kan("onderdelen", _onderdeelvraag(taak), concept)
    onderdelen = kies_onderdelen(taak, tuple(gekozen))
    if kan_vragen():
        _toon_theorie(taak, onderdelen)
    vragen = {"handvatten": replace(HANDVATTEN, keuzes=handvatten(taak, onderdelen)), **VRAGEN}
    antwoorden = vul_aan(vragen, gegeven, concept)
    gekozen_handvatten = kies_handvatten(taak, antwoorden["handvatten"])
    return {**antwoorden, "onderdelen": onderdelen, "handvatten": gekozen_handvatten}


def _onderdeelvraag(taak: Taak) -> Vraag:
    onderdelen = {onderdeel.id: onderdeel.titel.tekst for onderdeel in taak.onderdelen}
    hulp = "Twee of drie onderdelen is in een les goed te doen."
    leeg = "Enter kiest de hele taak"
    return Vraag("--onderdeel", "Welke onderdelen oefen je?", False, onderdelen, True, hulp, leeg=leeg)


def _toon_theorie(taak: Taak, onderdelen: tuple[str, ...]) -> None:
    for onderdeel in taak.onderdelen:
        if onderdeel.id in onderdelen:
            zeg()
            zeg(onderdeel.titel.tekst)
            for alinea in onderdeel.theorie:
                zeg(zonder_verwijzingen(alinea), "  ")


def wenken(taak: Taak, onderdelen: tuple[str, ...]) -> dict[str, Any]:
    from leerwerk.actions.voorbereiden import handvatten

    return {"handvatten": [scalar(tekst) for tekst in handvatten(taak, onderdelen).values()]}
