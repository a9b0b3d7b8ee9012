"""Forms of a Dutch word share a stem, and other words do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerwerk.domain.stam import klank, stam
from leerwerk.domain.woorden import afstand, woorden


@pytest.mark.parametrize(
    "vormen",
    [
        "luisteren luistert luister geluisterd",
        "vragen vraagt gevraagd vraag",
        "uitleggen uitgelegd uitlegt uitleg",
        "groep groepen groepje groepjes",
        "proef proeven proefje proefjes",
        "woord woorden woordje woordjes",
        "zin zinnen zinnetje zinnetjes",
        "schrijven schrijft schrijf",
        "lezen leest lees",
        "differentiëren differentieert differentiatie",
        "bewegen beweegt beweging bewegingen",
        "samenwerken samenwerkt samenwerking samengewerkt",
        "moeilijk moeilijke moeilijkheden",
        "practicum practica",
        "formule formules",
        "waarschuwen gewaarschuwd waarschuwing",
    ],
)
def test_forms_of_one_word_share_a_stem(vormen: str) -> None:
    assert len({stam(woord) for woord in woorden(vormen)}) == 1


@pytest.mark.parametrize(
    "paar", ["les lees", "orde order", "fout foto", "vraag vaag", "kaart kaas", "schrijfles schrijf"]
)
def test_other_words_do_not(paar: str) -> None:
    een, ander = paar.split()
    assert stam(een) != stam(ander)


@pytest.mark.parametrize(("fout", "goed"), [("praktikum", "practicum"), ("kwis", "kwiss"), ("misteri", "misteri")])
def test_what_sounds_alike_is_alike(fout: str, goed: str) -> None:
    assert klank(fout) == klank(goed)


@pytest.mark.parametrize(
    ("een", "ander", "ver"),
    [("orde", "orde", 0), ("orde", "ored", 1), ("orde", "odre", 1), ("orde", "ordes", 1), ("orde", "vaart", 3)],
)
def test_distance_counts_letters(een: str, ander: str, ver: int) -> None:
    assert afstand(een, ander, 2) == ver


@given(st.text(alphabet="abdefghijklmnoprstuvwz", max_size=14))
def test_any_word_has_a_stem_that_is_no_longer_than_itself(woord: str) -> None:
    assert 0 <= len(stam(woord)) <= len(woord) + 1
    assert bool(stam(woord)) == bool(woord)
