"""A real Git repository per test, and a home in which nobody is known."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.vastleggen.kraan import Repo, without_outer_git


@pytest.fixture(autouse=True)
def lege_thuismap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees, or can change, the Git settings of whoever runs it."""
    thuis = tmp_path / "thuis"
    thuis.mkdir()
    without_outer_git(monkeypatch.delenv)
    for naam, waarde in {"HOME": thuis, "XDG_CONFIG_HOME": thuis, "GIT_CONFIG_NOSYSTEM": "1"}.items():
        monkeypatch.setenv(naam, str(waarde))


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """One commit with a changed, a staged and an untracked file of the user around it."""
    return Repo.create(tmp_path / "portfolio van Jan")


@pytest.fixture
def git(repo: Repo) -> Callable[..., str]:
    return repo.git
