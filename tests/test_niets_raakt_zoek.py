"""What a person wrote earlier stays, whatever a later command changes."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.deur import gelukt, git, leerwerk

DOEL = ("doel", "strenger zijn", "--gedrag", "Ik wacht.", "--samen-met", "sb", "--datum", "2026-11-02")


def lees(portfolio: Path) -> Any:
    return json.loads(gelukt("portfolio", "toon", "--json", map=portfolio))["leerdoelen"][0]


def test_sharpening_a_leerdoel_keeps_the_explanation(portfolio: Path) -> None:
    gelukt(*DOEL, "--toelichting", "De klas is druk.", map=portfolio)
    gelukt("doel", "--gedrag", "Ik zeg wat ik verwacht.", map=portfolio)
    assert lees(portfolio)["teksten"] == {"toelichting": "De klas is druk."}


def test_explaining_a_leerdoel_keeps_the_behaviour(portfolio: Path) -> None:
    gelukt(*DOEL, map=portfolio)
    gelukt("doel", "--toelichting", "De klas is druk.", map=portfolio)
    assert (lees(portfolio)["gedrag"], lees(portfolio)["teksten"]) == (
        "Ik wacht.",
        {"toelichting": "De klas is druk."},
    )


def test_where_a_leerdoel_comes_from_can_be_added_later(portfolio: Path) -> None:
    gelukt(*DOEL, map=portfolio)
    gelukt("doel", "--leerdoel", "strenger-zijn", "--herkomst", "reflectie", map=portfolio)
    assert lees(portfolio)["herkomst"] == "reflectie"


def test_preparing_again_keeps_what_is_not_given_anew(portfolio: Path) -> None:
    gelukt(*DOEL, map=portfolio)
    gelukt(
        *("voorbereiden", "orde-houden", "--handvat", "Wachten.", "--lesplan", "Bij de start.", "--klas", "2 havo"),
        map=portfolio,
    )
    gelukt("voorbereiden", "orde-houden", "--kijkvraag", "Waar liep ik?", map=portfolio)
    voorbereiding = lees(portfolio)["rondes"][0]["voorbereiding"]
    assert voorbereiding["teksten"] == {"lesplan": "Bij de start."}
    assert (voorbereiding["klas"], voorbereiding["kijkvraag"]) == ("2 havo", "Waar liep ik?")


@pytest.mark.parametrize(
    "opnieuw",
    [("doel", "--gedrag", "Ik wacht."), ("voorbereiden", "orde-houden", "--klas", "2 havo", "--datum", "2026-11-03")],
)
def test_saying_the_same_again_makes_no_empty_step(portfolio: Path, opnieuw: tuple[str, ...]) -> None:
    gelukt(*DOEL, map=portfolio)
    gelukt(
        *("voorbereiden", "orde-houden", "--handvat", "Wachten.", "--klas", "2 havo", "--datum", "2026-11-03"),
        map=portfolio,
    )
    hoofd = git(portfolio, "rev-parse", "HEAD")
    uitkomst = leerwerk(*opnieuw, map=portfolio)
    assert (uitkomst.code, git(portfolio, "rev-parse", "HEAD")) == (1, hoofd)
    assert "staat al zo" in uitkomst.fout
