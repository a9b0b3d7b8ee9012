"""From a passage to what the eisen find in it."""

from collections.abc import Iterator

from leerwerk.eisen import EISEN, Eis
from leerwerk.eisen.treffer import Treffer
from leerwerk.taal import read

WIJKEN = frozenset({"herhaalbaar", "gedrag-waarneembaar", "theorie-geeft-handvat"})


def check_passage(tekst: str, veld: str) -> Iterator[tuple[Eis, Treffer]]:
    """What the eisen find in the text of one field."""
    zinnen = read(tekst)
    gevonden = False
    for eis in EISEN:
        if veld not in eis.VELDEN or (gevonden and eis.ID in WIJKEN):
            continue
        for treffer in eis.check(zinnen, veld):
            gevonden = True
            yield eis, treffer
