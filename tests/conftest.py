"""What every test gets: a home that is nobody's, a fixed identity, and a school of its own.

Nothing here reaches the checkout the tests run from (`tests.bewaker`).
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bewaker import BEWAKER
from tests.deur import gelukt, git

BANK = Path(__file__).parent / "bank"
STUDENT = "noor"
OMGEVING = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Noor Jansen",
    "GIT_AUTHOR_EMAIL": "noor@student.example",
    "GIT_AUTHOR_DATE": "2026-11-24T09:00:00+01:00",
    "GIT_COMMITTER_NAME": "Noor Jansen",
    "GIT_COMMITTER_EMAIL": "noor@student.example",
    "GIT_COMMITTER_DATE": "2026-11-24T09:00:00+01:00",
    "COLUMNS": "80",
    "LINES": "24",
    "TERM": "dumb",
    "PYTHONDONTWRITEBYTECODE": "1",
}
WEG = ("LEERWERK_STUDENT", "EDITOR", "VISUAL", "EMAIL", "NO_COLOR", "FORCE_COLOR")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--vernieuw", action="store_true", help="schrijf tests/transcripts/ opnieuw; bekijk de diff")


@pytest.fixture(scope="session", autouse=True)
def omgeving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An environment in which nobody is known but Noor."""
    thuis = tmp_path_factory.mktemp("thuis")
    with pytest.MonkeyPatch.context() as monkeypatch:
        for naam in [naam for naam in os.environ if naam.startswith("GIT_")] + list(WEG):
            monkeypatch.delenv(naam, raising=False)
        mappen = {"HOME": thuis, "XDG_CONFIG_HOME": thuis, "XDG_CACHE_HOME": tmp_path_factory.mktemp("cache")}
        for naam, waarde in {**OMGEVING, **{naam: str(map) for naam, map in mappen.items()}}.items():
            monkeypatch.setenv(naam, waarde)
        yield


@pytest.fixture(autouse=True)
def blijf_van_de_echte_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test stands outside the checkout, and fails when it writes inside."""
    monkeypatch.chdir(tmp_path)
    BEWAKER.begin()
    yield
    assert not BEWAKER.einde()


@pytest.fixture(scope="session")
def voorbeeldschool(omgeving: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content repository as `leerwerk nieuw` makes it, with the small bank of the tests. Copy it."""
    boven = tmp_path_factory.mktemp("voorbeeld")
    gelukt("nieuw", "school", "--naam", "Voorbeeldschool", map=boven)
    school = boven / "school"
    shutil.rmtree(school / "taken")
    shutil.copytree(BANK, school / "taken")
    git(school, "add", "-A")
    git(school, "commit", "-q", "-m", "De bank van de tests")
    _maak_licht(school)
    return school


@pytest.fixture(scope="session")
def voorbeeldportfolio(voorbeeldschool: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio with two werkplekbegeleiders and nothing in it yet. Copy it."""
    school = shutil.copytree(voorbeeldschool, tmp_path_factory.mktemp("portfolio") / "school")
    begeleiders = ("--werkplekbegeleider", "sb=Sanne Bakker", "--werkplekbegeleider", "tv=Tom Visser")
    gelukt("portfolio", "nieuw", STUDENT, "--naam", "Noor Jansen", *begeleiders, map=school)
    _maak_licht(school / "portfolios" / STUDENT)
    return school / "portfolios" / STUDENT


def _maak_licht(map: Path) -> None:
    """Few files are copied faster: one pack, no sample hooks."""
    git(map, "gc", "-q", "--prune=now")
    shutil.rmtree(map / ".git" / "hooks", ignore_errors=True)


@pytest.fixture
def school(voorbeeldschool: Path, tmp_path: Path) -> Path:
    """A school's content repository, without portfolios."""
    return Path(shutil.copytree(voorbeeldschool, tmp_path / "school", symlinks=True))


@pytest.fixture
def portfolio(school: Path, voorbeeldportfolio: Path) -> Path:
    """The folder of Noor's portfolio, in `school`."""
    return Path(shutil.copytree(voorbeeldportfolio, school / "portfolios" / STUDENT, symlinks=True))
