"""Checking task files: every file on its own, then what the bank must be as a whole.

One broken file hides no other. Of a file nothing is kept but its findings and
the sources it cites.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from leerwerk.actions.verdelen import verdeel
from leerwerk.actions.vergelijken import Vergelijking, vergelijk
from leerwerk.domain.bevinding import Bevinding
from leerwerk.domain.bron import Bron, build_bronnen
from leerwerk.domain.taak import build_taak
from leerwerk.domain.verslag import Verslag
from leerwerk.eisen import bestand_leesbaar, kop_geldig
from leerwerk.eisen.blad import Bankkennis, maak_blad
from leerwerk.eisen.keuring import keur_bank, keur_bronnen, keur_taak, leesfout
from leerwerk.errors import LeerwerkFout, MachineWeigert, VerkeerdGebruik
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.kop import KopFout, lees_document, lees_kop
from leerwerk.store.plaatsen import Werkplek, meegeleverd
from leerwerk.store.romp import lees_secties
from leerwerk.store.vindplaatsen import BRONNEN, TAKEN, bank_van, zoek_bestanden, zoek_taken

MAX_BRONNEN = 1024 * 1024


@dataclass(slots=True)
class _Bank:
    """What is known of one bank while its files are checked."""

    map: Path
    kennis: Bankkennis
    heel: bool
    geciteerd: set[str] = field(default_factory=set)


def valideer(werkplek: Werkplek, paden: Sequence[Path] = (), basis: str = "") -> Verslag:
    """The findings in the task files below `paden`; below the bank of this repository when none is given.

    Raises VerkeerdGebruik for a path that is not there or a `basis` that Git
    does not know, MachineWeigert outside any repository.
    """
    namen = tuple(paden) or _eigen_bank(werkplek)
    for pad in namen:
        if not os.path.lexists(pad):
            raise VerkeerdGebruik(f"`{toon(pad)}` bestaat niet.", nu="Kijk of de naam klopt.")
    vergelijking = vergelijk(werkplek, namen, basis, toon) if basis else None
    keuring = _Keuring(werkplek, namen, vergelijking)
    bevindingen = sorted(keuring.alles())
    return Verslag(tuple(keuring.paden), tuple(bevindingen), gewijzigd=vergelijking.regels if vergelijking else None)


def toon(pad: Path) -> str:
    """`pad` relative to where one stands, with `/`."""
    map, naam = os.path.split(pad)
    voor = _toon_map(map, Path.cwd())
    return naam if voor == "." else f"{voor}/{naam}"


@lru_cache(maxsize=256)
def _toon_map(map: str, hier: Path) -> str:
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

    def __init__(self, werkplek: Werkplek, namen: Sequence[Path], vergelijking: Vergelijking | None) -> None:
        self.werkplek = werkplek
        self.namen = [Path(os.path.normpath(naam.absolute())) for naam in namen]
        self.vergelijking = vergelijking
        self.paden: list[str] = []
        self.banken: dict[Path, _Bank] = {}
        self.bank_per_map: dict[Path, Path] = {}
        self.bronnen: dict[Path, tuple[tuple[Bron, ...], str] | LeerwerkFout] = {}

    def alles(self) -> Iterator[Bevinding]:
        """The findings of all files, and then of the banks."""
        taken: list[Path] = []
        bronnen: list[Path] = []
        for plek in zoek_bestanden(self.namen):
            pad = toon(plek.pad)
            self.paden.append(pad)
            if plek.bezwaar:
                yield leesfout(pad, 1, 1, bestand_leesbaar.ID, plek.bezwaar, "Zet de bestanden zelf in de map.")
            else:
                (bronnen if plek.is_bron else taken).append(plek.pad)
        for map in (*(pad.parent for pad in taken), *(self.namen if self.vergelijking else ())):
            self._bank(map)  # known to every process that looks at a part
        for bevindingen, geciteerd in verdeel(self._taken, taken):
            yield from bevindingen
            for map, sleutels in geciteerd.items():
                self.banken[map].geciteerd |= sleutels
        for bron in bronnen:  # after the tasks: then it is known what they cite
            yield from _veilig(bron, self._bronnen)
        for bank in self.banken.values():
            if bank.heel:
                yield from keur_bank(bank.kennis)

    def _taken(self, paden: Sequence[Path]) -> tuple[list[Bevinding], dict[Path, set[str]]]:
        """The findings in some tasks, and by bank what they cite."""
        geciteerd: dict[Path, set[str]] = {}
        bevindingen = [
            bevinding
            for pad in paden
            for bevinding in _veilig(pad, lambda pad, naam: self._taak(pad, naam, geciteerd))
        ]
        return bevindingen, geciteerd

    def _taak(self, plek: Path, pad: str, geciteerd: dict[Path, set[str]]) -> Iterator[Bevinding]:
        tekst, inhoud = lees_tekst(plek, plek.parent)
        bank = self._bank(plek.parent)
        document = lees_document(tekst, pad, inhoud)
        secties = lees_secties(document)
        taak, gelezen = build_taak(document, secties)
        blad = maak_blad(document, secties, taak, tekst, bank.kennis, lambda doel: (plek.parent / doel).exists())
        if bank.heel:
            sleutels = geciteerd.setdefault(bank.map, set())
            sleutels.update(sleutel for _, _, gevonden in blad.citaten for sleutel in gevonden)
        yield from keur_taak(blad, gelezen)

    def _bronnen(self, plek: Path, pad: str) -> Iterator[Bevinding]:
        bronnen, tekst = self._lees_bronnen(plek)
        bank = self._bank(plek.parent)
        yield from keur_bronnen(bronnen, frozenset(bank.geciteerd) if bank.heel else None, pad, tekst)

    def _bank(self, map: Path) -> _Bank:
        """The bank that a file in `map` belongs to."""
        if map not in self.bank_per_map:
            self.bank_per_map[map] = bank_van(map, self.werkplek.wortel)
        bank = self.bank_per_map[map]
        if bank not in self.banken:
            self.banken[bank] = self._open_bank(bank)
        return self.banken[bank]

    def _open_bank(self, map: Path) -> _Bank:
        taken: dict[str, tuple[str, ...]] = {}
        for pad in zoek_taken(map):
            taken[pad.stem] = (*taken.get(pad.stem, ()), toon(pad))
        kennis = Bankkennis(self._bekende_bronnen(map), taken)
        if self.vergelijking:
            eigen = {
                pad: vorige
                for pad, vorige in self.vergelijking.taken.items()
                if bank_van(Path(pad).absolute().parent, self.werkplek.wortel) == map
            }
            kennis = replace(kennis, basis=eigen, in_gebruik=self.vergelijking.in_gebruik)
        return _Bank(map, kennis, any(map.is_relative_to(naam) for naam in self.namen))

    def _bekende_bronnen(self, map: Path) -> dict[str, Bron] | None:
        """The sources that a task in `map` may cite: its own and the school's; without any, those of leerwerk."""
        eigen = [
            plek for plek in dict.fromkeys((map, *self.werkplek.mappen(TAKEN)[:-1])) if (plek / BRONNEN).exists()
        ]
        bekend: dict[str, Bron] = {}
        for plek in eigen or [meegeleverd(TAKEN)]:
            try:
                bekend = {bron.id: bron for bron in self._lees_bronnen(plek / BRONNEN)[0]} | bekend
            except LeerwerkFout:
                if plek == map:
                    return None
        return bekend

    def _lees_bronnen(self, pad: Path) -> tuple[tuple[Bron, ...], str]:
        """The sources in a bronnen.yaml and its text, read once. Raises as `lees_kop` and `lees_tekst`."""
        if pad not in self.bronnen:
            try:
                self.bronnen[pad] = _lees_bronnen(pad)
            except LeerwerkFout as fout:
                self.bronnen[pad] = fout
        gelezen = self.bronnen[pad]
        if isinstance(gelezen, LeerwerkFout):
            raise gelezen
        return gelezen


def _lees_bronnen(pad: Path) -> tuple[tuple[Bron, ...], str]:
    tekst, _ = lees_tekst(pad, pad.parent)
    bronnen = build_bronnen(lees_kop(tekst, toon(pad), grens=MAX_BRONNEN))
    if bronnen is None:
        hulp = "Kijk in de bronnen.yaml van de bank."
        raise KopFout("Hier hoort een lijst onder `references:`.", toon(pad), 1, 1, hulp)
    return bronnen, tekst


def _veilig(plek: Path, keur: Callable[[Path, str], Iterator[Bevinding]]) -> Iterator[Bevinding]:
    """What `keur` finds in a file, or why it cannot be read."""
    pad = toon(plek)
    try:
        yield from keur(plek, pad)
    except KopFout as fout:
        yield leesfout(pad, fout.regelnummer, fout.kolom, kop_geldig.ID, fout.wat, fout.nu)
    except LeerwerkFout as fout:
        achter = fout.waar.rpartition(":")[2]
        regelnummer = int(achter) if achter.isdecimal() else 1
        yield leesfout(pad, regelnummer, 1, bestand_leesbaar.ID, fout.wat, fout.nu)
