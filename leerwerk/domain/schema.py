"""The JSON Schema of a kind of document, made from its table of fields, for editors.

Pure. It says what `waarden` accepts, as far as a schema can: YAML readers give
`2` as a number where leerwerk keeps text, so a field of text takes numbers too.
"""

from collections.abc import Callable, Mapping
from typing import Any

from leerwerk.domain.velden import Documentsoort, Soort, Veld
from leerwerk.domain.waarden import DATUM, GERESERVEERD, GETAL, ID, ID_LENGTE, VERSIE

DIALECT = "http://json-schema.org/draft-07/schema#"
_ID = {
    "type": "string",
    "pattern": f"^{ID.pattern}$",
    "maxLength": ID_LENGTE,
    "not": {"pattern": f"^({GERESERVEERD.pattern})$"},
}
_REGEL = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
_GETAL = {
    "anyOf": [{"type": "integer", "minimum": 0, "maximum": 9999}, {"type": "string", "pattern": f"^{GETAL.pattern}$"}]
}


_VERSIE = {"type": "string", "pattern": f"^{VERSIE.pattern}$"}


def json_schema(soort: Documentsoort) -> dict[str, Any]:
    """The schema of the front matter of `soort`, draft 7."""
    return {"$schema": DIALECT, "title": f"De gegevens boven een {soort.naam}", **_groep(soort.velden)}


def _groep(velden: tuple[Veld, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {veld.naam: _veld(veld) for veld in velden},
        "required": [veld.naam for veld in velden if veld.verplicht],
        "additionalProperties": False,
    }


def _veld(veld: Veld) -> dict[str, Any]:
    return {"description": veld.uitleg, **SCHEMAS[veld.soort](veld)}


def _lijst(item: Mapping[str, Any]) -> Callable[[Veld], dict[str, Any]]:
    return lambda veld: _lijst_van(veld, item)


def _lijst_van(veld: Veld, item: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(item), **({"minItems": 1} if veld.verplicht else {})}


SCHEMAS: Mapping[Soort, Callable[[Veld], dict[str, Any]]] = {
    Soort.ID: lambda veld: dict(_ID),
    Soort.REGEL: lambda veld: dict(_REGEL),
    Soort.DATUM: lambda veld: {"type": "string", "pattern": f"^{DATUM.pattern}$"},
    Soort.GETAL: lambda veld: dict(_GETAL),
    Soort.KEUZE: lambda veld: {"enum": list(veld.keuzes)},
    Soort.VERSIE: lambda veld: dict(_VERSIE),
    Soort.VERSIES: _lijst(_VERSIE),
    Soort.IDS: _lijst(_ID),
    Soort.REGELS: _lijst(_REGEL),
    Soort.GETALLEN: _lijst(_GETAL),
    Soort.GROEPEN: lambda veld: _lijst_van(veld, _groep(veld.velden)),
    Soort.KEUZES_PER_ID: lambda veld: {
        "type": "object",
        "propertyNames": dict(_ID),
        "additionalProperties": {"enum": list(veld.keuzes)},
    },
}
