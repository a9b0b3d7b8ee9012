"""What the shell offers after `leerwerk taak …`."""

from pathlib import Path

import pytest

from tests.deur import gelukt, leerwerk_proces
from tests.eigen.conftest import DOEL, LES


def vul_aan(map: Path, regel: str) -> str:
    """What the shell would show, all in one."""
    extra = {"_LEERWERK_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": regel}
    return leerwerk_proces(map=map, extra=extra).uit


@pytest.mark.parametrize("commando", ["toon", "aanpassen"])
def test_tasks_of_the_bank(portfolio: Path, commando: str) -> None:
    assert "orde-houden" in vul_aan(portfolio, f"leerwerk taak {commando} or")


def test_own_tasks_to_propose(portfolio: Path, school: Path) -> None:
    assert "orde-houden" not in vul_aan(portfolio, "leerwerk taak voorstellen o")
    bron = (school / "taken/onderwijskundig/orde-houden.md").read_text(encoding="utf-8")
    gelukt(
        "taak", "aanpassen", "orde-houden", "--van", "-", map=portfolio, invoer=bron.replace("Wacht tot", "Tel tot")
    )
    assert "orde-houden" in vul_aan(portfolio, "leerwerk taak voorstellen o")


def test_tasks_that_were_begun(portfolio: Path) -> None:
    gelukt(*DOEL, map=portfolio)
    gelukt(*LES, map=portfolio)
    aangeboden = vul_aan(portfolio, "leerwerk taak verschil ")
    assert "orde-houden" in aangeboden and "vragen-stellen" not in aangeboden


def test_the_forms_of_a_page(portfolio: Path) -> None:
    assert "html" in vul_aan(portfolio, "leerwerk taak toon orde-houden --formaat ")


def test_the_commands(portfolio: Path) -> None:
    aangeboden = vul_aan(portfolio, "leerwerk taak ")
    for naam in ("toon", "aanpassen", "nieuw", "verschil", "voorstellen", "opmaak"):
        assert naam in aangeboden
