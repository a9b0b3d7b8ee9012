"""Checking one file: reading it, knowing the bank it stands in, and asking every eis."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from leerwerk.domain.bevinding import Bevinding
from leerwerk.domain.bron import Bron, build_bronnen
from leerwerk.domain.taak import build_taak
from leerwerk.eisen import bestand_leesbaar, kop_geldig
from leerwerk.eisen.blad import Bankkennis, maak_blad
from leerwerk.eisen.keuring import keur_bank, keur_bronnen, keur_taak, leesfout
from leerwerk.errors import LeerwerkFout
from leerwerk.store.bestanden import decodeer, lees_bytes, lees_tekst
from leerwerk.store.kop import KopFout, lees_document, lees_kop
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.romp import lees_secties
from leerwerk.store.vindplaatsen import BRONNEN, bank_van, bronmappen, zoek_taken

if TYPE_CHECKING:
    from leerwerk.actions.vergelijken import Vergelijking

MAX_BRONNEN = 1024 * 1024


class Uitkomst(NamedTuple):
    """What was found in a task file with this content (None: it could not be read).

    `geciteerd` are the sources it cites, `links` the files it links to, each
    with whether it was there.
    """

    inhoud: bytes | None
    bevindingen: tuple[Bevinding, ...]
    geciteerd: tuple[str, ...] = ()
    links: tuple[tuple[str, bool], ...] = ()


class Keurder:
    """Checks files one by one; what it knows of a bank or a bronnen.yaml is read once."""

    def __init__(self, werkplek: Werkplek, vergelijking: "Vergelijking | None", toon: Callable[[Path], str]) -> None:
        self.werkplek = werkplek
        self.vergelijking = vergelijking
        self.toon = toon
        self._kennis: dict[Path, Bankkennis] = {}
        self._bronnen: dict[Path, tuple[tuple[Bron, ...], str] | LeerwerkFout] = {}

    def keur_taak(self, plek: Path, bank: Path) -> Uitkomst:
        """What is wrong with a task of this bank."""
        pad = self.toon(plek)
        inhoud: bytes | None = None
        links: dict[str, bool] = {}

        def bestaat(doel: str) -> bool:
            return links.setdefault(doel, (plek.parent / doel).exists())

        try:
            inhoud = lees_bytes(plek, plek.parent)
            tekst = decodeer(inhoud, pad)
            document = lees_document(tekst, pad, inhoud)
            secties = lees_secties(document)
            taak, gelezen = build_taak(document, secties)
            blad = maak_blad(document, secties, taak, tekst, self.kennis(bank), bestaat)
            geciteerd = dict.fromkeys(sleutel for _, _, gevonden in blad.citaten for sleutel in gevonden)
            return Uitkomst(inhoud, keur_taak(blad, gelezen), tuple(geciteerd), tuple(links.items()))
        except LeerwerkFout as fout:
            return Uitkomst(inhoud, (_leesfout(pad, fout),))

    def keur_bronnen(self, plek: Path, geciteerd: frozenset[str] | None) -> tuple[Bevinding, ...]:
        """What is wrong with a bronnen.yaml; `geciteerd` is None when not every task of its bank was looked at."""
        pad = self.toon(plek)
        try:
            bronnen, tekst = self._lees_bronnen(plek)
        except LeerwerkFout as fout:
            return (_leesfout(pad, fout),)
        return keur_bronnen(bronnen, geciteerd, pad, tekst)

    def keur_bank(self, map: Path) -> tuple[Bevinding, ...]:
        """What is no longer in a bank and should be."""
        return tuple(keur_bank(self.kennis(map)))

    def kennis(self, map: Path) -> Bankkennis:
        """What the files of a bank may refer to."""
        if map not in self._kennis:
            self._kennis[map] = self._leer_kennen(map)
        return self._kennis[map]

    def _leer_kennen(self, map: Path) -> Bankkennis:
        taken: dict[str, tuple[str, ...]] = {}
        for pad in zoek_taken(map):
            taken[pad.stem] = (*taken.get(pad.stem, ()), self.toon(pad))
        kennis = Bankkennis(self._bekende_bronnen(map), taken)
        if not self.vergelijking:
            return kennis
        eigen = {
            pad: vorige
            for pad, vorige in self.vergelijking.taken.items()
            if bank_van(Path(pad).absolute().parent, self.werkplek.wortel) == map
        }
        return kennis._replace(basis=eigen, in_gebruik=self.vergelijking.in_gebruik)

    def _bekende_bronnen(self, map: Path) -> dict[str, Bron] | None:
        """The sources that a task in `map` may cite."""
        bekend: dict[str, Bron] = {}
        for plek in bronmappen(map, self.werkplek):
            try:
                bekend = {bron.id: bron for bron in self._lees_bronnen(plek / BRONNEN)[0]} | bekend
            except LeerwerkFout:
                if plek == map:
                    return None
        return bekend

    def _lees_bronnen(self, pad: Path) -> tuple[tuple[Bron, ...], str]:
        """The sources in a bronnen.yaml and its text, read once. Raises as `lees_kop` and `lees_tekst`."""
        if pad not in self._bronnen:
            try:
                self._bronnen[pad] = _lees_bronnen(pad, self.toon(pad))
            except LeerwerkFout as fout:
                self._bronnen[pad] = fout
        gelezen = self._bronnen[pad]
        if isinstance(gelezen, LeerwerkFout):
            raise gelezen
        return gelezen


def _lees_bronnen(pad: Path, waar: str) -> tuple[tuple[Bron, ...], str]:
    tekst, _ = lees_tekst(pad, pad.parent)
    bronnen = build_bronnen(lees_kop(tekst, waar, grens=MAX_BRONNEN))
    if bronnen is None:
        hulp = "Kijk in de bronnen.yaml van de bank."
        raise KopFout("Hier hoort een lijst onder `references:`.", waar, 1, 1, hulp)
    return bronnen, tekst


def _leesfout(pad: str, fout: LeerwerkFout) -> Bevinding:
    """Why a file cannot be read."""
    if isinstance(fout, KopFout):
        return leesfout(pad, fout.regelnummer, fout.kolom, kop_geldig.ID, fout.wat, fout.nu)
    achter = fout.waar.rpartition(":")[2]
    return leesfout(pad, int(achter) if achter.isdecimal() else 1, 1, bestand_leesbaar.ID, fout.wat, fout.nu)
