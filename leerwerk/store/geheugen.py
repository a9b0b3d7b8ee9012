"""What a command worked out and the next one need not: values by the content of the file they come from.

In the cache folder of this person, and it may be deleted at any moment. It is
never stale: a value is found by what was read and by the program that read it,
never by name or time. As Python does with a `.pyc`, values are kept by marshal;
a file that is damaged or from another leerwerk is as good as none.
"""

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

_PAKKET = Path(__file__).resolve().parents[1]
_BEPAALT = ("domain", "store")
_BRONSOORTEN = (".py", ".txt")


class Geheugen:
    """Values that were worked out before, by content. Keeps only those that are asked for again.

    `bepaalt` are the folders of leerwerk with the sources that a value depends on.
    `ingepakt` is a file that came with leerwerk (`schrijf`), and may hold them too.
    """

    def __init__(self, naam: str, bepaalt: tuple[str, ...] = _BEPAALT, ingepakt: Path | None = None) -> None:
        map = _cachemap()
        self._bepaalt = bepaalt
        self._pad = map / "leerwerk" / naam if map else None
        self._eerder = next((eerder for pad in (ingepakt, self._pad) if pad and (eerder := _lees(pad, bepaalt))), {})
        self._nu: dict[bytes, Any] = {}
        self._anders = False

    @property
    def weet_iets(self) -> bool:
        """Whether anything was remembered before."""
        return bool(self._eerder)

    def van(self, inhoud: bytes, reken: Callable[[], Any]) -> Any:
        """The value of `inhoud`: remembered, or else what `reken` gives (tuples, dicts, text and numbers)."""
        sleutel = hashlib.sha256(inhoud).digest()
        waarde = self.zoek(sleutel)
        if waarde is None:
            self.onthoud(sleutel, waarde := reken())
        return waarde

    def zoek(self, sleutel: bytes) -> Any:
        """The value that was remembered by this hash of what it comes from; None when there is none."""
        waarde = self._eerder.get(sleutel)
        if waarde is not None:
            self._nu[sleutel] = waarde
        return waarde

    def onthoud(self, sleutel: bytes, waarde: Any) -> None:
        """A value to remember by the hash of what it comes from."""
        self._nu[sleutel] = waarde
        self._anders = True

    def bewaar(self) -> None:
        """Remember what was asked for, in one move; a disk that says no changes nothing."""
        if self._pad and (self._anders or self._nu.keys() != self._eerder.keys()):
            with suppress(OSError, ValueError):
                self._pad.parent.mkdir(parents=True, exist_ok=True)
                self.schrijf(self._pad)

    def schrijf(self, pad: Path) -> None:
        """Keep what was asked for at `pad`. Raises OSError."""
        _schrijf(pad, _merk(self._bepaalt), marshal.dumps(self._nu))


def _lees(pad: Path, bepaalt: tuple[str, ...]) -> dict[bytes, Any]:
    with suppress(OSError, EOFError, ValueError, TypeError):
        inhoud = pad.read_bytes()
        merk, som, waarden = inhoud[:32], inhoud[32:64], memoryview(inhoud)[64:]
        if merk == _merk(bepaalt) and som == hashlib.sha256(waarden).digest():
            return dict(marshal.loads(waarden))
    return {}


def _schrijf(pad: Path, merk: bytes, waarden: bytes) -> None:
    greep, tijdelijk = tempfile.mkstemp(dir=pad.parent, prefix=pad.name)
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(merk + hashlib.sha256(waarden).digest() + waarden)
        Path(tijdelijk).replace(pad)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise


def _cachemap() -> Path | None:
    """Where this person's programs may keep what they can do without."""
    with suppress(RuntimeError):
        eigen = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
        if Path(eigen).is_absolute():
            return Path(eigen)
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return None


@cache
def _merk(bepaalt: tuple[str, ...]) -> bytes:
    """The program: this Python, and by name and content every source that a value depends on."""
    merk = hashlib.sha256(sys.version.encode())
    for pad in (f"{_PAKKET / '__init__.py'}", *bronnen(bepaalt)):
        merk.update(f"{pad}\0".removeprefix(str(_PAKKET)).encode())
        with open(pad, "rb", buffering=0) as bestand:  # noqa: PTH123 - half the time of Path, for all these files
            merk.update(bestand.read())
    return merk.digest()


def bronnen(mappen: tuple[str, ...]) -> list[str]:
    """The files with code and word lists in these folders of leerwerk, in order."""
    return sorted(
        os.path.join(plek, naam)  # noqa: PTH118 - as above
        for map in mappen
        for plek, _, namen in os.walk(_PAKKET / map)
        for naam in namen
        if naam.endswith(_BRONSOORTEN)
    )
