"""Explaining an eis: its text, and which eisen there are."""

from leerwerk.domain.verslag import Eistekst
from leerwerk.domain.waarden import lijkt_op
from leerwerk.eisen import ALLE
from leerwerk.errors import VerkeerdGebruik


def alle_eisen() -> dict[str, Eistekst]:
    """Every eis by id, in the order in which they are explained."""
    return {eis.ID: Eistekst(eis.ID, eis.TITEL, (eis.__doc__ or "").strip()) for eis in ALLE}


def leg_uit(id: str) -> Eistekst:
    """The eis with this id. Raises VerkeerdGebruik with the one that was probably meant."""
    eisen = alle_eisen()
    if id not in eisen:
        bedoeld = lijkt_op(id, eisen)
        raise VerkeerdGebruik(
            f"Er is geen eis `{id[:80]}`.",
            nu=f"Bedoel je `{bedoeld}`? Kijk met: leerwerk uitleg {bedoeld}"
            if bedoeld
            else "Bekijk alle eisen met: leerwerk uitleg",
        )
    return eisen[id]
