"""What the eisen work out of their own words before they can read.

It is the same for every task, and takes longer than reading a small bank: so it
comes packed with leerwerk (hatch_build.py), or is kept from the first time.
"""

from pathlib import Path

from leerwerk.actions.onthouden import BEPAALT
from leerwerk.eisen.rijen import ZEVEN
from leerwerk.eisen.toets import prepare
from leerwerk.eisen.weging import use_weights, weights
from leerwerk.eisen.zeef import Tabellen
from leerwerk.store.geheugen import Geheugen
from leerwerk.store.plaatsen import ingepakt
from leerwerk.taal import tables, use_tables

INGEPAKT = ingepakt("woorden")


def maak_gereed() -> None:
    """Make the eisen ready to read."""
    geheugen = Geheugen("woorden", BEPAALT, INGEPAKT)
    tabellen, zeven, gewichten = geheugen.van(b"", _werk_uit)
    use_tables(tabellen)
    use_weights(gewichten)
    ZEVEN.update((eis, Tabellen(*zeef)) for eis, zeef in zeven.items())
    prepare()
    geheugen.bewaar()


def verpak(pad: Path) -> None:
    """Work it out for a package of leerwerk with these sources, for the Python that runs. Raises OSError."""
    geheugen = Geheugen("woorden", BEPAALT)
    geheugen.van(b"", _werk_uit)
    geheugen.schrijf(pad)


def _werk_uit() -> tuple[object, ...]:
    prepare()
    return tables(), {eis: tuple(zeef) for eis, zeef in ZEVEN.items()}, weights()
