"""`leerwerk voorbereiden`: een taak kiezen en een les voorbereiden."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leerwerk.cli import aanvullen
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.invoer import Invoer
from leerwerk.cli.lesvragen import met_eerder, vraag, wenken, zoek_taak
from leerwerk.cli.opties import Bewerk, Datum, LeerdoelId, Student
from leerwerk.cli.sessie import Sessie, kies_leerdoel, open_sessie, toon_vervolg
from leerwerk.cli.uit import waarschuw, zeg
from leerwerk.cli.waarden import lees_datum, lees_proza, lees_regel
from leerwerk.domain import velden
from leerwerk.domain.plek import vind_leerdoel
from leerwerk.domain.portfolio import Leerdoel, Voorbereiding
from leerwerk.domain.taak import Taak
from leerwerk.domain.weigering import check_voorbereiden
from leerwerk.errors import Geweigerd
from leerwerk.store.plaatsen import toon_pad

if TYPE_CHECKING:
    from leerwerk.actions.voorbereiden import Keuze, Voorbereid

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
    from leerwerk.actions.voorbereiden import Voornemen, bereid_voor, kies_handvatten

    op = lees_datum(datum)
    sessie = open_sessie(student, stap=True)
    doel = _leerdoel(sessie, leerdoel)
    invoer = Invoer(sessie, velden.VOORBEREIDING, doel.id, bewerk)
    keuze = _kies(sessie, doel, taak, invoer, nieuwe_ronde)
    gegeven: dict[str, Any] = {
        "onderdelen": kies_onderdelen(keuze.taak, tuple(onderdeel)) if onderdeel else (),
        "handvatten": kies_handvatten(keuze.taak, tuple(lees_regel(h, "--handvat") for h in handvat or ())),
        "onderwerp": lees_regel(onderwerp, "--onderwerp"),
        "klas": lees_regel(klas, "--klas"),
        "kijkvraag": lees_regel(kijkvraag, "--kijkvraag"),
        "lesplan": lees_proza(lesplan, "--lesplan"),
    }
    if keuze.ronde:
        gegeven = met_eerder(sessie, doel, keuze.ronde, keuze.taak, gegeven, invoer.concept)
    antwoorden = _antwoorden(keuze.taak, gegeven, op, invoer)
    voornemen = Voornemen(doel.id, _voorbereiding(keuze.taak, antwoorden), keuze.bestand, nieuwe_ronde)
    voorbereid = bereid_voor(sessie.werkplek, sessie.map, voornemen)
    invoer.klaar()
    _toon(voorbereid, keuze.taak)
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


def _kies(sessie: Sessie, doel: Leerdoel, id: str, invoer: Invoer, nieuwe_ronde: bool) -> "Keuze":
    """The task given, else the one that is chosen in a conversation. Raises as `kies_taak`."""
    from leerwerk.actions.taak import ANDERS
    from leerwerk.actions.voorbereiden import kies_taak

    keuze = kies_taak(sessie.werkplek, sessie.map, doel, id or zoek_taak(sessie, doel, invoer.concept), nieuwe_ronde)
    if keuze.anders:
        waarschuw(ANDERS)
    return keuze


def _antwoorden(taak: Taak, gegeven: dict[str, Any], op: date, invoer: Invoer) -> dict[str, Any]:
    from leerwerk.actions.taak import kies_onderdelen

    onderdelen = kies_onderdelen(taak, tuple(gegeven["onderdelen"]))
    start = {**gegeven, "onderdelen": onderdelen, "taak": taak.id}
    return invoer.lees(start, op, partial(vraag, taak, gegeven), wenken(taak, onderdelen))


def _voorbereiding(taak: Taak, antwoorden: dict[str, Any]) -> Voorbereiding:
    from leerwerk.actions.taak import kies_onderdelen

    return Voorbereiding(
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


def _toon(voorbereid: "Voorbereid", taak: Taak) -> None:
    wat = "Je voorbereiding is aangepast" if voorbereid.opnieuw else "Je bent een ronde begonnen"
    zeg(f"{wat}: {taak.titel}.")
    for onderdeel in taak.onderdelen:
        if onderdeel.id in voorbereid.ronde.voorbereiding.onderdelen:
            zeg(f"- {onderdeel.titel.tekst}", "  ")
    if voorbereid.taaktekst:
        zeg("Deze tekst van de taak staat nog niet vast in de bank. Daarom is hij bij je ronde bewaard:")
        zeg(toon_pad(voorbereid.taaktekst), "  ")
