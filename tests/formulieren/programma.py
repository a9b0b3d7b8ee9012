"""The real programs that forms are tested with, and what to install when one is missing."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

PROGRAMMAS = {
    "chromium": "apt-get install chromium",
    "chromedriver": "apt-get install chromium-driver",
    "qpdf": "apt-get install qpdf",
    "pdftotext": "apt-get install poppler-utils",
}


def programma(naam: str) -> str:
    """The path of a program; a test that needs it fails and says what to install."""
    gevonden = shutil.which(naam)
    if not gevonden:
        pytest.fail(f"Voor deze test is {naam} nodig: {PROGRAMMAS[naam]}", pytrace=False)
    return gevonden


def draai(naam: str, *args: str | Path) -> str:
    """Run a program that must succeed; its output."""
    uit = subprocess.run([programma(naam), *map(str, args)], capture_output=True, text=True, check=False, timeout=60)
    assert uit.returncode == 0, uit.stdout + uit.stderr
    return uit.stdout


def axe() -> str:
    """The source of axe-core."""
    pad = Path(
        os.environ.get("LEERWERK_AXE") or Path(sysconfig.get_path("purelib")) / "axe_playwright_python/axe.min.js"
    )
    if not pad.is_file():
        pytest.fail("Voor deze test is axe-core nodig: pip install axe-playwright-python", pytrace=False)
    return pad.read_text(encoding="utf-8")
