"""How fast `leerwerk valideer` is beside yamllint and check-jsonschema on the same front matter, in one run.

    python bench/valideer.py [--runs 3] [--taken 1000] [--groot 10000]

Makes banks of different tasks of about 6 KB, and the front matter of the same
tasks as YAML files for the others. `eerste` is the first look of all after an
installation, `nieuw` a look at a bank that was never seen, and `opnieuw` one at
a bank that did not change since. Prints a row per
promise and exits 1 when one is broken. Runs alternate, so that a machine that
slows down slows all.
"""

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
OMGEVING = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
LEERWERK = [sys.executable, "-m", "leerwerk", "valideer"]
GROOTTE = 5900  # bytes, before every paragraph gets words of its own
KLEIN = 50


def main() -> int:
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--runs", type=int, default=3)
    opties.add_argument("--taken", type=int, default=1000)
    opties.add_argument("--groot", type=int, default=10000)
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as map:
        installeer(Path(map) / "pakket")
        OMGEVING["XDG_CACHE_HOME"] = str(Path(map) / "cache")
        banken = {aantal: bouw_bank(Path(map) / str(aantal), aantal) for aantal in (KLEIN, keuze.taken, keuze.groot)}
        koppen = bouw_koppen(banken[keuze.taken], Path(map) / "koppen")
        tijden = meet(
            {
                "klein eerste": lambda: eerste(banken[KLEIN]),
                "klein": lambda: nieuw(banken[KLEIN]),
                "klein opnieuw": lambda: draai(*LEERWERK, map=banken[KLEIN], goed=(0, 1)),
                "leerwerk": lambda: nieuw(banken[keuze.taken]),
                "leerwerk opnieuw": lambda: draai(*LEERWERK, map=banken[keuze.taken], goed=(0, 1)),
                "yamllint": lambda: draai(sys.executable, "-m", "yamllint", str(koppen), goed=(0, 1)),
                "check-jsonschema": lambda: draai(
                    sys.executable, "-m", "check_jsonschema", "--schemafile", str(WORTEL / "schema/taak.schema.json"),
                    *(str(pad) for pad in sorted(koppen.iterdir())),
                ),
            },
            keuze.runs,
        )  # fmt: skip
        groot = nieuw(banken[keuze.groot])
        shutil.rmtree(OMGEVING["XDG_CACHE_HOME"])
        geheugen = [piek(banken[aantal]) for aantal in (keuze.taken, keuze.groot)]
        grootte = statistics.mean(pad.stat().st_size for pad in banken[keuze.taken].rglob("taken/*.md"))
    jsonschema = tijden["check-jsonschema"]
    hun = tijden["yamllint"] + jsonschema
    deel = tijden["leerwerk"] / hun
    print(f"taken van gemiddeld {grootte:.0f} bytes; mediaan van {keuze.runs} keer")
    rijen = [
        (f"{keuze.taken} taken, nieuw, in s", tijden["leerwerk"], 2.5),
        (f"{keuze.taken} taken, opnieuw, in s", tijden["leerwerk opnieuw"], 2.5),
        (f"deel van yamllint {tijden['yamllint']:.1f} s + check-jsonschema {jsonschema:.1f} s, nieuw", deel, 0.2),
        ("hetzelfde, opnieuw", tijden["leerwerk opnieuw"] / hun, 0.2),
        (f"{KLEIN} taken, met opstarten, eerste, in s", tijden["klein eerste"], 0.5),
        (f"{KLEIN} taken, met opstarten, nieuw, in s", tijden["klein"], 0.5),
        (f"{KLEIN} taken, met opstarten, opnieuw, in s", tijden["klein opnieuw"], 0.5),
        (
            f"{keuze.groot} taken ({groot:.1f} s), maal {keuze.taken}",
            groot / tijden["leerwerk"],
            1.1 * keuze.groot / keuze.taken,
        ),
        (f"geheugen {geheugen[0]} -> {geheugen[1]} MB, maal", geheugen[1] / geheugen[0], 2.0),
    ]
    for naam, waarde, belofte in rijen:
        print(f"{naam:<62} {waarde:8.2f}  belofte {belofte:6.2f}  {'goed' if waarde <= belofte else 'TE VEEL'}")
    return int(any(waarde > belofte for _, waarde, belofte in rijen))


def installeer(map: Path) -> None:
    """Put leerwerk in a folder as pip does: compiled, and with the tables that come with a package."""
    shutil.copytree(WORTEL / "leerwerk", map / "leerwerk", ignore=shutil.ignore_patterns("__pycache__"))
    OMGEVING["PYTHONPATH"] = str(map)
    (map / "leerwerk/meegeleverd").mkdir()
    verpak = "from leerwerk.actions import gereedmaken; gereedmaken.verpak(gereedmaken.INGEPAKT)"
    draai(sys.executable, "-c", verpak, map=map)
    draai(sys.executable, "-m", "compileall", "-q", str(map))


def meet(zaken: dict[str, Callable[[], float]], runs: int) -> dict[str, float]:
    """The median time of each, in s, run in turn."""
    for doe in zaken.values():
        doe()  # a warm-up
    rondes = [{naam: doe() for naam, doe in zaken.items()} for _ in range(runs)]
    return {naam: statistics.median(ronde[naam] for ronde in rondes) for naam in zaken}


def eerste(map: Path) -> float:
    """The time of a look at a bank when nothing at all is remembered."""
    shutil.rmtree(OMGEVING["XDG_CACHE_HOME"], ignore_errors=True)
    return draai(*LEERWERK, map=map, goed=(0, 1))


def nieuw(map: Path) -> float:
    """The time of a look at a bank of which nothing is remembered."""
    for pad in Path(OMGEVING["XDG_CACHE_HOME"]).glob("leerwerk/oordelen-*"):
        pad.unlink()
    return draai(*LEERWERK, map=map, goed=(0, 1))


def draai(*opdracht: str, map: Path | None = None, goed: tuple[int, ...] = (0,)) -> float:
    """Run a command; its wall time in s. Raises RuntimeError when it fails."""
    begin = time.perf_counter()
    uit = subprocess.run(opdracht, cwd=map, env=OMGEVING, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    if uit.returncode not in goed:
        raise RuntimeError(uit.stdout[-2000:] + uit.stderr[-2000:])
    return time.perf_counter() - begin


def piek(map: Path) -> int:
    """The peak memory of a run in MB, measured by a process in between."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code, *LEERWERK], cwd=map, env=OMGEVING, capture_output=True, check=True
    )
    return int(uit.stdout) // (1024 * 1024 if sys.platform == "darwin" else 1024)


def bouw_bank(map: Path, aantal: int) -> Path:
    """A bank of tasks that differ: onderdelen of the real tasks mixed anew, with words of their own."""
    kans = random.Random(aantal)
    bronnen = [
        deel for pad in sorted((WORTEL / "taken").rglob("*.md")) if (deel := delen(pad.read_text(encoding="utf-8")))
    ]
    (map / "taken").mkdir(parents=True)
    (map / "leerwerk.yaml").write_text("naam: Bench\n", encoding="utf-8")
    (map / "taken/bronnen.yaml").write_bytes((WORTEL / "taken/bronnen.yaml").read_bytes())
    for nummer in range(aantal):
        id, tekst = taak(nummer, bronnen, kans)
        (map / "taken" / f"{id}.md").write_text(tekst, encoding="utf-8")
    return map


def delen(tekst: str) -> tuple[str, list[str], list[str], str] | None:
    """The front matter, the sections before, the onderdelen and the end of a task."""
    _, kop, romp = tekst.split("---\n", 2)
    stukken = re.split(r"(?m)^(?=## )", romp)
    onderdelen = [stuk for stuk in stukken if stuk.startswith("## Onderdeel")]
    return (kop, stukken[:3], onderdelen, stukken[-1]) if len(onderdelen) >= 3 else None


def taak(nummer: int, bronnen: list[tuple[str, list[str], list[str], str]], kans: random.Random) -> tuple[str, str]:
    """A task of about 6 KB that no other is equal to: every sentence gets a word of its own."""
    kop, begin, onderdelen, einde = kans.choice(bronnen)
    id = re.findall(r"(?m)^id: (.*)", kop)[0] + f"-{nummer}"
    kop = re.sub(r"(?m)^(id: .*)", rf"\1-{nummer}", re.sub(r'(?m)^(titel: "?[^"\n]*)', rf"\1 {nummer}", kop))
    tekst = "".join((begin[0], *begin[1:3], *kans.sample(onderdelen, 3), einde))
    while len(tekst) > GROOTTE - len(kop) and (korter := _korter(tekst)) != tekst:
        tekst = korter
    return id, f"---\n{kop}---\n" + "".join(uniek(tekst, nummer))


def _korter(tekst: str) -> str:
    """Without the longest sentence of theory that cites nothing; else such a point; else a rubric."""
    zinnen = re.findall(r"(?<=[.?!'] )[A-Z][^.?!\[\]\n]*[.?!] (?=[A-Z][^\[\]\n]*\[@)", tekst)
    punten = re.findall(r"^- [^\[\n]+\n(?=- )", tekst, flags=re.MULTILINE)
    if los := zinnen or punten:
        return tekst.replace(max(los, key=len), "", 1)
    return re.sub(r"### Rubric\n.*?(?=^## )", "", tekst, count=1, flags=re.DOTALL | re.MULTILINE)


def uniek(tekst: str, nummer: int) -> Iterator[str]:
    """The text with a word of its own in every paragraph and point, so that nothing is the same twice."""
    for plek, regel in enumerate(tekst.splitlines(keepends=True)):
        naam = lettergrepen(nummer * 1000 + plek)
        yield regel.replace(" de klas", f" de klas in lokaal {naam}", 1).replace(" het ", f" het {naam}e ", 1)


def lettergrepen(getal: int) -> str:
    """A number as a word that no list knows."""
    uit = ""
    while getal:
        getal, rest = divmod(getal, 80)
        uit += "bdfgklmnprstvwxz"[rest // 5] + "aeiou"[rest % 5]
    return f"q{uit}k"


def bouw_koppen(bank: Path, map: Path) -> Path:
    """The front matter of every task as a YAML file."""
    map.mkdir()
    for pad in (bank / "taken").glob("*.md"):
        (map / f"{pad.stem}.yaml").write_text(pad.read_text(encoding="utf-8").split("---\n")[1], encoding="utf-8")
    return map


if __name__ == "__main__":
    sys.exit(main())
