"""Which rows can occur in a sentence, by its words alone.

A row has one `Weg` or more (`voorwaarden`): conditions of which the words of a
sentence must meet every one. Every condition is a bit; a word has the bits of
the conditions it meets, looked up once per form, and a sentence those of its
words. So it is sifted with a few operations on a number, however many rows
there are.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from leerwerk.eisen.voorwaarden import Voorwaarde, Weg, rarest
from leerwerk.taal import mask_digits

CITAAT = " citaat "  # what `taal` makes of a quotation: never among the words of a text
ONTHOUDEN = 65536  # words


class Tabellen(NamedTuple):
    """What a sieve needs to know, in plain values that can be kept.

    `altijd` are the rows that any words may have. `per_sleutel` gives by bit the
    rows that need it, each with all bits that it needs. The others give the bits
    of a word, and of what it begins with, ends in or holds.
    """

    altijd: frozenset[int]
    per_sleutel: dict[int, list[tuple[int, int]]]
    heel: dict[str, int]
    begin: dict[str, int]
    eind: dict[str, int]
    midden: dict[str, int]


class Zeef:
    """Rows by number, found by the words of a sentence."""

    def __init__(self, tabellen: Tabellen) -> None:
        self._altijd = tabellen.altijd
        self._merken = _Merken(tabellen)

    def sift(self, vormen: Iterable[str]) -> set[int]:
        """The rows of which these words, normalised, meet every condition."""
        merken = [self._merken[vorm] for vorm in vormen]
        bits = reduce(or_, [eigen for eigen, _ in merken], 0)
        over = {nummer for _, rijen in merken for nodig, nummer in rijen if bits & nodig == nodig}
        return over | self._altijd if self._altijd else over


class _Merken(dict[str, tuple[int, list[tuple[int, int]]]]):
    """The bits of each word, and the rows that need one of them first; remembered."""

    def __init__(self, tabellen: Tabellen) -> None:
        self._tabellen = tabellen
        self._sleutels = reduce(or_, tabellen.per_sleutel, 0)
        self._beginnen, self._einden = tuple(tabellen.begin), tuple(tabellen.eind)

    def __missing__(self, woord: str) -> tuple[int, list[tuple[int, int]]]:
        bits = self._bits(mask_digits(woord))
        rijen = [rij for sleutel in _each(bits & self._sleutels) for rij in self._tabellen.per_sleutel[sleutel]]
        if len(self) < ONTHOUDEN:
            self[woord] = bits, rijen
        return bits, rijen

    def _bits(self, vorm: str) -> int:
        tabellen = self._tabellen
        bits = tabellen.heel.get(vorm, 0)
        if vorm.startswith(self._beginnen):
            bits |= reduce(or_, (bit for stukje, bit in tabellen.begin.items() if vorm.startswith(stukje)))
        if vorm.endswith(self._einden):
            bits |= reduce(or_, (bit for stukje, bit in tabellen.eind.items() if vorm.endswith(stukje)))
        for stukje, bit in tabellen.midden.items():
            if stukje in vorm:
                bits |= bit
        return bits


def _each(bits: int) -> Iterator[int]:
    """Each bit of a number by itself."""
    while bits:
        yield bits & -bits
        bits &= bits - 1


def build(rijen: Iterable[tuple[Weg, int]]) -> Tabellen:
    """The tables for rows, given by each way in which a row may occur and its number."""
    bits = _Bits()
    altijd: set[int] = set()
    per_sleutel: dict[int, list[tuple[int, int]]] = {}
    for weg, nummer in rijen:
        nodig = {voorwaarde: bit for voorwaarde in weg if (bit := bits.van(voorwaarde))}
        if nodig:
            per_sleutel.setdefault(nodig[rarest(nodig)], []).append((reduce(or_, nodig.values()), nummer))
        else:
            altijd.add(nummer)
    return Tabellen(frozenset(altijd), per_sleutel, bits.heel, bits.begin, bits.eind, bits.midden)


class _Bits:
    """Gives each condition a bit, and lays down which words have it."""

    def __init__(self) -> None:
        self._bekend: dict[Voorwaarde, int] = {}
        self.heel: dict[str, int] = {}
        self.begin: dict[str, int] = {}
        self.eind: dict[str, int] = {}
        self.midden: dict[str, int] = {}

    def van(self, voorwaarde: Voorwaarde) -> int:
        """The bit of a condition; none for one that any quotation may meet."""
        if voorwaarde not in self._bekend:
            citaat = any(stukje in CITAAT for stukje in voorwaarde)
            bit = self._bekend[voorwaarde] = 0 if citaat else 1 << len(self._bekend)
            for stukje in () if citaat else voorwaarde:
                self._leg_vast(stukje, bit)
        return self._bekend[voorwaarde]

    def _leg_vast(self, stukje: str, bit: int) -> None:
        kaal = stukje.strip(" ")
        if len(stukje) - len(kaal) == 2:
            tabel = self.heel
        elif stukje[0] == " ":
            tabel = self.begin
        else:
            tabel = self.eind if stukje[-1] == " " else self.midden
        tabel[kaal] = tabel.get(kaal, 0) | bit
