"""What was found in a file before, so that a file that did not change is not checked again.

A verdict hangs on the content of the file, on its name, on the bank around it
and on the files it links to; all of that is in the key, or looked at again.
Only a look at a whole bank is remembered: it says which verdicts still matter.
"""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.errors import LeerwerkFout
from leerwerk.store.bestanden import lees_bytes
from leerwerk.store.geheugen import Geheugen
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.vindplaatsen import BRONNEN, bronmappen, zoek_taken

BEPAALT = ("actions", "domain", "store", "taal", "eisen")

Gevonden = tuple[tuple[Bevinding, ...], tuple[str, ...]]


class Oordelen:
    """The verdicts on the files of one bank."""

    def __init__(self, bank: Path, werkplek: Werkplek, toon: Callable[[Path], str]) -> None:
        self._geheugen = Geheugen(f"oordelen-{_som([str(bank)]).hex()[:16]}", BEPAALT)
        self._omgeving = _omgeving(bank, werkplek, toon)

    @property
    def weet_iets(self) -> bool:
        """Whether any verdict may be found."""
        return self._geheugen.weet_iets

    def sleutel(self, pad: str, inhoud: bytes, erbij: Iterable[str] = ()) -> bytes:
        """What a verdict is found by: all that it hangs on, but for the links."""
        return hashlib.sha256(_som([pad, *erbij]) + self._omgeving + inhoud).digest()

    def zoek(self, sleutel: bytes, map: Path) -> Gevonden | None:
        """The findings in a file of folder `map` and the sources it cites, when its links still are as they were."""
        waarde = self._geheugen.zoek(sleutel)
        if waarde is None:
            return None
        bevindingen, geciteerd, links = waarde
        if any((map / doel).exists() != bestond for doel, bestond in links):
            return None
        return tuple(_bevinding(*rij) for rij in bevindingen), geciteerd

    def onthoud(self, sleutel: bytes, gevonden: Gevonden, links: tuple[tuple[str, bool], ...] = ()) -> None:
        """A verdict to remember."""
        bevindingen, geciteerd = gevonden
        self._geheugen.onthoud(sleutel, (tuple(map(_rij, bevindingen)), geciteerd, links))

    def bewaar(self) -> None:
        """Keep the verdicts on every file that was asked for, and no others."""
        self._geheugen.bewaar()


def lees_of_niets(pad: Path) -> bytes | None:
    """The content of a file; None when it cannot be read."""
    try:
        return lees_bytes(pad, pad.parent)
    except LeerwerkFout:
        return None


def _rij(bevinding: Bevinding) -> tuple[Any, ...]:
    return tuple(waarde.value if isinstance(waarde, Ernst) else waarde for waarde in bevinding)


def _bevinding(pad: str, regelnummer: int, kolom: int, eis: str, ernst: str, *rest: Any) -> Bevinding:
    return Bevinding(pad, regelnummer, kolom, eis, Ernst(ernst), *rest)


def _omgeving(bank: Path, werkplek: Werkplek, toon: Callable[[Path], str]) -> bytes:
    """What a bank is to its files: the names of all its tasks, and the sources that may be cited."""
    bronnen = [(plek, lees_of_niets(plek / BRONNEN)) for plek in bronmappen(bank, werkplek)]
    inhoud = [hashlib.sha256(b"" if bytes_ is None else bytes_).hexdigest() for _, bytes_ in bronnen]
    leesbaar = [f"{plek} {bytes_ is not None}" for plek, bytes_ in bronnen]
    return _som([*map(toon, zoek_taken(bank)), "", *leesbaar, *inhoud])


def _som(delen: Iterable[str]) -> bytes:
    return hashlib.sha256("\0".join(delen).encode("utf-8", "surrogateescape")).digest()
