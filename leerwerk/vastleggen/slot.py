"""The lock between leerwerk processes: held by the operating system, gone with the process that holds it.

Also the one way to wait for something: short, growing, uneven pauses.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen import schijf
from leerwerk.vastleggen.plaats import Plaats

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def hold(plaats: Plaats, wacht: float) -> Iterator[int]:
    """Be the only leerwerk process in this work tree; yields the open file that carries the lock."""
    fd = _open(plaats)
    try:
        if not poll(lambda: _try_lock(fd), wacht):
            raise MachineWeigert(
                "Een ander leerwerk-programma is in deze map nog bezig.",
                waar=str(plaats.top),
                nu="Wacht tot dat klaar is en probeer het dan opnieuw.",
            )
        yield fd
    finally:
        os.close(fd)


def poll(probeer: Callable[[], bool], wacht: float, *, grens: float = 0.05) -> bool:
    """Try until it works or `wacht` seconds are over, with short, growing, uneven pauses."""
    einde = time.monotonic() + wacht
    pauze = 0.001
    while not probeer():
        if time.monotonic() >= einde:
            return False
        time.sleep(pauze * random.uniform(0.5, 1.5))
        pauze = min(pauze * 1.5, grens)
    return True


def _open(plaats: Plaats) -> int:
    try:
        plaats.eigen.mkdir(exist_ok=True)
        if plaats.eigen.is_symlink():
            raise OSError("leerwerk is een verwijzing")
        return os.open(plaats.eigen / "lock", os.O_RDWR | os.O_CREAT | _NOFOLLOW, 0o666)
    except OSError as fout:
        raise MachineWeigert(
            f"Leerwerk kan hier niets opslaan: {schijf.explain(fout)}.",
            waar=str(plaats.eigen),
            nu="Kijk of je in deze map mag schrijven en of de schijf niet vol is. Er is niets veranderd.",
        ) from fout


def _try_lock(fd: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(fd, 0, os.SEEK_SET)
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
