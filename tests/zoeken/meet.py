"""How well the search finds the right task, on the goals of `doelen.tsv`.

python -m tests.zoeken.meet kijk    # figures, and each goal whose right task is not first
python -m tests.zoeken.meet meet    # figures only: this part is not to be looked at
"""

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leerwerk.domain.kaart import Kaart, maak_kaart
from leerwerk.domain.zoeken import Treffer, zoek
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.taken import load_bank, open_bank
from leerwerk.store.zoekwoorden import load_zoekwoorden

DOELEN = Path(__file__).with_name("doelen.tsv")
WORTEL = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Doel:
    """A goal as a student words it, and the tasks that are right for it, best first."""

    tekst: str
    verwacht: tuple[str, ...]


def doelen(deel: str) -> tuple[Doel, ...]:
    """The goals of part `kijk` or `meet`."""
    with DOELEN.open(encoding="utf-8", newline="") as bestand:
        rijen = csv.DictReader(bestand, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Doel(rij["doel"], tuple(rij["verwacht"].split())) for rij in rijen if rij["deel"] == deel)


class Bank:
    """The real bank, read once."""

    def __init__(self) -> None:
        werkplek = Werkplek(WORTEL, WORTEL)
        taken, fouten = load_bank(open_bank(werkplek))
        assert not fouten, fouten
        self.kaarten: tuple[Kaart, ...] = tuple(maak_kaart(taak) for taak in taken)
        self.gezegd = load_zoekwoorden(werkplek)

    def treffers(self, tekst: str, vak: str = "") -> tuple[Treffer, ...]:
        """The tasks that are found, best first."""
        return zoek(self.kaarten, tekst, self.gezegd, vak)

    def vind(self, tekst: str, vak: str = "") -> list[str]:
        """Their ids."""
        return [treffer.taak.id for treffer in self.treffers(tekst, vak)]


def plaatsen(bank: Bank, doelen: Iterable[Doel]) -> list[int]:
    """For each goal on which place a right task stands, from 0; 99 when it is not found."""
    uit = []
    for doel in doelen:
        gevonden = bank.vind(doel.tekst)
        uit.append(min((gevonden.index(id) for id in doel.verwacht if id in gevonden), default=99))
    return uit


def main(deel: str) -> None:
    bank, rij = Bank(), doelen(deel)
    gemeten = plaatsen(bank, rij)
    if deel == "kijk":
        for doel, plaats in zip(rij, gemeten, strict=True):
            if plaats:
                print(f"{plaats:3} {doel.tekst} -> {doel.verwacht[0]}\n      {bank.vind(doel.tekst)[:4]}")
    eerste, drie = (sum(plaats < grens for plaats in gemeten) / len(gemeten) for grens in (1, 3))
    print(f"{deel}: {len(gemeten)} doelen, eerste {eerste:.1%}, eerste drie {drie:.1%}")


if __name__ == "__main__":
    main(sys.argv[1])
