"""Writes that survive a crash: a file is there whole or not at all, also after a power cut.

Knows files and folders only: no Git, no step. Every failure stays an OSError for the caller to explain.
"""

import errno
import os
import stat
import sys
import time
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_REPLACE_ATTEMPTS = 10


_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je hebt geen schijfruimte meer",
    errno.EROFS: "deze schijf is alleen-lezen",
    errno.EACCES: "je mag hier niet schrijven",
    errno.EPERM: "je mag hier niet schrijven",
    errno.EIO: "de schijf geeft een fout",
}


def explain(fout: Exception) -> str:
    """What is wrong with the disk, in Dutch; also when Git says it. Anything else in its own words."""
    tekst = (fout.strerror or str(fout)) if isinstance(fout, OSError) else str(fout)
    for nummer, reden in _REASONS.items():
        if os.strerror(nummer) in tekst:
            return reden
    return tekst.splitlines()[-1].rstrip(".") if tekst else "onbekende oorzaak"


def write_new(pad: Path, inhoud: bytes, mode: int | None = None) -> None:
    """Create `pad` with `inhoud`, on disk when this returns; `mode` None leaves it to the umask."""
    fd = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW, 0o666)
    try:
        if mode is not None and sys.platform != "win32":
            os.fchmod(fd, mode)
        _write_all(fd, inhoud)
        sync(fd)
    finally:
        os.close(fd)


def write_durable(pad: Path, inhoud: bytes) -> None:
    """Replace `pad` by `inhoud` in one move; on any failure the old file is untouched."""
    tijdelijk = pad.with_name(pad.name + ".tmp")
    remove(tijdelijk)
    try:
        write_new(tijdelijk, inhoud)
        replace(tijdelijk, pad)
    except OSError:
        remove_quietly(tijdelijk)
        raise
    sync_folder(pad.parent)


def write_over(pad: Path, inhoud: bytes) -> None:
    """Write a file in one move, with the permissions it had; on any failure the old file is untouched."""
    tijdelijk = pad.with_name(f".{pad.name}.tmp")
    remove(tijdelijk)
    try:
        write_new(tijdelijk, inhoud, stat.S_IMODE(pad.stat().st_mode) if pad.exists() else None)
        replace(tijdelijk, pad)
    except OSError:
        remove_quietly(tijdelijk)
        raise
    sync_folder(pad.parent)


def replace(bron: Path, doel: Path) -> None:
    """Rename over `doel`; on Windows a virus scanner may hold the file for a moment."""
    for poging in range(_REPLACE_ATTEMPTS):
        try:
            bron.replace(doel)
            return
        except PermissionError:
            if sys.platform != "win32" or poging == _REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(0.01 * 2**poging)


def remove(pad: Path) -> bool:
    """Unlink `pad`; False when it was not there."""
    try:
        pad.unlink()
    except FileNotFoundError:
        return False
    return True


def remove_quietly(pad: Path) -> None:
    """Unlink while another failure is being reported: that one matters more."""
    try:
        remove(pad)
    except OSError:
        return


def make_folders(map: Path) -> None:
    """Create `map` and what is missing above it, each name on disk when this returns."""
    ontbreekt = [map] if not map.is_dir() else []
    while ontbreekt and not ontbreekt[-1].parent.is_dir():
        ontbreekt.append(ontbreekt[-1].parent)
    for nieuw in reversed(ontbreekt):
        nieuw.mkdir(exist_ok=True)
        sync_folder(nieuw.parent)


def sync_folder(map: Path) -> None:
    """Make the names in `map` durable. Windows cannot, and does not need it: NTFS journals names."""
    if sys.platform == "win32":
        return
    fd = os.open(map, os.O_RDONLY)
    try:
        sync(fd)
    finally:
        os.close(fd)


def sync(fd: int) -> None:
    """Flush to the disk itself; plain fsync on macOS stops at the drive's cache."""
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            return
        except OSError:  # network and foreign file systems do not know it
            pass
    os.fsync(fd)


def _write_all(fd: int, inhoud: bytes) -> None:
    rest = memoryview(inhoud)
    while rest:
        rest = rest[os.write(fd, rest) :]
