"""Overviews as JSON: one object with `"versie": 1`, and keys that stay."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, Protocol

from leerwerk.domain.beheersing import Stand
from leerwerk.domain.cyclus import Optie
from leerwerk.domain.fase import Fase
from leerwerk.domain.kaart import Kaart
from leerwerk.domain.portfolio import Leerdoel, Portfolio, Ronde
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.domain.tekens import VERBODEN
from leerwerk.domain.verschil import Verschil

VERSIE = 1


class Onderdeelstand(Protocol):
    """An onderdeel and where it stands (`actions.waar`)."""

    @property
    def id(self) -> str: ...
    @property
    def titel(self) -> str: ...
    @property
    def stand(self) -> Stand: ...


class Doelstand(Protocol):
    """A leerdoel and where its student is (`actions.waar`)."""

    @property
    def leerdoel(self) -> Leerdoel: ...
    @property
    def fase(self) -> Fase: ...
    @property
    def ronde(self) -> Ronde | None: ...
    @property
    def onderdelen(self) -> tuple[Onderdeelstand, ...]: ...
    @property
    def opties(self) -> tuple[Optie, ...]: ...


class Versieverschil(Protocol):
    """A task that a student began with, beside today's (`actions.taak_verschil`)."""

    @property
    def id(self) -> str: ...
    @property
    def waarmee(self) -> str: ...
    @property
    def versie(self) -> str: ...
    @property
    def oud(self) -> Taak | None: ...
    @property
    def nieuw(self) -> Taak | None: ...
    @property
    def verschillen(self) -> tuple[Verschil, ...]: ...


def dump(**inhoud: Any) -> str:
    """One JSON object with its version; text as people read it, dates as ISO 8601."""
    tekst = json.dumps({"versie": VERSIE, **inhoud}, ensure_ascii=False, indent=2, default=str)
    return VERBODEN.sub(_ontsnap, tekst)


def _ontsnap(teken: re.Match[str]) -> str:
    """JSON may hold such a character as it is; a terminal would obey it."""
    return f"\\u{ord(teken.group()):04x}"


def waar(student: str, doelen: Iterable[Doelstand]) -> str:
    """Where a student is with every leerdoel."""
    return dump(student=student, leerdoelen=[_doel(doel) for doel in doelen])


def _doel(doel: Doelstand) -> Mapping[str, Any]:
    return {
        "id": doel.leerdoel.id,
        "tekst": doel.leerdoel.tekst,
        "fase": doel.fase.id,
        "ronde": doel.ronde and doel.ronde.id,
        "taak": doel.ronde and doel.ronde.voorbereiding.taak,
        "onderdelen": [
            {
                "id": onderdeel.id,
                "titel": onderdeel.titel,
                "beheersing": onderdeel.stand.beheersing,
                "samen_met": list(onderdeel.stand.samen_met),
            }
            for onderdeel in doel.onderdelen
        ],
        "volgende": [" ".join(("leerwerk", *optie.woorden)) for optie in doel.opties],
    }


def taken(rijen: Iterable[tuple[Kaart, str]]) -> str:
    """Tasks with why each is here, in the order given."""
    return dump(
        taken=[
            {
                "id": taak.id,
                "titel": taak.titel,
                "soort": taak.soort,
                "vakken": list(taak.vakken),
                "pad": taak.pad,
                "waarom": waarom,
            }
            for taak, waarom in rijen
        ]
    )


def taak(taak: Taak) -> str:
    """One task with its onderdelen, as text without citations."""
    return dump(
        id=taak.id,
        titel=taak.titel,
        soort=taak.soort,
        vakken=taak.vakken,
        studiejaren=taak.studiejaren,
        status=taak.status,
        gedrag=taak.gedrag.tekst,
        leerdoelen=[doel.tekst for doel in taak.leerdoelen],
        pad=taak.pad,
        taakversie=taak.versie,
        onderdelen=[
            {
                "id": onderdeel.id,
                "titel": onderdeel.titel.tekst,
                "theorie": [zonder_verwijzingen(alinea) for alinea in onderdeel.theorie],
                "handvatten": [zonder_verwijzingen(handvat) for handvat in onderdeel.handvatten],
                "kijkpunten": [
                    {
                        "id": kijkpunt.id,
                        "tekst": zonder_verwijzingen(kijkpunt.tekst),
                        "waarom": zonder_verwijzingen(kijkpunt.waarom) if kijkpunt.waarom else "",
                    }
                    for kijkpunt in onderdeel.kijkpunten
                ],
                "rubric": [punt.tekst for punt in onderdeel.rubric],
            }
            for onderdeel in taak.onderdelen
        ],
    )


def verschillen(rijen: Iterable[Versieverschil]) -> str:
    """What changed in tasks since a student began with them."""
    return dump(taken=[_vergelijking(rij) for rij in rijen])


def _vergelijking(rij: Versieverschil) -> Mapping[str, Any]:
    return {
        "id": rij.id,
        "waarmee": rij.waarmee,
        "versie": rij.versie,
        "versie_gevonden": rij.oud is not None,
        "nu": rij.nieuw and {"id": rij.nieuw.id, "versie": rij.nieuw.versie, "status": rij.nieuw.status},
        "verschillen": [asdict(verschil) for verschil in rij.verschillen],
    }


def opmaak(bestanden: int, anders: Iterable[str]) -> str:
    """How many task files were looked at, and the paths of those with another form."""
    return dump(bestanden=bestanden, anders=list(anders))


def portfolio(portfolio: Portfolio) -> str:
    """A portfolio as it is, with its leerdoelen and rondes."""
    return dump(**asdict(portfolio))


def stappen(student: str, rijen: Iterable[tuple[datetime, str, str]]) -> str:
    """The steps of a portfolio: when, by whom, what."""
    return dump(student=student, stappen=[{"op": op.isoformat(), "wie": w, "wat": wat} for op, w, wat in rijen])
