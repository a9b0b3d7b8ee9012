"""A ronde keeps the task it began with, whatever happens to that task in the bank."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deur import gelukt, git
from tests.eigen.conftest import DOEL, LES


def onderdelen(werk: Path) -> list[str]:
    doel = json.loads(gelukt("waar", "--json", map=werk))["leerdoelen"][0]
    return [onderdeel["titel"] for onderdeel in doel["onderdelen"]]


def observeer(werk: Path) -> str:
    gelukt("uitvoeren", "Het werd stil.", "--datum", "2026-11-03", map=werk)
    return gelukt(
        *(
            "observeren",
            "--wie",
            "sb",
            "--gezien",
            "klein-bijsturen-1",
            "--notitie",
            "klein-bijsturen-1=Liep erheen.",
        ),
        *("--datum", "2026-11-03"),
        map=werk,
    )


def bewerkt(bank: Path) -> None:
    pad = bank / "onderwijskundig/orde-houden.md"
    tekst = pad.read_text(encoding="utf-8").replace("Onderdeel: Klein bijsturen", "Onderdeel: Bijsturen zonder gedoe")
    pad.write_text(tekst, encoding="utf-8")


def hernoemd(bank: Path) -> None:
    pad = bank / "onderwijskundig/orde-houden.md"
    tekst = pad.read_text(encoding="utf-8").replace("id: orde-houden", "id: rust-in-de-klas")
    (bank / "vak/rust-in-de-klas.md").write_text(tekst, encoding="utf-8")
    pad.unlink()


def vervallen(bank: Path) -> None:
    pad = bank / "onderwijskundig/orde-houden.md"
    tekst = pad.read_text(encoding="utf-8").replace(
        "status: actueel", "status: vervallen\nvervangen_door: vragen-stellen"
    )
    pad.write_text(tekst.replace("Onderdeel: Klein bijsturen", "Onderdeel: Anders"), encoding="utf-8")


def weg(bank: Path) -> None:
    (bank / "onderwijskundig/orde-houden.md").unlink()


@pytest.mark.parametrize("wijziging", [bewerkt, hernoemd, vervallen, weg], ids=lambda w: w.__name__)
def test_a_ronde_keeps_its_task(werk: Path, bank: Path, wijziging: Callable[[Path], None]) -> None:
    gelukt(*DOEL, map=werk)
    gelukt(*LES, map=werk)
    eerst = onderdelen(werk)
    wijziging(bank)
    git(bank.parent, "add", "-A", "taken")
    git(bank.parent, "commit", "-q", "-m", "De bank verandert")
    assert onderdelen(werk) == eerst
    assert "Let op" not in observeer(werk)
    assert onderdelen(werk) == eerst


def test_a_bank_outside_git_does_not_hide_the_portfolios_own_versions(portfolio: Path) -> None:
    """What an own version began with is in the portfolio, also when the school's folder is no repository."""
    import shutil

    bron = (portfolio.parents[1] / "taken/onderwijskundig/orde-houden.md").read_text(encoding="utf-8")
    gelukt(
        "taak", "aanpassen", "orde-houden", "--van", "-", map=portfolio, invoer=bron.replace("Wacht tot", "Tel tot")
    )
    gelukt(*DOEL, map=portfolio)
    gelukt(*LES, map=portfolio)
    gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=portfolio, invoer=bron.replace("Klein bij", "Bij"))
    shutil.rmtree(portfolio.parents[1] / ".git")
    assert "Klein bijsturen" in onderdelen(portfolio)
