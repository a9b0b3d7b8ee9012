"""`leerwerk taak opmaak` through the user's door."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.deur import gelukt, git, leerwerk

PAD = "taken/onderwijskundig/orde-houden.md"


@pytest.fixture
def slordig(school: Path) -> Path:
    """A school of which one task is written carelessly."""
    pad = school / PAD
    tekst = (
        pad.read_text(encoding="utf-8")
        .replace("- Wacht", "*   Wacht")
        .replace("titel: Orde houden", "titel: 'Orde houden'  # zo")
    )
    pad.write_bytes(tekst.replace("\n", "\r\n").encode())
    return school


def test_it_writes_the_bank_and_says_which_files(slordig: Path) -> None:
    gelukt("taak", "opmaak", map=slordig)
    tekst = (slordig / PAD).read_bytes().decode()
    assert "\r" not in tekst and "- Wacht tot" in tekst and "titel: Orde houden  # zo\n" in tekst
    assert gelukt("taak", "opmaak", map=slordig) == "Alles staat al in de vaste vorm.\n"


def test_controleer_writes_nothing_and_exits_1(slordig: Path) -> None:
    gelukt("taak", "opmaak", map=slordig)
    (slordig / PAD).write_text((slordig / PAD).read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    voor = (slordig / PAD).read_bytes()
    uitkomst = leerwerk("taak", "opmaak", "--controleer", map=slordig)
    assert (uitkomst.code, uitkomst.uit) == (1, f"{PAD}\n")
    assert "leerwerk taak opmaak" in uitkomst.fout
    assert (slordig / PAD).read_bytes() == voor


def test_controleer_as_json(slordig: Path) -> None:
    gelukt("taak", "opmaak", map=slordig)
    (slordig / PAD).write_text((slordig / PAD).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    uitkomst = leerwerk("taak", "opmaak", "--controleer", "--json", map=slordig)
    assert (uitkomst.code, json.loads(uitkomst.uit)) == (1, {"versie": 1, "bestanden": 5, "anders": [PAD]})


def test_only_the_paths_that_are_named(slordig: Path) -> None:
    gelukt("taak", "opmaak", "taken/vak", map=slordig)
    assert b"\r" in (slordig / PAD).read_bytes()
    gelukt("taak", "opmaak", PAD, map=slordig)
    assert b"\r" not in (slordig / PAD).read_bytes()


def test_in_a_portfolio_it_is_about_ones_own_tasks(portfolio: Path) -> None:
    bron = (portfolio.parents[1] / PAD).read_text(encoding="utf-8")
    gelukt(
        "taak",
        "aanpassen",
        "orde-houden",
        "--van",
        "-",
        map=portfolio,
        invoer=bron.replace("- Wacht tot", "*  Tel tot"),
    )
    assert gelukt("taak", "opmaak", map=portfolio) == "In de vaste vorm gezet: taken/orde-houden.md\n"


def test_permissions_stay(slordig: Path) -> None:
    (slordig / PAD).chmod(0o640)
    gelukt("taak", "opmaak", map=slordig)
    assert stat.S_IMODE((slordig / PAD).stat().st_mode) == 0o640
    assert not list(slordig.rglob("*.tmp"))


def test_one_broken_file_hides_no_other(slordig: Path) -> None:
    (slordig / "taken/stuk.md").write_text("geen kop\n", encoding="utf-8")
    (slordig / "taken/binair.md").write_bytes(b"---\nid: \xff\n---\n")
    uitkomst = leerwerk("taak", "opmaak", map=slordig)
    assert uitkomst.code == 1
    assert f"In de vaste vorm gezet: {PAD}" in uitkomst.uit
    assert "taken/stuk.md:1: Dit bestand begint niet met `---`." in uitkomst.fout
    assert "taken/binair.md:2" in uitkomst.fout
    assert (slordig / "taken/binair.md").read_bytes() == b"---\nid: \xff\n---\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_not_followed(slordig: Path, tmp_path: Path) -> None:
    buiten = tmp_path / "buiten.md"
    buiten.write_text("---\nid:   x\n---\n", encoding="utf-8")
    (slordig / "taken/link.md").symlink_to(buiten)
    assert leerwerk("taak", "opmaak", map=slordig).code == 1
    assert buiten.read_text(encoding="utf-8") == "---\nid:   x\n---\n"


@pytest.mark.parametrize(("pad", "code"), [("bestaat-niet.md", 3), ("leerwerk.yaml", 1)])
def test_a_path_that_is_no_task(school: Path, pad: str, code: int) -> None:
    assert leerwerk("taak", "opmaak", pad, map=school).code == code


def test_outside_a_bank_it_asks_for_paths(tmp_path: Path) -> None:
    uitkomst = leerwerk("taak", "opmaak", map=tmp_path)
    assert (uitkomst.code, "Noem de bestanden" in uitkomst.fout) == (3, True)


def test_it_commits_nothing(slordig: Path) -> None:
    hoofd = git(slordig, "rev-parse", "HEAD")
    gelukt("taak", "opmaak", map=slordig)
    assert git(slordig, "rev-parse", "HEAD") == hoofd
