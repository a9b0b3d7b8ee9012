"""Recovery finishes what was cut off, keeps what the user did meanwhile, and leaves what is of others."""

import json
import os
import time
from pathlib import Path

import pytest

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen import herstel, herstel_stil, herstelling, open_stap, stap, vreemd
from tests.vastleggen.kraan import NAAM, OUD, STAP, USER_STATUS, VERANDERD, Repo
from tests.vastleggen.proef import leftovers, snapshot
from tests.vastleggen.test_stap import BESTANDEN, make_step


class Stroomstoring(BaseException):
    """Ends a step without any of its own clearing up."""


@pytest.fixture
def onderbroken(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository in which a step was cut off right after its journal."""
    cut_off(repo, monkeypatch, "carry_out")
    return repo


def cut_off(repo: Repo, monkeypatch: pytest.MonkeyPatch, functie: str) -> None:
    def stop(*_: object) -> None:
        raise Stroomstoring

    with monkeypatch.context() as even, pytest.raises(Stroomstoring):
        even.setattr(stap, functie, stop)
        even.setattr("leerwerk.vastleggen.indexslot.release", lambda plaats: None)
        make_step(repo)
    assert (repo.top / ".git/leerwerk/journal.json").exists()
    assert (repo.top / ".git/index.lock").exists()


def is_whole(repo: Repo) -> bool:
    return repo.files_of() == sorted(STAP) and repo.status() == USER_STATUS and leftovers(repo.top) == []


@pytest.mark.parametrize("functie", ["carry_out", "_write_files", "_update_index"])
def test_cut_off_step_is_finished(repo: Repo, monkeypatch: pytest.MonkeyPatch, functie: str) -> None:
    cut_off(repo, monkeypatch, functie)
    verslag = herstel(repo.top)
    assert verslag.commit == repo.git("rev-parse", "HEAD")
    assert "is nu afgemaakt" in " ".join(verslag.gedaan)
    assert is_whole(repo)


def test_second_recovery_changes_nothing(onderbroken: Repo) -> None:
    herstel(onderbroken.top)
    eerst = snapshot(onderbroken.top)
    assert herstel(onderbroken.top).gedaan == ()
    assert snapshot(onderbroken.top) == eerst


def test_every_command_recovers_silently(onderbroken: Repo) -> None:
    assert herstel_stil(onderbroken.top) == ""
    assert is_whole(onderbroken)


def test_next_step_recovers_first(onderbroken: Repo) -> None:
    with open_stap(onderbroken.top) as werkboom:
        assert werkboom.hersteld.commit
        werkboom.commit("Volgende", {Path("volgende.md"): b"1"})
    assert onderbroken.commits() == 3


def test_nothing_to_recover_starts_no_git(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert herstel_stil(repo.top) == ""
    assert herstel_stil(repo.top.parent) == ""


def test_file_of_the_user_is_kept_and_ours_is_in_history(onderbroken: Repo) -> None:
    onderbroken.write({VERANDERD: b"van de gebruiker\n"})
    melding = herstel_stil(onderbroken.top)
    assert VERANDERD in melding
    assert (onderbroken.top / VERANDERD).read_bytes() == b"van de gebruiker\n"
    assert onderbroken.content(VERANDERD) == STAP[VERANDERD]
    assert onderbroken.status() == sorted([*USER_STATUS, f" M {VERANDERD}"])


def test_file_that_the_user_removed_stays_away(onderbroken: Repo) -> None:
    (onderbroken.top / VERANDERD).unlink()
    herstel(onderbroken.top)
    assert not (onderbroken.top / VERANDERD).exists()
    assert onderbroken.content(VERANDERD) == STAP[VERANDERD]


def test_step_goes_on_top_when_the_branch_moved_on(onderbroken: Repo) -> None:
    (onderbroken.top / ".git/index.lock").unlink()
    onderbroken.git(*NAAM, "commit", "-q", "-m", "van de gebruiker")
    herstel(onderbroken.top)
    assert onderbroken.git("log", "-2", "--format=%s").split("\n") == [
        "Leerdoel vastgesteld",
        "van de gebruiker",
    ]


def test_step_that_is_already_in_history_is_not_made_twice(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as even:
        even.setattr("leerwerk.vastleggen.journaal.withdraw", lambda plaats: None)
        make_step(repo)
    repo.write({VERANDERD: b"daarna\n"})
    repo.git(*NAAM, "commit", "-qam", "daarna")
    herstel(repo.top)
    assert repo.commits() == 3
    assert repo.content(VERANDERD) == b"daarna\n"
    assert leftovers(repo.top) == []


def test_history_that_was_rewritten_underneath(onderbroken: Repo) -> None:
    (onderbroken.top / ".git/index.lock").unlink()
    onderbroken.git(*NAAM, "commit", "-q", "--amend", "-m", "Ander begin")
    onderbroken.git("reflog", "expire", "--expire=now", "--all")
    onderbroken.git("gc", "-q", "--prune=now")
    herstel(onderbroken.top)
    assert onderbroken.commits() == 2
    assert leftovers(onderbroken.top) == []


def waits(repo: Repo, tekst: str) -> None:
    """The step stays in its journal, untouched, with the reason; and no other step can pass it."""
    voor = (
        repo.status(),
        repo.git("rev-parse", "HEAD"),
        (repo.top / ".git/leerwerk/journal.json").read_bytes(),
    )
    verslag = herstel(repo.top)
    assert tekst in " ".join(verslag.open)
    assert tekst in herstel_stil(repo.top)
    with pytest.raises(MachineWeigert, match=tekst):
        make_step(repo)
    na = (
        repo.status(),
        repo.git("rev-parse", "HEAD"),
        (repo.top / ".git/leerwerk/journal.json").read_bytes(),
    )
    assert voor == na


def test_other_branch_is_not_touched(onderbroken: Repo) -> None:
    (onderbroken.top / ".git/index.lock").unlink()
    onderbroken.git("checkout", "-q", "-b", "zij")
    waits(onderbroken, "git switch main")


def test_merge_under_way_is_not_touched(onderbroken: Repo) -> None:
    (onderbroken.top / ".git/MERGE_HEAD").write_text(onderbroken.git("rev-parse", "HEAD") + "\n")
    waits(onderbroken, "git merge --abort")


def test_foreign_index_lock_is_not_touched(onderbroken: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vreemd, "WACHT_OP_GIT", 0.1)
    (onderbroken.top / ".git/index.lock").unlink()
    (onderbroken.top / ".git/index.lock").write_bytes(b"")
    waits(onderbroken, "index.lock")
    assert (onderbroken.top / ".git/index.lock").exists()


def test_old_lock_on_the_branch_is_not_ours(onderbroken: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vreemd, "WACHT_OP_BRANCH", 0.1)
    oud = onderbroken.top / ".git/refs/heads/main.lock"
    oud.write_bytes(b"")
    os.utime(oud, (time.time() - 3600,) * 2)
    waits(onderbroken, "main.lock")
    assert "60 minuten" in herstel_stil(onderbroken.top)


def test_lock_on_the_branch_from_our_dead_git_is_removed(onderbroken: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vreemd, "WACHT_OP_BRANCH", 0.1)
    (onderbroken.top / ".git/HEAD.lock").write_bytes(b"")
    herstel(onderbroken.top)
    assert is_whole(onderbroken)


def test_foreign_lock_without_a_step_is_reported(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vreemd, "WACHT_OP_GIT", 0.1)
    (repo.top / ".git/index.lock").write_bytes(b"")
    assert "index.lock" in herstel(repo.top).open[0]
    assert herstel_stil(repo.top) == ""
    assert (repo.top / ".git/index.lock").exists()


def test_nothing_to_recover_on_a_detached_head(repo: Repo) -> None:
    repo.git("checkout", "-q", "--detach")
    assert herstel(repo.top).klaar


def test_lock_with_our_mark_alone_is_removed(repo: Repo) -> None:
    make_step(repo)
    os.link(repo.top / ".git/leerwerk/merk", repo.top / ".git/index.lock")
    assert herstel_stil(repo.top) == ""
    assert not (repo.top / ".git/index.lock").exists()


def test_busy_program_is_not_disturbed(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(herstelling, "_WACHT_STIL", 0.1)
    with open_stap(repo.top):
        (repo.top / ".git/leerwerk/journal.json").write_text("{}")
        assert "nog bezig" in herstel_stil(repo.top)


def test_unreadable_index_is_set_aside_and_rebuilt(onderbroken: Repo) -> None:
    (onderbroken.top / ".git/index").write_bytes(b"DIRC kapot" * 10)
    herstel(onderbroken.top)
    assert onderbroken.files_of() == sorted(STAP)
    assert (onderbroken.top / ".git/leerwerk/index.beschadigd").exists()
    assert onderbroken.git("diff", "--cached", "--name-only") == ""


def test_step_put_aside_keeps_its_text(onderbroken: Repo) -> None:
    verslag = herstel(onderbroken.top, gooi_weg=True)
    (apart,) = (onderbroken.top / ".git/leerwerk").glob("weggelegd-*.json")
    assert str(apart) in verslag.gedaan[-1]
    assert len(json.loads(apart.read_text())["wijzigingen"]) == len(STAP)
    assert onderbroken.commits() == 1
    assert (onderbroken.top / VERANDERD).read_bytes() == OUD
    make_step(onderbroken)


def test_damaged_journal_is_refused_and_can_be_put_aside(onderbroken: Repo) -> None:
    (onderbroken.top / ".git/leerwerk/journal.json").write_bytes(b"\0" * 100)
    with pytest.raises(MachineWeigert, match="beschadigd"):
        herstel(onderbroken.top)
    assert "beschadigd" in herstel_stil(onderbroken.top)
    herstel(onderbroken.top, gooi_weg=True)
    make_step(onderbroken)


def test_path_that_became_a_link_is_never_followed(onderbroken: Repo, tmp_path: Path) -> None:
    (tmp_path / "buiten").mkdir()
    (onderbroken.top / "doel").symlink_to(tmp_path / "buiten")
    assert "--gooi-weg" in herstel(onderbroken.top).open[0]
    assert list((tmp_path / "buiten").iterdir()) == []


@pytest.mark.parametrize("functie", ["_write_files", "_update_index"])
def test_full_disk_keeps_the_step_for_later(repo: Repo, monkeypatch: pytest.MonkeyPatch, functie: str) -> None:
    def vol(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as even, pytest.raises(MachineWeigert) as weigering:
        even.setattr(stap, functie, vol)
        make_step(repo)
    assert "de schijf is vol" in weigering.value.wat
    assert "bewaard" in weigering.value.nu
    assert not (repo.top / ".git/index.lock").exists()
    assert herstel_stil(repo.top) == ""
    assert is_whole(repo)


def test_step_that_waits_is_not_replaced_by_the_next(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with open_stap(repo.top) as werkboom:
        with monkeypatch.context() as even, pytest.raises(MachineWeigert):
            even.setattr(stap, "_write_files", vol)
            werkboom.commit("Eerste", BESTANDEN)
        with pytest.raises(MachineWeigert, match="eerst af"):
            werkboom.commit("Tweede", {Path("twee.md"): b"2"})
    herstel(repo.top)
    assert is_whole(repo)


def test_full_disk_before_the_journal_changes_nothing(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    from collections import namedtuple

    ruimte = namedtuple("ruimte", "total used free")(1, 1, 0)
    monkeypatch.setattr("shutil.disk_usage", lambda _: ruimte)
    with open_stap(repo.top) as werkboom, pytest.raises(MachineWeigert, match="de schijf is vol"):
        werkboom.commit("Stap", BESTANDEN)
    assert repo.status() == USER_STATUS
    assert leftovers(repo.top) == []


def test_crash_report_of_somebody_else_is_left(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    (repo.top / ".git/fast_import_crash_7").write_text("van een ander")
    os.utime(repo.top / ".git/fast_import_crash_7", (1, 1))
    cut_off(repo, monkeypatch, "carry_out")
    (repo.top / ".git/fast_import_crash_8").write_text("van ons")
    herstel(repo.top)
    assert (repo.top / ".git/fast_import_crash_7").exists()
    assert not (repo.top / ".git/fast_import_crash_8").exists()
