"""A ronde with words in it that would do harm if a form let them, and a browser without a network."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.deur import gelukt
from tests.formulieren.programma import check_pango, programma

KWAAD = "<script>document.title='stuk'</script><img src=https://kwaad.example/x onerror=alert(1)> {{ 7*7 }} \"'&"
KIJKVRAAG = f"Wacht ik tot het stil is? {KWAAD}"


@pytest.fixture
def ronde(portfolio: Path) -> Path:
    """Noor prepared and gave a lesson; her kijkvraag holds markup, script and a remote image."""
    gelukt("doel", "Strenger zijn", "--gedrag", f"Ik wacht. {KWAAD}", "--samen-met", "sb", map=portfolio)
    gelukt(
        "voorbereiden", "orde-houden", "--handvat", f"Wachten {KWAAD}", "--kijkvraag", KIJKVRAAG,
        "--klas", f"2 havo {KWAAD}", "--onderwerp", f"breuken {KWAAD}", "--datum", "2026-03-02", map=portfolio,
    )  # fmt: skip
    gelukt("uitvoeren", "Het werd stil.", "--datum", "2026-03-03", map=portfolio)
    return portfolio


@pytest.fixture
def maak(ronde: Path, tmp_path: Path) -> Callable[..., Path]:
    """Make a form as a user does; its path."""

    def _maak(*args: str) -> Path:
        if "pdf" in args:
            check_pango()
        uit = gelukt("formulier", *args, "--naar", str(tmp_path / "f"), "--datum", "2026-03-04", map=ronde)
        return Path(uit.strip().splitlines()[-1])

    return _maak


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def browser(downloads: Path, omgeving: None) -> Iterator[Any]:
    """Debian's Chromium, that can reach nothing."""
    from selenium import webdriver

    opties = webdriver.ChromeOptions()
    opties.binary_location = programma("chromium")
    for vlag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=1100,1400"):  # fmt: skip
        opties.add_argument(vlag)
    opties.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opties.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    eigen = {**os.environ, **dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(downloads / "thuis"))}
    dienst = webdriver.ChromeService(programma("chromedriver"), env=eigen)
    driver = webdriver.Chrome(options=opties, service=dienst)
    driver.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    yield driver
    driver.quit()


def wacht_op(pad: Path) -> Path:
    """A file that a browser is still writing."""
    for _ in range(100):
        if pad.exists():
            return pad
        time.sleep(0.1)
    raise AssertionError(f"{pad.name} kwam er niet")
