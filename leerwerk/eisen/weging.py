"""How heavy the words of a text weigh for each eis: a first look at it, and a second opinion on it.

Pure. Every word has a weight per eis, in any field and in one field more, in
tenths: how much likelier (as natural logarithm of the odds) a sentence with it
is to be stopped by that eis. The weights of a text are added. They come from
the sentences in `tests/eisen/zinnen` by logistic regression
(tests/eisen/wegen.py); sole owner of `gewichten.txt`.

What the words say together is less than reading: it knows no order, no
negation and nobody who acts. It does know words that no row was written for.
"""

from collections.abc import Container, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from leerwerk.taal import GESPELD, mask_digits, normal_form

MOGELIJK = -22  # of ten sentences that weigh less, fewer than one is stopped by the eis
RUIMER = {"formatief": -29}  # of twenty: a judgement may be in plain words
ZEKER = 6  # of three that weigh more, two are or more
LICHT = 3  # what a word must weigh to be worth marking
VAST = "*"  # stands for every text, or every text in a field
KORTSTE_BEGIN, KORTSTE_KOP = 4, 5  # letters of the parts of a compound: shorter ones are found by chance
ONTHOUDEN = 65536  # words, per field
# The weights for all eisen are added at once, as one number with so many bits for each; the highest is its sign.
BITS = 24
HALF, VOL = 1 << (BITS - 1), (1 << BITS) - 1

Gewichten = tuple[int, ...]  # in tenths, by `eisen()`
Tabellen = dict[str, dict[str, int]]
_BESTAND = Path(__file__).with_name("gewichten.txt")
_GEGEVEN: list[Tabellen] = []


def weigh(woorden: Iterable[str], veld: str) -> int:
    """What the words of a text in a field weigh together, as one number; a word that is there twice counts once."""
    tabel = _tabel(veld)
    return tabel[VAST] + sum(map(tabel.__getitem__, set(woorden)))


def per_eis(som: int) -> Gewichten:
    """The weights in what `weigh` gave."""
    uit = []
    for _ in eisen():
        getal = ((som + HALF) & VOL) - HALF
        uit.append(getal)
        som = (som - getal) >> BITS
    return tuple(uit)


def above(som: int, grenzen: int, van: int) -> int:
    """The signs (`sign`) among `van` of the eisen that weigh more in `som` than their bound (`bounds`)."""
    return (som + grenzen) & van


def bounds(grenzen: Iterable[int]) -> int:
    """Bounds by `eisen()` as `above` takes them: what lifts a weight of more up to the sign of its eis."""
    return _pack(HALF - 1 - grens for grens in grenzen)


@cache
def possible() -> int:
    """The bounds above which it is worth to read."""
    return bounds(RUIMER.get(eis, MOGELIJK) for eis in eisen())


@cache
def heavy() -> int:
    """The bounds above which words alone say enough."""
    return bounds(ZEKER for _ in eisen())


def sign(nummer: int) -> int:
    """The bit that stands for an eis in what `above` gives, by its number in `eisen()`."""
    return HALF << (BITS * nummer)


def as_weighed(woord: str) -> str:
    """A word as it stands among the weights."""
    vorm = normal_form(woord)
    return vorm if vorm.isalpha() else mask_digits(vorm)


def known_part(woord: str, bekend: Container[str]) -> str:
    """A word, or of a compound that has no weight its longest last part that has: a stageverslag is a verslag."""
    if woord not in bekend:
        for begin in range(KORTSTE_BEGIN, len(woord) - KORTSTE_KOP + 1):
            if woord[begin:] in bekend:
                return woord[begin:]
    return woord


def heaviest(tekst: str, veld: str, eis: str) -> tuple[int, int]:
    """Where the stretch of words begins and ends that weighs most for an eis, for its length."""
    tabel, plek = _tabel(veld), eisen().index(eis)
    beste, begin, som = (0, 0, len(tekst)), 0, 0
    for woord in GESPELD.finditer(tekst):
        if som <= 0:
            begin, som = woord.start(), 0
        som += per_eis(tabel[woord[0]])[plek] - LICHT
        beste = max(beste, (som, begin, woord.end()), key=lambda stuk: stuk[0])
    return beste[1:]


@cache
def eisen() -> tuple[str, ...]:
    """The ids of the eisen that words weigh for, in order."""
    return tuple(next(_regels(_BESTAND)).split("\t")[2:])


class _Tabel(dict[str, int]):
    """The weights of each word in one field; of other ways to write one, and of words without, as they are met."""

    def __init__(self, veld: str) -> None:
        alle = weights()
        super().__init__(alle[""])
        for woord, gewicht in alle.get(veld, {}).items():
            self[woord] = self.get(woord, 0) + gewicht

    def __missing__(self, woord: str) -> int:
        gewicht = self.get(known_part(as_weighed(woord), _known_words()), 0)
        if len(self) < ONTHOUDEN:
            self[woord] = gewicht
        return gewicht


@cache
def _tabel(veld: str) -> _Tabel:
    return _Tabel(veld)


@cache
def _known_words() -> frozenset[str]:
    return frozenset().union(*weights().values())


def use_weights(gewichten: Tabellen) -> None:
    """Take these instead of those in the file."""
    _GEGEVEN[:] = [gewichten]
    for onthouden in (weights, _known_words, _tabel):
        onthouden.cache_clear()


@cache
def weights() -> Tabellen:
    """The weights of words by field, as `weigh` adds them; those under `` hold in every field."""
    return _GEGEVEN[0] if _GEGEVEN else read_weights(_BESTAND)


def read_weights(bestand: Path) -> Tabellen:
    """The weights in a file as `gewichten.txt`."""
    uit: Tabellen = {"": {}}
    for regel in islice(_regels(bestand), 1, None):
        woord, veld, *getallen = regel.split("\t")
        uit.setdefault(veld, {})[woord] = _pack(int(getal or 0) for getal in getallen)
    return uit


def _regels(bestand: Path) -> Iterator[str]:
    """The lines of a file: the names of its columns, and then a word in a field on each."""
    with bestand.open(encoding="utf-8") as regels:
        yield from (regel.rstrip("\n") for regel in regels if not regel.startswith("#"))


def _pack(getallen: Iterable[int]) -> int:
    return sum(getal << (BITS * plek) for plek, getal in enumerate(getallen))
