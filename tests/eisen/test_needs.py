"""The quick look of an eis hides nothing that a full reading would find."""

import pytest

from leerwerk.eisen import EISEN
from leerwerk.eisen.eis import Eis
from leerwerk.taal import glance, read
from tests.eisen.zinnen import read_cases

KIJK = [geval for geval in read_cases() if geval.deel == "kijk"]


@pytest.mark.parametrize("eis", EISEN, ids=lambda eis: eis.ID)
def test_needs_hides_nothing(eis: Eis) -> None:
    verborgen = [
        (geval.veld, geval.zin)
        for geval in KIJK
        if geval.veld in eis.VELDEN and not eis.needs(*glance(geval.zin), geval.veld)
        if list(eis.check(read(geval.zin), geval.veld))
    ]
    assert verborgen == []
