"""The set of sentences, and what the eisen make of it."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.toets import check_passage

MAP = Path(__file__).parent / "zinnen"


@dataclass(frozen=True)
class Geval:
    """One sentence: what must be found in it, and what may."""

    deel: str
    veld: str
    zin: str
    moet: frozenset[str]
    mag: frozenset[str]


@dataclass
class Telling:
    """How often each eis was right, wrong or silent."""

    raak: Counter[str] = field(default_factory=Counter)
    vals: Counter[str] = field(default_factory=Counter)
    gemist: Counter[str] = field(default_factory=Counter)
    goed: int = 0
    goed_geraakt: int = 0

    def precisie(self, eis: str | None = None) -> float:
        raak, vals = (_som(self.raak, eis), _som(self.vals, eis))
        return raak / (raak + vals) if raak + vals else 1.0

    def vangst(self, eis: str | None = None) -> float:
        raak, gemist = (_som(self.raak, eis), _som(self.gemist, eis))
        return raak / (raak + gemist) if raak + gemist else 1.0


def read_cases() -> Iterator[Geval]:
    for pad in sorted(MAP.glob("*.tsv")):
        with pad.open(encoding="utf-8") as bestand:
            for rij in csv.DictReader(bestand, delimiter="\t", quoting=csv.QUOTE_NONE):
                eisen = [eis for eis in rij["eis"].split(",") if eis != "goed"]
                mag = frozenset(eis.removeprefix("?") for eis in eisen)
                moet = frozenset(eis for eis in eisen if not eis.startswith("?"))
                yield Geval(rij["deel"], rij["veld"], rij["zin"], moet, mag)


def found(geval: Geval) -> frozenset[str]:
    """The eisen that stop at a sentence, with weight fout or waarschuwing."""
    treffers = check_passage(geval.zin, geval.veld)
    return frozenset(eis.ID for eis, treffer in treffers if treffer.ernst is not Ernst.ADVIES)


def count(deel: str) -> Telling:
    telling = Telling()
    for geval in read_cases():
        if geval.deel == deel:
            gevonden = found(geval)
            telling.raak.update(geval.moet & gevonden)
            telling.gemist.update(geval.moet - gevonden)
            telling.vals.update(gevonden - geval.mag)
            telling.goed += not geval.moet
            telling.goed_geraakt += not geval.moet and bool(gevonden - geval.mag)
    return telling


def _som(teller: Counter[str], eis: str | None) -> int:
    return teller.total() if eis is None else teller[eis]
