"""Watches every test: none may write in the real checkout, or run Git there.

An audit hook sees each file that Python opens, makes, moves or removes, before it happens. What this process
cannot see is what its children do: those get a working directory outside the checkout.
"""

import os
import sys
from typing import Any

from tests.deur import WORTEL

MAG = tuple(
    os.path.join(WORTEL, naam) for naam in (".pytest_cache", ".hypothesis", ".coverage", os.path.join("tests", ""))
)
_SCHRIJVEN = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_PADEN = {
    "os.mkdir": 1,
    "os.rmdir": 1,
    "os.remove": 1,
    "os.rename": 2,
    "os.link": 2,
    "os.symlink": 2,
    "os.truncate": 1,
    "os.chmod": 1,
    "os.utime": 1,
}


class AanDeEchteMapGekomen(AssertionError):
    """A test wanted to change the checkout it runs from."""


class Bewaker:
    """Collects what happened in the checkout since `begin`."""

    def __init__(self) -> None:
        self.gezien: list[str] = []
        self.aan = False

    def begin(self) -> None:
        self.gezien, self.aan = [], True

    def einde(self) -> list[str]:
        self.aan = False
        return self.gezien

    def __call__(self, gebeurtenis: str, args: tuple[Any, ...]) -> None:
        if not self.aan:
            return
        for pad in _aangeraakt(gebeurtenis, args):
            if _is_echt(pad):
                self.gezien.append(f"{gebeurtenis} {pad!r}")
                raise AanDeEchteMapGekomen(self.gezien[-1])


def _aangeraakt(gebeurtenis: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
    if gebeurtenis == "open":
        pad, _, vlaggen = args
        return (pad,) if isinstance(vlaggen, int) and vlaggen & _SCHRIJVEN else ()
    if gebeurtenis == "subprocess.Popen":
        programma, _, cwd, _ = args
        return (cwd or ".",) if os.path.basename(os.fsdecode(programma)) == "git" else ()
    return args[: _PADEN.get(gebeurtenis, 0)]


def _is_echt(pad: Any) -> bool:
    if isinstance(pad, int):
        return False
    volledig = os.path.abspath(os.fsdecode(pad))
    if "__pycache__" in volledig or volledig.startswith(MAG):
        return False
    return volledig == str(WORTEL) or volledig.startswith(os.path.join(WORTEL, ""))


BEWAKER = Bewaker()
sys.addaudithook(BEWAKER)
