"""The files of word lists. Sole owner of the folder `woorden/`.

A list is a text file with one word on a line and Dutch comments behind `#`, so
that a trainer can add a word without knowing Python.
"""

from pathlib import Path

_WOORDEN = Path(__file__).with_name("woorden")


def read_list(map: str, naam: str) -> tuple[str, ...]:
    """The words of one list, in the order of the file."""
    tekst = (_WOORDEN / map / f"{naam}.txt").read_text(encoding="utf-8")
    return tuple(woord for regel in tekst.splitlines() if (woord := regel.partition("#")[0].strip()))


def list_names(map: str) -> tuple[str, ...]:
    """The lists in a folder, by name."""
    return tuple(sorted(lijst.stem for lijst in (_WOORDEN / map).glob("*.txt")))


def word_set(naam: str, map: str = "functie") -> frozenset[str]:
    """The words of one list as they are, without inflection."""
    return frozenset(read_list(map, naam))
