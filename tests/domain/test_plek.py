"""Which ronde a command is about."""

from dataclasses import replace

import pytest

from leerwerk.domain import plek
from leerwerk.domain.portfolio import Leerdoel
from tests.domain.voorbeelden import (
    BESPROKEN,
    GEGEVEN,
    GEZIEN,
    VOORBEREID,
    geweigerd,
    leerdoel,
    portfolio,
)

OUD = replace(VOORBEREID, id="2026-11-01-uitleggen")


def test_leerdoel_is_found_by_its_id() -> None:
    assert plek.vind_leerdoel(portfolio(leerdoel()), "strenger") == leerdoel()


@pytest.mark.parametrize(
    ("leerdoelen", "id", "hulp"),
    [
        ((leerdoel(),), "strengr", "Bedoel je `strenger`?"),
        ((leerdoel(),), "zzz", "Kies uit: strenger."),
        ((), "zzz", "Eerst: leerwerk doel"),
    ],
)
def test_unknown_leerdoel_is_refused_with_help(leerdoelen: tuple[Leerdoel, ...], id: str, hulp: str) -> None:
    assert hulp in geweigerd(plek.vind_leerdoel, portfolio(*leerdoelen), id)


def test_ronde_is_found_with_its_leerdoel() -> None:
    doel = leerdoel(VOORBEREID)
    assert plek.vind_ronde(portfolio(leerdoel(id="ander"), doel), VOORBEREID.id) == plek.Plek(doel, VOORBEREID)


def test_ronde_of_another_leerdoel_is_not_found() -> None:
    doelen = portfolio(leerdoel(VOORBEREID), leerdoel(id="ander"))
    assert "Eerst: leerwerk voorbereiden" in geweigerd(plek.vind_ronde, doelen, VOORBEREID.id, "ander")


def test_unknown_ronde_is_refused_with_those_there_are() -> None:
    assert f"Kies uit: {VOORBEREID.id}." in geweigerd(
        plek.vind_ronde, portfolio(leerdoel(VOORBEREID)), "2026-11-04-x"
    )


@pytest.mark.parametrize(
    ("zoek", "rondes", "gevonden"),
    [
        (plek.te_geven, (GEGEVEN, VOORBEREID), VOORBEREID),
        (plek.te_observeren, (replace(GEGEVEN, id="2026-11-01-uitleggen"), GEGEVEN), GEGEVEN),
        (plek.te_observeren, (GEGEVEN, VOORBEREID), GEGEVEN),
        (plek.te_bespreken, (GEZIEN, BESPROKEN), GEZIEN),
        (plek.te_bespreken, (GEZIEN, VOORBEREID), GEZIEN),
    ],
)
def test_newest_ronde_that_fits_is_chosen(zoek: object, rondes: tuple[object, ...], gevonden: object) -> None:
    (gekozen,) = zoek(portfolio(leerdoel(*rondes)))  # type: ignore[operator, arg-type]
    assert gekozen.ronde == gevonden


def test_an_older_ronde_is_not_silently_given() -> None:
    assert "--nieuwe-ronde" in geweigerd(plek.te_geven, portfolio(leerdoel(OUD, GEGEVEN)))


def test_leerdoelen_for_which_nothing_fits_are_left_out() -> None:
    doelen = portfolio(leerdoel(GEGEVEN), leerdoel(VOORBEREID, id="ander"), leerdoel(id="leeg"))
    assert [dit.leerdoel.id for dit in plek.te_geven(doelen)] == ["ander"]


def test_one_leerdoel_is_looked_at_when_it_is_named() -> None:
    doelen = portfolio(leerdoel(VOORBEREID), leerdoel(VOORBEREID, id="ander"))
    assert [dit.leerdoel.id for dit in plek.te_geven(doelen, "strenger")] == ["strenger"]


@pytest.mark.parametrize("zoek", [plek.te_geven, plek.te_observeren, plek.te_bespreken])
def test_what_comes_first_is_said_when_there_is_nothing(zoek: object) -> None:
    assert "Eerst: leerwerk doel" in geweigerd(zoek, portfolio())
    assert "Eerst: leerwerk voorbereiden" in geweigerd(zoek, portfolio(leerdoel()))
