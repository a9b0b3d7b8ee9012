"""Which paths a step may write: plain names inside the work tree, the same on every system.

A name is refused, never repaired: what a user meant by `../jan` is not ours to guess.
"""

import os
import re
import stat
from pathlib import Path, PurePosixPath

from leerwerk.errors import Geweigerd

_ILLEGAL = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff:\\"<>|?*]')
_MAX_BYTES = 240  # of the 255 that most disks allow
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_DOT_GIT = re.compile(r"(\.git|git~[0-9]+)", re.IGNORECASE)
_IGNORABLE = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")  # HFS+ skips these in names


def relative(top: Path, pad: Path) -> str:
    """`pad` as Git writes it, relative to `top` and with `/`; refuses one that a step may not touch."""
    onderdelen = _inside(top, pad)
    if not onderdelen:
        raise _refuse(pad, "is geen bestand in deze map")
    for naam in onderdelen:
        if reden := _illegal(naam):
            raise _refuse(pad, reden)
    _look(top, onderdelen, pad)
    return str(PurePosixPath(*onderdelen))


def below(top: Path, pad: Path) -> str:
    """`pad` relative to `top` for a question to Git, `.` for `top` itself; refuses one outside it."""
    onderdelen = _inside(top, pad)
    if ".." in onderdelen or (not onderdelen and pad.is_absolute() and not pad.samefile(top)):
        raise _refuse(pad, "staat buiten deze map")
    return str(PurePosixPath(*onderdelen))


def _inside(top: Path, pad: Path) -> tuple[str, ...]:
    if not pad.is_absolute():
        return pad.parts
    if pad.is_relative_to(top):
        return pad.relative_to(top).parts
    for boven in pad.parents:  # the same folder by another name: /tmp and /private/tmp
        if boven.exists() and boven.samefile(top):
            return pad.relative_to(boven).parts
    return ()


def _illegal(naam: str) -> str:
    if naam in ("..", "."):
        return "wijst naar een andere map"
    if _DOT_GIT.fullmatch(_IGNORABLE.sub("", naam).rstrip(". ")):
        return "is van Git zelf"
    if _ILLEGAL.search(naam):
        return "heeft een teken dat niet op elke computer mag"
    if len(naam.encode()) > _MAX_BYTES:
        return "heeft een te lange naam"
    if naam != naam.rstrip(". "):
        return "eindigt op een punt of een spatie"
    if _DEVICE.fullmatch(naam):
        return "heeft een naam die Windows voor iets anders gebruikt"
    return ""


def _look(top: Path, onderdelen: tuple[str, ...], pad: Path) -> None:
    """Refuse a link or a file on the way, and anything but a plain file at the end."""
    hier = top
    for nummer, naam in enumerate(onderdelen, start=1):
        hier = hier / naam
        try:
            soort = os.lstat(hier).st_mode
        except FileNotFoundError:
            return
        except NotADirectoryError:
            break
        laatste = nummer == len(onderdelen)
        if not (stat.S_ISREG(soort) if laatste else stat.S_ISDIR(soort)):
            raise _refuse(pad, "is geen gewoon bestand" if laatste else "loopt via iets dat geen map is")


def _refuse(pad: Path, reden: str) -> Geweigerd:
    wat = f"Leerwerk schrijft dit bestand niet: het {reden}."
    return Geweigerd(wat, waar=str(pad), nu="Kies een andere naam.")
