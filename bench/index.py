"""What writing the index of a large repository costs, in the ways Git knows to do it.

    python bench/index.py [--portfolios 5000] [--keer 15]

A step rewrites the index once, and with many portfolios that is nearly all it costs. The ways take turns, so that a
busy moment of the machine falls on all of them; read the minima (docs/besluiten/0003).
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.stap import TEKST, build, git, with_leerwerk

PAD = "portfolios/s00007/leerdoelen/doel/bestand-3.md"


@dataclass(frozen=True)
class Manier:
    """One way: the version of the index, and the settings of Git."""

    versie: int = 2
    instellingen: tuple[str, ...] = ("core.fsync=all",)


MANIEREN: Mapping[str, Manier] = {
    "zoals een stap": Manier(),
    "zonder fsync van de index": Manier(2, ("core.fsync=all,-index",)),
    "index.threads=1": Manier(2, ("core.fsync=all", "index.threads=1")),
    "versie 4": Manier(4),
    "versie 4, zonder fsync": Manier(4, ("core.fsync=all,-index",)),
}


def indexes(top: Path) -> dict[int, Path]:
    """The index of a repository in both versions, each in a file of its own."""
    paden = {versie: top / ".git" / f"proef-{versie}" for versie in (2, 4)}
    for versie, pad in paden.items():
        pad.write_bytes((top / ".git/index").read_bytes())
        subprocess.run(["git", "update-index", "--index-version", str(versie)], cwd=top, env=met(pad), check=True)
    return paden


def met(index: Path) -> dict[str, str]:
    return {**os.environ, "GIT_INDEX_FILE": str(index)}


def write_once(top: Path, bron: Path, manier: Manier, oid: str) -> float:
    """Stage a file whose content is known, as a step does; returns the milliseconds."""
    kopie = top / ".git" / "kopie"
    kopie.unlink(missing_ok=True)
    os.link(bron, kopie)
    vast = [deel for instelling in manier.instellingen for deel in ("-c", instelling)]
    opdracht = ["git", *vast, "update-index", "--add", "--cacheinfo", f"100644,{oid},{PAD}", "-z", "--stdin"]
    os.sync()  # what an earlier way left to the disk is not for this one to wait for
    start = time.perf_counter()
    subprocess.run(opdracht, cwd=top, env=met(kopie), input=f"{PAD}\0".encode(), check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def clone_v4(top: Path, naar: Path) -> Path:
    """The same repository for somebody who chose index version 4."""
    git(top, "clone", "-q", "--no-hardlinks", str(top), str(naar))
    git(naar, "config", "user.name", "Jan")
    git(naar, "config", "user.email", "jan@school.example")
    git(naar, "update-index", "--index-version", "4")
    return naar


def stage(top: Path, bronnen: Mapping[int, Path], manier: Manier, inhoud: bytes) -> float:
    """Change a file and put it in the object store; returns what the index then takes."""
    (top / PAD).write_bytes(inhoud)
    opdracht = ["git", "hash-object", "-w", PAD]
    oid = subprocess.run(opdracht, cwd=top, check=True, capture_output=True, text=True).stdout.strip()
    return write_once(top, bronnen[manier.versie], manier, oid)


def step(top: Path, nummer: int) -> float:
    os.sync()
    start = time.perf_counter()
    with_leerwerk(top, nummer)
    return (time.perf_counter() - start) * 1000


def measure(map: Path, portfolios: int, keer: int) -> tuple[dict[str, list[float]], dict[int, float]]:
    """Milliseconds by way, and megabytes by version of the index."""
    top = map / "repo"
    build(top, portfolios)
    bronnen, repos = indexes(top), {"hele stap": top, "hele stap, versie 4": clone_v4(top, map / "repo4")}
    tijden: dict[str, list[float]] = {naam: [] for naam in (*MANIEREN, *repos)}
    for ronde in range(keer):
        for naam, manier in MANIEREN.items():
            tijden[naam].append(stage(top, bronnen, manier, TEKST + f"{naam} {ronde}".encode()))
        for naam, waar in repos.items():
            tijden[naam].append(step(waar, ronde))
    return tijden, {versie: pad.stat().st_size / 1e6 for versie, pad in bronnen.items()}


def main() -> int:
    keuze = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    keuze.add_argument("--portfolios", type=int, default=5000)
    keuze.add_argument("--keer", type=int, default=15)
    gekozen = keuze.parse_args()
    os.environ.update(GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL=os.devnull)
    with tempfile.TemporaryDirectory() as map:
        tijden, grootte = measure(Path(map), gekozen.portfolios, gekozen.keer)
    for naam, rij in tijden.items():
        print(f"{naam:<26} minimum {min(rij):6.1f} ms, mediaan {statistics.median(rij):6.1f} ms")
    print(f"index: versie 2 {grootte[2]:.1f} MB, versie 4 {grootte[4]:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
