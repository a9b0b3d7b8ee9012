"""The user's door: `leerwerk` with arguments in, exit code and two streams out.

No pytest in here: fixtures of a whole session use it too.
"""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Uitkomst:
    """What a command gave back."""

    code: int
    uit: str
    fout: str

    @property
    def alles(self) -> str:
        return self.uit + self.fout


def leerwerk(*argv: str, map: Path, invoer: bytes | str = b"") -> Uitkomst:
    """Run a command in this process, standing in `map`, with `invoer` on standard input and no terminal."""
    from leerwerk.cli.main import main

    with _stromen(invoer) as (uit, fout), contextlib.chdir(map):
        code = main(list(argv))
    return Uitkomst(code, uit.getvalue().decode("utf-8"), fout.getvalue().decode("utf-8"))


def gelukt(*argv: str, map: Path, invoer: bytes | str = b"") -> str:
    """Standard output of a command that must succeed."""
    uitkomst = leerwerk(*argv, map=map, invoer=invoer)
    assert uitkomst.code == 0, uitkomst
    return uitkomst.uit


def leerwerk_proces(*argv: str, map: Path, invoer: bytes = b"", extra: Mapping[str, str] | None = None) -> Uitkomst:
    """Run a command as the user's shell would: a process of its own."""
    uitkomst = subprocess.run(
        [sys.executable, "-m", "leerwerk", *argv],
        cwd=map,
        input=invoer,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(WORTEL), **(extra or {})},
        check=False,
        timeout=30,
    )
    return Uitkomst(uitkomst.returncode, uitkomst.stdout.decode("utf-8"), uitkomst.stderr.decode("utf-8"))


def git(map: Path, *args: str) -> str:
    """Plain Git, as a user would type it."""
    uitkomst = subprocess.run(
        ["git", "--no-optional-locks", *args], cwd=map, capture_output=True, text=True, check=True
    )
    return uitkomst.stdout.rstrip("\n")


@contextlib.contextmanager
def _stromen(invoer: bytes | str) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    uit, fout = io.BytesIO(), io.BytesIO()
    bytes_in = invoer.encode() if isinstance(invoer, str) else invoer
    oud = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(bytes_in), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(uit, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(fout, encoding="utf-8", write_through=True)
    try:
        yield uit, fout
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        for stroom in (sys.stdout, sys.stderr):
            stroom.detach()
        sys.stdin, sys.stdout, sys.stderr = oud
