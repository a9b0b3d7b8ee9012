"""Comparing with an earlier version: in a real repository, with a real portfolio."""

import subprocess
from pathlib import Path

import pytest

from leerwerk.actions.valideren import valideer
from leerwerk.domain.bevinding import Ernst
from leerwerk.errors import MachineWeigert, VerkeerdGebruik
from leerwerk.store.plaatsen import vind_werkplek

EISEN = Path(__file__).parents[1] / "eisen"
GOED = (EISEN / "secties-volledig/goed-1.md").read_text(encoding="utf-8")


def git(*args):
    subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.nl", *args], check=True, capture_output=True
    )


@pytest.fixture
def school(tmp_path, monkeypatch):
    """A repository with one task, committed on main."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").mkdir()
    (tmp_path / "leerwerk.yaml").write_text("naam: School\n", encoding="utf-8")
    (tmp_path / "taken/bronnen.yaml").write_bytes((EISEN / "bronnen.yaml").read_bytes())
    (tmp_path / "taken/vragen-stellen.md").write_text(GOED, encoding="utf-8")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "Begin")
    return tmp_path


def kijk(school, basis="main", paden=()):
    return valideer(vind_werkplek(school), paden, basis)


def ronde(school, taak):
    (school / f"portfolios/noor/leerdoelen/vragen/2026-03-02-{taak}").mkdir(parents=True)


def test_nothing_changed_gives_nothing(school):
    assert kijk(school).bevindingen == ()


def test_a_deleted_task_is_a_finding_on_its_old_path(school):
    (school / "taken/vragen-stellen.md").unlink()
    assert [(b.pad, b.eis) for b in kijk(school).bevindingen if b.eis != "bron-gebruikt"] == [
        ("taken/vragen-stellen.md", "taak-blijft")
    ]


def test_a_task_that_moved_is_not_deleted(school):
    (school / "taken/vak").mkdir()
    (school / "taken/vragen-stellen.md").rename(school / "taken/vak/vragen-stellen.md")
    assert kijk(school).bevindingen == ()


def test_a_renamed_task_with_a_new_id_is_gone(school):
    (school / "taken/vragen-stellen.md").unlink()
    (school / "taken/vragen.md").write_text(GOED.replace("vragen-stellen", "vragen", 1), encoding="utf-8")
    assert [b.eis for b in kijk(school).bevindingen] == ["taak-blijft"]


def test_a_lost_onderdeel_weighs_more_when_a_portfolio_uses_the_task(school):
    pad = school / "taken/vragen-stellen.md"
    pad.write_text(GOED.replace("## Onderdeel: Overleg", "## Onderdeel: Samen"), encoding="utf-8")
    assert [b.ernst for b in kijk(school).bevindingen] == [Ernst.WAARSCHUWING]
    ronde(school, "vragen-stellen-2")
    assert [b.ernst for b in kijk(school).bevindingen] == [Ernst.FOUT]


def test_a_concept_may_go_unless_it_is_in_use(school):
    concept = school / "taken/doorvragen.md"
    concept.write_text(
        GOED.replace("vragen-stellen", "doorvragen", 1).replace("actueel", "concept"), encoding="utf-8"
    )
    git("add", "-A")
    git("commit", "-qm", "Concept")
    concept.unlink()
    assert kijk(school).bevindingen == ()
    ronde(school, "doorvragen")
    assert [b.eis for b in kijk(school).bevindingen] == ["taak-blijft"]


def test_what_main_added_meanwhile_is_not_deleted_here(school):
    git("checkout", "-qb", "mijn")
    git("checkout", "-q", "main")
    (school / "taken/doorvragen.md").write_text(GOED.replace("vragen-stellen", "doorvragen", 1), encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "Van een ander")
    git("checkout", "-q", "mijn")
    assert kijk(school).bevindingen == ()


def test_changed_lines_are_known_also_of_a_new_file(school):
    pad = school / "taken/vragen-stellen.md"
    pad.write_text(GOED.replace("In deze taak oefen", "Hier oefen"), encoding="utf-8")
    (school / "taken/nieuw.md").write_text("x\ny\n", encoding="utf-8")
    gewijzigd = kijk(school).gewijzigd
    assert gewijzigd["taken/vragen-stellen.md"] == {
        GOED.split("\n").index("In deze taak oefen je hoe je een vraag stelt waar iedereen over nadenkt.") + 1
    }
    assert {1, 2} <= gewijzigd["taken/nieuw.md"]


@pytest.mark.parametrize("basis", ["bestaat-niet", "--output=/tmp/x", "HEAD:taken", "-1", "$(id)"])
def test_a_basis_that_git_does_not_know_is_refused(school, basis):
    with pytest.raises(VerkeerdGebruik):
        kijk(school, basis)


def test_outside_git_there_is_nothing_to_compare_with(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").mkdir()
    (tmp_path / "leerwerk.yaml").write_text("naam: School\n", encoding="utf-8")
    with pytest.raises(MachineWeigert):
        kijk(tmp_path)


def test_a_file_with_a_strange_name_is_compared_too(school):
    pad = school / 'taken/vrágen "x"\tstellen.md'
    pad.write_text(GOED, encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "Vreemd")
    pad.write_text(GOED + "\n", encoding="utf-8")
    assert any("vrágen" in pad for pad in kijk(school).gewijzigd)
