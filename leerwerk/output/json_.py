"""Findings as one JSON object with `"versie": 1`, and keys that stay."""

import json

from leerwerk.domain.verslag import Verslag

VERSIE = 1


def render(verslag: Verslag) -> str:
    """`{"versie", "bestanden", "bevindingen": [{"pad", "regel", "kolom", "eis", "ernst", "melding", "hulp"}]}`."""
    bevindingen = [
        {
            "pad": bevinding.pad,
            "regel": bevinding.regelnummer,
            "kolom": bevinding.kolom,
            "eis": bevinding.eis,
            "ernst": bevinding.ernst.value,
            "melding": bevinding.melding,
            "hulp": bevinding.hulp,
        }
        for bevinding in verslag.bevindingen
    ]
    return json.dumps(
        {"versie": VERSIE, "bestanden": len(verslag.paden), "bevindingen": bevindingen}, ensure_ascii=False, indent=2
    )
