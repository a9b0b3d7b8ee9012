"""Rows of phrases: what an eis looks for, and when it does not count.

A row is a phrase in a clause, with what must or must not stand elsewhere in the
sentence. A phrase does not count when it is negated or when pupils do it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from leerwerk.eisen.context import leerlingen_in_de_buurt, met_leerlingen
from leerwerk.eisen.treffer import Treffer, Uitleg
from leerwerk.taal import Woord, Zin, Zinsdeel


class Rij(NamedTuple):
    """A phrase that an eis stops at. `met` must, `zonder` must not occur in the sentence.

    `velden` limits it to some fields. `ver` lets pupils anywhere in the
    sentence excuse it, instead of pupils in its own clause.
    """

    zoek: re.Pattern[str]
    uitleg: Uitleg
    met: re.Pattern[str] | None = None
    zonder: re.Pattern[str] | None = None
    velden: frozenset[str] = frozenset()
    ver: bool = False


def frase(*delen: str) -> re.Pattern[str]:
    """A pattern for whole words of a clause: any of these."""
    return re.compile(rf" (?:{'|'.join(delen)})(?= )")


def find_rows(rijen: tuple[Rij, ...], zin: Zin, veld: str) -> Iterator[Treffer]:
    """What the rows find in a sentence. A phrase may run on from one clause into the next."""
    tekst = zin.tekst
    for rij in rijen:
        match = rij.zoek.search(tekst)
        if match is not None and _past(rij, tekst, veld) and not (rij.ver and leerlingen_in_de_buurt(zin)):
            plekken = _plekken(zin)[_nummer(tekst, match.start() + 1) : _nummer(tekst, match.end() - 1) + 1]
            if not any(deel.is_ontkend(nummer) or deel.woorden[nummer].citaat for deel, nummer in plekken):
                if not any(met_leerlingen(deel) for deel, _ in plekken):
                    yield Treffer(_woord(plekken[0]).begin, _woord(plekken[-1]).eind, rij.uitleg)


def _past(rij: Rij, tekst: str, veld: str) -> bool:
    return (
        (not rij.velden or veld in rij.velden)
        and (rij.met is None or rij.met.search(tekst) is not None)
        and (rij.zonder is None or rij.zonder.search(tekst) is None)
    )


def _plekken(zin: Zin) -> list[tuple[Zinsdeel, int]]:
    """Every word of a sentence, as its clause and its number there."""
    return [(deel, nummer) for deel in zin.zinsdelen for nummer in range(len(deel.woorden))]


def _nummer(tekst: str, positie: int) -> int:
    return tekst.count(" ", 0, positie) - 1


def _woord(plek: tuple[Zinsdeel, int]) -> Woord:
    deel, nummer = plek
    return deel.woorden[nummer]
