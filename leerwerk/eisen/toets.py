"""From a passage to what the eisen find in it."""

from collections.abc import Iterator

from leerwerk.eisen import EISEN, Eis
from leerwerk.eisen.treffer import Treffer
from leerwerk.taal import glance, read

WIJKEN = frozenset({"herhaalbaar", "gedrag-waarneembaar", "theorie-geeft-handvat"})


def check_passage(tekst: str, veld: str) -> Iterator[tuple[Eis, Treffer]]:
    """What the eisen find in the text of one field; a passage that no eis has a reason to read is not read."""
    tekens, woorden = glance(tekst)
    eisen = [eis for eis in EISEN if veld in eis.VELDEN and eis.needs(tekens, woorden, veld)]
    gevonden = False
    for eis in eisen:
        if gevonden and eis.ID in WIJKEN:
            continue
        for treffer in eis.check(read(tekst), veld):
            gevonden = True
            yield eis, treffer
