"""Rows of phrases: what an eis looks for, and when it does not count.

A row is a phrase in a clause, with what must or must not stand elsewhere in the
sentence. A phrase does not count when it is negated or when pupils do it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from leerwerk.eisen.context import leerlingen_in_de_buurt, met_leerlingen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.taal import Zin, Zinsdeel


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
    """What the rows find in a sentence."""
    tekst = zin.tekst
    for rij in rijen:
        if _past(rij, tekst, veld) and not (rij.ver and leerlingen_in_de_buurt(zin)):
            yield from (gevonden for deel in zin.zinsdelen for gevonden in _in_deel(rij, deel))


def mark(deel: Zinsdeel, match: re.Match[str], uitleg: Uitleg) -> Treffer:
    """A Treffer on the words of a match in the text of a clause."""
    return treffer(deel, (deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 1)), uitleg)


def _past(rij: Rij, tekst: str, veld: str) -> bool:
    return (
        (not rij.velden or veld in rij.velden)
        and rij.zoek.search(tekst) is not None
        and (rij.met is None or rij.met.search(tekst) is not None)
        and (rij.zonder is None or rij.zonder.search(tekst) is None)
    )


def _in_deel(rij: Rij, deel: Zinsdeel) -> Iterator[Treffer]:
    match = rij.zoek.search(deel.tekst)
    if match is None or met_leerlingen(deel):
        return
    eerste, laatste = deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 1)
    if not any(deel.is_ontkend(nummer) or deel.woorden[nummer].citaat for nummer in range(eerste, laatste + 1)):
        yield mark(deel, match, rij.uitleg)
