"""Portfolios: folders and documents to values.

State is derived from the files that exist. A person may edit them by hand, so
every read checks them; a name that no document has is left alone.
"""

from collections.abc import Iterator
from pathlib import Path

from leerwerk.domain import velden
from leerwerk.domain.portfolio import (
    Begeleider,
    Leerdoel,
    Observatie,
    Portfolio,
    Reflectie,
    Ronde,
    Uitvoering,
    Vervolg,
    Voorbereiding,
    Weekreflectie,
)
from leerwerk.domain.waarden import is_id
from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.store import plaatsen
from leerwerk.store.documenten import Gelezen, lees


def load_portfolio(pad: Path, *, met_tekst: bool = False) -> Portfolio:
    """The portfolio in folder `pad`; with `met_tekst` also the prose of its documents.

    Raises Geweigerd for the first document that is not right, with file and
    line; MachineWeigert when there is no portfolio.
    """
    return _Lader(pad, met_tekst).portfolio()


class _Lader:
    """One read of one portfolio."""

    def __init__(self, pad: Path, met_tekst: bool) -> None:
        self.pad = pad
        self.met_tekst = met_tekst

    def portfolio(self) -> Portfolio:
        if not (self.pad / plaatsen.PORTFOLIO).is_file():
            raise MachineWeigert(
                "Hier is nog geen portfolio.",
                waar=plaatsen.toon_pad(self.pad),
                nu="Begin er een met: leerwerk portfolio nieuw",
            )
        w = self._lees(velden.PORTFOLIO, self.pad / plaatsen.PORTFOLIO).waarden
        leerdoelen = (self._leerdoel(map) for map in self._mappen(self.pad / "leerdoelen"))
        return Portfolio(
            student=w["student"],
            naam=w["naam"],
            werkplekbegeleiders=tuple(
                Begeleider(wie["id"], wie["naam"], wie.get("e-mail", "")) for wie in w["werkplekbegeleiders"]
            ),
            studiejaar=w.get("studiejaar"),
            opleiding=w.get("opleiding", ""),
            school=w.get("school", ""),
            vak=w.get("vak", ""),
            email=w.get("e-mail", ""),
            leerdoelen=tuple(sorted(leerdoelen, key=lambda leerdoel: (leerdoel.op, leerdoel.id))),
            weekreflecties=tuple(self._weekreflectie(bestand) for bestand in self._weken()),
        )

    def _lees(self, soort: velden.Documentsoort, pad: Path) -> Gelezen:
        return lees(soort, pad, self.pad, self.met_tekst)

    def _mappen(self, pad: Path) -> Iterator[Path]:
        """The folders in `pad` whose name is an id, in order."""
        if pad.is_dir():
            yield from sorted(map for map in pad.iterdir() if is_id(map.name) and map.is_dir())

    def _leerdoel(self, pad: Path) -> Leerdoel:
        gelezen = self._lees(velden.LEERDOEL, pad / plaatsen.LEERDOEL)
        rondes = (self._ronde(map) for map in self._rondemappen(pad))
        return Leerdoel(
            id=pad.name,
            op=gelezen.waarden["op"],
            tekst=gelezen.waarden["leerdoel"],
            samen_met=gelezen.waarden["samen_met"],
            gedrag=gelezen.waarden.get("gedrag", ""),
            herkomst=gelezen.waarden.get("herkomst", ""),
            rondes=tuple(sorted(rondes, key=lambda ronde: ronde.volgorde)),
            teksten=gelezen.teksten,
        )

    def _rondemappen(self, pad: Path) -> Iterator[Path]:
        for map in sorted(pad.iterdir()):
            if plaatsen.is_ronde(map.name) and map.is_dir():
                yield map

    def _ronde(self, pad: Path) -> Ronde:
        if not (pad / plaatsen.VOORBEREIDING).exists():
            raise Geweigerd(
                "In deze ronde ontbreekt voorbereiding.md.",
                waar=plaatsen.toon_pad(pad),
                nu="Haal het bestand terug uit Git, of verwijder de map als de ronde niet meer nodig is.",
            )
        return Ronde(
            pad.name,
            self._voorbereiding(pad / plaatsen.VOORBEREIDING),
            self._uitvoering(pad / plaatsen.UITVOERING),
            tuple(self._observatie(bestand) for bestand in sorted(pad.glob(plaatsen.OBSERVATIE.format("*")))),
            self._reflectie(pad / plaatsen.REFLECTIE),
        )

    def _voorbereiding(self, pad: Path) -> Voorbereiding:
        gelezen = self._lees(velden.VOORBEREIDING, pad)
        return Voorbereiding(**gelezen.waarden, teksten=gelezen.teksten)

    def _uitvoering(self, pad: Path) -> Uitvoering | None:
        if not pad.exists():
            return None
        gelezen = self._lees(velden.UITVOERING, pad)
        return Uitvoering(**gelezen.waarden, teksten=gelezen.teksten)

    def _weken(self) -> Iterator[Path]:
        map = self.pad / plaatsen.WEEKREFLECTIES
        return (bestand for bestand in sorted(map.glob("*.md")) if plaatsen.is_week(bestand.stem))

    def _weekreflectie(self, pad: Path) -> Weekreflectie:
        gelezen = self._lees(velden.WEEKREFLECTIE, pad)
        return Weekreflectie(pad.stem, **gelezen.waarden, teksten=gelezen.teksten)

    def _observatie(self, pad: Path) -> Observatie:
        gelezen = self._lees(velden.OBSERVATIE, pad)
        return Observatie(**gelezen.waarden, teksten=gelezen.teksten, notities=gelezen.notities)

    def _reflectie(self, pad: Path) -> Reflectie | None:
        if not pad.exists():
            return None
        gelezen = self._lees(velden.REFLECTIE, pad)
        vervolgen = tuple(Vervolg(**groep) for groep in gelezen.waarden.pop("volgende"))
        return Reflectie(**gelezen.waarden, volgende=vervolgen, teksten=gelezen.teksten)
