"""Phrases that an eis looks for, and when they do not count.

A row is a phrase, with what must or must not stand elsewhere in the sentence.
It does not count when it is negated, quoted, or about pupils. Sole owner of
the folder `frasen/`, where every eis has its rows.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from leerwerk.eisen.context import VAN_LEERLING, leerlingen_in_de_buurt, met_leerlingen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.taal import Wie, Woord, Zin, Zinsdeel

EIGEN = frozenset({Wie.STUDENT, Wie.BEGELEIDER})
STUK = re.compile(r"<([A-Z_]+)>")


class Frase:
    """A pattern for whole words of a clause, compiled when it is first needed."""

    __slots__ = ("_bron", "_patroon")

    def __init__(self, bron: str) -> None:
        self._bron = bron
        self._patroon: re.Pattern[str] | None = None

    def search(self, tekst: str) -> re.Match[str] | None:
        """Where it occurs in the text of a clause or sentence."""
        if self._patroon is None:
            self._patroon = re.compile(rf" (?:{self._bron})(?= )")
        return self._patroon.search(tekst)


class Rij(NamedTuple):
    """A phrase that an eis stops at. `met` must, `zonder` must not occur in the sentence.

    `velden` limits it to some fields. `ver` lets pupils anywhere in the
    sentence excuse it, instead of pupils in its own clause; with `altijd`
    pupils excuse nothing, and with `ontkend` neither does a negation.
    """

    zoek: Frase
    uitleg: Uitleg
    met: Frase | None = None
    zonder: Frase | None = None
    velden: frozenset[str] = frozenset()
    ver: bool = False
    altijd: bool = False
    ontkend: bool = False


class Frasen:
    """The phrases of one eis, from its file: named pieces, and rows that use them."""

    def __init__(self, naam: str, uitleg: dict[str, Uitleg] | None = None) -> None:
        tekst = (files("leerwerk.eisen") / "frasen" / f"{naam}.txt").read_text(encoding="utf-8")
        self._uitleg = uitleg or {}
        self._stukken: dict[str, str] = {}
        self.rijen = tuple(self._lees(tekst.splitlines()))

    def frase(self, naam: str) -> Frase:
        """A named piece as a phrase."""
        return self._frase(f"<{naam}>")

    def _lees(self, regels: list[str]) -> list[Rij]:
        rijen: list[Rij] = []
        kop = ""
        for regel in regels:
            if regel.startswith("= "):
                stuk, _, bron = regel[2:].partition(" ")
                self._stukken[stuk] = bron
            elif regel.startswith("["):
                kop = regel.strip("[]")
            elif regel.startswith("  "):
                rijen[-1] = self._met(rijen[-1], *regel.strip().partition(" ")[::2])
            elif regel and not regel.startswith("#"):
                rijen.append(Rij(self._frase(regel), self._uitleg[kop]))
        return rijen

    def _met(self, rij: Rij, woord: str, rest: str) -> Rij:
        if woord == "ver":
            return rij._replace(ver=True)
        if woord == "altijd":
            return rij._replace(altijd=True)
        if woord == "ontkend":
            return rij._replace(ontkend=True)
        if woord == "velden":
            return rij._replace(velden=frozenset(rest.split()))
        frase = self._frase(rest)
        return rij._replace(met=frase) if woord == "met" else rij._replace(zonder=frase)

    def _frase(self, bron: str) -> Frase:
        while STUK.search(bron):
            bron = STUK.sub(lambda match: f"(?:{self._stukken[match[1]]})", bron)
        return Frase(bron)


def find_rows(rijen: tuple[Rij, ...], zin: Zin, veld: str) -> Iterator[Treffer]:
    """What the rows find in a sentence. A phrase may run on from one clause into the next."""
    tekst = zin.tekst
    for rij in rijen:
        if rij.velden and veld not in rij.velden:
            continue
        match = rij.zoek.search(tekst)
        if match is None or not _past(rij, tekst):
            continue
        plekken = _plekken(zin)[_nummer(tekst, match.start() + 1) : _nummer(tekst, match.end() - 1) + 1]
        if all(_telt(rij, *plek) for plek in plekken) and not (rij.ver and _om_leerlingen(zin, plekken)):
            yield Treffer(_woord(plekken[0]).begin, _woord(plekken[-1]).eind, rij.uitleg)


def find_in_clauses(rijen: tuple[Rij, ...], zin: Zin) -> Iterator[Treffer]:
    """What rows find within one clause, whatever is negated there and whoever is named."""
    tekst = zin.tekst
    for rij in rijen:
        if not _past(rij, tekst):
            continue
        for deel in zin.zinsdelen:
            if (match := rij.zoek.search(deel.tekst)) is not None:
                plekken = (deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 1))
                yield treffer(deel, plekken, rij.uitleg)


def _om_leerlingen(zin: Zin, plekken: list[tuple[Zinsdeel, int]]) -> bool:
    """Whether pupils elsewhere in the sentence explain this: not when the clause itself says that a student acts."""
    deel = plekken[0][0]
    zelf = (
        deel.wie in EIGEN and deel.soort == "hoofd" and all(woord.vorm not in VAN_LEERLING for woord in deel.woorden)
    )
    return not zelf and leerlingen_in_de_buurt(zin)


def _past(rij: Rij, tekst: str) -> bool:
    return (rij.met is None or rij.met.search(tekst) is not None) and (
        rij.zonder is None or rij.zonder.search(tekst) is None
    )


def _telt(rij: Rij, deel: Zinsdeel, nummer: int) -> bool:
    """Whether a word stands for itself: not negated, not quoted, not about pupils."""
    if deel.woorden[nummer].citaat or (deel.is_ontkend(nummer) and not rij.ontkend):
        return False
    return rij.altijd or not met_leerlingen(deel)


def _plekken(zin: Zin) -> list[tuple[Zinsdeel, int]]:
    """Every word of a sentence, as its clause and its number there."""
    return [(deel, nummer) for deel in zin.zinsdelen for nummer in range(len(deel.woorden))]


def _nummer(tekst: str, positie: int) -> int:
    return tekst.count(" ", 0, positie) - 1


def _woord(plek: tuple[Zinsdeel, int]) -> Woord:
    deel, nummer = plek
    return deel.woorden[nummer]
