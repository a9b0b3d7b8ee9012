"""Het id van een taak verandert nooit.

Wat: een taak die al in de bank stond, houdt haar `id`. Dit kijkt leerwerk na als je
vergelijkt met een eerdere versie: `leerwerk valideer --basis main`.

Waarom: in de portfolio's van studenten staat met welke taak zij oefenen. Verandert het
id, dan vinden zij hun taak niet terug.

Goed: "titel: Orde houden in een drukke klas, id: orde-houden"
Fout: "id: orde-houden wordt id: orde-houden-in-een-drukke-klas"

Wat dan wel: zet het oude id terug. De titel mag je wel veranderen.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst

ID = "id-blijft"
TITEL = "Het id van een taak verandert nooit"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at an id that differs from the one this file had at the basis."""
    vorige = (blad.bank.basis or {}).get(blad.document.pad)
    if vorige and vorige.id and blad.taak.id and vorige.id != blad.taak.id:
        gebruikt = " Er is een portfolio met een ronde bij deze taak." if vorige.id in blad.bank.in_gebruik else ""
        yield Vondst(
            *blad.plaats("id"),
            f"Het id van deze taak was `{vorige.id}`.{gebruikt}",
            f"Zet `id: {vorige.id}` terug; de titel mag wel veranderen.",
        )
