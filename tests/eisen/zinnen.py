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

    def tel(self, gevonden: frozenset[str], moet: frozenset[str], mag: frozenset[str]) -> None:
        """Count what was found in one sentence."""
        self.raak.update(moet & gevonden)
        self.gemist.update(moet - gevonden)
        self.vals.update(gevonden - mag)
        self.goed += not moet
        self.goed_geraakt += not moet and bool(gevonden - mag)

    def __add__(self, ander: "Telling") -> "Telling":
        som = Telling(self.raak + ander.raak, self.vals + ander.vals, self.gemist + ander.gemist)
        som.goed, som.goed_geraakt = self.goed + ander.goed, self.goed_geraakt + ander.goed_geraakt
        return som

    def kort(self) -> str:
        """Precision and recall together, and how many good sentences were stopped at."""
        samen = f"precisie {self.precisie():.3f}  vangst {self.vangst():.3f}"
        return f"{samen}  goede zinnen geraakt: {self.goed_geraakt}/{self.goed}"

    def precisie(self, eis: str | None = None) -> float:
        raak, vals = (_som(self.raak, eis), _som(self.vals, eis))
        return raak / (raak + vals) if raak + vals else 1.0

    def vangst(self, eis: str | None = None) -> float:
        raak, gemist = (_som(self.raak, eis), _som(self.gemist, eis))
        return raak / (raak + gemist) if raak + gemist else 1.0


def read_cases() -> Iterator[Geval]:
    """All sentences of the set."""
    return (geval for pad in sorted(MAP.glob("*.tsv")) for geval in lees_zinnen(pad))


def lees_zinnen(pad: Path) -> Iterator[Geval]:
    """The sentences in one file."""
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
            telling.tel(found(geval), geval.moet, geval.mag)
    return telling


def _som(teller: Counter[str], eis: str | None) -> int:
    return teller.total() if eis is None else teller[eis]
