"""A quick look at a whole file hides nothing that a look at every passage would find."""

import re
from types import SimpleNamespace

import pytest

from leerwerk.domain.document import Passage
from leerwerk.eisen import zonder_leerlingnamen, zonder_opnamen


def blad(tekst):
    return SimpleNamespace(tekst=tekst, passages=[("uitvoering", Passage(tekst))])


@pytest.mark.parametrize("achter", ["", "2A", "X", "_", "'s", "’s", "-Marie", "é"])
def test_of_names(achter):
    namen = zonder_leerlingnamen.voornamen()
    for tekst in (f"Vandaag let je op {naam}{achter} in de les." for naam in sorted(namen)):
        zonder_blik = zonder_leerlingnamen._in_passage(Passage(tekst), namen)
        assert list(zonder_leerlingnamen.check(blad(tekst))) == list(zonder_blik)


@pytest.mark.parametrize(
    "tekst",
    ["FILM DE LES.", "Camera-opname van de les: maak een VIDEO van de klas.", "Leg het Op Beeld vast.", "Neem de les op.",
     "Zet de uitleg op film vast.", "Neem het met je telefoon op.", "Maak een Filmpje van leerlingen."],
)  # fmt: skip
def test_of_recordings(tekst):
    gezocht = re.search(zonder_opnamen._OPNAME, tekst) or re.search(zonder_opnamen._NEEM_OP, tekst)
    assert gezocht
    assert list(zonder_opnamen.check(blad(tekst)))
