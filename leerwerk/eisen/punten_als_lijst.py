"""Wat je doet en ziet, staat in punten.

Wat: onder `## Voorbereiden`, `## Uitvoeren`, `## Reflecteren`, `### Handvatten` en
`### Kijkpunten` staan punten: regels die met `- ` beginnen. Onder `### Rubric` staan
twee tot vier genummerde stappen.

Waarom: elk punt komt apart op het formulier, met ruimte om te schrijven. Tekst zonder
streepje komt daar niet op.

Goed: "- Stel de vraag, tel in stilte, en geef dan pas een beurt."
Fout: "Stel de vraag, tel in stilte, en geef dan pas een beurt."

Wat dan wel: zet `- ` voor elk punt (`1. ` in een rubric).
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.taak import RUBRIC, SECTIES_TAAK
from leerwerk.eisen.blad import Blad, Vondst

ID = "punten-als-lijst"
TITEL = "Wat je doet en ziet, staat in punten"
ERNST = Ernst.FOUT
PUNTEN = frozenset({*SECTIES_TAAK, "Handvatten", "Kijkpunten"})
MINSTE_STAPPEN, MEESTE_STAPPEN = 2, 4


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a section without points, and at a rubric with too few or too many."""
    for sectie in blad.secties:
        titel = sectie.titel
        if titel.tekst in PUNTEN and not sectie.punten and (sectie.alineas or sectie.niveau == 2):
            plek = sectie.alineas[0] if sectie.alineas else titel
            yield Vondst(
                plek.regelnummer,
                1,
                f"Onder `{titel.tekst}` staat geen punt. Alleen punten komen op het formulier.",
                "Begin elk punt op een nieuwe regel met `- `.",
            )
        elif titel.tekst == RUBRIC and not MINSTE_STAPPEN <= len(sectie.punten) <= MEESTE_STAPPEN:
            yield Vondst(
                titel.regelnummer,
                1,
                f"Een rubric heeft twee tot vier stappen; hier staan er {len(sectie.punten)}.",
                "Beschrijf het gedrag in twee tot vier groeiende stappen: `1. …`, `2. …`.",
            )
