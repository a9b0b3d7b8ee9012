"""The quick reader and CommonMark give the same sections, or the quick one gives up."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerwerk.domain.document import Document, Tabel
from leerwerk.store import commonmark
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.blokken import lees_gewoon
from leerwerk.store.kop import lees_document

TAKEN = sorted((Path(__file__).parents[2] / "taken").rglob("*.md"))

REGELS = st.sampled_from(
    [
        "", "", "  ", "tekst", "  tekst", "    tekst", "- punt", "- punt {#x}", "  - Waarom: omdat", "   - drie", "    - vier",
        "1. een", "2. twee", "10. tien", "3) drie", "# Kop", "## Onderdeel: A {#oud}", "### Theorie", "#### ", "##### vijf #",
        "###### zes", "####### zeven", "#geen", "> citaat", "```", "~~~", "---", "- - -", "***", "* ster", "*schuin* is", "**vet**",
        "___", "_schuin_", "+ plus", "===", "=", "<!-- opmerking -->", "<!-- open", "-->", "<div>", "<b>x</b>", "  <!-- x -->",
        "[a]: http://x", "[@bron] zegt", "[a](b)", "- [ ] taak", "- # kop", "- > x", "-", "- ", "-  twee", "1.", "1.  twee",
        "2024. Zo", "12 uur", "`code` eerst", "```code```", "\\# ontsnapt", "tekst  ", "tekst\\", "\ttab", "a\tb", "\u00a0nbsp", "é",
        "- tekst:", "- 'citaat'", "| a | b |", "!x", "![x](y)", "…", "–", "&amp;", "- **vet**", "- *", "1. - x", "- 1. x", "a\u00a0",
        "## Kop\u00a0", "- <!-- x -->", "<!-- a --> b", "<!-- a --><!-- b -->", "  1. genest", "   tekst", " tekst", " - punt", "#\u00a0x",
    ]
)  # fmt: skip


def gelijk(romp: str) -> bool:
    """Whether both agree; True also when the quick reader gives up."""
    document = Document("", Tabel((), 1, 1), romp, 7, b"")
    gewoon = lees_gewoon(document)
    return gewoon is None or gewoon == commonmark.lees_secties(document)


@given(st.lists(REGELS, max_size=12).map("\n".join))
@settings(max_examples=1500, deadline=None)
def test_lines_of_every_kind_read_the_same(romp):
    assert gelijk(romp)


@given(st.text(alphabet="-#*_`<>[]()!:.=+ 1a\n\\", max_size=40))
@settings(max_examples=1500, deadline=None)
def test_marks_in_any_order_read_the_same(romp):
    assert gelijk(romp)


@pytest.mark.parametrize("pad", TAKEN, ids=lambda pad: pad.stem)
def test_every_task_of_the_bank_is_plain_and_reads_the_same(pad):
    tekst, inhoud = lees_tekst(pad, pad.parent)
    document = lees_document(tekst, "x", inhoud)
    assert lees_gewoon(document) == commonmark.lees_secties(document)
