"""A piece of a passage ends only where a sentence does, and holds the words of its sentences."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from leerwerk.taal import glimpse, read
from leerwerk.taal.stukken import _words
from leerwerk.taal.woorden import GESPELD
from tests.deur import WORTEL

BROKKEN = (
    "Vraag het.", "Wacht drie tellen!", "Zeg: 'Lever je blad in. Ga zitten.'", "'Wie weet het?'", "Marzano (2003)", "bijv.", "o.a.",
    "[@bron-2020, p. 3]", "https://x.nl/A. B", "foto's", "zo'n", "'s Ochtends", "“Kom maar. Ga zitten.”", '"Half open. Toch', "_'Nee'_",
    "3'4", "Dr. Pieters", "één", "En dan?", "… Klaar", "(Lees dit. Of dat.)", "A.", "<!-- Niet. Dit -->", "blz. 4", "de kern.", "‘Ja.’ Goed.",
    "İstanbul.",
)  # fmt: skip


def doorgesneden(tekst: str) -> list[tuple[int, int]]:
    """The sentences that a piece cuts in two."""
    grenzen = {stukje.begin for stukje in glimpse(tekst)}
    return [(zin.begin, zin.eind) for zin in read(tekst) if any(zin.begin < grens < zin.eind for grens in grenzen)]


@given(st.lists(st.sampled_from(BROKKEN), max_size=8), st.sampled_from((" ", "\n", "")))
def test_no_sentence_is_cut(brokken, ertussen):
    assert doorgesneden(ertussen.join(brokken)) == []


@given(st.lists(st.sampled_from(BROKKEN), max_size=8))
def test_pieces_follow_each_other(brokken):
    tekst = " ".join(brokken)
    stukjes = glimpse(tekst)
    assert [stukje.begin for stukje in stukjes] == [0, *(stukje.eind for stukje in stukjes[:-1])]
    assert stukjes[-1].eind == len(tekst)


def test_no_sentence_of_the_bank_is_cut():
    alineas = {
        alinea
        for pad in sorted(Path(WORTEL / "taken").rglob("*.md"))
        for alinea in pad.read_text(encoding="utf-8").split("\n\n")
    }
    assert len(alineas) > 500
    assert [alinea for alinea in alineas if doorgesneden(alinea)] == []


def test_a_quoted_sentence_has_no_words_and_a_quoted_word_has():
    (stukje,) = glimpse("Zeg 'pak je schrift' en vraag naar de 'kern' [@bron-2020].")
    assert stukje.woorden == ["zeg", "en", "vraag", "naar", "de", "kern"]


@given(
    st.lists(
        st.sampled_from((*BROKKEN, "en/of", "-lijst", "les-", "a--b", "kern_1", "½", "\u00a0", "\x1c", "x'")),
        max_size=6,
    )
)
def test_words_are_found_as_they_are_spelled(brokken):
    tekst = " ".join(brokken).lower()
    assert _words(tekst) == GESPELD.findall(tekst)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_words_in_any_text_are_found_as_they_are_spelled(tekst):
    assert _words(tekst.lower()) == GESPELD.findall(tekst.lower())


def test_a_pronoun_knows_the_pupils_of_a_sentence_before():
    *_, laatste = read("Leerlingen schrijven samen. Daarna leveren ze hun verslag in.")
    assert laatste.na_leerlingen()
    *_, laatste = read("Je wacht. Daarna leveren ze het in.")
    assert not laatste.na_leerlingen()
