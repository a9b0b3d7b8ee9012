"""Which rows can occur in a sentence, by its words alone.

A row has one `Weg` or more (`voorwaarden`): conditions of which the words of a
sentence must meet every one. Every condition is a bit; a word has the bits of
the conditions it meets, looked up once per form, and a sentence those of its
words. So it is sifted with a few operations on a number, however many rows
there are.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from leerwerk.eisen.voorwaarden import Voorwaarde, Weg, rarest
from leerwerk.taal import mask_digits

CITAAT = " citaat "  # what `taal` makes of a quotation: never among the words of a text
ONTHOUDEN = 65536  # words


class Zeef:
    """Rows by number, found by the words of a sentence."""

    def __init__(self, rijen: Iterable[tuple[Weg, int]]) -> None:
        self._merken = _Merken()
        self._altijd: set[int] = set()
        self._per_sleutel: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for weg, nummer in rijen:
            bits = {voorwaarde: bit for voorwaarde in weg if (bit := self._merken.bit(voorwaarde))}
            if bits:
                self._per_sleutel[bits[rarest(bits)]].append((reduce(or_, bits.values()), nummer))
            else:
                self._altijd.add(nummer)
        self._sleutels = reduce(or_, self._per_sleutel, 0)

    def sift(self, vormen: Iterable[str]) -> set[int]:
        """The rows of which these words, normalised, meet every condition."""
        bits = reduce(or_, map(self._merken.__getitem__, vormen), 0)
        over = set(self._altijd)
        rest = bits & self._sleutels
        while rest:
            sleutel = rest & -rest
            rest ^= sleutel
            over.update([nummer for nodig, nummer in self._per_sleutel[sleutel] if bits & nodig == nodig])
        return over


class _Merken(dict[str, int]):
    """The bits of each word, remembered; and which conditions there are."""

    def __init__(self) -> None:
        self._bits: dict[Voorwaarde, int] = {}
        self._heel: dict[str, int] = defaultdict(int)
        self._begin: dict[str, int] = defaultdict(int)
        self._eind: dict[str, int] = defaultdict(int)
        self._midden: dict[str, int] = defaultdict(int)

    def bit(self, voorwaarde: Voorwaarde) -> int:
        """The bit of a condition; none for one that any quotation may meet."""
        if voorwaarde not in self._bits:
            citaat = any(stukje in CITAAT for stukje in voorwaarde)
            bit = self._bits[voorwaarde] = 0 if citaat else 1 << len(self._bits)
            for stukje in () if citaat else voorwaarde:
                self._leg_vast(stukje, bit)
        return self._bits[voorwaarde]

    def _leg_vast(self, stukje: str, bit: int) -> None:
        kaal = stukje.strip(" ")
        if len(stukje) - len(kaal) == 2:
            self._heel[kaal] |= bit
        elif stukje[0] == " ":
            self._begin[kaal] |= bit
        else:
            (self._eind if stukje[-1] == " " else self._midden)[kaal] |= bit

    def __missing__(self, woord: str) -> int:
        vorm = mask_digits(woord)
        merk = self._heel.get(vorm, 0)
        if vorm.startswith(tuple(self._begin)):
            merk |= reduce(or_, (bit for stukje, bit in self._begin.items() if vorm.startswith(stukje)))
        if vorm.endswith(tuple(self._eind)):
            merk |= reduce(or_, (bit for stukje, bit in self._eind.items() if vorm.endswith(stukje)))
        for stukje, bit in self._midden.items():
            if stukje in vorm:
                merk |= bit
        if len(self) < ONTHOUDEN:
            self[woord] = merk
        return merk
