"""The real programs that forms are tested with, and what to install when one is missing."""

import importlib
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

from tests.nodig import ontbreekt

PROGRAMMAS = {
    "chromium": "apt-get install chromium",
    "chromedriver": "apt-get install chromium-driver",
    "qpdf": "apt-get install qpdf",
    "pdftotext": "apt-get install poppler-utils",
    "pdfinfo": "apt-get install poppler-utils",
    "pdftocairo": "apt-get install poppler-utils",
}


def programma(naam: str) -> str:
    """The path of a program; without it `tests.nodig` says what to install."""
    gevonden = shutil.which(naam)
    if not gevonden:
        ontbreekt(naam, PROGRAMMAS[naam])
    return gevonden


def draai(naam: str, *args: str | Path) -> str:
    """Run a program that must succeed; its output."""
    uit = subprocess.run([programma(naam), *map(str, args)], capture_output=True, text=True, check=False, timeout=60)
    assert uit.returncode == 0, uit.stdout + uit.stderr
    return uit.stdout


def check_pango() -> None:
    """What WeasyPrint cannot do without."""
    try:
        importlib.import_module("weasyprint")
    except OSError:
        ontbreekt("Pango", "apt-get install libpango-1.0-0 libpangoft2-1.0-0")


def axe() -> str:
    """The source of axe-core."""
    pad = Path(
        os.environ.get("LEERWERK_AXE") or Path(sysconfig.get_path("purelib")) / "axe_playwright_python/axe.min.js"
    )
    if not pad.is_file():
        ontbreekt("axe-core", "pip install axe-playwright-python")
    return pad.read_text(encoding="utf-8")
