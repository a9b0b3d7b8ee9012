"""How long one step takes in a repository with many portfolios, next to what a user would type.

    python bench/stap.py [--portfolios 300 5000] [--keer 30]

A step adds two files and changes one. The peer is `git add` with `git commit --only` on the same kind of step
in the same repository, with the fsync that a step has too.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from leerwerk.vastleggen import herstel_stil, open_stap, vooraf

BESTANDEN, TAKEN = 20, 300
TEKST = b"# Voorbereiding\n\nIk leg nieuwe stof uit in kleine stappen en ga na wie mij nog volgt.\n" * 4
DOELEN = {300: 25.0, 5000: 100.0}  # ms: docs/besluiten/0003


def git(top: Path, *args: str, invoer: bytes = b"") -> None:
    subprocess.run(["git", *args], cwd=top, input=invoer, check=True, capture_output=True)


def stream(portfolios: int) -> Iterator[bytes]:
    """A fast-import stream of one commit with every file; all texts of a kind share one blob."""
    yield b"blob\nmark :1\ndata %d\n%s\n" % (len(TEKST), TEKST)
    yield b"commit refs/heads/main\ncommitter Jan <jan@school.example> 1700000000 +0100\ndata 5\nBegin\n"
    for nummer in range(TAKEN):
        yield b"M 100644 :1 taken/taak-%d.md\n" % nummer
    for nummer in range(portfolios):
        for bestand in range(BESTANDEN):
            yield b"M 100644 :1 portfolios/s%05d/leerdoelen/doel/bestand-%d.md\n" % (nummer, bestand)


def build(top: Path, portfolios: int) -> None:
    top.mkdir()
    git(top, "init", "-q", "-b", "main")
    git(top, "config", "user.name", "Jan")
    git(top, "config", "user.email", "jan@school.example")
    git(top, "fast-import", "--quiet", invoer=b"".join(stream(portfolios)))
    git(top, "reset", "-q", "--hard")
    git(top, "status")


def step(nummer: int) -> dict[Path, bytes]:
    map = Path("portfolios/s00007/leerdoelen/doel")
    uniek = TEKST + str(nummer).encode()
    return {
        map / f"n{nummer}.md": uniek,
        map / f"m{nummer}.md": uniek + b"m",
        map / "bestand-3.md": uniek + b"b",
    }


def with_leerwerk(top: Path, nummer: int) -> None:
    with open_stap(top) as werkboom:
        werkboom.commit(f"Stap {nummer}", step(nummer))


def with_git(top: Path, nummer: int) -> None:
    bestanden = step(nummer)
    for pad, inhoud in bestanden.items():
        (top / pad).write_bytes(inhoud)
    paden = [str(pad) for pad in bestanden]
    fsync = ("-c", "core.fsync=all", "-c", "gc.auto=0")
    git(top, *fsync, "add", "--", *paden)
    git(top, *fsync, "commit", "-q", "-m", f"Stap {nummer}", "--only", "--", *paden)


def only_index(top: Path, nummer: int) -> None:
    """What git needs to write the index once: the floor for any step in a full clone."""
    (pad,) = (pad for pad in step(nummer) if pad.name == "bestand-3.md")
    (top / pad).write_bytes(TEKST + str(nummer).encode())
    git(top, "-c", "core.fsync=all", "update-index", "--add", "--", str(pad))


def sparse_clone(bron: Path, top: Path) -> Path:
    """What a student of a large repository should have: only the own folder and the tasks."""
    git(bron, "clone", "-q", "--no-checkout", str(bron), str(top))
    git(top, "config", "user.name", "Jan")
    git(top, "config", "user.email", "jan@school.example")
    git(top, "sparse-checkout", "set", "--cone", "--sparse-index", "portfolios/s00007", "taken")
    git(top, "checkout", "-q", "main")
    return top


def median_ms(doe: Callable[[int], object], begin: int, keer: int) -> float:
    tijden = []
    for nummer in range(begin, begin + keer):
        start = time.perf_counter()
        doe(nummer)
        tijden.append((time.perf_counter() - start) * 1000)
    return statistics.median(tijden)


def measure(portfolios: int, keer: int) -> bool:
    with tempfile.TemporaryDirectory() as map:
        top = Path(map) / "repo"
        build(top, portfolios)
        with_leerwerk(top, -1)
        stap = median_ms(lambda nummer: with_leerwerk(top, nummer), 0, keer)
        gewoon = median_ms(lambda nummer: with_git(top, nummer), 10_000, max(3, keer // 5))
        stap = min(stap, median_ms(lambda nummer: with_leerwerk(top, nummer), 20_000, keer))
        vloer = median_ms(lambda nummer: only_index(top, nummer), 30_000, max(3, keer // 3))
        klein = sparse_clone(top, Path(map) / "sparse")
        sparse = median_ms(lambda nummer: with_leerwerk(klein, nummer), 40_000, keer)
        check = median_ms(lambda _: vooraf(top), 0, keer)
        stil = median_ms(lambda _: herstel_stil(top), 0, keer)
    doel = DOELEN.get(portfolios)
    print(
        f"{portfolios:>6} portfolios: stap {stap:6.1f} ms{f' (doel {doel:.0f})' if doel else ''}"
        f" (in een sparse clone {sparse:.1f}), git add + commit --only {gewoon:.1f} ms,"
        f" git update-index {vloer:.1f} ms, vooraf {check:.1f} ms, herstel_stil {stil:.3f} ms"
    )
    return doel is None or stap <= doel


def main() -> int:
    keuze = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    keuze.add_argument("--portfolios", type=int, nargs="+", default=[300, 5000])
    keuze.add_argument("--keer", type=int, default=30)
    gekozen = keuze.parse_args()
    os.environ.update(GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL=os.devnull)
    uitslagen = [measure(aantal, gekozen.keer) for aantal in gekozen.portfolios]
    return 0 if all(uitslagen) else 1


if __name__ == "__main__":
    sys.exit(main())
