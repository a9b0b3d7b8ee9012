"""Checking task files: every file on its own, then what the bank must be as a whole.

One broken file hides no other. Of a file nothing is kept but its findings and
the sources it cites. What was found before in a file that did not change is
known still (`onthouden`); only for other files the eisen are loaded.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from leerwerk.actions.onthouden import Oordelen, lees_of_niets
from leerwerk.actions.verdelen import verdeel
from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.verslag import Verslag
from leerwerk.errors import MachineWeigert, VerkeerdGebruik
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.vindplaatsen import TAKEN, Vindplaats, bank_van, zoek_bestanden

if TYPE_CHECKING:
    from leerwerk.actions.keuren import Keurder, Uitkomst
    from leerwerk.actions.vergelijken import Vergelijking


class _Bank(NamedTuple):
    """What is known of one bank while its files are checked; `heel` when all of them are."""

    map: Path
    heel: bool
    oordelen: Oordelen | None
    geciteerd: set[str]


class _Taak(NamedTuple):
    """A task to check, and by what its verdict may be found (empty: by nothing)."""

    plek: Path
    bank: _Bank
    sleutel: bytes = b""


def valideer(werkplek: Werkplek, paden: Sequence[Path] = (), basis: str = "") -> Verslag:
    """The findings in the task files below `paden`; below the bank of this repository when none is given.

    Raises VerkeerdGebruik for a path that is not there or a `basis` that Git
    does not know, MachineWeigert outside any repository.
    """
    namen = tuple(paden) or _eigen_bank(werkplek)
    for pad in namen:
        if not os.path.lexists(pad):
            raise VerkeerdGebruik(f"`{toon(pad)}` bestaat niet.", nu="Kijk of de naam klopt.")
    vergelijking = _vergelijk(werkplek, namen, basis) if basis else None
    keuring = _Keuring(werkplek, namen, vergelijking)
    bevindingen = sorted(keuring.alles())
    return Verslag(tuple(keuring.paden), tuple(bevindingen), gewijzigd=vergelijking.regels if vergelijking else None)


def _vergelijk(werkplek: Werkplek, namen: Sequence[Path], basis: str) -> "Vergelijking":
    from leerwerk.actions.vergelijken import vergelijk  # noqa: PLC0415 - Git and the eisen, for this alone

    return vergelijk(werkplek, namen, basis, toon)


def toon(pad: Path) -> str:
    """`pad` relative to where one stands, with `/`."""
    map, naam = os.path.split(pad)
    voor = _toon_map(map, os.getcwd())  # noqa: PTH109 - six times as fast, for every file
    return naam if voor == "." else f"{voor}/{naam}"


@lru_cache(maxsize=256)
def _toon_map(map: str, hier: str) -> str:
    try:
        return Path(os.path.relpath(map, hier)).as_posix()
    except ValueError:  # another drive
        return Path(map).as_posix()


def _eigen_bank(werkplek: Werkplek) -> tuple[Path, ...]:
    if werkplek.wortel is None:
        raise MachineWeigert(
            "Hier is geen map van een opleidingsschool (met leerwerk.yaml).",
            waar=str(werkplek.hier),
            nu="Noem de bestanden die je wilt nakijken: leerwerk valideer taken/mijn-taak.md",
        )
    return (werkplek.wortel / TAKEN,)


class _Keuring:
    """One run. `paden` grows with the files that were looked at."""

    def __init__(self, werkplek: Werkplek, namen: Sequence[Path], vergelijking: "Vergelijking | None") -> None:
        self.werkplek = werkplek
        self.namen = [Path(os.path.normpath(naam.absolute())) for naam in namen]
        self.vergelijking = vergelijking
        self.paden: list[str] = []
        self.banken: dict[Path, _Bank] = {}
        self.bank_per_map: dict[Path, _Bank] = {}

    def alles(self) -> Iterator[Bevinding]:
        """The findings of all files, and then of the banks."""
        taken: list[Path] = []
        bronnen: list[Path] = []
        for plek in zoek_bestanden(self.namen):
            self.paden.append(toon(plek.pad))
            if plek.bezwaar:
                yield _geen_bestand(plek)
            else:
                (bronnen if plek.is_bron else taken).append(plek.pad)
        yield from self._taken([self._taak(plek) for plek in taken])
        for bron in bronnen:  # after the tasks: then it is known what they cite
            yield from self._bron(bron)
        if self.vergelijking:
            yield from self._verdwenen()
        for bank in self.banken.values():
            if bank.heel and bank.oordelen:
                bank.oordelen.bewaar()

    @cached_property
    def keurder(self) -> "Keurder":
        from leerwerk.actions.gereedmaken import maak_gereed  # noqa: PLC0415
        from leerwerk.actions.keuren import Keurder  # noqa: PLC0415 - 200 ms that a known bank does not need

        maak_gereed()
        return Keurder(self.werkplek, self.vergelijking, toon)

    def _taak(self, plek: Path) -> _Taak:
        bank = self._bank(plek.parent)
        inhoud = lees_of_niets(plek) if bank.oordelen and bank.oordelen.weet_iets else None
        if bank.oordelen is None or inhoud is None:
            return _Taak(plek, bank)
        return _Taak(plek, bank, bank.oordelen.sleutel(toon(plek), inhoud))

    def _taken(self, taken: Sequence[_Taak]) -> Iterator[Bevinding]:
        """The findings in the tasks: those known from before, and then those of the others."""
        nieuw: list[_Taak] = []
        for taak in taken:
            bekend = taak.bank.oordelen.zoek(taak.sleutel, taak.plek.parent) if taak.bank.oordelen else None
            if bekend is None:
                nieuw.append(taak)
            else:
                taak.bank.geciteerd.update(bekend[1])
                yield from bekend[0]
        for taak, (sleutel, uitkomst) in zip(nieuw, self._keur(nieuw), strict=True):
            taak.bank.geciteerd.update(uitkomst.geciteerd)
            if sleutel and taak.bank.oordelen:
                taak.bank.oordelen.onthoud(sleutel, uitkomst[1:3], uitkomst.links)
            yield from uitkomst.bevindingen

    def _keur(self, nieuw: Sequence[_Taak]) -> list[tuple[bytes, "Uitkomst"]]:
        """What is found in each task, and by what that may be found again (empty: by nothing)."""
        for taak in nieuw:
            self.keurder.kennis(taak.bank.map)  # known to every process that looks at a part
        return verdeel(self._keur_taak, nieuw)

    def _keur_taak(self, taak: _Taak) -> tuple[bytes, "Uitkomst"]:
        uitkomst = self.keurder.keur_taak(taak.plek, taak.bank.map)
        if taak.bank.oordelen is None or uitkomst.inhoud is None:
            return b"", uitkomst
        sleutel = taak.bank.oordelen.sleutel(toon(taak.plek), uitkomst.inhoud)
        return sleutel, uitkomst._replace(inhoud=None)

    def _bron(self, plek: Path) -> tuple[Bevinding, ...]:
        bank = self._bank(plek.parent)
        geciteerd = frozenset(bank.geciteerd) if bank.heel else None
        inhoud = lees_of_niets(plek)
        if bank.oordelen is None or inhoud is None:
            return self.keurder.keur_bronnen(plek, geciteerd)
        sleutel = bank.oordelen.sleutel(toon(plek), inhoud, ["heel" if bank.heel else "", *sorted(bank.geciteerd)])
        bekend = bank.oordelen.zoek(sleutel, plek.parent)
        if bekend is None:
            bekend = self.keurder.keur_bronnen(plek, geciteerd), ()
            bank.oordelen.onthoud(sleutel, bekend)
        return bekend[0]

    def _verdwenen(self) -> Iterator[Bevinding]:
        """What was in a bank at the basis and is there no more."""
        for naam in self.namen:
            self._bank(naam)
        for bank in self.banken.values():
            if bank.heel:
                yield from self.keurder.keur_bank(bank.map)

    def _bank(self, map: Path) -> _Bank:
        """The bank that a file in `map` belongs to."""
        if map not in self.bank_per_map:
            plek = bank_van(map, self.werkplek.wortel)
            if plek not in self.banken:
                oordelen = None if self.vergelijking else Oordelen(plek, self.werkplek, toon)
                heel = any(plek.is_relative_to(naam) for naam in self.namen)
                self.banken[plek] = _Bank(plek, heel, oordelen, set())
            self.bank_per_map[map] = self.banken[plek]
        return self.bank_per_map[map]


def _geen_bestand(plek: Vindplaats) -> Bevinding:
    hulp = "Zet de bestanden zelf in de map."
    return Bevinding(toon(plek.pad), 1, 1, "bestand-leesbaar", Ernst.FOUT, plek.bezwaar, hulp)
