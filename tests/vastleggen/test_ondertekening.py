"""Signed steps: signed for real, or refused with nothing changed."""

import shutil
from pathlib import Path

import pytest

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen import herstel, vooraf
from tests.vastleggen.kraan import STAP, USER_STATUS, Repo, sign_commits
from tests.vastleggen.proef import leftovers
from tests.vastleggen.test_herstel import cut_off
from tests.vastleggen.test_stap import make_step

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs ssh-keygen (openssh-client)")


@pytest.fixture
def sleutel(repo: Repo, tmp_path: Path) -> Path:
    """An SSH key with which this repository signs its commits."""
    pad = tmp_path / "id"
    sign_commits(repo, pad)
    return pad


def is_signed_step(repo: Repo) -> bool:
    whole = repo.files_of() == sorted(STAP) and repo.status() == USER_STATUS and leftovers(repo.top) == []
    hulp = repo.git("for-each-ref", "refs/leerwerk")
    return whole and not hulp and repo.git("log", "-1", "--format=%G? %an %s") == "G Jan Jansen Leerdoel vastgesteld"


def test_step_is_signed(repo: Repo, sleutel: Path) -> None:
    assert make_step(repo) == repo.git("rev-parse", "HEAD")
    assert repo.commits() == 2
    assert is_signed_step(repo)


def test_first_commit_is_signed(repo: Repo, sleutel: Path) -> None:
    repo.git("checkout", "-q", "--orphan", "leeg")
    repo.git("rm", "-rqf", "--cached", ".")
    make_step(repo)
    assert repo.git("log", "-1", "--format=%G?") == "G"
    assert repo.commits() == 1


def test_missing_key_is_refused_beforehand(repo: Repo, sleutel: Path) -> None:
    repo.git("config", "user.signingkey", "/bestaat/niet")
    with pytest.raises(MachineWeigert, match="ondertekenen"):
        vooraf(repo.top)
    with pytest.raises(MachineWeigert, match="ondertekenen"):
        make_step(repo)
    assert repo.status() == USER_STATUS


def test_missing_gpg_key_is_refused_beforehand(repo: Repo) -> None:
    repo.git("config", "commit.gpgsign", "yes")
    with pytest.raises(MachineWeigert, match="GPG-sleutel"):
        vooraf(repo.top)


def test_key_that_fails_leaves_nothing(repo: Repo, sleutel: Path) -> None:
    sleutel.unlink()
    with pytest.raises(MachineWeigert, match="niet ondertekenen"):
        make_step(repo)
    assert repo.status() == USER_STATUS
    assert not (repo.top / "doel").exists()
    assert leftovers(repo.top) == []
    assert repo.git("for-each-ref", "refs/leerwerk") == ""


@pytest.mark.parametrize("functie", ["carry_out", "_write_files", "_update_index"])
def test_cut_off_step_is_finished_signed(
    repo: Repo, sleutel: Path, monkeypatch: pytest.MonkeyPatch, functie: str
) -> None:
    cut_off(repo, monkeypatch, functie)
    herstel(repo.top)
    assert is_signed_step(repo)


def test_branch_that_moved_meanwhile_is_signed_again(
    repo: Repo, sleutel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leerwerk.vastleggen import vastzetten

    echt = vastzetten.prepare_signed

    def move_after(*args):  # type: ignore[no-untyped-def]
        monkeypatch.setattr(vastzetten, "prepare_signed", echt)
        klaar = echt(*args)
        boom = repo.git("rev-parse", "HEAD^{tree}")
        repo.git("update-ref", "HEAD", repo.git("commit-tree", "-p", "HEAD", "-m", "ertussen", boom))
        return klaar

    monkeypatch.setattr(vastzetten, "prepare_signed", move_after)
    make_step(repo)
    assert repo.git("log", "-2", "--format=%s").split("\n") == ["Leerdoel vastgesteld", "ertussen"]
    assert repo.git("log", "-1", "--format=%G?") == "G"
