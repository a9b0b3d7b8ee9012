"""Many at once in one clone: what was acknowledged is in history, once, whole and unmixed."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.vastleggen.kraan import USER_STATUS, Repo
from tests.vastleggen.proef import BESTUURDER, WORTEL

Bevestigd = dict[str, str]  # commit id -> the one file that it should hold


def run_together(repo: Repo, processen: int, stappen: int) -> Bevestigd:
    """Let `processen` programs make `stappen` steps each; what they were told is the truth to check."""
    lopend = [
        subprocess.Popen(
            [*BESTUURDER, "reeks", str(repo.top), f"student{nummer}", str(stappen)],
            cwd=WORTEL,
            stdout=subprocess.PIPE,
            text=True,
        )
        for nummer in range(processen)
    ]
    uitvoer = [proces.communicate(timeout=300)[0] for proces in lopend]
    assert [proces.returncode for proces in lopend] == [0] * processen
    return dict(regel.split(" ") for uit in uitvoer for regel in uit.splitlines())


def files_per_commit(repo: Repo) -> dict[str, set[str]]:
    """Commit id -> the files that it changed, for the whole history."""
    log = repo.git("log", "--format=%x01%H", "--name-only", "HEAD").split("\x01")[1:]
    return {deel.split("\n")[0]: {regel for regel in deel.split("\n")[1:] if regel} for deel in log}


def check_history(repo: Repo, bevestigd: Bevestigd, verwacht: int) -> None:
    assert len(bevestigd) == verwacht
    inhoud = files_per_commit(repo)
    assert [oid for oid in bevestigd if oid not in inhoud] == [], "acknowledged and lost"
    assert {oid: inhoud[oid] for oid in bevestigd} == {oid: {pad} for oid, pad in bevestigd.items()}
    in_head = set(repo.git("ls-tree", "-r", "--name-only", "HEAD").split("\n"))
    assert set(bevestigd.values()) <= in_head, "deleted again by a later commit"
    assert repo.git("fsck", "--strict", "--no-dangling") == ""


class Gebruiker(threading.Thread):
    """Somebody who types plain `git add` and `git commit` as fast as that goes."""

    def __init__(self, repo: Repo) -> None:
        super().__init__()
        self.repo = repo
        self.klaar = threading.Event()
        self.commits: set[str] = set()

    def run(self) -> None:
        nummer = 0
        while not self.klaar.is_set():
            nummer += 1
            self.repo.write({f"gebruiker/{nummer}.txt": b"x"})
            self._retry("add", f"gebruiker/{nummer}.txt")
            self._retry("commit", "-q", "-m", f"gebruiker {nummer}")
            time.sleep(0.01)

    def _retry(self, *args: str) -> None:
        """As a user does when git says that another git is at work: the same again."""
        while subprocess.run(["git", *args], cwd=self.repo.top, capture_output=True, check=False).returncode:
            if self.klaar.is_set():
                return
            time.sleep(0.005)


def hammer(repo: Repo) -> None:
    """Four programs beside a user: no step lost, no step in a commit of the user or the other way round."""
    repo.git("reset", "-q")
    gebruiker = Gebruiker(repo)
    gebruiker.start()
    try:
        bevestigd = run_together(repo, 4, 25)
    finally:
        gebruiker.klaar.set()
        gebruiker.join()
    check_history(repo, bevestigd, 100)
    van_gebruiker = [paden for oid, paden in files_per_commit(repo).items() if oid not in bevestigd]
    assert len(van_gebruiker) > 10
    gemengd = [paden for paden in van_gebruiker if any(pad.startswith("reeks/") for pad in paden)]
    assert gemengd == []


@pytest.mark.parametrize(("processen", "stappen"), [(8, 10), (32, 3)])
def test_many_programs_in_one_clone(repo: Repo, processen: int, stappen: int) -> None:
    bevestigd = run_together(repo, processen, stappen)
    check_history(repo, bevestigd, processen * stappen)
    assert repo.status() == USER_STATUS


def test_beside_a_user_of_plain_git(repo: Repo) -> None:
    hammer(repo)


@pytest.mark.volledig
@pytest.mark.parametrize("keer", range(5))
def test_beside_a_user_of_plain_git_five_times(repo: Repo, keer: int) -> None:
    hammer(repo)


@pytest.mark.volledig
def test_thirty_two_programs_ten_steps_each(repo: Repo) -> None:
    check_history(repo, run_together(repo, 32, 10), 320)


def test_importing_the_package_does_not_import_gitpython(tmp_path: Path) -> None:
    code = "import sys, leerwerk.vastleggen; sys.exit('git' in sys.modules or 'gitdb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=WORTEL, check=False).returncode == 0
