"""Small values to try the domain on: a portfolio at any point of its cycle."""

from dataclasses import replace
from datetime import date

import pytest

from leerwerk.domain.document import Knoop, Lijst, Passage, Tabel, Waarde
from leerwerk.domain.portfolio import (
    Begeleider,
    Leerdoel,
    Observatie,
    Portfolio,
    Reflectie,
    Ronde,
    Uitvoering,
    Vervolg,
    Voorbereiding,
)
from leerwerk.domain.taak import Kijkpunt, Onderdeel, Taak
from leerwerk.errors import Geweigerd

DAG = date(2026, 11, 3)
DELEN = ("terugblik", "uitleg")
OPNIEUW = (Vervolg("opnieuw"),)


def voorbereiding(**anders: object) -> Voorbereiding:
    return replace(Voorbereiding(DAG, "uitleggen", DELEN, ("Wachten.",)), **anders)  # type: ignore[arg-type]


def observatie(wie: str = "sb", rol: str = "werkplekbegeleider", **anders: object) -> Observatie:
    return replace(
        Observatie(DAG, wie, rol, "uitleggen", kijkpunten={"uitleg-1": "gezien"}),
        **anders,  # type: ignore[arg-type]
    )


def reflectie(**anders: object) -> Reflectie:
    return replace(Reflectie(DAG, OPNIEUW, ("sb",)), **anders)  # type: ignore[arg-type]


VOORBEREID = Ronde("2026-11-03-uitleggen", voorbereiding())
GEGEVEN = replace(VOORBEREID, uitvoering=Uitvoering(DAG))
GEZIEN = replace(GEGEVEN, observaties=(observatie(),))
BESPROKEN = replace(GEZIEN, reflectie=reflectie())


def leerdoel(*rondes: Ronde, id: str = "strenger", gedrag: str = "Ik wacht.") -> Leerdoel:
    return Leerdoel(id, DAG, "strenger zijn", ("sb",), gedrag, rondes=rondes)


def portfolio(*leerdoelen: Leerdoel) -> Portfolio:
    begeleiders = (Begeleider("sb", "Sanne Bakker"), Begeleider("tv", "Tom Visser"))
    return Portfolio("noor", "Noor Jansen", begeleiders, leerdoelen=leerdoelen)


TAAK = Taak(
    "uitleggen",
    "Uitleggen",
    "onderwijskundig",
    Passage("Je legt uit."),
    "taken/uitleggen.md",
    onderdelen=tuple(
        Onderdeel(deel, Passage(deel.title()), kijkpunten=(Kijkpunt(f"{deel}-1", Passage("Zegt iets.")),))
        for deel in DELEN
    ),
)


def knoop(inhoud: object, regelnummer: int = 1) -> Knoop:
    """A node as the reader would give it: text, list or dict; everything on one line."""
    if isinstance(inhoud, dict):
        return Tabel(
            tuple((Waarde(s, True, regelnummer, 1), knoop(w, regelnummer)) for s, w in inhoud.items()), regelnummer, 1
        )
    if isinstance(inhoud, list):
        return Lijst(tuple(knoop(item, regelnummer) for item in inhoud), regelnummer, 1)
    return Waarde(str(inhoud), True, regelnummer, 4)


def geweigerd(doe: object, *args: object) -> str:
    """What a check refuses, and what it says to do."""
    with pytest.raises(Geweigerd) as nee:
        doe(*args)  # type: ignore[operator]
    return f"{nee.value.wat} {nee.value.nu}"
