"""Phrases that an eis looks for, and when they do not count.

A row is a phrase, with what must or must not stand elsewhere in the sentence.
It does not count when it is negated, quoted, or about pupils. Only the rows
whose words occur in a sentence are looked for. Sole owner of the folder
`frasen/`, where every eis has its rows.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from leerwerk.eisen.context import VAN_LEERLING, leerlingen_in_de_buurt, met_leerlingen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.eisen.voorwaarden import Bekend, Weg, all_of, required
from leerwerk.eisen.zeef import Tabellen, Zeef, build
from leerwerk.taal import Wie, Woord, Zin, Zinsdeel

ONTKEND, ALTIJD, HEEL = "ontkend", "altijd", "heel"
EIGEN = frozenset({Wie.STUDENT, Wie.BEGELEIDER})
STUK = re.compile(r"<([A-Z_]+)>")
GEDEELD = "gedeeld"  # the file with pieces for every eis

ZEVEN: dict[str, Tabellen] = {}  # by eis: worked out, or given


class Stukken(dict[str, str]):
    """The named pieces of one eis."""

    def __init__(self) -> None:
        super().__init__()
        self._bekend: Bekend = {}

    def ways(self, bron: str) -> tuple[Weg, ...]:
        """The ways in which a phrase that uses them may occur."""
        return required(bron, self, self._bekend)


class Patroon:
    """A pattern for whole words of a clause, compiled when it is first needed."""

    __slots__ = ("_bron", "_patroon", "_stukken")

    def __init__(self, bron: str, stukken: Stukken) -> None:
        self._bron = bron
        self._stukken = stukken
        self._patroon: re.Pattern[str] | None = None

    def search(self, tekst: str) -> re.Match[str] | None:
        """Where it occurs in the text of a clause or sentence."""
        if self._patroon is None:
            self._patroon = re.compile(rf"{self.pattern()}(?= )")
        return self._patroon.search(tekst)

    def pattern(self) -> str:
        """The regular expression, without the space behind it."""
        bron = self._bron
        while STUK.search(bron):
            bron = STUK.sub(lambda match: f"(?:{self._stukken[match[1]]})", bron)
        return f" (?:{bron})"

    def ways(self) -> tuple[Weg, ...]:
        """The ways in which it may occur, by its words."""
        return self._stukken.ways(self._bron)


class Rij(NamedTuple):
    """A phrase that an eis stops at. `met` must, `zonder` must not occur in the sentence.

    `velden` limits it to some fields. `ver` lets pupils anywhere in the
    sentence excuse it, instead of pupils in its own clause; with `iedereen`
    pupils excuse nothing. With a `soort` it looks within a clause, also where
    that is denied; ALTIJD whoever is named. HEEL: anywhere in the sentence, also
    across clauses, whoever is named and whatever is denied.
    """

    zoek: Patroon
    uitleg: Uitleg
    met: Patroon | None = None
    zonder: Patroon | None = None
    velden: frozenset[str] = frozenset()
    ver: bool = False
    iedereen: bool = False
    soort: str = ""

    def ways(self) -> Iterator[Weg]:
        """The ways in which a sentence may have it."""
        met = all_of(self.met.ways()) if self.met else ()
        return (weg + met for weg in self.zoek.ways())


class Frase:
    """A pattern that an eis asks about by itself: looked for only where its words are."""

    __slots__ = ("_frasen", "_nummer", "_patroon")

    def __init__(self, frasen: "Frasen", nummer: int, patroon: Patroon) -> None:
        self._frasen, self._nummer, self._patroon = frasen, nummer, patroon

    def search(self, waar: Zin | Zinsdeel) -> re.Match[str] | None:
        """Where it occurs in the text of a sentence or clause."""
        return self._patroon.search(waar.tekst) if self._nummer in self._frasen.sift(waar.zin) else None


class Frasen:
    """The phrases of one eis, from its file: named pieces, and rows that use them and the pieces of GEDEELD."""

    def __init__(self, naam: str, uitleg: dict[str, Uitleg] | None = None) -> None:
        self._naam = naam
        self._uitleg = uitleg or {}
        self._stukken = Stukken()
        self.los: list[Patroon] = []  # what was asked for by name
        self._gezeefd: tuple[Zin | None, set[int]] = None, set()  # of the sentence that was last asked about
        self.rijen = tuple(self._lees([*_regels(GEDEELD), *_regels(naam)]))

    def frase(self, naam: str) -> Frase:
        """A named piece as a pattern to look for in sentences and clauses."""
        self.los.append(self._patroon(self._stukken[naam]))
        return Frase(self, -len(self.los), self.los[-1])

    @cached_property
    def zeef(self) -> Zeef:
        """The numbers of the rows, by the words of a sentence; -1 and down are patterns asked for by name."""
        if self._naam not in ZEVEN:
            gezocht: dict[int, Rij | Patroon] = {-nummer: los for nummer, los in enumerate(self.los, 1)}
            gezocht |= enumerate(self.rijen)
            ZEVEN[self._naam] = build((weg, nummer) for nummer, wat in gezocht.items() for weg in wat.ways())
        return Zeef(ZEVEN[self._naam])

    def sift(self, zin: Zin) -> set[int]:
        """The numbers of what may occur in a sentence."""
        if self._gezeefd[0] is not zin:
            self._gezeefd = zin, self.zeef.sift([woord.vorm for woord in zin.woorden])
        return self._gezeefd[1]

    def _lees(self, regels: list[str]) -> Iterator[Rij]:
        rijen: list[dict[str, Any]] = []
        kop = ""
        for regel in regels:
            if regel.startswith("= "):
                stuk, _, bron = regel[2:].partition(" ")
                self._stukken[stuk] = bron
            elif regel.startswith("["):
                kop = regel.strip("[]")
            elif regel.startswith("  "):
                rijen[-1] |= self._voorwaarde(*regel.strip().partition(" ")[::2])
            elif regel and not regel.startswith("#"):
                rijen.append({"zoek": self._patroon(regel), "uitleg": self._uitleg[kop]})
        return (Rij(**rij) for rij in rijen)

    def _voorwaarde(self, woord: str, rest: str) -> dict[str, Any]:
        if woord in (ONTKEND, ALTIJD, HEEL):
            return {"soort": woord}
        if woord in ("ver", "iedereen"):
            return {woord: True}
        return {woord: frozenset(rest.split()) if woord == "velden" else self._patroon(rest)}

    def _patroon(self, bron: str) -> Patroon:
        return Patroon(bron, self._stukken)


def _regels(naam: str) -> list[str]:
    return (Path(__file__).parent / "frasen" / f"{naam}.txt").read_text(encoding="utf-8").splitlines()


def find_rows(frasen: Frasen, zin: Zin, veld: str) -> Iterator[Treffer]:
    """What the rows find in a sentence. A phrase may run on from one clause into the next."""
    return _find([frasen.rijen[nummer] for nummer in sorted(frasen.sift(zin)) if nummer >= 0], zin, veld)


def _find(rijen: list[Rij], zin: Zin, veld: str) -> Iterator[Treffer]:
    tekst = zin.tekst
    for rij in rijen:
        if rij.velden and veld not in rij.velden:
            continue
        match = rij.zoek.search(tekst)
        if match is None or not _past(rij, tekst):
            continue
        yield from _per_zinsdeel(rij, zin) if rij.soort in (ONTKEND, ALTIJD) else _in_zin(rij, zin, match)


def _in_zin(rij: Rij, zin: Zin, match: re.Match[str]) -> Iterator[Treffer]:
    """What a row finds in a sentence as a whole, unless something there excuses it."""
    plekken = _plekken(zin)[_nummer(zin.tekst, match.start() + 1) : _nummer(zin.tekst, match.end() - 1) + 1]
    if rij.soort == HEEL:
        telt = not any(_woord(plek).citaat for plek in plekken)
    else:
        telt = all(_telt(rij, *plek) for plek in plekken) and not (rij.ver and _om_leerlingen(zin, plekken))
    if telt:
        yield Treffer(_woord(plekken[0]).begin, _woord(plekken[-1]).eind, rij.uitleg)


def _per_zinsdeel(rij: Rij, zin: Zin) -> Iterator[Treffer]:
    """What a row finds within one clause, also where that is denied."""
    if rij.ver and leerlingen_in_de_buurt(zin):
        return
    for deel in zin.zinsdelen:
        match = rij.zoek.search(deel.tekst)
        if match is not None and (rij.soort == ALTIJD or _over_de_taak(deel)):
            plekken = (deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 1))
            yield treffer(deel, plekken, rij.uitleg)


def _over_de_taak(deel: Zinsdeel) -> bool:
    """Whether a clause is not about what is said or done in class."""
    return not met_leerlingen(deel) and (deel.heeft("taakding", "taakwoord") or not deel.doet("zeggen"))


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
    if deel.woorden[nummer].citaat or deel.is_ontkend(nummer):
        return False
    return rij.iedereen or not met_leerlingen(deel)


def _plekken(zin: Zin) -> list[tuple[Zinsdeel, int]]:
    """Every word of a sentence, as its clause and its number there."""
    return [(deel, nummer) for deel in zin.zinsdelen for nummer in range(len(deel.woorden))]


def _nummer(tekst: str, positie: int) -> int:
    return tekst.count(" ", 0, positie) - 1


def _woord(plek: tuple[Zinsdeel, int]) -> Woord:
    deel, nummer = plek
    return deel.woorden[nummer]
