"""Every file in tests/transcripts/ is played from start to end. `pytest --vernieuw` writes them anew."""

from pathlib import Path

import pytest

from tests.deur import git, leerwerk
from tests.transcript import Speler, check_stap, is_stap, parse, schrijf

TRANSCRIPTS = sorted(Path(__file__).parent.glob("transcripts/*.txt"))


@pytest.mark.parametrize("pad", TRANSCRIPTS, ids=lambda pad: pad.stem)
def test_transcript(
    pad: Path, portfolio: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    tekst = pad.read_text(encoding="utf-8")
    speler = Speler(portfolio.parents[1], monkeypatch)
    gespeeld = schrijf(tuple(speler.speel(blok) for blok in parse(tekst)))
    if request.config.getoption("--vernieuw") and gespeeld != tekst:
        pad.write_text(gespeeld, encoding="utf-8")
        pytest.skip(f"{pad.name} is opnieuw geschreven: bekijk de diff")
    assert gespeeld.splitlines() == tekst.splitlines()


def test_there_are_transcripts() -> None:
    assert {pad.stem for pad in TRANSCRIPTS} >= {"hele-leerroute", "te-vroeg", "typefouten"}


def test_a_transcript_reads_back_the_same() -> None:
    tekst = "een opmerking\n\n1$ leerwerk waar\n<invoer\n>uit\n2>fout\n> nog een opmerking? nee, uitvoer\n"
    assert (
        schrijf(parse(tekst))
        == "een opmerking\n\n1$ leerwerk waar\n<invoer\n>uit\n> nog een opmerking? nee, uitvoer\n2>fout\n"
    )


def test_another_answer_is_seen(portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blokken = parse("$ leerwerk --version\n>leerwerk 99\n")
    speler = Speler(portfolio.parents[1], monkeypatch)
    assert tuple(speler.speel(blok) for blok in blokken) != blokken


def test_a_commit_that_is_no_step_is_seen(portfolio: Path) -> None:
    git(portfolio, "commit", "-q", "--allow-empty", "-m", "leeg")
    with pytest.raises((AssertionError, ValueError)):
        check_stap(portfolio, "HEAD")


def test_something_left_lying_about_is_seen(portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def laat_liggen(*argv: str, map: Path, invoer: str) -> object:
        (portfolio / "rommel").touch()
        return leerwerk(*argv, map=map)

    monkeypatch.setattr("tests.transcript.leerwerk", laat_liggen)
    with pytest.raises(AssertionError, match="liet iets liggen"):
        Speler(portfolio.parents[1], monkeypatch).speel(parse("$ leerwerk waar")[0])


@pytest.mark.parametrize("woorden", ["doel x", "-C school reflecteren", "portfolio nieuw x"])
def test_these_take_a_step(woorden: str) -> None:
    assert is_stap(woorden.split())


@pytest.mark.parametrize("woorden", ["waar", "doel --help", "portfolio toon", "taken", "herstel"])
def test_these_only_read(woorden: str) -> None:
    assert not is_stap(woorden.split())
