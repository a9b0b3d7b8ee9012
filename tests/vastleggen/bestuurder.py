"""One step, one recovery or a row of steps in a process of its own, so that it can be killed.

    python -m tests.vastleggen.bestuurder stap MAP
    python -m tests.vastleggen.bestuurder herstel MAP
    python -m tests.vastleggen.bestuurder reeks MAP NAAM AANTAL

Ends with 0 only when the work is done; `reeks` prints each commit id that was acknowledged.
"""

import sys
from pathlib import Path

from leerwerk.errors import LeerwerkFout
from leerwerk.vastleggen import herstel, open_stap
from tests.vastleggen.kraan import OUD, STAP, VERANDERD


def stap(map: Path) -> None:
    with open_stap(map) as werkboom:
        bestanden = {Path(pad): inhoud for pad, inhoud in STAP.items()}
        werkboom.commit("Leerdoel vastgesteld", bestanden, verwacht={Path(VERANDERD): OUD})


def recover(map: Path) -> None:
    verslag = herstel(map)
    if verslag.open:
        raise SystemExit(3)


def reeks(map: Path, naam: str, aantal: str) -> None:
    for nummer in range(int(aantal)):
        with open_stap(map, wacht=120) as werkboom:
            oid = werkboom.commit(f"{naam} {nummer}", {Path(f"reeks/{naam}/{nummer}.md"): naam.encode()})
        print(oid, f"reeks/{naam}/{nummer}.md", flush=True)


def main(opdracht: str, map: str, *rest: str) -> int:
    try:
        {"stap": stap, "herstel": recover, "reeks": reeks}[opdracht](Path(map), *rest)
    except LeerwerkFout as fout:
        print(fout.wat, fout.waar, fout.nu, file=sys.stderr)
        return fout.exitcode
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
