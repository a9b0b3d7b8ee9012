"""What stands in the way of a step is said before anything is written."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from leerwerk.errors import LeerwerkFout, MachineWeigert
from leerwerk.vastleggen import open_stap, vooraf, vreemd
from tests.vastleggen.kraan import NAAM, Repo
from tests.vastleggen.test_stap import make_step


def refused(repo: Repo) -> LeerwerkFout:
    """The refusal of a step, which is also that of the preflight, and after which nothing has changed."""
    voor = (repo.status(), repo.git("rev-parse", "HEAD", mag_falen=True))
    with pytest.raises(MachineWeigert) as bij_vooraf:
        vooraf(repo.top)
    with pytest.raises(MachineWeigert) as weigering:
        make_step(repo)
    assert bij_vooraf.value.wat == weigering.value.wat
    assert (repo.status(), repo.git("rev-parse", "HEAD", mag_falen=True)) == voor
    assert not (repo.top / "doel").exists()
    assert weigering.value.nu
    return weigering.value


def test_nobody_known(tmp_path: Path) -> None:
    fout = refused(Repo.create(tmp_path / "anoniem", naam=False))
    assert fout.wat == "Git weet nog niet wie je bent."
    assert 'git config --global user.name "Je naam"' in fout.nu


def test_only_a_name_is_not_enough(tmp_path: Path) -> None:
    repo = Repo.create(tmp_path / "half", naam=False)
    repo.git("config", "user.name", "Jan")
    assert "wie je bent" in refused(repo).wat


def test_detached_head(repo: Repo, git: Callable[..., str]) -> None:
    git("checkout", "-q", "--detach")
    assert "detached HEAD" in refused(repo).wat


@pytest.mark.parametrize("opdracht", ["merge", "rebase", "cherry-pick", "revert"])
def test_operation_under_way(repo: Repo, opdracht: str) -> None:
    repo.git("stash", "-q", "-u")
    repo.git("checkout", "-q", "-b", "zij")
    repo.write({"los.txt": b"zij\n"})
    repo.git(*NAAM, "commit", "-qam", "zij")
    repo.git("checkout", "-q", "main")
    repo.write({"los.txt": b"main\n"})
    repo.git(*NAAM, "commit", "-qam", "main")
    repo.git(*NAAM, "commit", "-q", "--allow-empty", "-m", "leeg")
    wat = "HEAD~1" if opdracht == "revert" else "zij"
    if opdracht == "revert":
        repo.write({"los.txt": b"nog anders\n"})
        repo.git(*NAAM, "commit", "-qam", "nog anders")
        wat = "HEAD~2"
    repo.git(*NAAM, opdracht, wat, mag_falen=True)
    fout = refused(repo)
    assert opdracht in fout.wat or opdracht == "rebase"
    assert f"git {opdracht} --abort" in fout.nu or "detached" in fout.wat


def test_bisect_under_way(repo: Repo) -> None:
    repo.git("bisect", "start")
    assert "bisect" in refused(repo).wat


@pytest.mark.parametrize("slot", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
def test_foreign_lock_is_reported_and_left(repo: Repo, slot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vreemd, "WACHT_OP_GIT", 0.1)
    (repo.top / ".git" / slot).write_bytes(b"")
    fout = refused(repo)
    assert fout.waar == str(repo.top / ".git" / slot)
    assert "seconden" in fout.wat
    assert (repo.top / ".git" / slot).exists()


def test_lock_that_passes_by_is_waited_for(repo: Repo) -> None:
    import threading

    slot = repo.top / ".git/index.lock"
    slot.write_bytes(b"")
    threading.Timer(0.3, slot.unlink).start()
    make_step(repo)
    assert repo.commits() == 2


def test_lock_between_check_and_step_withdraws_the_journal(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    from leerwerk.vastleggen import werkboom as module

    monkeypatch.setattr(module, "_WACHT_OP_INDEX", 0.1)
    with open_stap(repo.top) as werkboom, pytest.raises(MachineWeigert):
        (repo.top / ".git/index.lock").write_bytes(b"")
        werkboom.commit("Stap", {Path("een.md"): b"1"})
    assert not (repo.top / "een.md").exists()
    assert not (repo.top / ".git/leerwerk/journal.json").exists()


def test_merge_that_starts_between_check_and_step(repo: Repo) -> None:
    with open_stap(repo.top) as werkboom, pytest.raises(MachineWeigert):
        (repo.top / ".git/MERGE_HEAD").write_text(repo.git("rev-parse", "HEAD") + "\n")
        werkboom.commit("Stap", {Path("een.md"): b"1"})
    assert not (repo.top / "een.md").exists()
    assert not (repo.top / ".git/index.lock").exists()


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(MachineWeigert) as weigering:
        vooraf(tmp_path)
    assert "Git-repository" in weigering.value.wat


def test_bare_repository(tmp_path: Path) -> None:
    kaal = Repo(tmp_path)
    kaal.git("init", "-q", "--bare", "kaal.git")
    with pytest.raises(MachineWeigert):
        vooraf(tmp_path / "kaal.git")


def test_second_process_waits_and_then_says_so(repo: Repo) -> None:
    begin = time.monotonic()
    with open_stap(repo.top), pytest.raises(MachineWeigert) as weigering, open_stap(repo.top, wacht=0.2):
        pass
    assert 0.2 <= time.monotonic() - begin < 2
    assert "nog bezig" in weigering.value.wat


def test_preflight_writes_nothing(repo: Repo) -> None:
    voor = sorted(repo.top.rglob("*"))
    vooraf(repo.top)
    assert sorted(repo.top.rglob("*")) == voor


def test_branch_that_git_cannot_read_is_no_first_commit(repo: Repo) -> None:
    (repo.top / ".git/refs/heads/main").write_bytes(b"")
    with pytest.raises(MachineWeigert, match="laatste versie"):
        make_step(repo)
    assert not (repo.top / "doel").exists()


def test_lock_that_took_the_place_of_ours_is_left(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    from leerwerk.vastleggen import stap

    slot = repo.top / ".git/index.lock"

    def meddle(*_: object) -> None:
        slot.unlink()
        slot.write_bytes(b"van een ander")
        raise OSError("iets anders")

    monkeypatch.setattr(stap, "_write_files", meddle)
    with pytest.raises(MachineWeigert):
        make_step(repo)
    assert slot.read_bytes() == b"van een ander"
