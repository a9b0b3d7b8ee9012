"""A student who is about to make tasks her own, in both kinds of portfolio."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deur import gelukt, git

DOEL = ("doel", "strenger zijn", "--gedrag", "Ik wacht.", "--samen-met", "sb", "--datum", "2026-11-02")
LES = ("voorbereiden", "orde-houden", "--handvat", "klein-bijsturen-1", "--datum", "2026-11-03")


@pytest.fixture(params=["apart", "samen"])
def werk(request: pytest.FixtureRequest, school: Path) -> Path:
    """A portfolio in a repository of its own, and one in the school's."""
    if request.param == "samen":
        (school / "leerwerk.yaml").write_text("naam: Voorbeeldschool\nportfolios: samen\n", encoding="utf-8")
        (school / ".gitignore").write_text("", encoding="utf-8")
        git(school, "add", "-A")
        git(school, "commit", "-q", "-m", "Samen")
    gelukt(
        "portfolio", "nieuw", "noor", "--naam", "Noor Jansen", "--werkplekbegeleider", "sb=Sanne Bakker", map=school
    )
    return school / "portfolios" / "noor"


@pytest.fixture
def bank(werk: Path) -> Path:
    """The school's folder of tasks."""
    return werk.parents[1] / "taken"


@pytest.fixture
def verander(bank: Path) -> Callable[..., None]:
    """Change a task of the bank, as a trainer whose pull request was merged."""

    def doe(van: str, naar: str, taak: str = "onderwijskundig/orde-houden.md") -> None:
        pad = bank / taak
        tekst = pad.read_text(encoding="utf-8")
        assert van in tekst
        pad.write_text(tekst.replace(van, naar), encoding="utf-8")
        git(bank.parent, "add", "taken")
        git(bank.parent, "commit", "-q", "-m", "Taak verbeterd")

    return doe


@pytest.fixture
def eigen_tekst(bank: Path) -> str:
    """The text of orde-houden, adapted to a class."""
    tekst = (bank / "onderwijskundig/orde-houden.md").read_text(encoding="utf-8")
    return tekst.replace("Wacht tot het stil is.", "Tel zachtjes tot vijf.")
