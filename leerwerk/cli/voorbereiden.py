"""`leerwerk voorbereiden`: een taak kiezen en een les voorbereiden."""

from dataclasses import replace
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
    Student,
    lees_datum,
    lees_proza,
    lees_regel,
)
from leerwerk.cli.sessie import Sessie, kies_leerdoel, open_sessie, toon_vervolg
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, vraag_als_het_kan, vul_aan
from leerwerk.domain import velden
from leerwerk.domain.cyclus import check_voorbereiden, opnieuw_voor_te_bereiden, vind_leerdoel, vind_ronde
from leerwerk.domain.portfolio import Leerdoel, Voorbereiding
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.errors import Geweigerd
from leerwerk.store.portfolios import load_portfolio
from leerwerk.store.schrijver import scalar

app = maak_app()


@app.command(cls=Opdracht)
def voorbereiden(
    taak: Annotated[
        str,
        typer.Argument(metavar="[TAAK]", help="De taak, zoals orde-houden.", autocompletion=aanvullen.taken),
    ] = "",
    onderdeel: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Alleen dit onderdeel.", autocompletion=aanvullen.onderdelen),
    ] = None,
    handvat: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID|TEKST",
            help="Een handvat dat je inzet: uit de taak, of in je eigen woorden.",
            autocompletion=aanvullen.handvatten,
        ),
    ] = None,
    onderwerp: Annotated[str, typer.Option(metavar="TEKST", help="Waar de les over gaat.")] = "",
    klas: Annotated[str, typer.Option(metavar="TEKST", help="De klas, grof: '2 havo, wiskunde'.")] = "",
    kijkvraag: Annotated[str, typer.Option(metavar="TEKST", help="Waar je werkplekbegeleider speciaal op let.")] = "",
    lesplan: Annotated[str, typer.Option(metavar="TEKST", help="Hoe je de handvatten in de les inzet.")] = "",
    leerdoel: LeerdoelId = "",
    nieuwe_ronde: Annotated[
        bool, typer.Option("--nieuwe-ronde", help="Begin een nieuwe ronde, ook als er nog een les te geven is.")
    ] = False,
    datum: Datum = "",
    bewerk: Bewerk = False,
    student: Student = "",
) -> None:
    """Begin een ronde: kies een taak of een deel ervan, en de handvatten die je in de les inzet.

    Is de les nog niet gegeven, dan pas je hiermee je voorbereiding aan.

    Opties met tekst nemen ook - (lees van de invoer) en @bestand.
    """
    from leerwerk.actions.taak import kies_onderdelen
    from leerwerk.actions.voorbereiden import kies_handvatten

    sessie = open_sessie(student, stap=True)
    doel = _leerdoel(sessie, leerdoel)
    invoer = Invoer(sessie, velden.VOORBEREIDING, doel.id, bewerk)
    gekozen = _taak(sessie, doel, taak, invoer.concept)
    gegeven: dict[str, Any] = {
        "onderdelen": kies_onderdelen(gekozen, tuple(onderdeel)) if onderdeel else (),
        "handvatten": kies_handvatten(gekozen, tuple(lees_regel(h, "--handvat") for h in handvat or ())),
        "onderwerp": lees_regel(onderwerp, "--onderwerp"),
        "klas": lees_regel(klas, "--klas"),
        "kijkvraag": lees_regel(kijkvraag, "--kijkvraag"),
        "lesplan": lees_proza(lesplan, "--lesplan"),
    }
    if not nieuwe_ronde:
        gegeven = _met_eerder(sessie, doel, gekozen, gegeven, invoer)
    _leg_vast(sessie, doel, gekozen, gegeven, lees_datum(datum), invoer, nieuwe_ronde)


def _leg_vast(
    sessie: Sessie,
    doel: Leerdoel,
    taak: Taak,
    gegeven: dict[str, Any],
    op: date,
    invoer: Invoer,
    nieuwe_ronde: bool,
) -> None:
    from leerwerk.actions.taak import kies_onderdelen
    from leerwerk.actions.voorbereiden import bereid_voor

    onderdelen = kies_onderdelen(taak, tuple(gegeven["onderdelen"]))
    start = {**gegeven, "onderdelen": onderdelen, "taak": taak.id}
    antwoorden = invoer.lees(start, op, partial(_vraag, taak, gegeven), _wenken(taak, onderdelen))
    voorbereiding = Voorbereiding(
        op=antwoorden["op"],
        taak=taak.id,
        taakversie=taak.versie,
        onderdelen=kies_onderdelen(taak, tuple(antwoorden["onderdelen"])),
        handvatten=tuple(antwoorden["handvatten"]),
        onderwerp=antwoorden.get("onderwerp") or "",
        klas=antwoorden.get("klas") or "",
        kijkvraag=antwoorden.get("kijkvraag") or "",
        teksten={"lesplan": antwoorden.get("lesplan") or ""},
    )
    voorbereid = bereid_voor(sessie.map, doel.id, voorbereiding, nieuwe_ronde)
    invoer.klaar()
    wat = "Je voorbereiding is aangepast" if voorbereid.opnieuw else "Je bent een ronde begonnen"
    zeg(f"{wat}: {taak.titel}.")
    for onderdeel in taak.onderdelen:
        if onderdeel.id in voorbereid.ronde.voorbereiding.onderdelen:
            zeg(f"- {onderdeel.titel.tekst}", "  ")
    toon_vervolg(voorbereid.portfolio, vind_leerdoel(voorbereid.portfolio, doel.id))


def _leerdoel(sessie: Sessie, id: str) -> Leerdoel:
    """The leerdoel to practise for; refuses what cannot be prepared yet."""
    if not sessie.portfolio.leerdoelen:
        raise Geweigerd("Je hebt nog geen leerdoel vastgesteld.", nu='Begin zo: leerwerk doel "Ik wil …"')
    if id:
        doel = vind_leerdoel(sessie.portfolio, id)
    else:
        doel = kies_leerdoel(sessie.portfolio.leerdoelen, sessie.werkplek.hier)
    check_voorbereiden(doel)
    return doel


def _taak(sessie: Sessie, doel: Leerdoel, id: str, concept: Concept) -> Taak:
    from leerwerk.actions.taak import vind_taak

    return vind_taak(sessie.werkplek, sessie.map, id or _zoek_taak(sessie, doel, concept))


def _zoek_taak(sessie: Sessie, doel: Leerdoel, concept: Concept) -> str:
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


def _met_eerder(
    sessie: Sessie, doel: Leerdoel, taak: Taak, gegeven: dict[str, Any], invoer: Invoer
) -> dict[str, Any]:
    """Preparing again begins from what was prepared: only what is given anew, or typed, changes."""
    wachtend = opnieuw_voor_te_bereiden(doel, taak.id)
    if not wachtend:
        return gegeven
    volledig = load_portfolio(sessie.map, met_tekst=True)
    eerder = vind_ronde(volledig, wachtend.id, doel.id).ronde.voorbereiding
    waarden: dict[str, Any] = {
        naam: eerder.teksten.get(naam) if naam == "lesplan" else getattr(eerder, naam) for naam in gegeven
    }
    if kan_vragen() and not any(gegeven.values()):
        _stel_voor(taak, waarden, invoer.concept)
        return gegeven
    return {naam: waarde or waarden[naam] for naam, waarde in gegeven.items()}


def _stel_voor(taak: Taak, waarden: dict[str, Any], concept: Concept) -> None:
    """Offer what was prepared as what was typed before; handvatten by their short names where they have one."""
    from leerwerk.actions.voorbereiden import handvatten

    namen = {tekst: naam for naam, tekst in handvatten(taak, tuple(o.id for o in taak.onderdelen)).items()}
    for naam, waarde in waarden.items():
        delen: tuple[str, ...] = waarde if isinstance(waarde, tuple) else (waarde or "",)
        concept.stel_voor(naam, ", ".join(namen.get(deel, deel) for deel in delen))


def _vraag(taak: Taak, gegeven: dict[str, Any], concept: Concept) -> dict[str, Any]:
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


def _wenken(taak: Taak, onderdelen: tuple[str, ...]) -> dict[str, Any]:
    from leerwerk.actions.voorbereiden import handvatten

    return {"handvatten": [scalar(tekst) for tekst in handvatten(taak, onderdelen).values()]}


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
