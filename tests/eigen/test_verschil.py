"""`leerwerk taak verschil`: what changed in the bank, in words."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deur import gelukt, git, leerwerk
from tests.eigen.conftest import DOEL, LES

Verander = Callable[..., None]


@pytest.fixture
def ronde(werk: Path) -> Path:
    """A portfolio with a ronde of orde-houden under way."""
    gelukt(*DOEL, map=werk)
    gelukt(*LES, map=werk)
    return werk


def test_nothing_changed(ronde: Path) -> None:
    assert gelukt("taak", "verschil", map=ronde) == "Er is niets veranderd sinds je begon.\n"


def test_a_kijkpunt_that_is_worded_otherwise(ronde: Path, verander: Verander) -> None:
    verander("Kiest de kleinste ingreep die werkt.", "Kiest eerst de kleinste ingreep die werkt.")
    assert gelukt("taak", "verschil", map=ronde) == (
        "ORDE HOUDEN, sinds de ronde van 3 november 2026\n"
        "\n"
        "── Klein bijsturen\n"
        "\n"
        "  Het kijkpunt 'Kiest de kleinste ingreep die werkt.' is anders verwoord.\n"
        "    was: Kiest de kleinste ingreep die werkt.\n"
        "    nu:  Kiest eerst de kleinste ingreep die werkt.\n"
        "\n"
        "Deze ronde houdt de versie waarmee je begon. Een nieuwe ronde begint met de tekst van nu.\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        ("titel: Orde houden", "titel: Rust houden", "De titel is anders."),
        ("studiejaren: [2, 3]", "studiejaren: [3]", "De studiejaren zijn anders."),
        ("  - Ik wil strenger zijn.", "  - Mijn klas luistert slecht.", "Er kwam een leerdoel bij:"),
        ("- Wacht tot het stil is.\n", "", "Een handvat is er niet meer:"),
        ("- Wacht tot het stil is.\n", "- Wacht tot het stil is.\n- Kijk rond.\n", "Er kwam een handvat bij:"),
        ("zelf veel aandacht [@marzano-2003]", "zelf veel tijd en aandacht [@marzano-2003]", "Het waarom bij het kijkpunt"),
        ("zelf veel aandacht [@marzano-2003]", "zelf veel aandacht [@rosenshine-2012]", "verwijst naar een andere bron"),
        ("## Onderdeel: Klein bijsturen", "## Onderdeel: Bijsturen {#klein-bijsturen}", "Dit onderdeel heette 'Klein bijsturen'."),
        ("## Onderdeel: Klein bijsturen", "## Onderdeel: Bijsturen", "De id van dit onderdeel is nu `bijsturen`"),
        ("status: actueel", "status: vervallen\nvervangen_door: vragen-stellen", "In plaats daarvan is er nu `vragen-stellen`."),
        ("status: actueel", "status: concept", "De taak was actueel en is nu concept."),
        (
            "- Zeg in één zin wat je wilt zien.\n- Wacht tot het stil is.",
            "- Wacht tot het stil is.\n- Zeg in één zin wat je wilt zien.",
            "De volgorde is anders: het handvat 'Wacht tot het stil is.' staat op een andere plek.",
        ),
    ],
)  # fmt: skip
def test_each_part_has_its_sentence(ronde: Path, verander: Verander, van: str, naar: str, zin: str) -> None:
    verander(van, naar)
    assert zin in gelukt("taak", "verschil", "orde-houden", map=ronde)


def test_an_onderdeel_that_is_new_or_gone(ronde: Path, bank: Path, verander: Verander) -> None:
    tekst = (bank / "onderwijskundig/orde-houden.md").read_text(encoding="utf-8")
    begin, einde = tekst.index("## Onderdeel: Klein"), tekst.index("## Onderdeel: Weer goed")
    nieuw = tekst[begin:einde].replace("Klein bijsturen", "Op tijd zien").replace("Kijk, loop", "Sta")
    nieuw = nieuw.replace("Grijpt in zonder de uitleg te onderbreken.", "Kijkt elke minuut rond.")
    verander(tekst[begin:einde], nieuw)
    uit = gelukt("taak", "verschil", map=ronde)
    assert "── Klein bijsturen\n\n  Dit onderdeel is er niet meer." in uit
    assert "── Op tijd zien\n\n  Er kwam een onderdeel bij, met deze kijkpunten:" in uit
    assert "    nu:  Kijkt elke minuut rond.\n         Kiest de kleinste ingreep die werkt.\n" in uit


def test_a_task_that_goes_on_under_another_id(ronde: Path, bank: Path) -> None:
    oud = bank / "onderwijskundig/orde-houden.md"
    tekst = (
        oud.read_text(encoding="utf-8")
        .replace("id: orde-houden", "id: rust")
        .replace("titel: Orde houden", "titel: Rust")
    )
    (bank / "onderwijskundig/rust.md").write_text(tekst, encoding="utf-8")
    oud.unlink()
    uit = gelukt("taak", "verschil", map=ronde)
    assert "Deze taak heet nu `rust`." in uit and "De titel is anders." in uit


def test_a_task_that_is_gone(ronde: Path, bank: Path) -> None:
    (bank / "onderwijskundig/orde-houden.md").unlink()
    assert "Deze taak staat niet meer in de bank." in gelukt("taak", "verschil", map=ronde)


def test_a_version_that_git_no_longer_has(ronde: Path, verander: Verander) -> None:
    pad = next(ronde.rglob("voorbereiding.md"))
    tekst = pad.read_text(encoding="utf-8")
    regel = next(regel for regel in tekst.split("\n") if regel.startswith("taakversie"))
    pad.write_text(tekst.replace(regel, f"taakversie: {'a' * 40}"), encoding="utf-8")
    assert "is hier niet te vinden" in gelukt("taak", "verschil", map=ronde)


def test_an_own_version_is_compared_with_the_bank(werk: Path, eigen_tekst: str, verander: Verander) -> None:
    gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=werk, invoer=eigen_tekst)
    assert "niets veranderd" in gelukt("taak", "verschil", map=werk)
    verander("Zeg het voordat de drukte begint.", "Zeg het voordat de les begint.")
    uit = gelukt("taak", "verschil", "orde-houden", map=werk)
    assert "ORDE HOUDEN, sinds je eigen versie" in uit
    assert "Het punt bij Uitvoeren 'Zeg het voordat de drukte begint.' is anders verwoord." in uit
    assert "Tel zachtjes" not in uit
    assert "leerwerk taak aanpassen orde-houden --bijgewerkt" in uit


def test_as_json(ronde: Path, verander: Verander) -> None:
    verander("titel: Orde houden", "titel: Rust houden")
    (rij,) = json.loads(gelukt("taak", "verschil", "--json", map=ronde))["taken"]
    assert rij["id"] == "orde-houden" and rij["versie_gevonden"] is True
    assert rij["nu"]["status"] == "actueel" and rij["nu"]["versie"] != rij["versie"]
    assert rij["verschillen"] == [
        {"onderdeel": "", "zin": "De titel is anders.", "oud": "Orde houden", "nieuw": "Rust houden"}
    ]


def test_a_task_that_was_not_begun(portfolio: Path) -> None:
    uitkomst = leerwerk("taak", "verschil", "orde-houden", map=portfolio)
    assert uitkomst.code == 1 and "nog niet met de taak `orde-houden` begonnen" in uitkomst.fout
    assert gelukt("taak", "verschil", map=portfolio) == "Je bent nog niet met een taak begonnen.\n"


def test_reading_changes_nothing(ronde: Path, verander: Verander) -> None:
    verander("titel: Orde houden", "titel: Rust houden")
    hoofd = git(ronde, "rev-parse", "HEAD")
    gelukt("taak", "verschil", map=ronde)
    assert (git(ronde, "rev-parse", "HEAD"), git(ronde, "status", "--porcelain")) == (hoofd, "")
