"""Reading files that anybody may have put there.

Refuses, before opening, what is not a plain file of a sane size inside the
folder it belongs to: links that lead out, pipes that never end, 20 MB of YAML.
"""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.store.plaatsen import toon_pad

MAX_BYTES = 1024 * 1024
_NIET_TE_LEZEN = {
    errno.ENOENT: "Dit bestand bestaat niet.",
    errno.ENOTDIR: "Dit bestand bestaat niet.",
    errno.EACCES: "Je mag dit bestand niet lezen.",
    errno.EPERM: "Je mag dit bestand niet lezen.",
    errno.ELOOP: "Dit bestand is een koppeling die nergens uitkomt.",
    errno.ENAMETOOLONG: "Deze bestandsnaam is te lang.",
}


def lees_bytes(pad: Path, wortel: Path, hoogstens: int = MAX_BYTES) -> bytes:
    """The content of `pad`, which must be a plain file below `wortel`.

    Raises MachineWeigert when it cannot be read, Geweigerd when it is too
    large or leads out of `wortel`.
    """
    return lezer(wortel, hoogstens)(pad)


def lezer(wortel: Path, hoogstens: int = MAX_BYTES) -> Callable[[Path], bytes]:
    """`lees_bytes` for many files below one folder: where a folder really is, is asked once."""
    bekend = {wortel: True}

    def ligt_binnen(map: Path) -> bool:
        if map not in bekend:
            bekend[map] = map.resolve().is_relative_to(wortel.resolve())
        return bekend[map]

    return lambda pad: _lees(pad, ligt_binnen, hoogstens)


def _lees(pad: Path, ligt_binnen: Callable[[Path], bool], hoogstens: int) -> bytes:
    try:
        status = pad.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise Geweigerd("Dit is geen gewoon bestand.", waar=toon_pad(pad), nu="Zet hier een tekstbestand neer.")
        if not ligt_binnen(pad.parent):
            raise Geweigerd("Dit bestand ligt buiten de map waar het bij hoort.", waar=toon_pad(pad))
        if status.st_size > hoogstens:
            raise Geweigerd(
                f"Dit bestand is groter dan {hoogstens // MAX_BYTES} MiB.", waar=toon_pad(pad), nu="Maak het korter."
            )
        vlaggen = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with os.fdopen(os.open(pad, vlaggen), "rb") as bestand:
            return bestand.read(hoogstens + 1)
    except OSError as fout:
        raise MachineWeigert(
            _NIET_TE_LEZEN.get(fout.errno or 0, "Dit bestand is niet te lezen."),
            waar=toon_pad(pad),
            nu="Kijk of het bestaat en of jij het mag lezen.",
        ) from fout
    except ValueError as fout:
        wat = "Dit is geen naam van een bestand."
        raise MachineWeigert(wat, waar=toon_pad(pad), nu="Kijk of de naam klopt.") from fout


def lees_tekst(pad: Path, wortel: Path) -> tuple[str, bytes]:
    """The text of `pad` with `\\n` line ends and without a BOM, and the bytes it was read from.

    Raises as `lees_bytes`, and Geweigerd with the line for anything but UTF-8.
    """
    inhoud = lees_bytes(pad, wortel)
    return decodeer(inhoud, toon_pad(pad)), inhoud


def decodeer(inhoud: bytes, pad: str) -> str:
    """`inhoud` as text. Raises Geweigerd with `pad` and line when it is not UTF-8 or holds NUL."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regelnummer = inhoud.count(b"\n", 0, fout.start) + 1
        raise Geweigerd(
            f"Dit bestand is geen UTF-8 (byte {fout.start}).",
            waar=f"{pad}:{regelnummer}",
            nu="Sla het in je editor op als UTF-8.",
        ) from fout
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in tekst:
        regelnummer = tekst.count("\n", 0, tekst.index("\0")) + 1
        raise Geweigerd(
            "Dit bestand bevat een NUL-teken.",
            waar=f"{pad}:{regelnummer}",
            nu="Het is geen tekst, of het is beschadigd: haal het terug uit Git.",
        )
    return tekst
