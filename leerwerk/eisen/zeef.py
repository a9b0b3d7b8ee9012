"""Which rules can find something in a text, by its words alone.

A rule, here, is anything with a `Weg` (`voorwaarden`): conditions of which the
text must meet every one. Every condition is a bit; a word has the bits of the
conditions it meets, looked up once per form, and a text those of its words.
So a text is sifted with a few operations on a number, however many rules there
are. A condition may also name a list of `taal`: see `in_lists`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, product
from operator import or_
from typing import Generic, NamedTuple, TypeVar

from leerwerk.eisen.voorwaarden import Voorwaarde, Weg, rarest
from leerwerk.taal import normal_form, own_lists, particles_of, separable_lists, spellings, word_set

Regel = TypeVar("Regel")

LIJST, MET = "@", "|"
CITAAT = " citaat "  # what `taal` makes of a quotation: never among the words of a text
AFKORTING = word_set("afkorting")
_CIJFER = re.compile(r"\d")
_GRENS = re.compile(r"[,;:](?=\s)|\.(?=\s+[A-Z])")


def any_word(*vormen: str) -> Voorwaarde:
    """That one of these words occurs."""
    return frozenset(f" {vorm} " for vorm in vormen)


def in_lists(namen: str) -> Iterator[Weg]:
    """The ways in which words of all these lists may occur; a separable verb in one piece or in two.

    A name with `=` before it is a verb instead of a list; with `:` it is a list of nouns or fixed words only.
    """
    for keuze in product(*map(_in_list, namen.split())):
        yield tuple(voorwaarde for weg in keuze for voorwaarde in weg)


def _in_list(naam: str) -> Iterator[Weg]:
    yield (frozenset({LIJST + naam}),)
    for los in sorted(particles_of(naam)):
        yield frozenset({f"{LIJST}{naam}{MET}{los}"}), frozenset({f" {los} "})


class _Merken(dict[str, int]):
    """The bits of each word as written, remembered; and which conditions there are."""

    def __init__(self) -> None:
        self._bits: dict[Voorwaarde, int] = {}
        self._heel: dict[str, int] = defaultdict(int)
        self._begin: dict[str, int] = defaultdict(int)
        self._eind: dict[str, int] = defaultdict(int)
        self._midden: dict[str, int] = defaultdict(int)
        self._randen: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._van_lijsten: dict[frozenset[str], int] = {}

    @property
    def aantal(self) -> int:
        """How many conditions there are."""
        return len(self._bits)

    def bit(self, voorwaarde: Voorwaarde) -> int:
        """The bit of a condition; none for one that any quotation may meet."""
        if voorwaarde not in self._bits:
            if any(stukje in CITAAT for stukje in voorwaarde):
                return self._bits.setdefault(voorwaarde, 0)
            bit = self._bits[voorwaarde] = 1 << len(self._bits)
            for stukje in voorwaarde:
                self._leg_vast(stukje, bit)
            self._randen = None
            self._van_lijsten.clear()
            self.clear()
        return self._bits[voorwaarde]

    def _leg_vast(self, stukje: str, bit: int) -> None:
        kaal = stukje.strip(" ")
        if stukje[0] == LIJST or len(stukje) - len(kaal) == 2:
            self._heel[kaal] |= bit
        elif stukje[0] == " ":
            self._begin[kaal] |= bit
        else:
            (self._eind if stukje[-1] == " " else self._midden)[kaal] |= bit

    def __missing__(self, woord: str) -> int:
        vorm = normal_form(woord)
        merk = self._van_vorm(_CIJFER.sub("0", vorm))
        for lijsten in chain(own_lists(vorm), separable_lists(vorm)):
            if lijsten not in self._van_lijsten:
                self._van_lijsten[lijsten] = reduce(or_, (self._heel.get(LIJST + naam, 0) for naam in lijsten), 0)
            merk |= self._van_lijsten[lijsten]
        if len(self) < 65536:
            self[woord] = merk
        return merk

    def _van_vorm(self, vorm: str) -> int:
        merk = self._heel.get(vorm, 0)
        if self._randen is None:
            self._randen = tuple(self._begin), tuple(self._eind)
        begin, eind = self._randen
        if vorm.startswith(begin):
            merk |= reduce(or_, (self._begin[stukje] for stukje in begin if vorm.startswith(stukje)))
        if vorm.endswith(eind):
            merk |= reduce(or_, (self._eind[stukje] for stukje in eind if vorm.endswith(stukje)))
        for stukje, bit in self._midden.items():
            if stukje in vorm:
                merk |= bit
        return merk


_MERKEN = _Merken()


class Merk(NamedTuple):
    """The bits of a text; and how many conditions there were when it got them, for a sieve that was made later."""

    bits: int
    aantal: int
    woorden: Sequence[str]


def mark(woorden: Sequence[str]) -> Merk:
    """The bits of a text, by its words as written or normalised."""
    return Merk(reduce(or_, map(_MERKEN.__getitem__, woorden), 0), _MERKEN.aantal, woorden)


class Kans(NamedTuple):
    """A way in which an eis may find something, in some fields or, without `velden`, in all of its own."""

    weg: Weg
    velden: frozenset[str] = frozenset()


class Blik(NamedTuple):
    """A passage at first sight: its text, its words normalised, their bits, and those of what must be in one clause.

    The first clause has no other verb with a subject than those in `begin`.
    """

    tekst: str
    vormen: list[str]
    merk: Merk
    begin: Merk


def look(tekst: str, woorden: list[str], merk: Merk) -> Blik:
    """A passage at first sight; `woorden` and `merk` are its words as written, and their bits."""
    grens = _GRENS.search(tekst)
    begin = spellings(tekst[: grens.start()]) if grens else woorden
    afgekort = begin and normal_form(begin[-1]) in AFKORTING
    return Blik(tekst, [normal_form(woord) for woord in woorden], merk, merk if afgekort else mark(begin))


class Zeef(Generic[Regel]):
    """Rules, found by the words of a text."""

    def __init__(self, regels: Iterable[tuple[Weg, Regel]]) -> None:
        self._altijd: set[Regel] = set()
        self._per_sleutel: dict[int, list[tuple[int, Regel]]] = defaultdict(list)
        for weg, regel in regels:
            bits = {voorwaarde: bit for voorwaarde in weg if (bit := _MERKEN.bit(voorwaarde))}
            if bits:
                self._per_sleutel[bits[rarest(bits)]].append((reduce(or_, bits.values()), regel))
            else:
                self._altijd.add(regel)
        self._sleutels = reduce(or_, self._per_sleutel, 0)
        self._aantal = _MERKEN.aantal

    def sift(self, merk: Merk) -> set[Regel]:
        """The rules of which a text with these bits meets every condition."""
        bits = merk.bits if merk.aantal >= self._aantal else mark(merk.woorden).bits
        over = set(self._altijd)
        rest = bits & self._sleutels
        while rest:
            sleutel = rest & -rest
            rest ^= sleutel
            for nodig, regel in self._per_sleutel[sleutel]:
                if bits & nodig == nodig:
                    over.add(regel)
        return over
