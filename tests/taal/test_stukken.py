"""A passage that is read in pieces has the same sentences as one that is read at a stretch."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerwerk.taal import read, zin
from tests.deur import WORTEL

BROKKEN = (
    "Vraag het.", "Wacht drie tellen!", "Zeg: 'Lever je blad in. Ga zitten.'", "'Wie weet het?'", "Marzano (2003)", "bijv.", "o.a.",
    "[@bron-2020, p. 3]", "https://x.nl/A. B", "foto's", "zo'n", "'s Ochtends", "“Kom maar. Ga zitten.”", '"Half open. Toch', "_'Nee'_",
    "3'4", "Dr. Pieters", "één", "En dan?", "… Klaar", "(Lees dit. Of dat.)", "A.", "<!-- Niet. Dit -->", "blz. 4", "de kern.", "‘Ja.’ Goed.",
)  # fmt: skip


def woorden(tekst: str) -> list[list[tuple[str, int, int, bool]]]:
    return [[(w.vorm, w.begin, w.eind, w.citaat) for w in gelezen.woorden] for gelezen in read(tekst)]


def in_een_keer(tekst: str) -> list[list[tuple[str, int, int, bool]]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zin, "pieces", lambda kaal: [(0, len(kaal))])
        return woorden(tekst)


@given(st.lists(st.sampled_from(BROKKEN), max_size=8), st.sampled_from((" ", "\n", "")))
def test_pieces_change_nothing(brokken, ertussen):
    tekst = ertussen.join(brokken)
    assert woorden(tekst) == in_een_keer(tekst)


def test_pieces_change_nothing_in_the_bank():
    alineas = {
        alinea
        for pad in sorted(Path(WORTEL / "taken").rglob("*.md"))
        for alinea in pad.read_text(encoding="utf-8").split("\n\n")
    }
    assert len(alineas) > 500
    assert [alinea for alinea in alineas if woorden(alinea) != in_een_keer(alinea)] == []


def test_a_pronoun_still_knows_the_pupils_of_a_piece_that_is_passed_over():
    tekst = "Leerlingen schrijven samen. Daarna leveren ze hun verslag in."
    (laatste,) = read(tekst, kansrijk=lambda woorden: "verslag" in woorden)
    assert laatste.na_leerlingen()
    assert not read("Je wacht. Daarna leveren ze het in.", kansrijk=lambda woorden: "ze" in woorden)[
        0
    ].na_leerlingen()
