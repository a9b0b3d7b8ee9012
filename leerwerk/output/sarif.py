"""Findings as SARIF 2.1.0: every eis is a rule with its help, every finding a result with a fingerprint.

The fingerprint holds no line number, so that a finding keeps its name when
text above it changes.
"""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.verslag import Eistekst, Verslag

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VINGERAFDRUK = "leerwerkBevinding/v1"
_NIVEAU = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.ADVIES: "note"}


def render(verslag: Verslag) -> str:
    """One log with one run."""
    eisen = list(verslag.eisen.values())
    nummers = {eis.id: nummer for nummer, eis in enumerate(eisen)}
    driver = {
        "name": "leerwerk",
        **({"version": verslag.programma} if verslag.programma else {}),
        "language": "nl",
        "rules": [_regel(eis) for eis in eisen],
    }
    geteld: Counter[str] = Counter()
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_resultaat(bevinding, nummers, geteld) for bevinding in verslag.bevindingen],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _regel(eis: Eistekst) -> dict[str, Any]:
    return {
        "id": eis.id,
        "name": "".join(deel.capitalize() for deel in eis.id.split("-")),
        "shortDescription": {"text": eis.titel},
        "fullDescription": {"text": eis.uitleg.partition("\n\n")[0].replace("\n", " ") or eis.titel},
        "help": {"text": eis.uitleg or eis.titel, "markdown": eis.uitleg or eis.titel},
    }


def _resultaat(bevinding: Bevinding, nummers: dict[str, int], geteld: Counter[str]) -> dict[str, Any]:
    uit: dict[str, Any] = {"ruleId": bevinding.eis}
    if bevinding.eis in nummers:
        uit["ruleIndex"] = nummers[bevinding.eis]
    return uit | {
        "level": _NIVEAU[bevinding.ernst],
        "message": {"text": " ".join(filter(None, (bevinding.melding, bevinding.hulp)))},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(bevinding.pad)}, "region": _gebied(bevinding)}}
        ],
        "partialFingerprints": {VINGERAFDRUK: _vingerafdruk(bevinding, geteld)},
    }


def _gebied(bevinding: Bevinding) -> dict[str, int]:
    gebied = {"startLine": bevinding.regelnummer, "startColumn": bevinding.kolom}
    return gebied | ({"endColumn": bevinding.einde} if bevinding.einde > bevinding.kolom else {})


def _uri(pad: str) -> str:
    return Path(pad).as_uri() if Path(pad).is_absolute() else quote(pad.encode("utf-8", "surrogateescape"), safe="/")


def _vingerafdruk(bevinding: Bevinding, geteld: Counter[str]) -> str:
    inhoud = "\0".join((bevinding.pad, bevinding.eis, bevinding.fragment or bevinding.melding))
    geteld[inhoud] += 1
    return hashlib.sha256(f"{inhoud}\0{geteld[inhoud]}".encode("utf-8", "surrogateescape")).hexdigest()
