"""Elk kijkpunt zegt waarom je ernaar kijkt.

Wat: onder elk kijkpunt staat een ingesprongen punt dat begint met `Waarom:`.

Waarom: een werkplekbegeleider hoeft de theorie niet te kennen. Op het formulier staat
waar die op let én waarom dat ertoe doet.

Goed: "- Wacht na de vraag. / - Waarom: wie denktijd krijgt, antwoordt vaker [@rowe-1986]."
Fout: "- Wacht na de vraag."

Wat dan wel: zet onder het kijkpunt, twee spaties ingesprongen, `- Waarom: …` met in
één zin wat het leerlingen oplevert.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst

ID = "kijkpunt-heeft-waarom"
TITEL = "Elk kijkpunt zegt waarom je ernaar kijkt"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a kijkpunt without a Waarom, or with an empty one."""
    for onderdeel in blad.taak.onderdelen:
        for kijkpunt in onderdeel.kijkpunten:
            if kijkpunt.waarom is None or not kijkpunt.waarom.tekst.strip():
                yield Vondst(
                    kijkpunt.tekst.regelnummer,
                    kijkpunt.tekst.kolom,
                    "Bij dit kijkpunt ontbreekt het waarom. Wie kijkt, weet dan niet waar het om gaat.",
                    "Zet eronder, twee spaties ingesprongen: `- Waarom: … [@bron]`.",
                )
