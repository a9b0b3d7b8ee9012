"""All words of a bank: how telling each is, and which of them another word stands for.

Pure. A word of a goal reaches words of the bank in four ways, from near to far:
the same stem, what students say for it, a part of a compound, and the word that
was meant when it is misspelt.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from leerwerk.domain.stam import klank
from leerwerk.domain.woorden import afstand, toegestaan
from leerwerk.domain.zoekwoorden import Zoekwoorden

Verwant = Mapping[str, float]
"""Stems of the bank, each with how near it is: 1 for the word itself."""

GEZEGD = 0.8
VOLUIT = 4.0
TELT = 0.25
KLINKT_ALS = 0.9
LIJKT_OP = {1: 0.75, 2: 0.55}
_DEEL, _KOP = 4, 3
_KLINKT_ANDERS = 4
_KLINKT_GELIJK = ("ckq", "sz", "fv", "iy")
_UITGANGEN = frozenset(["er", "r", "s", "st", "ig", "lijk", "baar", "aar", "loos", "ster", "ie", "isch", "s", "e"])


class Woordenschat:
    """The words of the tasks of a bank, and the everyday words that lead to them."""

    def __init__(self, teksten: Sequence[Mapping[str, float]], gezegd: Zoekwoorden) -> None:
        self.gezegd = gezegd
        self.termen = frozenset().union(*teksten)
        self._teksten = teksten
        self._telt: dict[str, float] = {}
        self._zegt: dict[str, float] = {}

    def telt(self, term: str) -> float:
        """In how many tasks a stem occurs; where it is only mentioned in passing, it counts for a part."""
        if term not in self._telt:
            gewichten = [tekst[term] for tekst in self._teksten if term in tekst]
            self._telt[term] = sum([min(1.0, gewicht / VOLUIT) for gewicht in gewichten])
        return self._telt[term]

    def zegt(self, term: str) -> float:
        """How telling a stem is: the fewer tasks it occurs in, the more."""
        if term not in self._zegt:
            telt = self.telt(term)
            self._zegt[term] = math.log(1 + (len(self._teksten) - telt + 0.5) / (telt + 0.5))
        return self._zegt[term]

    def kent(self, term: str) -> bool:
        """Whether a stem matters in this bank, or is something students say."""
        return term in self.gezegd.woorden or (term in self.termen and self.telt(term) >= TELT)

    def verwant(self, term: str) -> Verwant:
        """The stems of the bank that `term` stands for."""
        gevonden = dict[str, float]()
        for bedoeld, hoe in ((term, 1.0), *self._bedoeld(term)):
            zegt = self.zegt(bedoeld) if bedoeld in self.termen else math.inf
            for ander, nabij, deel in self._direct(bedoeld):
                zwaar = hoe * nabij * (min(1.0, zegt / self.zegt(ander)) if deel else 1.0)
                gevonden[ander] = max(gevonden.get(ander, 0.0), round(zwaar, 3))
        return gevonden

    def _direct(self, term: str) -> Iterator[tuple[str, float, bool]]:
        """Stems near `term`, how near, and whether they only share a part with it."""
        if term in self.termen:
            yield term, 1.0, False
        for ander in self.gezegd.woorden.get(term, ()):
            if ander in self.termen:
                yield ander, GEZEGD * self._eigen(term, ander), False
        if len(term) >= _DEEL:
            yield from self._deel_gezegd(term)
            yield from ((ander, nabij, True) for ander, nabij in self._samenstelling(term))

    def _eigen(self, term: str, ander: str) -> float:
        """A word that the bank uses everywhere says less about what it stands for."""
        if term not in self.termen:
            return 1.0
        return min(1.0, max(0.5, self.zegt(term) / self.zegt(ander)))

    def _deel_gezegd(self, term: str) -> Iterator[tuple[str, float, bool]]:
        """What students say may be the first part of `term`: `telefoon` in `telefoongebruik`."""
        if term not in self.termen and term not in self.gezegd.woorden:
            delen = (deel for deel in self.gezegd.woorden if len(deel) >= _DEEL and term.startswith(deel))
            for ander in self.gezegd.woorden.get(max(delen, key=len, default=""), ()):
                if ander in self.termen:
                    yield ander, 0.6, False

    def _samenstelling(self, term: str) -> Iterator[tuple[str, float]]:
        """Words that share a part with `term`: its last part, its first, or a form the stem does not cover."""
        for ander in self.termen:
            lang, kort = (term, ander) if len(term) > len(ander) else (ander, term)
            if len(kort) < _DEEL or lang == kort:
                continue
            if lang.startswith(kort):
                yield ander, 0.7 if lang[len(kort) :] in _UITGANGEN else 0.4
            elif lang.endswith(kort) and len(lang) - len(kort) >= _KOP:
                yield ander, 0.55

    def _bedoeld(self, term: str) -> Iterator[tuple[str, float]]:
        """The known words nearest to one that nobody knows."""
        if term in self.termen or term in self.gezegd.woorden or not toegestaan(term):
            return
        zelfde = [woord for woord in self._kandidaten(term, _KLINKT_ANDERS) if klank(woord) == klank(term)]
        if zelfde:
            yield from ((woord, KLINKT_ALS) for woord in zelfde)
            return
        hoogstens = toegestaan(term)
        ver = {woord: afstand(term, woord, hoogstens) for woord in self._kandidaten(term, hoogstens)}
        dichtst = min(ver.values(), default=0)
        yield from ((woord, LIJKT_OP[dichtst]) for woord, fouten in ver.items() if fouten == dichtst <= hoogstens)

    def _kandidaten(self, term: str, hoogstens: int) -> Iterator[str]:
        """Known words near enough in length and letters to be worth a closer look."""
        letters = set(term)
        eerste = next((groep for groep in _KLINKT_GELIJK if term[0] in groep), term[0])
        for woord in sorted(self.termen | self.gezegd.woorden.keys()):
            if (
                woord[0] in eerste
                and len(woord) >= _DEEL
                and abs(len(woord) - len(term)) <= hoogstens
                and len(letters.symmetric_difference(woord)) <= 2 * hoogstens
                and self.kent(woord)
            ):
                yield woord
