"""Taking in a form that came back: read it, find where it belongs, and say what it holds.

Reads only. What it finds is recorded by `observeren`, `reflecteren` and
`weekreflectie`, as one step with the fingerprint of the file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from leerwerk.actions.taak import taak_van_ronde
from leerwerk.domain import inname
from leerwerk.domain.inname import Ingevuld
from leerwerk.domain.kenmerk import lees_kenmerk
from leerwerk.domain.plek import Plek, vind_ronde
from leerwerk.domain.portfolio import Observatie, Portfolio
from leerwerk.domain.taak import Taak
from leerwerk.errors import Geweigerd, LeerwerkFout
from leerwerk.store.bestanden import decodeer
from leerwerk.store.formulieren import lees_formulier, lees_markdown, vingerafdruk
from leerwerk.store.plaatsen import Werkplek, toon_pad
from leerwerk.store.portfolios import load_portfolio

Lezer = Callable[[bytes, str], tuple[dict[str, object], dict[str, str], frozenset[str] | None]]
ANDERE_VERSIE = "Dit formulier is van een andere versie van de taak dan de ronde. Het wordt overgenomen zoals het is."
VERSIE_WEG = "De versie van de taak op dit formulier is er niet meer; het is gelezen met de versie van nu."


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A form that belongs to a portfolio: its answers by vak, and what to tell about it."""

    ingevuld: Ingevuld
    antwoorden: Mapping[str, str]
    taak: Taak | None = None
    meldingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overgenomen:
    """An observation from a form; `al_vast` when the portfolio holds it already."""

    observatie: Observatie
    taak: Taak
    meldingen: tuple[str, ...]
    al_vast: bool


def lees(pad: Path) -> Ingevuld:
    """The form in a file. Raises Geweigerd with the reason when it is not one, MachineWeigert when unreadable."""
    inhoud = lees_formulier(pad)
    try:
        kenmerk, antwoorden, vakken = _lezer(inhoud)(inhoud, toon_pad(pad))
        return Ingevuld(lees_kenmerk(kenmerk), antwoorden, vingerafdruk(inhoud), vakken)
    except LeerwerkFout as fout:
        fout.waar = fout.waar or toon_pad(pad)
        raise


def _lezer(inhoud: bytes) -> Lezer:
    """How to read it: by what it is, whatever it is called."""
    begin = inhoud[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"%pdf-" in begin:
        return _pdf
    if begin.startswith(b"---"):
        return _markdown
    if b"<html" in begin or begin.startswith((b"<!doctype", b"<!--")):
        return _html
    if b"multipart/related" in inhoud[:4096].lower():
        raise Geweigerd("Dit is een webarchief (mht).", nu="Sla het formulier op met de knop 'Opslaan als bestand'.")
    raise Geweigerd(
        "Dit bestand is geen formulier van leerwerk.", nu="Een formulier is een html-, pdf- of md-bestand."
    )


def _pdf(inhoud: bytes, pad: str) -> tuple[dict[str, object], dict[str, str], frozenset[str] | None]:
    from leerwerk.weergave.terug import lees_pdf  # noqa: PLC0415 - pypdf

    return lees_pdf(inhoud)


def _html(inhoud: bytes, pad: str) -> tuple[dict[str, object], dict[str, str], frozenset[str] | None]:
    from leerwerk.weergave.terug import lees_html  # noqa: PLC0415 - only for a page

    return lees_html(decodeer(inhoud, pad))


def _markdown(inhoud: bytes, pad: str) -> tuple[dict[str, object], dict[str, str], frozenset[str] | None]:
    kenmerk, antwoorden = lees_markdown(inhoud, pad)
    return kenmerk, antwoorden, frozenset(antwoorden)


def plekken(portfolio: Portfolio, ingevuld: Ingevuld, ronde: str, passend: tuple[Plek, ...]) -> tuple[Plek, ...]:
    """The ronde that the form names, the one given, or those of `passend` with the same task. Raises Geweigerd."""
    kenmerk = ingevuld.kenmerk
    if ronde and kenmerk.ronde and ronde != kenmerk.ronde:
        raise Geweigerd(
            f"Dit formulier is van de ronde {kenmerk.ronde}.", nu=f"Laat --ronde {ronde} weg. {inname.BLIJFT}"
        )
    if ronde or kenmerk.ronde:
        return (vind_ronde(portfolio, ronde or kenmerk.ronde, kenmerk.leerdoel),)
    gevonden = tuple(plek for plek in passend if plek.ronde.voorbereiding.taak == kenmerk.taak)
    if not gevonden:
        inname.check_taak(kenmerk, passend[0].ronde.voorbereiding.taak)
    return gevonden


def lees_bij(werkplek: Werkplek, map: Path, portfolio: Portfolio, ingevuld: Ingevuld, plek: Plek) -> Gelezen:
    """The answers of a form about a ronde, read with the version of the task that the form was made of."""
    kenmerk = ingevuld.kenmerk
    voorbereiding = plek.ronde.voorbereiding
    inname.check_taak(kenmerk, voorbereiding.taak)
    rondetaak = taak_van_ronde(werkplek, map, replace(voorbereiding, taakversie=kenmerk.taakversie))
    formulier = inname.blanco(kenmerk, rondetaak.taak)
    antwoorden = inname.keur(formulier, ingevuld)
    inname.check_student(portfolio, kenmerk, antwoorden)
    anders = (ANDERE_VERSIE,) if kenmerk.taakversie != voorbereiding.taakversie else ()
    weg = (VERSIE_WEG,) if rondetaak.anders else ()
    mist = inname.ontbrekend(formulier, ingevuld)
    kwijt = (f"Vakken die in dit bestand ontbreken, tellen als leeg: {', '.join(mist)}.",) if mist else ()
    return Gelezen(ingevuld, antwoorden, rondetaak.taak, (*anders, *weg, *kwijt))


def neem_observatie_over(werkplek: Werkplek, map: Path, ingevuld: Ingevuld, plek: Plek, wie: str) -> Overgenomen:
    """The observation on a form. Raises Geweigerd when the form does not belong here."""
    portfolio = load_portfolio(map, met_tekst=True)
    gelezen = lees_bij(werkplek, map, portfolio, ingevuld, plek)
    lesdag = plek.ronde.uitvoering.op if plek.ronde.uitvoering else date.today()
    observatie = inname.maak_observatie(portfolio, ingevuld, gelezen.antwoorden, wie, lesdag)
    if gelezen.taak is None:
        raise Geweigerd("Bij dit formulier hoort geen taak.", nu=inname.BLIJFT)
    bestaand = vind_ronde(portfolio, plek.ronde.id, plek.leerdoel.id).ronde.observaties
    al_vast = any(inname.dezelfde(eerder, observatie) for eerder in bestaand)
    return Overgenomen(observatie, gelezen.taak, gelezen.meldingen, al_vast)


def is_overgenomen(portfolio: Portfolio, sha256: str) -> bool:
    """Whether this very file was taken in before, wherever in the portfolio."""
    rondes = [ronde for leerdoel in portfolio.leerdoelen for ronde in leerdoel.rondes]
    afdrukken = {observatie.formulier for ronde in rondes for observatie in ronde.observaties}
    afdrukken |= {afdruk for ronde in rondes if ronde.reflectie for afdruk in ronde.reflectie.formulieren}
    afdrukken |= {weekreflectie.formulier for weekreflectie in portfolio.weekreflecties}
    return sha256 in afdrukken
