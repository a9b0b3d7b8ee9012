"""The words that students use, from `zoekwoorden.yaml` beside the tasks."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from leerwerk.domain.document import Lijst, Tabel, Waarde
from leerwerk.domain.zoekwoorden import Zoekwoorden, build_zoekwoorden
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import decodeer, lees_bytes
from leerwerk.store.geheugen import Geheugen
from leerwerk.store.plaatsen import ZOEKWOORDEN, Werkplek, toon_pad

if TYPE_CHECKING:
    from leerwerk.domain.document import Knoop

DELEN = ("woorden", "vakken")
Rijen = dict[str, tuple[str, ...]]


def load_zoekwoorden(werkplek: Werkplek) -> Zoekwoorden:
    """The school's own words, or else the packaged ones; none when there is no file.

    Raises as `lees_bytes`, and Geweigerd with the line for what is no list of words.
    """
    pad = next((pad for map in werkplek.mappen("taken") if (pad := map / ZOEKWOORDEN).is_file()), None)
    if not pad:
        return Zoekwoorden()
    inhoud = lees_bytes(pad, pad.parent)
    geheugen = Geheugen("zoekwoorden")
    woorden, frasen, vakken = geheugen.van(inhoud, lambda: _delen(inhoud, pad))
    geheugen.bewaar()
    return Zoekwoorden(woorden, frasen, vakken)


def _delen(inhoud: bytes, pad: Path) -> tuple[object, ...]:
    from leerwerk.store.kop import lees_kop  # noqa: PLC0415 - words that are remembered need no YAML

    plek = toon_pad(pad)
    delen = dict(_lees_delen(lees_kop(decodeer(inhoud, plek), plek), plek))
    gezegd = build_zoekwoorden(*(delen.get(deel, {}) for deel in DELEN))
    return dict(gezegd.woorden), gezegd.frasen, dict(gezegd.vakken)


def _lees_delen(tabel: Tabel, pad: str) -> Iterator[tuple[str, Rijen]]:
    for sleutel, knoop in tabel.paren:
        if sleutel.tekst not in DELEN:
            raise _niet(f"`{sleutel.tekst}` hoort hier niet.", pad, sleutel)
        if not isinstance(knoop, Tabel):
            raise _niet(f"Onder `{sleutel.tekst}` horen regels met woorden.", pad, sleutel)
        yield sleutel.tekst, {naam.tekst: _lijst(waarde, pad) for naam, waarde in knoop.paren}


def _lijst(knoop: "Knoop", pad: str) -> tuple[str, ...]:
    if not isinstance(knoop, Lijst) or not all(isinstance(item, Waarde) for item in knoop.items):
        raise _niet("Hier hoort een lijst met woorden.", pad, knoop)
    return tuple(item.tekst for item in knoop.items if isinstance(item, Waarde))


def _niet(wat: str, pad: str, knoop: "Knoop") -> Geweigerd:
    return Geweigerd(
        wat, waar=f"{pad}:{knoop.regelnummer}", nu=f"Kies uit {' en '.join(DELEN)}: `woord: [een, twee]`."
    )
