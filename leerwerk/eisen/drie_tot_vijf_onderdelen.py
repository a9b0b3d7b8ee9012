"""Een taak heeft drie tot vijf onderdelen.

Wat: onder een taak staan drie, vier of vijf koppen `## Onderdeel: …`.

Waarom: elk onderdeel kun je apart oefenen, terugzien en beheersen. Met een of twee
onderdelen is er weinig te kiezen. Bij meer dan vijf kan niemand overzien wat er te
oefenen valt.

Goed: "Terugblik, Lesdoel noemen, Hardop voordoen, Begrip controleren"
Fout: "Acht onderdelen, van Binnenkomst tot Opruimen"

Wat dan wel: voeg samen wat in de les bij elkaar hoort, of maak er twee taken van.
Heb je er te weinig, vraag je dan af uit welke handelingen het gedrag bestaat.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst

ID = "drie-tot-vijf-onderdelen"
TITEL = "Een taak heeft drie tot vijf onderdelen"
ERNST = Ernst.FOUT
MINSTENS, HOOGSTENS = 3, 5


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at too few onderdelen, or at the first one too many; none at all is for `secties-volledig`."""
    onderdelen = blad.taak.onderdelen
    if 0 < len(onderdelen) < MINSTENS:
        laatste = onderdelen[-1].titel
        yield Vondst(
            laatste.regelnummer,
            1,
            f"Hier staan te weinig onderdelen: {len(onderdelen)}. Dan valt er weinig te kiezen om te oefenen.",
            "Maak er drie tot vijf: uit welke handelingen bestaat het gedrag?",
        )
    for titel in (onderdeel.titel for onderdeel in onderdelen[HOOGSTENS : HOOGSTENS + 1]):
        yield Vondst(
            titel.regelnummer,
            1,
            f"Dit is onderdeel {HOOGSTENS + 1} van {len(onderdelen)}. Zoveel is niet te overzien.",
            "Voeg samen wat in de les bij elkaar hoort, of maak er twee taken van.",
        )
