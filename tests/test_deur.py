"""The helpers of the tests themselves: a guard that cannot fail guards nothing."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.bewaker import BEWAKER, AanDeEchteMapGekomen
from tests.deur import WORTEL, git, leerwerk, leerwerk_proces


def test_writing_in_the_checkout_is_stopped() -> None:
    with pytest.raises(AanDeEchteMapGekomen):
        (WORTEL / "taken" / "x.md").write_text("x")
    assert BEWAKER.gezien.pop().startswith("open")
    assert not (WORTEL / "taken" / "x.md").exists()


@pytest.mark.parametrize("doe", [os.mkdir, os.rmdir, os.remove])
def test_changing_a_folder_of_the_checkout_is_stopped(doe: object) -> None:
    with pytest.raises(AanDeEchteMapGekomen):
        doe(WORTEL / "taken" / "niets")  # type: ignore[operator]
    BEWAKER.gezien.clear()


def test_git_in_the_checkout_is_stopped() -> None:
    with pytest.raises(AanDeEchteMapGekomen):
        subprocess.run(["git", "status"], cwd=WORTEL / "taken", check=False)
    BEWAKER.gezien.clear()


def test_elsewhere_everything_may(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("x")
    assert not BEWAKER.gezien


def test_no_test_stands_in_the_checkout() -> None:
    assert not Path.cwd().is_relative_to(WORTEL)


def test_both_doors_lead_to_the_same_room(portfolio: Path) -> None:
    argv = ("doel", "strenger zijn", "--samen-met", "sb", "--datum", "2026-11-24")
    assert leerwerk("waar", map=portfolio) == leerwerk_proces("waar", map=portfolio)
    assert leerwerk_proces(*argv, map=portfolio).code == 0
    assert git(portfolio, "log", "-1", "--format=%an: %s") == "Noor Jansen: Leerdoel vastgesteld: strenger zijn"


def test_home_is_a_folder_without_settings() -> None:
    assert os.environ["GIT_CONFIG_GLOBAL"] == os.devnull
    assert not list(Path(os.environ["HOME"]).iterdir())
