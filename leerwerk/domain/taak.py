"""A leerwerktaak: behaviour, onderdelen, and per onderdeel what helps and what to look at.

Pure: `build_taak` turns a document that was read into a Taak, together with
what its structure lacks. Every text keeps its place in the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.document import Document, Knoop, Lijst, Passage, Punt, Sectie, Waarde
from leerwerk.domain.slug import slug
from leerwerk.domain.velden import TAAK
from leerwerk.domain.waarden import read_velden

ONDERDEEL = "Onderdeel:"
WAAROM = "Waarom:"
VERWIJZING = re.compile(r"\[(@[A-Za-z0-9_][\w:.#$%&+?<>~/-]*(?:\s*;\s*@[\w:.#$%&+?<>~/-]+)*)[^\[\]]*\]")
_LOSSE_SPATIE = re.compile(r"\s+([.,;:!?])")
SECTIES_TAAK = ("Voorbereiden", "Uitvoeren", "Reflecteren")
SECTIES_ONDERDEEL = ("Theorie", "Handvatten", "Kijkpunten")
RUBRIC = "Rubric"


class Kijkpunt(NamedTuple):
    """What an observer looks at, and why. `id` is `<onderdeel>-<rangnummer>`."""

    id: str
    tekst: Passage
    waarom: Passage | None = None


class Onderdeel(NamedTuple):
    """A part of a task that can be practised, observed and mastered by itself."""

    id: str
    titel: Passage
    theorie: tuple[Passage, ...] = ()
    handvatten: tuple[Passage, ...] = ()
    kijkpunten: tuple[Kijkpunt, ...] = ()
    rubric: tuple[Passage, ...] = ()


class Taak(NamedTuple):
    """A card of the leerwerktakenbank, or a student's own version of one.

    `versie` is the Git blob id of the file, `pad` where it was read.
    """

    id: str
    titel: str
    soort: str
    gedrag: Passage
    pad: str
    versie: str = ""
    status: str = "actueel"
    vakken: tuple[str, ...] = ()
    studiejaren: tuple[int, ...] = ()
    leerdoelen: tuple[Passage, ...] = ()
    trefwoorden: tuple[str, ...] = ()
    vervangen_door: str = ""
    gebaseerd_op: str = ""
    inleiding: tuple[Passage, ...] = ()
    voorbereiden: tuple[Passage, ...] = ()
    uitvoeren: tuple[Passage, ...] = ()
    onderdelen: tuple[Onderdeel, ...] = ()
    reflecteren: tuple[Passage, ...] = ()

    @property
    def afkomst(self) -> tuple[str, str]:
        """Id and version of the task that this is a student's own version of; empty when it is not one."""
        id, _, versie = self.gebaseerd_op.partition("@")
        return id, versie

    def onderdeel(self, id: str) -> Onderdeel | None:
        """The onderdeel with this id, or None."""
        return next((onderdeel for onderdeel in self.onderdelen if onderdeel.id == id), None)

    def kijkpunten(self, onderdelen: Iterable[str] = ()) -> tuple[Kijkpunt, ...]:
        """The kijkpunten of the chosen onderdelen (of all when none is named), in the order of the form."""
        gekozen = set(onderdelen) or {onderdeel.id for onderdeel in self.onderdelen}
        return tuple(
            kijkpunt for onderdeel in self.onderdelen if onderdeel.id in gekozen for kijkpunt in onderdeel.kijkpunten
        )


def verwijzingen(passage: Passage) -> tuple[str, ...]:
    """The keys of the sources that a passage cites as `[@sleutel]` or `[@een; @twee]`."""
    if "[@" not in passage.tekst:
        return ()
    return tuple(
        sleutel.strip().removeprefix("@").rstrip(".,")
        for groep in VERWIJZING.findall(passage.tekst)
        for sleutel in groep.split(";")
    )


def bronnen_van(taak: Taak) -> tuple[str, ...]:
    """The keys of all sources that a task cites, in the order of the text."""
    return tuple(dict.fromkeys(sleutel for passage in passages(taak) for sleutel in verwijzingen(passage)))


def passages(taak: Taak) -> Iterator[Passage]:
    """Every piece of text below the front matter, in the order of the file."""
    yield from (*taak.inleiding, *taak.voorbereiden, *taak.uitvoeren)
    for onderdeel in taak.onderdelen:
        yield from (*onderdeel.theorie, *onderdeel.handvatten)
        for kijkpunt in onderdeel.kijkpunten:
            yield from (kijkpunt.tekst, *((kijkpunt.waarom,) if kijkpunt.waarom else ()))
        yield from onderdeel.rubric
    yield from taak.reflecteren


def zonder_verwijzingen(passage: Passage) -> str:
    """The text of a passage on one line, without its citations."""
    tekst = passage.tekst
    if "@" in tekst:
        tekst = _LOSSE_SPATIE.sub(r"\1", VERWIJZING.sub("", tekst))
    return " ".join(tekst.split())


def build_taak(document: Document, secties: tuple[Sectie, ...]) -> tuple[Taak, tuple[Bevinding, ...]]:
    """The task in a document, and what its front matter and structure lack.

    Always gives a Taak: what could not be read is empty in it, and a finding
    says so.
    """
    waarden, bevindingen = read_velden(TAAK.velden, document.kop, document.pad)
    onderdeelsecties = tuple(_onderdeelsecties(secties))
    los = {sectie.titel.tekst: sectie for sectie in reversed(secties) if sectie.niveau == 2}
    knopen = {sleutel.tekst: knoop for sleutel, knoop in document.kop.paren}
    tekst = {naam: waarde for naam, waarde in waarden.items() if isinstance(waarde, str)}
    taak = Taak(
        id=tekst.get("id", ""),
        titel=tekst.get("titel", ""),
        soort=tekst.get("soort", ""),
        gedrag=_passage(knopen.get("gedrag")),
        pad=document.pad,
        status=tekst.get("status", ""),
        vakken=waarden.get("vakken", ()),
        studiejaren=waarden.get("studiejaren", ()),
        leerdoelen=_passages(knopen.get("leerdoelen")),
        trefwoorden=waarden.get("trefwoorden", ()),
        vervangen_door=tekst.get("vervangen_door", ""),
        gebaseerd_op=tekst.get("gebaseerd_op", ""),
        inleiding=next((sectie.alineas for sectie in secties if sectie.niveau == 0), ()),
        voorbereiden=_punten(los.get("Voorbereiden")),
        uitvoeren=_punten(los.get("Uitvoeren")),
        reflecteren=_punten(los.get("Reflecteren")),
        onderdelen=tuple(_onderdeel(kop, onder) for kop, onder in onderdeelsecties),
    )
    return taak, (*bevindingen, *_structuur(taak, los, onderdeelsecties))


def _passage(knoop: Knoop | None) -> Passage:
    return knoop.passage() if isinstance(knoop, Waarde) else Passage("")


def _passages(knoop: Knoop | None) -> tuple[Passage, ...]:
    items = knoop.items if isinstance(knoop, Lijst) else ()
    return tuple(item.passage() for item in items if isinstance(item, Waarde))


_Onderdeelsectie = tuple[Sectie, dict[str, Sectie]]


def _onderdeelsecties(secties: tuple[Sectie, ...]) -> Iterator[_Onderdeelsectie]:
    """Each `## Onderdeel:` heading with the `###` sections below it, by title."""
    kop, onder = None, dict[str, Sectie]()
    for sectie in secties:
        if sectie.niveau <= 2:
            if kop:
                yield kop, onder
            kop, onder = (sectie if _is_onderdeel(sectie) else None), {}
        elif kop and sectie.niveau == 3:
            onder.setdefault(sectie.titel.tekst, sectie)
    if kop:
        yield kop, onder


def _is_onderdeel(sectie: Sectie) -> bool:
    return sectie.niveau == 2 and sectie.titel.tekst.startswith(ONDERDEEL)


def _onderdeel(kop: Sectie, onder: dict[str, Sectie]) -> Onderdeel:
    titel = kop.titel.tekst.removeprefix(ONDERDEEL).lstrip()
    id = kop.anker or slug(titel)
    theorie, rubric = onder.get("Theorie"), onder.get(RUBRIC)
    punten = onder["Kijkpunten"].punten if "Kijkpunten" in onder else ()
    return Onderdeel(
        id=id,
        titel=Passage(titel, kop.titel.regelnummer, kop.titel.kolom + kop.titel.tekst.index(titel)),
        theorie=(*theorie.alineas, *_punten(theorie)) if theorie else (),
        handvatten=_punten(onder.get("Handvatten")),
        kijkpunten=tuple(_kijkpunt(f"{id}-{nummer}", punt) for nummer, punt in enumerate(punten, 1)),
        rubric=_punten(rubric),
    )


def _kijkpunt(id: str, punt: Punt) -> Kijkpunt:
    waarom = next((onder for onder in punt.onder if onder.tekst.startswith(WAAROM)), None)
    return Kijkpunt(id, punt.tekst, waarom and _zonder_label(waarom))


def _zonder_label(waarom: Passage) -> Passage:
    rest = waarom.tekst.removeprefix(WAAROM).lstrip()
    kolom = waarom.kolom + len(waarom.tekst) - len(rest)
    return Passage(rest, waarom.regelnummer, kolom, waarom.kolommen)


def _punten(sectie: Sectie | None) -> tuple[Passage, ...]:
    return tuple(punt.tekst for punt in sectie.punten) if sectie else ()


def _structuur(
    taak: Taak, los: Mapping[str, Sectie], onderdeelsecties: Iterable[_Onderdeelsectie]
) -> Iterator[Bevinding]:
    """The sections that a command needs and that are not there."""
    for titel in SECTIES_TAAK:
        if titel not in los:
            yield _mist(taak, 1, f"De sectie `## {titel}` ontbreekt.")
    if not taak.onderdelen:
        yield _mist(taak, 1, "De taak heeft geen `## Onderdeel: …`.")
    for kop, onder in onderdeelsecties:
        for titel in SECTIES_ONDERDEEL:
            if titel not in onder or not (onder[titel].punten or onder[titel].alineas):
                yield _mist(taak, kop.titel.regelnummer, f"`### {titel}` ontbreekt of is leeg.")


def _mist(taak: Taak, regelnummer: int, melding: str) -> Bevinding:
    return Bevinding(
        taak.pad,
        regelnummer,
        1,
        "secties-volledig",
        Ernst.FOUT,
        melding,
        "De opbouw van een taak staat in de handleiding, bij `Taken schrijven`.",
    )
