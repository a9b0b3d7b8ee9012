"""Exceptions: how they may be written, and for which lines they hold."""

import pytest

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.eisen.uitzonderingen import lees_uitzonderingen, pas_toe

KOP = 3


def lees(tekst):
    return lees_uitzonderingen(f"---\nid: a\n---\n{tekst}", KOP)


@pytest.mark.parametrize("streep", [" - ", " – ", " — ", ": ", " : ", "–", "—", ":", " -- ", "  ", " "])
def test_every_dash_and_a_colon_part_the_eis_from_its_reason(streep):
    (uitzondering,) = lees(f"<!-- leerwerk: les-is-product{streep}het is van leerlingen -->\ntekst\n")
    assert (uitzondering.eis, uitzondering.reden) == ("les-is-product", "het is van leerlingen")


@pytest.mark.parametrize("rest", ["formatief", "formatief -", "formatief –", "formatief:", "formatief – – "])
def test_a_dash_alone_is_no_reason(rest):
    (uitzondering,) = lees(f"<!-- leerwerk: {rest} -->\ntekst\n")
    assert (uitzondering.eis, uitzondering.reden) == ("formatief", "")


@pytest.mark.parametrize(
    ("onder", "regels"),
    [
        ("een\ntwee\n\ndrie", {5, 6}),
        ("\n\neen\n- twee", {7}),
        ("- een\n  vervolg\n- twee", {5, 6}),
        ("  - Waarom: een\n- twee", {5}),
        ("## Kop\n\ntekst", {5}),
        ("<!-- leerwerk: herhaalbaar – ook -->\n- een\n- twee", {6}),
    ],
)
def test_an_exception_holds_for_the_block_below_it(onder, regels):
    assert lees(f"<!-- leerwerk: formatief – x y -->\n{onder}\n")[0].bereik == regels


def test_in_front_matter_an_exception_is_a_yaml_comment():
    tekst = "---\nid: a\n# leerwerk: formatief – omdat\ngedrag: x\n---\n# leerwerk: formatief – dit is een kop\n"
    assert [(u.regelnummer, u.bereik) for u in lees_uitzonderingen(tekst, 5)] == [(3, {4})]


def test_at_the_very_top_an_exception_also_holds_for_the_file():
    tekst = "---\n# leerwerk: taak-blijft – omdat\n# leerwerk: formatief – omdat\nid: a\n---\n"
    assert [u.bereik for u in lees_uitzonderingen(tekst, 5)] == [{1, 4}, {1, 4}]


def test_what_stands_in_a_code_fence_is_no_exception():
    assert lees("```\n<!-- leerwerk: formatief – voorbeeld -->\n```\n") == ()


def test_an_exception_for_one_eis_leaves_the_others():
    bevindingen = [Bevinding("a.md", 5, 1, eis, Ernst.FOUT, "x", "y") for eis in ("formatief", "herhaalbaar")]
    over = pas_toe(
        lees("<!-- leerwerk: formatief – omdat -->\ntekst\n"), bevindingen, {"formatief"}, (), {"formatief"}, "a.md"
    )
    assert [bevinding.eis for bevinding in over] == ["herhaalbaar"]


def test_an_eis_that_was_not_looked_at_is_not_called_unused():
    uitzonderingen = lees("<!-- leerwerk: id-blijft – omdat -->\ntekst\n")
    assert pas_toe(uitzonderingen, [], {"id-blijft"}, (), (), "a.md") == ()
