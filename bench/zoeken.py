"""How fast a goal is looked for in a large bank, start-up included.

    python bench/zoeken.py [--taken 1000] [--runs 11]

Makes a bank of that many tasks out of the real ones: other onderdelen together
and some words of their own, so that the vocabulary grows as a real one would.
Prints the median of `leerwerk taken zoek` and `leerwerk taken`, with the kaarten
remembered and (once) without, beside a bare `import typer` in the same run;
exits 1 when a search takes longer than it may.
"""

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
LEERWERK = (sys.executable, "-m", "leerwerk")
BELOFTE = 500
VAST = ("soort", "status", "vak", "#")
DOELEN = (
    "strenger zijn",
    "mijn uitleg is te lang en dan haken ze af",
    "bij natuurkunde rekenen ze meteen",
    "samewerken",
)


def main() -> int:
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--taken", type=int, default=1000)
    opties.add_argument("--runs", type=int, default=11)
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as map:
        school = bouw_bank(Path(map), keuze.taken)
        omgeving = {**os.environ, "XDG_CACHE_HOME": str(Path(map) / "cache"), "PYTHONPATH": str(WORTEL)}
        omgeving.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled once, as after an installation
        koud = draai((*LEERWERK, "taken", "zoek", DOELEN[0]), school, omgeving)
        zoek, lijst, kaal = [], [], []
        for ronde in range(keuze.runs):
            zoek.append(draai((*LEERWERK, "taken", "zoek", DOELEN[ronde % len(DOELEN)]), school, omgeving))
            lijst.append(draai((*LEERWERK, "taken"), school, omgeving))
            kaal.append(draai((sys.executable, "-c", "import typer"), school, omgeving))
    for naam, tijd in (
        (f"leerwerk taken zoek, {keuze.taken} taken", statistics.median(zoek)),
        ("  de traagste keer", max(zoek)),
        (f"leerwerk taken, {keuze.taken} taken", statistics.median(lijst)),
        ("import typer", statistics.median(kaal)),
        ("de eerste keer, zonder iets onthouden", koud),
    ):
        print(f"{naam:<44} {tijd:6.0f} ms")
    return int(statistics.median(zoek) > BELOFTE)


def draai(opdracht: Sequence[str], map: Path, omgeving: dict[str, str]) -> float:
    """Run a command; its wall time in ms. Raises CalledProcessError when it fails."""
    begin = time.perf_counter()
    subprocess.run(opdracht, cwd=map, env=omgeving, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def bouw_bank(map: Path, aantal: int) -> Path:
    """A content repository with `aantal` tasks, the same every time."""
    toeval = random.Random(aantal)
    echt = [pad.read_text(encoding="utf-8") for pad in sorted((WORTEL / "taken").rglob("*.md"))]
    onderdelen = [deel for tekst in echt for deel in delen(tekst)[1]]
    (map / "leerwerk.yaml").write_text("naam: Bench\n", encoding="utf-8")
    (map / "taken").mkdir()
    (map / "taken/zoekwoorden.yaml").write_bytes((WORTEL / "taken/zoekwoorden.yaml").read_bytes())
    for nummer in range(aantal):
        kop, eigen, eind = delen(echt[nummer % len(echt)])
        eigen = eigen if nummer < len(echt) else toeval.sample(onderdelen, len(eigen))
        id = re.search(r"^id: (\S+)", kop, re.MULTILINE)
        naam = f"{id[1] if id else 'taak'}-{nummer}"
        tekst = verander(re.sub(r"^id: .*", f"id: {naam}", kop, flags=re.MULTILINE), toeval, nummer)
        tekst += "".join(verander(deel, toeval, nummer) for deel in eigen) + eind
        (map / "taken" / f"{naam}.md").write_text(tekst, encoding="utf-8")
    return map


def delen(tekst: str) -> tuple[str, list[str], str]:
    """What stands above the onderdelen of a task, each onderdeel, and what stands below."""
    kop, *onderdelen = re.split(r"(?m)^(?=## Onderdeel:)", tekst)
    laatste, reflecteren = re.split(r"(?m)^(?=## Reflecteren)", onderdelen[-1])
    return kop, [*onderdelen[:-1], laatste], reflecteren


def verander(tekst: str, toeval: random.Random, nummer: int) -> str:
    """Some long words as words that no other task has; the keys and the citations stay."""
    if not nummer:
        return tekst

    def ander(gevonden: re.Match[str]) -> str:
        woord = gevonden[0]
        return woord if toeval.random() > 0.03 else f"{woord[:4]}{toeval.choice(woord)}{woord[4:]}"

    return "".join(
        re.sub(r"(?<![@\w-])[a-z]{9,}(?![\w:-])", ander, regel)
        if not regel.startswith(("soort", "vak", "#"))
        else regel
        for regel in tekst.splitlines(keepends=True)
    )


if __name__ == "__main__":
    sys.exit(main())
