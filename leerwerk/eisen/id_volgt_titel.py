"""Het id van een nieuwe taak komt van haar titel.

Wat: het id is de titel in kleine letters, met streepjes tussen de woorden: `Orde
houden` wordt `orde-houden`. Een lange titel mag je aan het eind inkorten.

Waarom: wie de titel kent, kan de taak meteen oproepen.

Goed: "titel: Orde houden, id: orde-houden"
Fout: "titel: Orde houden, id: taak-7b"

Wat dan wel: neem het id dat leerwerk voorstelt zolang de taak nieuw is. Bestond de
taak al en kreeg zij later een andere titel, laat het id dan zo: het verandert nooit.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.slug import slug
from leerwerk.eisen.blad import Blad, Vondst

ID = "id-volgt-titel"
TITEL = "Het id van een nieuwe taak komt van haar titel"
ERNST = Ernst.ADVIES


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at an id that is not the title as a slug, or the beginning of it."""
    taak = blad.taak
    verwacht = slug(taak.titel)
    if not taak.id or not verwacht or f"{verwacht}-".startswith(f"{taak.id}-"):
        return
    if any(vorige.id == taak.id for vorige in (blad.bank.basis or {}).values()):
        return
    yield Vondst(
        *blad.plaats("id"),
        f"Het id `{taak.id}` is niet de titel met streepjes. Wie de titel kent, vindt de taak zo niet.",
        f"Is de taak nieuw, neem dan `{verwacht}`. Bestond zij al, laat het id dan zo.",
    )
