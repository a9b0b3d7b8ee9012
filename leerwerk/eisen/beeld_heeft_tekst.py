"""Elk beeld heeft een beschrijving.

Wat: tussen de haken van `![…](plaatje.svg)` staat wat er te zien is.

Waarom: wie niet (goed) ziet, hoort de beschrijving voorlezen. Ook wie de taak afdrukt
of het beeld niet kan laden, weet dan waar het om gaat.

Goed: "![Plattegrond: de docent staat bij de deur](bij-de-deur.svg)"
Fout: "![](bij-de-deur.svg)"
Fout: "![afbeelding](bij-de-deur.svg)"

Wat dan wel: schrijf in één zin op wat iemand aan het beeld moet zien.
"""

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst
from leerwerk.eisen.opmaak import find_links, mark

ID = "beeld-heeft-tekst"
TITEL = "Elk beeld heeft een beschrijving"
ERNST = Ernst.FOUT
_ZEGT_NIETS = (
    r"(?i)\s*(?:(?:een |de )?(?:afbeelding|plaatje|foto|beeld|figuur|image|img|picture|logo|screenshot)\s*\d*)?\s*"
    r"|\S+\.\w{3,4}"
)


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at an image without a description, or with one that says nothing."""
    for merk in find_links(blad.document):
        if merk.beeld and re.fullmatch(_ZEGT_NIETS, merk.tekst):
            yield mark(
                blad.document,
                merk.begin,
                merk.eind,
                "Dit beeld heeft geen beschrijving. Wie het niet ziet, mist wat erop staat.",
                "Schrijf tussen de haken wat er te zien is: `![Plattegrond: …](…)`.",
            )
