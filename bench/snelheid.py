"""How fast leerwerk is beside plain tools, measured in one run on this machine.

    python bench/snelheid.py [--runs 15] [--portfolios 300]

Prints a row per promise: leerwerk, the plain tools, the ratio and what was
promised; exits 1 when a promise is broken. Runs alternate (A B A B …), so that
a machine that slows down slows both; the medians are compared.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from leerwerk.domain import velden
from leerwerk.domain.portfolio import (
    Begeleider,
    Leerdoel,
    Observatie,
    Portfolio,
    Reflectie,
    Uitvoering,
    Vervolg,
    Voorbereiding,
)
from leerwerk.store.schrijver import schrijf_document

PYTHON = sys.executable
LEERWERK = [PYTHON, "-m", "leerwerk"]
RONDES = 4
OMGEVING = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{rol}_{wat}": "bench@leerwerk.example" for rol in ("AUTHOR", "COMMITTER") for wat in ("NAME", "EMAIL")},
    "PYTHONPATH": str(Path(__file__).resolve().parents[1]),
}


def main() -> int:
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--runs", type=int, default=15)
    opties.add_argument("--portfolios", type=int, default=300)
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as map:
        school = Path(map) / "school"
        bouw_school(school, keuze.portfolios)
        rijen = [
            (
                "leerwerk --version / import typer",
                *paar(lambda: draai(*LEERWERK, "--version"), typer, keuze.runs),
                1.3,
            ),
            (
                f"leerwerk uitvoeren, {keuze.portfolios} portfolio's / import + add + commit",
                *paar(stap(school), kaal(school), keuze.runs),
                2.5,
            ),
        ]
    print(f"{'':<66} {'leerwerk':>9} {'kaal':>9} {'maal':>6} {'belofte':>8}")
    for naam, ons, hun, grens in rijen:
        print(f"{naam:<66} {ons:6.0f} ms {hun:6.0f} ms {ons / hun:6.2f} {grens:8.2f}")
    return int(any(ons / hun > grens for _, ons, hun, grens in rijen))


def paar(ons: Callable[[], float], hun: Callable[[], float], runs: int) -> tuple[float, float]:
    """The median time in ms of each of two things, run in turn after one warm-up."""
    ons(), hun()
    tijden = [(ons(), hun()) for _ in range(runs)]
    return statistics.median(a for a, _ in tijden), statistics.median(b for _, b in tijden)


def draai(*opdracht: str, map: Path | None = None) -> float:
    """Run a command; its wall time in ms. Raises CalledProcessError when it fails."""
    begin = time.perf_counter()
    subprocess.run(opdracht, cwd=map, env=OMGEVING, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def typer() -> float:
    return draai(PYTHON, "-c", "import typer")


def stap(school: Path) -> Callable[[], float]:
    def meet() -> float:
        tijd = draai(
            *LEERWERK, "uitvoeren", "De les begon rustig.", "--klas", "2 havo", "--datum", "2026-03-02",
            "--student", "s0000", "--leerdoel", "strenger-zijn", map=school,
        )  # fmt: skip
        terug(school)
        return tijd

    return meet


def kaal(school: Path) -> Callable[[], float]:
    def meet() -> float:
        bestand = school / "portfolios/s0000/los.md"
        bestand.write_text("De les begon rustig.\n", encoding="utf-8")
        tijd = draai(PYTHON, "-c", "import typer, yaml")
        tijd += draai("git", "add", "--", str(bestand), map=school)
        tijd += draai("git", "commit", "-q", "-m", "De les", map=school)
        terug(school)
        return tijd

    return meet


def terug(school: Path) -> None:
    """Undo the step, outside the measured time."""
    draai("git", "reset", "-q", "--hard", "begin", map=school)


def bouw_school(school: Path, aantal: int) -> None:
    """A content repository that keeps its portfolios, each with some rondes, one waiting for its lesson."""
    draai(*LEERWERK, "nieuw", str(school), "--naam", "Bench")
    (school / "leerwerk.yaml").write_text("naam: Bench\nportfolios: samen\n", encoding="utf-8")
    (school / ".gitignore").unlink()
    for nummer in range(aantal):
        bouw_portfolio(school / "portfolios" / f"s{nummer:04}")
    draai("git", "add", "-A", map=school)
    draai("git", "commit", "-q", "-m", "Begin", map=school)
    draai("git", "tag", "begin", map=school)


def bouw_portfolio(map: Path) -> None:
    begeleiders = (Begeleider("sb", "Sanne Bakker"),)
    schrijf(map / "portfolio.md", velden.PORTFOLIO, Portfolio(map.name, "Noor de Wit", begeleiders))
    doel = map / "leerdoelen/strenger-zijn"
    dag = date(2026, 1, 5)
    schrijf(
        doel / "leerdoel.md",
        velden.LEERDOEL,
        Leerdoel("", dag, "Strenger zijn", ("sb",), "Ik wacht tot het stil is."),
    )
    for nummer in range(RONDES + 1):
        dag += timedelta(days=7)
        ronde = doel / f"{dag.isoformat()}-orde-houden"
        schrijf(
            ronde / "voorbereiding.md",
            velden.VOORBEREIDING,
            Voorbereiding(dag, "orde-houden", ("klein-bijsturen",), ("Loop naar de onrust.",)),
        )
        if nummer < RONDES:
            bouw_gesprek(ronde, dag)


def bouw_gesprek(ronde: Path, dag: date) -> None:
    schrijf(ronde / "uitvoering.md", velden.UITVOERING, Uitvoering(dag, "2 havo", {"gebeurtenis": "Het werd stil."}))
    gezien = Observatie(dag, "sb", "werkplekbegeleider", "orde-houden", kijkpunten={"klein-bijsturen-1": "gezien"})
    schrijf(ronde / "observatie-sb.md", velden.OBSERVATIE, gezien)
    teksten = {"moment": "De start.", "handvat": "Ik liep.", "theorie": "Klein bijsturen."}
    schrijf(
        ronde / "reflectie.md",
        velden.REFLECTIE,
        Reflectie(dag, (Vervolg("opnieuw"),), ("sb",), {"klein-bijsturen": "nog oefenen"}, teksten=teksten),
    )


def schrijf(pad: Path, soort: velden.Documentsoort, waarde: object) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(schrijf_document(soort, waarde))


if __name__ == "__main__":
    if shutil.which("git") is None:
        sys.exit("git ontbreekt")
    sys.exit(main())
