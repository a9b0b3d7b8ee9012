"""Het id van een taak is de naam van haar bestand.

Wat: de taak met `id: orde-houden` staat in een bestand `orde-houden.md`.

Waarom: een student vindt de taak met haar id, en een portfolio verwijst ernaar. Zo is
er nooit twijfel welk bestand bedoeld is.

Goed: "orde-houden.md, met id: orde-houden"
Fout: "orde.md, met id: orde-houden"

Wat dan wel: geef een nieuw bestand de naam van het id. Was de taak er al, verander
dan het id niet, maar de naam van het bestand.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst

ID = "id-is-bestandsnaam"
TITEL = "Het id van een taak is de naam van haar bestand"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at an id that differs from the file name."""
    naam = PurePosixPath(blad.document.pad).stem
    if blad.taak.id and blad.taak.id != naam:
        yield Vondst(
            *blad.plaats("id"),
            f"Het id is `{blad.taak.id}`, maar het bestand heet `{naam}.md`.",
            f"Noem het bestand `{blad.taak.id}.md`, of geef een nieuwe taak het id `{naam}`.",
        )
