"""The files of word lists. Sole owner of the folder `woorden/`.

A list is a text file with one word on a line and Dutch comments behind `#`, so
that a trainer can add a word without knowing Python.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable


def read_list(map: str, naam: str) -> tuple[str, ...]:
    """The words of one list, in the order of the file."""
    tekst = (_folder(map) / f"{naam}.txt").read_text(encoding="utf-8")
    return tuple(woord for regel in tekst.splitlines() if (woord := regel.partition("#")[0].strip()))


def list_names(map: str) -> tuple[str, ...]:
    """The lists in a folder, by name."""
    return tuple(sorted(lijst.name[:-4] for lijst in _folder(map).iterdir() if lijst.name.endswith(".txt")))


def word_set(naam: str, map: str = "functie") -> frozenset[str]:
    """The words of one list as they are, without inflection."""
    return frozenset(read_list(map, naam))


def _folder(map: str) -> Traversable:
    return files("leerwerk.taal") / "woorden" / map
