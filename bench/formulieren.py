"""The forms, measured against their promises: fifty pages, one PDF with its start-up, fifty PDFs against WeasyPrint.

Prints a table and exits 1 when a promise is broken. On a machine that does other work, the column `kaal`
(the same work by WeasyPrint's own command, in the same run) says how slow the machine is.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LEERWERK = [sys.executable, "-m", "leerwerk"]
WEASYPRINT = [sys.executable, "-m", "weasyprint", "-q", "--pdf-variant", "pdf/ua-1", "--pdf-forms"]
WORTEL = Path(__file__).resolve().parents[1]
MAX_HTML, MAX_PDF, MAX_DEEL = 1.5, 1.0, 1 / 3


def main() -> int:
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--runs", type=int, default=5)
    opties.add_argument("--los", type=int, default=10, help="how many of the fifty to run WeasyPrint on")
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as map:
        doel = Path(map)
        html = mediaan(keuze.runs, *LEERWERK, "formulier", "observatie", "--alle", "--naar", str(doel / "html"))
        een = mediaan(keuze.runs, *LEERWERK, "formulier", "observatie", "orde-houden", "--formaat", "pdf",
                      "--naar", str(doel / "een"))  # fmt: skip
        import_los = mediaan(keuze.runs, sys.executable, "-c", "import weasyprint")
        alle = mediaan(1, *LEERWERK, "formulier", "observatie", "--alle", "--formaat", "pdf",
                       "--naar", str(doel / "pdf"))  # fmt: skip
        paginas = sorted((doel / "html").glob("*.html"))
        los = [mediaan(1, *WEASYPRINT, str(pagina), str(doel / "los.pdf")) for pagina in paginas[: keuze.los]]
    kaal = statistics.mean(los) * len(paginas)
    rijen = [
        (f"{len(paginas)} HTML-formulieren", html, None, MAX_HTML),
        ("een pdf, met opstarten (kaal: alleen import weasyprint)", een, import_los, MAX_PDF),
        (f"{len(paginas)} pdf's (kaal: even zo veel keer weasyprint)", alle, kaal, kaal * MAX_DEEL),
    ]
    print(f"{'':<60} {'leerwerk':>9} {'kaal':>9} {'belofte':>9}")
    for naam, ons, hun, grens in rijen:
        print(f"{naam:<60} {ons:7.2f} s {f'{hun:7.2f} s' if hun else '':>9} {grens:7.2f} s")
    return int(any(ons > grens for _, ons, _, grens in rijen))


def mediaan(runs: int, *opdracht: str) -> float:
    """The median wall time in seconds of a command that must succeed."""
    tijden = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(opdracht, cwd=WORTEL, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden)


if __name__ == "__main__":
    sys.exit(main())
