"""Elke bron wordt door een taak genoemd.

Wat: bij elke bron in `bronnen.yaml` is er een taak die ernaar verwijst. Dit kijkt
leerwerk alleen na als je de hele bank nakijkt.

Waarom: een lijst met bronnen die niemand gebruikt, wordt steeds lastiger bij te houden.

Goed: "rosenshine-2012 staat in bronnen.yaml en bij een handvat van directe-instructie."
Fout: "jansen-1998 staat in bronnen.yaml, en in geen enkele taak."

Wat dan wel: verwijs ernaar in de taak die erop steunt, of haal de bron weg.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.bron import Bron
from leerwerk.eisen.blad import Vondst

ID = "bron-gebruikt"
TITEL = "Elke bron wordt door een taak genoemd"
ERNST = Ernst.ADVIES


def check(bronnen: tuple[Bron, ...], geciteerd: frozenset[str] | None) -> Iterator[Vondst]:
    """Stop at a source that no task cites; silent unless the whole bank was checked."""
    for bron in bronnen if geciteerd is not None else ():
        if bron.id and bron.id not in (geciteerd or ()):
            yield Vondst(
                *bron.plaats("id"),
                f"Geen enkele taak verwijst naar `{bron.id}`.",
                "Verwijs ernaar in de taak die erop steunt, of haal de bron weg.",
            )
