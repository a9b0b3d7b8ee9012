"""What `leerwerk reflecteren` does beyond the transcripts: the next step, written in one's own editor."""

from pathlib import Path

import pytest

from tests.deur import gelukt, leerwerk
from tests.eigen.conftest import DOEL, LES

GESPREK = ("--moment", "Het begin.", "--handvat", "Wachten.", "--theorie", "Rust.", "--samen-met", "sb")


@pytest.fixture
def gegeven(portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lesson to talk about, and an editor that leaves the text as it is."""
    monkeypatch.setenv("EDITOR", "true")
    gelukt(*DOEL, map=portfolio)
    gelukt(*LES, map=portfolio)
    gelukt("uitvoeren", "Het werd stil.", "--datum", "2026-11-03", map=portfolio)
    return portfolio


def reflecteer(map: Path, stap: str) -> str:
    zonder = ("--zonder-observatie", "Sanne was ziek.", "--volgende", stap, "--datum", "2026-11-04", "--bewerk")
    uitkomst = leerwerk("reflecteren", *GESPREK, *zonder, map=map)
    return uitkomst.alles


def test_the_task_of_a_next_step_comes_through_the_editor(gegeven: Path) -> None:
    assert "leerwerk voorbereiden vragen-stellen" in reflecteer(gegeven, "aanvullend:vragen-stellen")


def test_a_task_that_does_not_exist_is_refused_after_the_editor_too(
    gegeven: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/vragen-stellen/vragen-stelen/")
    uit = reflecteer(gegeven, "aanvullend:vragen-stellen")
    assert "Er is geen taak `vragen-stelen`." in uit and "Bedoel je `vragen-stellen`?" in uit
    assert not list(gegeven.rglob("reflectie.md"))
