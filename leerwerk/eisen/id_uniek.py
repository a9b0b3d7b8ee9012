"""Elk id komt in de bank één keer voor.

Wat: er zijn geen twee taken met hetzelfde id, ook niet in verschillende mappen.

Waarom: een student kiest een taak met haar id. Bij twee dezelfde krijgt die de ene,
en ziet niemand de andere.

Goed: "onderwijskundig/vragen-stellen.md en vak/beta/vragen-stellen-bij-een-proef.md"
Fout: "onderwijskundig/vragen-stellen.md en vak/beta/vragen-stellen.md"

Wat dan wel: geef de nieuwste taak een titel en een id die zeggen wat er anders aan is.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst

ID = "id-uniek"
TITEL = "Elk id komt in de bank één keer voor"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a task whose file name occurs earlier in the bank."""
    paden = blad.bank.taken.get(PurePosixPath(blad.document.pad).stem, ())
    for ander in paden[:1] if len(paden) > 1 else ():
        if ander != blad.document.pad:
            yield Vondst(
                *blad.plaats("id"),
                f"Dit id heeft ook de taak in {ander}.",
                "Geef de nieuwste van de twee een andere titel en een ander id.",
            )
