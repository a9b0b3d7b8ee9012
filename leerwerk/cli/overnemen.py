"""Formulieren die terugkomen: laten zien wat er staat, en dan pas vastleggen."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leerwerk.cli.sessie import Sessie, kies_leerdoel
from leerwerk.cli.uit import waarschuw, zeg
from leerwerk.cli.vragen import kan_vragen
from leerwerk.domain import inname
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.plek import Plek, te_observeren, vind_leerdoel
from leerwerk.domain.portfolio import Observatie
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.domain.weigering import check_observeren
from leerwerk.errors import VerkeerdGebruik

if TYPE_CHECKING:
    from leerwerk.domain.inname import Ingevuld

Formulieren = Annotated[
    list[Path] | None,
    typer.Option("--formulier", metavar="BESTAND", help="Neem een ingevuld formulier over (html, pdf of md)."),
]
AL_VAST = "Dit formulier staat al in je portfolio. Er is niets veranderd."


def neem_observatie_over(sessie: Sessie, pad: Path, wie: str, leerdoel: str, ronde: str) -> Plek | None:
    """Record the observation on a form; gives its ronde, or None when the portfolio held it already."""
    from leerwerk.actions.observeren import neem_op
    from leerwerk.actions.overnemen import lees
    from leerwerk.actions.overnemen import neem_observatie_over as bepaal

    ingevuld = lees(pad)
    inname.check_soort(ingevuld.kenmerk, "observeren")
    if _is_al_vast(sessie, ingevuld):
        return None
    plek = ronde_van(sessie, ingevuld, leerdoel, ronde)
    check_observeren(plek.ronde)
    overgenomen = bepaal(sessie.werkplek, sessie.map, ingevuld, plek, wie)
    for melding in overgenomen.meldingen:
        waarschuw(melding)
    if overgenomen.al_vast:
        zeg(AL_VAST)
        return None
    _toon(sessie, overgenomen.observatie, overgenomen.taak)
    bevestig()
    neem_op(sessie.map, plek.leerdoel.id, plek.ronde.id, overgenomen.observatie, overgenomen.taak)
    zeg(f"De observatie van {sessie.portfolio.namen((overgenomen.observatie.wie,))} staat in je portfolio.")
    return plek


def lees_gesprek(sessie: Sessie, paden: list[Path], leerdoel: str, ronde: str) -> tuple[Plek, dict[str, Any]] | None:
    """What koppelkaart and rubric say, as answers of `leerwerk reflecteren`; None when all of it is there already."""
    from leerwerk.actions.overnemen import lees, lees_bij

    ingevulde = [lees(pad) for pad in paden]
    for ingevuld in ingevulde:
        inname.check_soort(ingevuld.kenmerk, "reflecteren")
    if all(_afdruk_bekend(sessie, ingevuld) for ingevuld in ingevulde):
        zeg(AL_VAST)
        return None
    plek = ronde_van(sessie, ingevulde[0], leerdoel, ronde)
    antwoorden: dict[str, Any] = {"formulieren": tuple(ingevuld.sha256 for ingevuld in ingevulde)}
    for ingevuld in ingevulde:
        gelezen = lees_bij(sessie.werkplek, sessie.map, sessie.portfolio, ingevuld, plek)
        for melding in gelezen.meldingen:
            waarschuw(melding)
        if ingevuld.kenmerk.formulier == "rubric":
            formulier = inname.blanco(ingevuld.kenmerk, gelezen.taak)
            nieuw = inname.lees_rubric(sessie.portfolio, formulier, gelezen.antwoorden)
        else:
            nieuw = inname.lees_koppelkaart(sessie.portfolio, ingevuld, gelezen.antwoorden)
        antwoorden |= {naam: waarde for naam, waarde in nieuw.items() if waarde}
    return plek, antwoorden


def ronde_van(sessie: Sessie, ingevuld: "Ingevuld", leerdoel: str, ronde: str) -> Plek:
    """The ronde that a form is about: the one on the form, else the last lesson with its task."""
    from leerwerk.actions.overnemen import plekken

    noemt_ronde = bool(ronde or ingevuld.kenmerk.ronde)
    passend = () if noemt_ronde else te_observeren(sessie.portfolio, leerdoel)
    inname.check_student(sessie.portfolio, ingevuld.kenmerk, {})
    return kies_plek(plekken(sessie.portfolio, ingevuld, ronde, passend), sessie)


def kies_plek(gevonden: tuple[Plek, ...], sessie: Sessie) -> Plek:
    """The ronde of the leerdoel one stands in, of the only one, or of the one the person points at."""
    gekozen = kies_leerdoel(tuple(plek.leerdoel for plek in gevonden), sessie.werkplek.hier)
    return next(plek for plek in gevonden if plek.leerdoel.id == gekozen.id)


def bevestig() -> None:
    """On a terminal, ask before recording; without one the options are the answer."""
    if kan_vragen() and input("Zo vastleggen? [J/n] ").strip().lower() not in ("", "j", "ja"):
        raise KeyboardInterrupt


def _is_al_vast(sessie: Sessie, ingevuld: "Ingevuld") -> bool:
    al = _afdruk_bekend(sessie, ingevuld)
    if al:
        zeg(AL_VAST)
    return al


def _afdruk_bekend(sessie: Sessie, ingevuld: "Ingevuld") -> bool:
    from leerwerk.actions.overnemen import is_overgenomen

    return is_overgenomen(sessie.portfolio, ingevuld.sha256)


def _toon(sessie: Sessie, observatie: Observatie, taak: Taak) -> None:
    wie = sessie.portfolio.namen((observatie.wie,))
    zeg(f"Op het formulier: {taak.titel}, {datum_voluit(observatie.op)}, {wie} ({observatie.rol}).")
    for kijkpunt in taak.kijkpunten():
        keuze, notitie = observatie.kijkpunten.get(kijkpunt.id, ""), observatie.notities.get(kijkpunt.id, "")
        if keuze or notitie:
            zeg(f"{zonder_verwijzingen(kijkpunt.tekst)}{f' – {keuze}' if keuze else ''}", "  ")
            zeg(notitie, "    ")
    for tekst in observatie.teksten.values():
        zeg(tekst, "  ")
    zeg()


def check_alleen(commando: str, **opties: object) -> None:
    """Refuse options that say the same as the form does."""
    if dubbel := [naam for naam, waarde in opties.items() if waarde]:
        raise VerkeerdGebruik(
            f"--{dubbel[0].replace('_', '-')} kan niet samen met --formulier.",
            nu=f"Neem eerst het formulier over; vul daarna aan, of gebruik leerwerk {commando} zonder --formulier.",
        )


def vind_doel(sessie: Sessie, plek: Plek) -> Any:
    """The portfolio after the step and the leerdoel in it."""
    from leerwerk.store.portfolios import load_portfolio

    portfolio = load_portfolio(sessie.map)
    return portfolio, vind_leerdoel(portfolio, plek.leerdoel.id)
