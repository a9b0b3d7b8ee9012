"""A ronde knows the text it began with, also when that text was in no commit of the bank."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deur import gelukt, git, leerwerk
from tests.eigen.conftest import DOEL, LES

TAAK = "onderwijskundig/orde-houden.md"
TITEL, KIJKPUNT = "Klein en vroeg bijsturen", "Kiest steeds de kleinste ingreep die werkt."


@pytest.fixture
def ronde(werk: Path, bank: Path) -> Path:
    """A ronde on an edit of the bank that nobody committed, after which the file changes again."""
    gelukt(*DOEL, map=werk)
    eerst = (bank / TAAK).read_text(encoding="utf-8")
    begin = eerst.replace("Onderdeel: Klein bijsturen", f"Onderdeel: {TITEL} {{#klein-bijsturen}}")
    begin = begin.replace("Kiest de kleinste ingreep die werkt.", KIJKPUNT)
    (bank / TAAK).write_bytes(begin.replace("\n", "\r\n").encode())
    gelukt(*LES, map=werk)
    (bank / TAAK).write_text(eerst.replace("Kiest de kleinste", "Kiest de laatste"), encoding="utf-8")
    return werk


def op_zijn_plaats(werk: Path, tmp_path: Path) -> Path:
    return werk


def na_gc(werk: Path, tmp_path: Path) -> Path:
    for map in (werk, werk.parents[1]):
        git(map, "reflog", "expire", "--expire=now", "--all")
        git(map, "gc", "-q", "--prune=now")
    return werk


def in_een_nieuwe_kloon(werk: Path, tmp_path: Path) -> Path:
    school = tmp_path / "kloon"
    git(tmp_path, "clone", "-q", f"file://{werk.parents[1]}", str(school))
    if (werk / ".git").exists():
        git(school, "clone", "-q", f"file://{werk}", "portfolios/noor")
    return school / "portfolios" / "noor"


PLEKKEN = [op_zijn_plaats, na_gc, in_een_nieuwe_kloon]


@pytest.mark.parametrize("plek", PLEKKEN, ids=lambda plek: plek.__name__)
def test_everything_that_shows_a_ronde_knows_its_text(
    ronde: Path, tmp_path: Path, plek: Callable[[Path, Path], Path]
) -> None:
    hier = plek(ronde, tmp_path)
    assert f"    was: {KIJKPUNT}" in gelukt("taak", "verschil", map=hier)
    assert f"{TITEL}  " in gelukt("waar", map=hier)
    assert f", {TITEL}, " in gelukt("portfolio", "toon", map=hier)
    formulier = gelukt("formulier", "observatie", "--formaat", "md", "--naar", str(tmp_path), map=hier)
    assert KIJKPUNT in Path(formulier.split("\n")[0].strip()).read_text(encoding="utf-8")


def test_the_student_sees_what_was_kept(werk: Path, bank: Path) -> None:
    gelukt(*DOEL, map=werk)
    (bank / TAAK).write_text((bank / TAAK).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    uit = gelukt(*LES, map=werk)
    assert "leerdoelen/strenger-zijn/2026-11-03-orde-houden/taak.md" in uit
    assert git(werk, "status", "--porcelain", "--", ".") == ""


def test_a_text_is_kept_once(ronde: Path, bank: Path) -> None:
    eerst = ronde / "leerdoelen/strenger-zijn/2026-11-03-orde-houden/taak.md"
    (bank / TAAK).write_bytes(eerst.read_bytes())
    gelukt(*LES, "--nieuwe-ronde", map=ronde)
    assert [pad.parent.name for pad in ronde.rglob("taak.md")] == ["2026-11-03-orde-houden"]


def test_what_the_school_shares_is_not_copied(werk: Path, bank: Path) -> None:
    gelukt(*DOEL, map=werk)
    gelukt(*LES, map=werk)
    assert list(werk.rglob("taak.md")) == []


def test_what_the_school_shared_before_is_not_copied(werk: Path, bank: Path, tmp_path: Path) -> None:
    """A student who has not fetched the last version yet begins with an earlier one."""
    gelukt(*DOEL, map=werk)
    school = bank.parent
    git(school, "checkout", "-q", "-b", "verder")
    (bank / TAAK).write_text((bank / TAAK).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    git(school, "commit", "-q", "-am", "Beter")
    git(school, "checkout", "-q", "main")
    git(school, "update-ref", "refs/remotes/origin/main", "verder")
    gelukt(*LES, map=werk)
    assert list(werk.rglob("taak.md")) == []


def test_what_only_this_computer_committed_is_kept(werk: Path, bank: Path) -> None:
    gelukt(*DOEL, map=werk)
    school = bank.parent
    git(school, "update-ref", "refs/remotes/origin/main", "HEAD")
    (bank / TAAK).write_text((bank / TAAK).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    git(school, "commit", "-q", "-am", "Nog niet gedeeld")
    gelukt(*LES, map=werk)
    assert len(list(werk.rglob("taak.md"))) == 1


@pytest.mark.parametrize("werk", ["apart"], indirect=True)  # the other kind always has Git around it
def test_a_bank_outside_git_is_kept(werk: Path, bank: Path) -> None:
    gelukt(*DOEL, map=werk)
    shutil.rmtree(bank.parent / ".git")
    gelukt(*LES, map=werk)
    assert len(list(werk.rglob("taak.md"))) == 1


def test_an_own_task_is_in_the_portfolio_already(werk: Path, eigen_tekst: str) -> None:
    gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=werk, invoer=eigen_tekst)
    gelukt(*DOEL, map=werk)
    eigen = werk / "taken/orde-houden.md"
    eigen.write_text(eigen.read_text(encoding="utf-8") + "\n", encoding="utf-8")  # by hand: the step commits it first
    gelukt(*LES, map=werk)
    assert list(werk.rglob("taak.md")) == []


def test_preparing_again_keeps_to_the_text_of_the_ronde(ronde: Path, bank: Path) -> None:
    (bank / TAAK).unlink()
    uit = gelukt("voorbereiden", "orde-houden", "--onderdeel", "klein-bijsturen", "--klas", "2 havo", map=ronde)
    assert "Je voorbereiding is aangepast: Orde houden." in uit and TITEL in uit
    assert leerwerk("voorbereiden", "orde-houden", "--nieuwe-ronde", map=ronde).code == 1
