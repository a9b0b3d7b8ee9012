"""`leerwerk taak voorstellen`: a branch in the bank, beside everything the user is doing."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deur import gelukt, git, leerwerk

PAD = "taken/onderwijskundig/orde-houden.md"
VOORSTEL = ("taak", "voorstellen", "orde-houden")


@pytest.fixture
def eigen(werk: Path, eigen_tekst: str) -> Path:
    """A portfolio with an own version of orde-houden."""
    gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=werk, invoer=eigen_tekst)
    return werk


def toestand(school: Path) -> tuple[bytes, ...]:
    """Everything of a work tree that a proposal must leave alone, byte by byte."""
    bestanden = sorted(pad for pad in school.rglob("*") if pad.is_file() and ".git" not in pad.parts)
    gitmap = school / ".git"
    return (
        *(str(pad).encode() + pad.read_bytes() for pad in bestanden),
        (gitmap / "index").read_bytes(),
        (gitmap / "HEAD").read_bytes(),
        git(school, "rev-parse", "HEAD").encode(),
        git(school, "status", "--porcelain").encode(),
    )


def test_a_proposal_is_one_commit_with_the_adapted_task(eigen: Path, bank: Path, eigen_tekst: str) -> None:
    school = bank.parent
    basis = git(school, "rev-parse", "HEAD")
    uit = gelukt(*VOORSTEL, map=eigen)
    assert f"Je voorstel staat op de branch taak/orde-houden.\n  {PAD}\n" in uit
    assert git(school, "show", "--format=%s", "--name-only", "taak/orde-houden").split("\n") == [
        "Taak voorgesteld: Orde houden", "", PAD
    ]  # fmt: skip
    assert "gebaseerd_op" not in git(school, "show", f"taak/orde-houden:{PAD}")
    assert "Tel zachtjes tot vijf." in git(school, "show", f"taak/orde-houden:{PAD}")
    assert git(school, "merge-base", basis, "taak/orde-houden") in git(school, "rev-list", basis)


def test_only_the_line_that_was_adapted_differs(eigen: Path, bank: Path) -> None:
    gelukt(*VOORSTEL, map=eigen)
    diff = git(bank.parent, "diff", "--numstat", "taak/orde-houden~1", "taak/orde-houden", "--", PAD)
    assert re.fullmatch(r"(\d+)\t\1\t.*", diff), diff


def test_it_touches_neither_work_tree_nor_index_nor_branch(eigen: Path, bank: Path) -> None:
    school = bank.parent
    (bank / "onderwijskundig/vragen-stellen.md").write_text("onderweg\n", encoding="utf-8")
    (school / "klaar.txt").write_text("klaargezet\n", encoding="utf-8")
    git(school, "add", "klaar.txt")
    (school / "klaar.txt").write_text("en weer anders\n", encoding="utf-8")
    (school / PAD).unlink()
    voor = toestand(school)
    gelukt(*VOORSTEL, map=eigen)
    assert toestand(school) == voor


def test_twice_is_once(eigen: Path, bank: Path) -> None:
    gelukt(*VOORSTEL, map=eigen)
    eerst = git(bank.parent, "rev-parse", "taak/orde-houden")
    assert "Dit voorstel stond al op de branch taak/orde-houden." in gelukt(*VOORSTEL, map=eigen)
    assert git(bank.parent, "rev-parse", "taak/orde-houden") == eerst


def test_a_branch_with_another_text_is_left_alone(eigen: Path, bank: Path, eigen_tekst: str) -> None:
    gelukt(*VOORSTEL, map=eigen)
    eerst = git(bank.parent, "rev-parse", "taak/orde-houden")
    anders = eigen_tekst.replace("tot vijf", "tot tien")
    gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=eigen, invoer=anders)
    uitkomst = leerwerk(*VOORSTEL, map=eigen)
    assert uitkomst.code == 1
    assert "De branch taak/orde-houden bestaat al, met een andere tekst." in uitkomst.fout
    assert "git branch -D taak/orde-houden" in uitkomst.fout
    assert git(bank.parent, "rev-parse", "taak/orde-houden") == eerst


def test_it_builds_on_the_text_that_the_student_knew(eigen: Path, bank: Path, verander: Callable[..., None]) -> None:
    """The bank went on meanwhile: Git, not the proposal, brings both together."""
    verander("Je oefent een rustige start", "Je oefent een stille start")
    gelukt(*VOORSTEL, map=eigen)
    diff = git(bank.parent, "diff", "HEAD...taak/orde-houden", "--", PAD)
    assert "+- Tel zachtjes tot vijf." in diff and "stille" not in diff
    git(bank.parent, "merge", "-q", "--no-edit", "taak/orde-houden")
    samen = (bank / "onderwijskundig/orde-houden.md").read_text(encoding="utf-8")
    assert "Tel zachtjes tot vijf." in samen and "stille start" in samen


def test_it_builds_on_what_the_school_shares(eigen: Path, bank: Path, tmp_path: Path) -> None:
    school = bank.parent
    git(tmp_path, "clone", "-q", "--bare", str(school), "server.git")
    git(school, "remote", "add", "origin", str(tmp_path / "server.git"))
    git(school, "fetch", "-q", "origin")
    gedeeld = git(school, "rev-parse", "HEAD")
    (school / "prive.txt").write_text("niet voor de server\n", encoding="utf-8")
    git(school, "add", "prive.txt")
    git(school, "commit", "-q", "-m", "Alleen hier")
    uit = gelukt(*VOORSTEL, map=eigen)
    assert "push -u origin taak/orde-houden" in uit
    assert git(school, "rev-list", f"{gedeeld}..taak/orde-houden").count("\n") == 0
    git(school, "push", "-q", "-u", "origin", "taak/orde-houden")


def test_a_new_task_goes_with_the_tasks_of_its_subject(portfolio: Path, eigen_vaktaak: str) -> None:
    gelukt("taak", "nieuw", "--van", "-", map=portfolio, invoer=eigen_vaktaak)
    uit = gelukt("taak", "voorstellen", "een-proef-nabespreken", map=portfolio)
    assert "  taken/vak/beta/een-proef-nabespreken.md\n" in uit


@pytest.fixture
def eigen_vaktaak(school: Path) -> str:
    tekst = (school / "taken/onderwijskundig/orde-houden.md").read_text(encoding="utf-8")
    return (
        tekst.replace("id: orde-houden", "id: een-proef-nabespreken")
        .replace("titel: Orde houden", "titel: Een proef nabespreken")
        .replace("soort: onderwijskundig", "soort: vak\nvakken: [natuurkunde]")
        .replace("@marzano-2003", "@eigen-2020")
    )


def test_own_sources_go_along(portfolio: Path, eigen_vaktaak: str) -> None:
    gelukt("taak", "nieuw", "--van", "-", map=portfolio, invoer=eigen_vaktaak)
    eigen = (
        "references:\n- id: eigen-2020\n  type: book\n  title: Een boek\n  author:\n  - literal: Iemand\n"
        "- id: ongebruikt-1999\n  title: Niet nodig\n"
    )
    (portfolio / "taken/bronnen.yaml").write_text(eigen, encoding="utf-8")
    uit = gelukt("taak", "voorstellen", "een-proef-nabespreken", map=portfolio)
    assert "  taken/bronnen.yaml\n" in uit
    school = portfolio.parents[1]
    bronnen = git(school, "show", "taak/een-proef-nabespreken:taken/bronnen.yaml")
    assert "  - id: eigen-2020\n    type: book\n    title: Een boek\n    author:\n    - literal: Iemand\n" in bronnen
    assert "ongebruikt" not in bronnen
    stat = git(school, "diff", "--numstat", "HEAD", "taak/een-proef-nabespreken", "--", "taken/bronnen.yaml")
    assert stat.split("\t")[1] == "0"


def test_a_source_that_nobody_described_is_named(portfolio: Path, eigen_vaktaak: str) -> None:
    gelukt("taak", "nieuw", "--van", "-", map=portfolio, invoer=eigen_vaktaak)
    uitkomst = leerwerk("taak", "voorstellen", "een-proef-nabespreken", map=portfolio)
    assert uitkomst.code == 0 and "De bron `eigen-2020` is nergens beschreven." in uitkomst.fout


def test_nothing_to_propose(portfolio: Path) -> None:
    uitkomst = leerwerk(*VOORSTEL, map=portfolio)
    assert (uitkomst.code, "Je hebt geen eigen taak `orde-houden`." in uitkomst.fout) == (1, True)


def test_a_version_that_is_the_banks_is_no_proposal(portfolio: Path) -> None:
    bron = portfolio.parents[1] / PAD
    tekst = bron.read_text(encoding="utf-8")
    for versie in (tekst.replace("tot het", "tot"), tekst):
        gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=portfolio, invoer=versie)
    uitkomst = leerwerk(*VOORSTEL, map=portfolio)
    assert (uitkomst.code, "er is niets voor te stellen" in uitkomst.fout) == (1, True)


def test_outside_a_bank(portfolio: Path, tmp_path: Path) -> None:
    los = Path(shutil.copytree(portfolio, tmp_path / "los"))
    uitkomst = leerwerk(*VOORSTEL, map=los)
    assert (uitkomst.code, "geen leerwerktakenbank" in uitkomst.fout) == (3, True)


def test_in_a_bank_without_a_commit(portfolio: Path, eigen_tekst_los: str) -> None:
    gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=portfolio, invoer=eigen_tekst_los)
    school = portfolio.parents[1]
    shutil.rmtree(school / ".git")
    git(school, "init", "-q")
    uitkomst = leerwerk(*VOORSTEL, map=portfolio)
    assert (uitkomst.code, "nog niets vastgelegd" in uitkomst.fout) == (3, True)


@pytest.fixture
def eigen_tekst_los(portfolio: Path) -> str:
    return (portfolio.parents[1] / PAD).read_text(encoding="utf-8").replace("Wacht tot", "Tel tot")


def test_a_branch_called_taak_is_in_the_way(eigen: Path, bank: Path) -> None:
    git(bank.parent, "branch", "taak")
    uitkomst = leerwerk(*VOORSTEL, map=eigen)
    assert (uitkomst.code, "Git kon de branch taak/orde-houden niet maken." in uitkomst.fout) == (3, True)
