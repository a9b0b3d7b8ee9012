"""Git's own `index.lock`, taken by us: it shuts out every plain git that would change something.

It is a hard link to a file of ours. A process that was killed leaves a lock that can be told from anybody
else's, whatever the moment.
"""

import os
import time
from pathlib import Path

from leerwerk.vastleggen import schijf
from leerwerk.vastleggen.plaats import Plaats
from leerwerk.vastleggen.slot import poll

MERK = b"leerwerk\nDit slot is van leerwerk. Blijft het staan, dan ruimt `leerwerk herstel` het op.\n"


def take(plaats: Plaats, wacht: float) -> bool:
    """Take Git's index lock with our mark on it; False when somebody else kept it all that time."""
    merk = _mark(plaats)
    return poll(lambda: _try_index(plaats.indexslot, merk), wacht, grens=0.005)


def release(plaats: Plaats) -> None:
    """Let Git in again; a lock that somebody put in the place of ours is not ours to remove."""
    if is_ours(plaats):
        schijf.remove(plaats.indexslot)


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
