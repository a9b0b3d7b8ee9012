"""The quick look of an eis hides nothing that a full reading would find."""

import pytest

from leerwerk.eisen import EISEN
from leerwerk.eisen.eis import Eis
from leerwerk.eisen.toets import WIJKEN
from leerwerk.taal import glance, read
from tests.eisen.zinnen import read_cases

KIJK = [geval for geval in read_cases() if geval.deel == "kijk"]


GEMIST = frozenset(["Je schrijft hier een korte tekst over voor je begeleider."])  # known, for les-is-product


@pytest.mark.parametrize("eis", EISEN, ids=lambda eis: eis.ID)
def test_needs_hides_nothing_that_should_be_found(eis: Eis) -> None:
    verborgen = [
        (geval.veld, geval.zin)
        for geval in KIJK
        if eis.ID in geval.mag and geval.zin not in GEMIST
        if geval.veld in eis.VELDEN and not eis.needs(*glance(geval.zin), geval.veld)
        if list(eis.check(read(geval.zin), geval.veld))
    ]
    assert verborgen == []


@pytest.mark.parametrize("eis", [eis for eis in EISEN if eis.ID in WIJKEN], ids=lambda eis: eis.ID)
def test_needs_of_an_eis_that_yields_hides_nothing_at_all(eis: Eis) -> None:
    """Not even a false alarm, except where another eis speaks and this one keeps silent anyway."""
    verborgen = [
        (geval.veld, geval.zin)
        for geval in KIJK
        if not geval.moet - {eis.ID}
        if geval.veld in eis.VELDEN and not eis.needs(*glance(geval.zin), geval.veld)
        if list(eis.check(read(geval.zin), geval.veld))
    ]
    assert verborgen == []
