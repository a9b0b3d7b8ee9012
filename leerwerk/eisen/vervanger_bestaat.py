"""Een vervallen taak wijst de weg.

Wat: staat er `vervangen_door`, dan is de status `vervallen` en bestaat de taak die
genoemd wordt. Die taak is niet zelf ook vervallen door deze.

Waarom: een student die een oude taak opzoekt, komt zo bij de taak die er nu is.

Goed: "status: vervallen, vervangen_door: vragen-stellen"
Fout: "status: actueel, vervangen_door: vragen-stelen"

Wat dan wel: neem het id van een taak uit de bank, of laat `vervangen_door` weg.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.waarden import lijkt_op
from leerwerk.eisen.blad import Blad, Vondst

ID = "vervanger-bestaat"
TITEL = "Een vervallen taak wijst de weg"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a replacement that is not there, is the task itself, or replaces a task in use."""
    taak = blad.taak
    if not taak.vervangen_door:
        return
    plaats = blad.plaats("vervangen_door")
    if taak.status and taak.status != "vervallen":
        yield Vondst(
            *plaats,
            f"Deze taak is {taak.status}, dus zij is niet vervangen.",
            "Maak er `status: vervallen` van, of haal `vervangen_door` weg.",
        )
    elif taak.vervangen_door == taak.id:
        yield Vondst(
            *plaats,
            "Een taak kan zichzelf niet vervangen.",
            "Noem de taak die er nu is, of haal `vervangen_door` weg.",
        )
    elif blad.bank.taken and taak.vervangen_door not in blad.bank.taken:
        bedoeld = lijkt_op(taak.vervangen_door, blad.bank.taken)
        yield Vondst(
            *plaats,
            f"Er is geen taak `{taak.vervangen_door}` in de bank.",
            f"Bedoel je `{bedoeld}`?" if bedoeld else "Neem het id van een taak uit de bank.",
        )
