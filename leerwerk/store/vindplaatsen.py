"""Which files a check is about: the tasks and the sources below the paths that were named.

Gives what it finds, also what cannot be read, and follows no link: a link may
lead out of the repository, or round in a circle.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from leerwerk.store.plaatsen import MERK, PORTFOLIO, Werkplek, meegeleverd

BRONNEN = "bronnen.yaml"
TAKEN = "taken"
_TAAK = ".md"


class Vindplaats(NamedTuple):
    """A file to check, or one that cannot be: `bezwaar` then says why."""

    pad: Path
    bezwaar: str = ""

    @property
    def is_bron(self) -> bool:
        return self.pad.name == BRONNEN


def zoek_bestanden(paden: Iterable[Path]) -> Iterator[Vindplaats]:
    """The task files and bronnen.yaml below `paden`, each once, by path; a path that was named is always given."""
    gezien: set[str] = set()
    for pad in paden:
        for plek in _in_map(str(pad)) if pad.is_dir() and not pad.is_symlink() else (Vindplaats(pad),):
            if (sleutel := str(plek.pad.absolute())) not in gezien:
                gezien.add(sleutel)
                yield plek


def bank_van(begin: Path, wortel: Path | None) -> Path:
    """The bank that a file in `begin` belongs to: the nearest folder upwards with bronnen.yaml or called taken."""
    for map in (begin, *begin.parents):
        if (map / BRONNEN).is_file() or map.name == TAKEN:
            return map
        if map == wortel or (map / MERK).is_file() or (map / ".git").exists():
            break
    return begin


def bronmappen(bank: Path, werkplek: Werkplek) -> tuple[Path, ...]:
    """Where the sources stand that a task in `bank` may cite: its own and the school's; without any, leerwerk's."""
    plekken = dict.fromkeys((bank, *werkplek.mappen(TAKEN)[:-1]))
    return tuple(plek for plek in plekken if (plek / BRONNEN).exists()) or (meegeleverd(TAKEN),)


def zoek_taken(bank: Path) -> Iterator[Path]:
    """The task files of a bank."""
    return (plek.pad for plek in _in_map(str(bank)) if not plek.is_bron)


def _in_map(map: str) -> Iterator[Vindplaats]:
    """Walk a folder with a stack of its own, so that depth is no limit."""
    mappen = [map]
    while mappen:
        huidig = mappen.pop()
        try:
            with os.scandir(huidig) as lezer:
                inhoud = sorted(lezer, key=lambda item: item.name)
        except OSError as fout:
            yield Vindplaats(Path(huidig), f"Deze map is niet te lezen ({fout.strerror}).")
            continue
        namen = {item.name for item in inhoud}
        if {MERK, PORTFOLIO} & namen:  # of a repository or a portfolio, only its tasks are tasks
            inhoud = [item for item in inhoud if item.name == TAKEN]
        dieper = []
        for item in inhoud:
            if item.name.startswith("."):
                continue
            if item.is_symlink() and _is_map(item):
                yield Vindplaats(Path(item.path), "Dit is een verwijzing naar een map, en die volgt leerwerk niet.")
            elif item.is_dir(follow_symlinks=False):
                dieper.append(item.path)
            elif item.name == BRONNEN or item.name.lower().endswith(_TAAK):
                yield Vindplaats(Path(item.path))
        mappen += reversed(dieper)


def _is_map(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False
