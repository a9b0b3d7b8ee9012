"""taken/zoekwoorden.yaml: words that trainers add, and what happens when the file is wrong."""

import json
from pathlib import Path

import pytest

from leerwerk.domain.woorden import stammen
from leerwerk.store.kop import lees_kop
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.taken import load_bank, open_bank
from tests.deur import WORTEL, gelukt, leerwerk

WOORDEN = WORTEL / "taken" / "zoekwoorden.yaml"


def zet(school: Path, tekst: str) -> None:
    (school / "taken" / "zoekwoorden.yaml").write_text(tekst, encoding="utf-8")


def gevonden(school: Path, tekst: str) -> list[str]:
    return [taak["id"] for taak in json.loads(gelukt("taken", "zoek", tekst, "--json", map=school))["taken"]]


def test_word_that_a_school_adds_is_found(school: Path) -> None:
    assert gevonden(school, "poppenkast") == []
    zet(school, "woorden:\n  orde: [poppenkast, 'gooien met spullen']\n")
    assert gevonden(school, "poppenkast")[0] == "orde-houden"
    assert gevonden(school, "ze gooien elke les met spullen")[0] == "orde-houden"


def test_name_of_a_subject_that_a_school_adds_is_understood(school: Path) -> None:
    zet(school, "vakken:\n  natsch: [scheikunde]\n")
    assert gevonden(school, "natsch") == ["het-leerlingpracticum"]


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("woordjes:\n  orde: [poppenkast]\n", 1),
        ("woorden: [orde]\n", 1),
        ("woorden:\n  orde: poppenkast\n", 2),
        ("woorden:\n  orde:\n    - [poppenkast]\n", 3),
        ("woorden:\n  orde: [a\n", 3),
        ("- orde\n", 1),
    ],
)
def test_wrong_file_is_told_with_its_line_and_the_rest_works(school: Path, tekst: str, regel: int) -> None:
    zet(school, tekst)
    uit = leerwerk("taken", "zoek", "orde", map=school)
    assert uit.code == 1 and f"taken/zoekwoorden.yaml:{regel}" in uit.fout
    assert "orde-houden" in uit.uit


def test_wrong_file_keeps_nobody_from_a_leerdoel(portfolio: Path, school: Path) -> None:
    zet(school, "woordjes: []\n")
    gelukt("doel", "Ik wil orde houden.", "--samen-met", "sb", "--herkomst", "eigen wens", map=portfolio)


def test_every_word_leads_to_a_word_of_the_bank() -> None:
    taken, _ = load_bank(open_bank(Werkplek(WORTEL, WORTEL)))
    bekend = {
        term
        for taak in taken
        for tekst in (taak.titel, *taak.trefwoorden, *map(str, taak.leerdoelen))
        for term in stammen(tekst)
    }
    bekend |= {term for taak in taken for onderdeel in taak.onderdelen for term in stammen(onderdeel.titel.tekst)}
    rijen = dict(lees_kop(WOORDEN.read_text(encoding="utf-8"), "x").paren[0][1].paren)  # type: ignore[union-attr]
    doelen = [sleutel.tekst for sleutel in rijen]
    assert [doel for doel in doelen if not set(stammen(doel)) & bekend] == []


def test_no_word_is_one_that_says_nothing() -> None:
    rijen = lees_kop(WOORDEN.read_text(encoding="utf-8"), "x").paren[0][1].paren  # type: ignore[union-attr]
    gezegd = [uiting.tekst for _, lijst in rijen for uiting in lijst.items]  # type: ignore[union-attr]
    assert [uiting for uiting in gezegd if not stammen(uiting) and " " not in uiting] == []


def test_every_subject_is_one_of_the_bank() -> None:
    taken, _ = load_bank(open_bank(Werkplek(WORTEL, WORTEL)))
    bekend = {vak for taak in taken for vak in taak.vakken}
    rijen = lees_kop(WOORDEN.read_text(encoding="utf-8"), "x").paren[1][1].paren  # type: ignore[union-attr]
    assert {vak.tekst for _, lijst in rijen for vak in lijst.items} <= bekend  # type: ignore[union-attr]
