"""Small things about text: places, slugs, characters, versions, findings."""

import subprocess

import pytest

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.document import Passage, Waarde
from leerwerk.domain.slug import LENGTE, slug
from leerwerk.domain.tekens import effen, verboden_teken, zichtbaar
from leerwerk.domain.versie import blob_id
from leerwerk.domain.waarden import is_id


@pytest.mark.parametrize(
    ("passage", "positie", "plaats"),
    [
        (Passage("abc", 3, 5), 0, (3, 5)),
        (Passage("abc", 3, 5), 2, (3, 7)),
        (Passage("ab\ncd", 3, 5, (9,)), 3, (4, 9)),
        (Passage("ab\ncd", 3, 5, (9,)), 4, (4, 10)),
        (Passage("ab\ncd\nef", 3, 5, (9,)), 6, (5, 1)),
    ],
)
def test_character_has_its_place_in_the_file(passage: Passage, positie: int, plaats: tuple[int, int]) -> None:
    assert passage.plaats(positie) == plaats


@pytest.mark.parametrize(("kaal", "kolom"), [(True, 4), (False, 5)])
def test_quoted_value_begins_past_its_quote(kaal: bool, kolom: int) -> None:
    assert Waarde("x", kaal, 2, 4).passage() == Passage("x", 2, kolom)


def test_passage_reads_as_its_text() -> None:
    assert str(Passage("tekst")) == "tekst"


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Directe instructie", "directe-instructie"),
        ("Zoë's café!", "zoes-cafe"),
        ("van 't Hoff", "van-t-hoff"),
        ("  a  --  b  ", "a-b"),
        ("李", ""),
        ("", ""),
        ("ﬁ", "fi"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 100, "x" * LENGTE),
    ],
)
def test_slug_is_plain_words_with_hyphens(tekst: str, verwacht: str) -> None:
    assert slug(tekst) == verwacht
    assert not verwacht or is_id(slug(tekst))


def test_slug_is_cut_at_a_word() -> None:
    assert slug("een twee drie", 8) == "een-twee"
    assert slug("een twee drie", 7) == "een"


@pytest.mark.parametrize(
    ("tekst", "teken"),
    [
        ("gewoon\ttekst\nmet één 👩‍🏫 en \u2028", ""),
        ("a\0b", "U+0000"),
        ("a\x1b[31m", "U+001B"),
        ("a\x7f", "U+007F"),
        ("a\x9b", "U+009B"),
        ("a\u202e", "U+202E"),
        ("a\u2069", "U+2069"),
        ("a\ud800", "U+D800"),
        ("a\uffff", "U+FFFF"),
        ("a\rb", "U+000D"),
    ],
)
def test_character_that_nobody_can_see_is_found(tekst: str, teken: str) -> None:
    assert verboden_teken(tekst) == teken
    assert bool(teken) == ("�" in zichtbaar(tekst))


def test_windows_line_end_is_no_control_character_on_screen() -> None:
    assert zichtbaar("a\r\nb") == "a\nb"


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\n \n  a  ", "  a"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("a\n\n\nb\n\n", "a\n\n\nb"),
        ("  \n", ""),
    ],
)
def test_text_is_kept_with_even_line_ends(tekst: str, verwacht: str) -> None:
    assert effen(tekst) == verwacht
    assert effen(effen(tekst)) == effen(tekst)


@pytest.mark.parametrize("inhoud", [b"", b"abc\n", "één\n".encode(), b"\0\xff"])
def test_version_is_what_git_says(inhoud: bytes) -> None:
    git = subprocess.run(["git", "hash-object", "--stdin"], input=inhoud, capture_output=True, check=True)
    assert blob_id(inhoud) == git.stdout.decode().strip()


def test_version_does_not_depend_on_line_ends() -> None:
    assert blob_id(b"a\r\nb\r\n") == blob_id(b"a\nb\n")


def test_finding_has_its_place() -> None:
    assert Bevinding("x.md", 3, 1, "velden-volledig", Ernst.FOUT, "Iets.").plaats == "x.md:3"
