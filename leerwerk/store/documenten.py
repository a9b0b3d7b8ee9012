"""Reading a document by its row in the table: values and prose, or the first thing that is wrong.

A command needs documents that are right, so it stops at the first finding;
checking (`leerwerk.eisen`) collects them all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leerwerk.domain.bevinding import Bevinding
from leerwerk.domain.document import Document, Sectie
from leerwerk.domain.velden import INSTELLINGEN, Documentsoort
from leerwerk.domain.waarden import read_velden
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.kop import lees_document, lees_kop
from leerwerk.store.plaatsen import MERK, toon_pad


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A document that was read: its values by field name, its prose by tekstvak, other sections by anchor."""

    waarden: dict[str, Any]
    teksten: dict[str, str]
    notities: dict[str, str]


def open_document(pad: Path, wortel: Path) -> Document:
    """The document at `pad`. Raises Geweigerd with file and line, MachineWeigert when unreadable."""
    tekst, inhoud = lees_tekst(pad, wortel)
    return lees_document(tekst, toon_pad(pad), inhoud)


def lees(soort: Documentsoort, pad: Path, wortel: Path, met_tekst: bool) -> Gelezen:
    """The document at `pad` as one of `soort`. Raises as `open_document`, and for the first finding."""
    document = open_document(pad, wortel)
    waarden, bevindingen = read_velden(soort.velden, document.kop, document.pad)
    weiger(bevindingen)
    secties = _secties(document) if met_tekst else ()
    titels = {vak.titel: vak.naam for vak in soort.tekstvakken}
    return Gelezen(
        waarden,
        {titels[s.titel.tekst]: s.tekst for s in secties if s.titel.tekst in titels and not s.anker},
        {sectie.anker: sectie.tekst for sectie in secties if sectie.anker},
    )


def lees_instellingen(wortel: Path) -> dict[str, Any]:
    """The settings of the content repository at `wortel`. Raises as `lees`."""
    pad = wortel / MERK
    tabel = lees_kop(lees_tekst(pad, wortel)[0], toon_pad(pad))
    waarden, bevindingen = read_velden(INSTELLINGEN.velden, tabel, toon_pad(pad))
    weiger(bevindingen)
    return waarden


def weiger(bevindingen: Iterable[Bevinding]) -> None:
    """Raise Geweigerd for the first of `bevindingen`, if there is one."""
    for bevinding in bevindingen:
        raise Geweigerd(bevinding.melding, waar=bevinding.plaats, nu=bevinding.hulp)


def _secties(document: Document) -> tuple[Sectie, ...]:
    from leerwerk.store.romp import lees_secties  # noqa: PLC0415 - state alone needs no Markdown

    return lees_secties(document, tot_niveau=2)
