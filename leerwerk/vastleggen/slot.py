"""The two locks of a step: one between leerwerk processes, one that shuts out Git itself.

The first is held by the operating system and vanishes with the process that holds it. The second is Git's own
`index.lock`, made as a hard link to a file of ours: a process that was killed leaves a lock that can be told
from anybody else's, whatever the moment.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen import schijf
from leerwerk.vastleggen.plaats import Plaats

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MERK = b"leerwerk\nDit slot is van leerwerk. Blijft het staan, dan ruimt `leerwerk herstel` het op.\n"
WACHT_OP_BRANCH = 1.5
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


def take_index(plaats: Plaats, wacht: float) -> bool:
    """Take Git's index lock with our mark on it; False when somebody else kept it all that time."""
    merk = _mark(plaats)
    return poll(lambda: _try_index(plaats.indexslot, merk), wacht, grens=0.005)


def release_index(plaats: Plaats) -> None:
    """Let Git in again; a lock that somebody put in the place of ours is not ours to remove."""
    if is_ours(plaats):
        schijf.remove(plaats.indexslot)


def clear(sloten: Sequence[Path], sinds: float) -> Path | None:
    """Remove locks that a Git of our own left behind since `sinds`; returns one that is older, thus not ours.

    Git says nothing when it cannot remove its lock, and a killed one leaves it. Another Git that is at work
    is given the time to finish.
    """
    poll(lambda: not any(pad.exists() for pad in sloten), WACHT_OP_BRANCH)
    for pad in sloten:
        begin = _made_at(pad)
        if begin and begin < sinds:
            return pad
        if begin and time.time() - begin >= WACHT_OP_BRANCH:
            schijf.remove(pad)
    return None


def is_ours(plaats: Plaats) -> bool:
    """Whether the index lock that is there now carries our mark."""
    try:
        with plaats.indexslot.open("rb") as bestand:
            return bestand.read(len(MERK)).startswith(b"leerwerk")
    except OSError:
        return False


def is_ours_cut_off(plaats: Plaats, sinds: float) -> bool:
    """Whether the lock is one of ours that was killed before it could be marked.

    Only where the disk knows no hard links (no mark file then) is there such a moment; elsewhere an empty
    lock is a Git at work.
    """
    try:
        staat = plaats.indexslot.stat()
    except OSError:
        return False
    leeg = staat.st_size == 0 and staat.st_mtime >= sinds
    return leeg and time.time() - staat.st_mtime > 1 and not (plaats.eigen / "merk").exists()


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


def _made_at(pad: Path) -> float | None:
    try:
        return pad.stat().st_mtime
    except FileNotFoundError:
        return None


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


def _mark(plaats: Plaats) -> Path | None:
    """The file that index.lock becomes a link to; None where the disk knows no hard links."""
    merk, proef = plaats.eigen / "merk", plaats.eigen / "merk.proef"
    try:
        if merk.read_bytes() == MERK:
            return merk
    except FileNotFoundError:
        pass
    schijf.write_durable(merk, MERK)
    schijf.remove(proef)
    try:
        os.link(merk, proef)
    except OSError:
        schijf.remove(merk)
        return None
    schijf.remove(proef)
    return merk


def _try_index(indexslot: Path, merk: Path | None) -> bool:
    try:
        if merk:
            os.link(merk, indexslot)
        else:
            schijf.write_new(indexslot, MERK)
    except FileExistsError:
        return False
    return True
