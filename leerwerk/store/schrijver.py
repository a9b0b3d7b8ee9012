"""The writer: values to a document that reads back the same.

Front matter is written with our own quoting, because what PyYAML leaves bare
(`no`, `12:30`, `1.10`) another reader turns into something else.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from leerwerk.domain.velden import Documentsoort, Veld
from leerwerk.domain.waarden import read_velden
from leerwerk.errors import Geweigerd
from leerwerk.store.kop import lees_kop
from leerwerk.store.ontsnappen import bescherm

_KAAL = re.compile(r"[A-Za-z][A-Za-z0-9_ \-]*[A-Za-z0-9]|[A-Za-z]")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GETAL = re.compile(r"[0-9]{1,4}")
_NIET_KAAL = frozenset({"y", "yes", "n", "no", "on", "off", "true", "false", "null", "nan", "inf"})

_ATTRIBUUT = {"leerdoel": "tekst"}


def schrijf_document(soort: Documentsoort, waarde: Any, titels: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a value's document: fields in the order of the table, then its prose.

    `titels` gives the heading of each note of an observation by kijkpunt id.
    Fields without a value and sections without text are left out. Raises Geweigerd
    for a value that the reader would not take: a step never makes a portfolio unreadable.
    """
    kop = _kopregels(waarden_van(soort.velden, waarde))
    check_leesbaar("\n".join(kop), soort)
    regels = ["---", *kop, "---", ""]
    for vak in soort.tekstvakken:
        regels += vakregels(vak.titel, "", waarde.teksten.get(vak.naam, ""))
    for id, titel in (titels or {}).items():
        regels += vakregels(titel, id, waarde.notities.get(id, ""))
    return "\n".join(regels).encode("utf-8")


def check_leesbaar(kop: str, soort: Documentsoort) -> None:
    """Raise Geweigerd for the first field in `kop` that its row in the table does not allow."""
    _, bevindingen = read_velden(soort.velden, lees_kop(kop, soort.naam), soort.naam)
    for bevinding in bevindingen:
        raise Geweigerd(bevinding.melding, nu=bevinding.hulp)


def waarden_van(velden: tuple[Veld, ...], waarde: Any) -> dict[str, Any]:
    """The values of a dataclass by field name, without the empty ones; groups as dicts."""
    uit = {}
    for veld in velden:
        ruw = getattr(waarde, _ATTRIBUUT.get(veld.naam, veld.naam.replace("-", "")))
        if veld.velden:
            ruw = tuple(waarden_van(veld.velden, groep) for groep in ruw)
        if ruw not in (None, "", (), {}):
            uit[veld.naam] = dict(ruw) if isinstance(ruw, Mapping) else ruw
    return uit


def _kopregels(waarden: Mapping[str, Any]) -> list[str]:
    return [regel for naam, waarde in waarden.items() for regel in veldregels(naam, waarde, "")]


def vakregels(titel: str, anker: str, tekst: str) -> list[str]:
    return [f"## {titel}" + (f" {{#{anker}}}" if anker else ""), "", bescherm(tekst), ""] if tekst else []


def veldregels(naam: str, waarde: Any, inspringing: str) -> list[str]:
    sleutel = f"{inspringing}{scalar(naam)}:"
    if isinstance(waarde, Mapping):
        return [
            sleutel,
            *(regel for k, v in waarde.items() for regel in veldregels(k, v, inspringing + "  ")),
        ]
    if isinstance(waarde, Sequence) and not isinstance(waarde, str):
        return [sleutel, *(regel for item in waarde for regel in _item(item, inspringing + "  "))]
    return [f"{sleutel} {scalar(waarde)}"]


def _item(item: Any, inspringing: str) -> list[str]:
    if not isinstance(item, Mapping):
        return [f"{inspringing}- {scalar(item)}"]
    regels = [
        regel for k, v in item.items() if v not in (None, "", ()) for regel in veldregels(k, v, inspringing + "  ")
    ]
    return [f"{inspringing}- {regels[0].lstrip()}", *regels[1:]]


def scalar(waarde: str | int | date) -> str:
    """One value as every YAML reader understands it: text stays text."""
    if not isinstance(waarde, str):
        return str(waarde)
    if _DATUM.fullmatch(waarde) or _GETAL.fullmatch(waarde):
        return f'"{waarde}"'
    if _KAAL.fullmatch(waarde) and waarde.lower() not in _NIET_KAAL:
        return waarde
    return '"' + waarde.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
