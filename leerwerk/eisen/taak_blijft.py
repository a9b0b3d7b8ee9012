"""Een taak verdwijnt niet uit de bank.

Wat: een taak die studenten konden kiezen, blijft in de bank staan. Past zij niet meer,
dan krijgt zij `status: vervallen`. Dit kijkt leerwerk na als je vergelijkt met een
eerdere versie: `leerwerk valideer --basis main`. Een taak die nog `concept` was, mag weg
zolang geen portfolio haar gebruikt.

Waarom: studenten hebben met de taak geoefend en willen haar bij het terugkijken kunnen
lezen.

Goed: "status: vervallen, vervangen_door: vragen-stellen"
Fout: "het bestand weggooien, of een ander id geven door het te hernoemen"

Wat dan wel: haal het bestand terug uit Git en zet `status: vervallen`.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Bankkennis, Vondst

ID = "taak-blijft"
TITEL = "Een taak verdwijnt niet uit de bank"
ERNST = Ernst.FOUT


def check(bank: Bankkennis) -> Iterator[tuple[str, Vondst]]:
    """Stop at a task that was in the bank at the basis and is not in it now."""
    for vorige in (bank.basis or {}).values():
        gebruikt = vorige.id in bank.in_gebruik
        weg = vorige.id not in bank.taken and not any(vorige.pad in paden for paden in bank.taken.values())
        if weg and (vorige.status != "concept" or gebruikt):
            yield (
                vorige.pad,
                Vondst(
                    1,
                    1,
                    f"De taak `{vorige.id}` is weg."
                    + (" Er is een portfolio met een ronde bij deze taak." if gebruikt else ""),
                    f"Haal {vorige.pad} terug uit Git en geef de taak `status: vervallen`.",
                ),
            )
