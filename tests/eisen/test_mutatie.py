"""Break a valid task in one place, and exactly one eis stops at it."""

from pathlib import Path

import pytest

from leerwerk.domain.bevinding import Bevinding
from leerwerk.eisen.toets import check_taak
from leerwerk.store.taken import read_taak

BANK = Path(__file__).parents[2] / "taken"
TAAK = BANK / "onderwijskundig" / "directe-instructie.md"
HANDVAT = "- Bespreek de antwoorden meteen en leg kort opnieuw uit wat veel leerlingen kwijt zijn"
MUTATIES = {
    "gedrag-waarneembaar": (
        "- Bespreekt de antwoorden en herhaalt wat leerlingen missen voordat de nieuwe stof begint.",
        "- Weet wat leerlingen missen.",
    ),
    "theorie-geeft-handvat": (HANDVAT, "- Een terugblik activeert voorkennis"),
    "les-is-product": (
        "- Geef de les en oefen de onderdelen die je hebt gekozen.",
        "- Geef de les en schrijf er een verslag van.",
    ),
    "herhaalbaar": (
        "- Probeer hetzelfde onderdeel opnieuw in een andere klas of bij moeilijker stof.",
        "- Is het gelukt, dan is dit onderdeel afgerond.",
    ),
    "niet-afvinken": (
        "- Bedenk wat je doet als veel leerlingen een stap nog missen.",
        "- Vink de onderdelen af die je hebt gehad.",
    ),
    "formatief": (
        "- Ga pas naar de volgende stap als je van de hele klas een antwoord hebt gezien.",
        "- Je werkplekbegeleider geeft je een cijfer.",
    ),
}


def check_text(map: Path, tekst: str) -> list[Bevinding]:
    pad = map / TAAK.name
    pad.write_text(tekst, encoding="utf-8")
    taak, bevindingen = read_taak(pad, map)
    assert not bevindingen
    return list(check_taak(taak))


@pytest.mark.parametrize("eis", MUTATIES)
def test_exactly_one_eis_fires(eis: str, tmp_path: Path) -> None:
    oud, nieuw = MUTATIES[eis]
    tekst = TAAK.read_text(encoding="utf-8")
    assert tekst.count(oud) == 1
    gebroken = tekst.replace(oud, nieuw)
    bevindingen = check_text(tmp_path, gebroken)
    assert {bevinding.eis for bevinding in bevindingen} == {eis}
    assert bevindingen[0].regelnummer == gebroken[: gebroken.index(nieuw)].count("\n") + 1


def test_a_source_without_a_handvat_is_found(tmp_path: Path) -> None:
    tekst = TAAK.read_text(encoding="utf-8")
    gebroken = tekst.replace("[@ebbens-ettekoven-2015]", "[@nergens-gebruikt-2020]", 1)
    meldingen = [bevinding.melding for bevinding in check_text(tmp_path, gebroken)]
    assert any("nergens-gebruikt-2020" in melding for melding in meldingen)


def test_a_waarom_without_a_source_is_found(tmp_path: Path) -> None:
    tekst = TAAK.read_text(encoding="utf-8")
    gebroken = tekst.replace("beter dan wie terugleest [@roediger-karpicke-2006]", "beter dan wie terugleest", 1)
    assert [bevinding.eis for bevinding in check_text(tmp_path, gebroken)] == ["theorie-geeft-handvat"]


@pytest.mark.parametrize("pad", sorted(BANK.rglob("*.md")), ids=lambda pad: pad.stem)
def test_the_bank_passes(pad: Path) -> None:
    taak, _ = read_taak(pad, BANK)
    assert [bevinding.melding for bevinding in check_taak(taak)] == []
