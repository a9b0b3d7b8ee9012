"""Een onderdeel heeft een tot vier kijkpunten.

Wat: onder `### Kijkpunten` staan hoogstens vier punten.

Waarom: wie achter in de klas kijkt, ziet maar een paar dingen tegelijk en wil er ook
nog iets bij schrijven.

Goed: "Twee kijkpunten: wat je zegt, en hoe lang je wacht."
Fout: "Zeven kijkpunten bij het stellen van een vraag."

Wat dan wel: kies de kijkpunten waaraan je het meest ziet of het handvat werkt.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst

ID = "een-tot-vier-kijkpunten"
TITEL = "Een onderdeel heeft een tot vier kijkpunten"
ERNST = Ernst.FOUT
HOOGSTENS = 4


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at the fifth kijkpunt of an onderdeel; none at all is for other eisen."""
    for onderdeel in blad.taak.onderdelen:
        for kijkpunt in onderdeel.kijkpunten[HOOGSTENS : HOOGSTENS + 1]:
            yield Vondst(
                kijkpunt.tekst.regelnummer,
                kijkpunt.tekst.kolom,
                f"Dit is kijkpunt {HOOGSTENS + 1} van {len(onderdeel.kijkpunten)}. Zoveel kan niemand volgen.",
                "Kies er hoogstens vier: waaraan zie je het meest?",
            )
