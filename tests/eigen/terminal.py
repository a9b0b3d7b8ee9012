"""A person at a terminal: a command in a pseudo-terminal, and the lines that are typed when it asks."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

WORTEL = Path(__file__).parents[2]
STOP = "^D"
_KLAAR = 30.0


def typ(
    map: Path, argv: Sequence[str], regels: Sequence[str], extra: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Run `leerwerk` on a terminal, type a line each time it waits at `> `; returns exit code and screen."""
    meester, knecht = pty.openpty()
    proces = subprocess.Popen(
        [sys.executable, "-m", "leerwerk", *argv],
        cwd=map,
        env={**os.environ, "PYTHONPATH": str(WORTEL), "COLUMNS": "80", **(extra or {})},
        stdin=knecht,
        stdout=knecht,
        stderr=knecht,
        close_fds=True,
    )
    os.close(knecht)
    scherm, over, einde = b"", list(regels), time.monotonic() + _KLAAR
    try:
        while time.monotonic() < einde:
            if select.select([meester], [], [], 0.01)[0]:
                try:
                    stuk = os.read(meester, 65536)
                except OSError:
                    break
                if not stuk:
                    break
                scherm += stuk
            elif scherm.endswith(b"> ") and over:
                regel = over.pop(0)
                scherm += b"\n"
                os.write(meester, regel.encode() + b"\n" if regel != STOP else b"\x04")
            elif proces.poll() is not None:
                break
    finally:
        if proces.poll() is None and time.monotonic() >= einde:
            proces.kill()
        os.close(meester)
    return proces.wait(), scherm.decode("utf-8", "replace").replace("\r\n", "\n")
