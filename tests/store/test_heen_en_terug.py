"""What is written reads back the same, whatever a person typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerwerk.domain import velden
from leerwerk.domain.portfolio import Leerdoel, Observatie, Reflectie, Uitvoering, Vervolg
from leerwerk.domain.tekens import VERBODEN, effen
from leerwerk.domain.waarden import read_velden
from leerwerk.store.herschrijver import herschrijf
from leerwerk.store.kop import lees_document
from leerwerk.store.romp import lees_secties
from leerwerk.store.schrijver import schrijf_document

LASTIG = [
    "# kop",
    "## Een moment uit de les",
    "```\ncode zonder einde",
    "<!-- nooit gesloten",
    "<script>alert(1)</script>",
    "\\# al ontsnapt",
    "\\\\## dubbel",
    "onderstreept\n---\nen verder",
    "titel\n=====",
    "- punt\n  - punt\n\n      ## ingesprongen",
    "[a]: http://voorbeeld.nl",
    "> ## citaat",
    "   ~~~",
    "---\nop: 2020-01-01\n---",
    "'aan' \"halen\" \\n {% raw %} {{ 7*7 }}",
    "nee: ja\n\ttab",
]

tekst = (
    st.one_of(
        st.sampled_from(LASTIG),
        st.lists(st.sampled_from([*LASTIG, "", "  ", "gewoon"]), max_size=6).map("\n".join),
        st.text(max_size=200),
    )
    .map(effen)
    .filter(lambda t: not VERBODEN.search(t))
)
regel = (
    st.one_of(
        st.sampled_from(["no", "12:30", "1.10", "0123", "ja", "null", "~", "2026-01-01", "a: b", "#x", "- y", "&z"]),
        st.text(min_size=1, max_size=80),
    )
    .map(lambda t: " ".join(t.split()))
    .filter(lambda t: t and not VERBODEN.search(t))
)


def lees(soort, inhoud):
    document = lees_document(inhoud.decode(), "x.md", inhoud)
    waarden, bevindingen = read_velden(soort.velden, document.kop, "x.md")
    assert bevindingen == ()
    secties = lees_secties(document, tot_niveau=2)
    return (
        waarden,
        {s.titel.tekst: s.tekst for s in secties if s.niveau},
        {s.anker: s.tekst for s in secties if s.anker},
    )


@given(regel, regel)
def test_fields_read_back_as_text(doel, gedrag):
    leerdoel = Leerdoel("x", date(2026, 1, 1), doel, ("sb",), gedrag)
    waarden, _, _ = lees(velden.LEERDOEL, schrijf_document(velden.LEERDOEL, leerdoel))
    assert (waarden["leerdoel"], waarden["gedrag"]) == (doel, gedrag)


@given(tekst)
def test_prose_reads_back_the_same(wat):
    uitvoering = Uitvoering(date(2026, 1, 1), "2h", {"gebeurtenis": wat})
    _, vakken, _ = lees(velden.UITVOERING, schrijf_document(velden.UITVOERING, uitvoering))
    assert vakken.get("Wat er gebeurde", "") == wat


@given(tekst, tekst, tekst)
def test_prose_never_leaks_into_the_next_section(een, twee, drie):
    reflectie = Reflectie(
        date(2026, 1, 1),
        (Vervolg("opnieuw", wat="nog eens: ja"),),
        ("sb",),
        {"a": "beheerst"},
        teksten={"moment": een, "handvat": twee, "theorie": drie},
    )
    waarden, vakken, _ = lees(velden.REFLECTIE, schrijf_document(velden.REFLECTIE, reflectie))
    assert [vakken.get(v.titel, "") for v in velden.REFLECTIE.tekstvakken[:3]] == [een, twee, drie]
    assert waarden["volgende"] == ({"stap": "opnieuw", "wat": "nog eens: ja"},)


@given(tekst, regel)
def test_notes_keep_their_kijkpunt(notitie, titel):
    observatie = Observatie(
        date(2026, 1, 1),
        "sb",
        "werkplekbegeleider",
        "t",
        kijkpunten={"a-1": "gezien"},
        notities={"a-1": notitie},
    )
    _, _, notities = lees(velden.OBSERVATIE, schrijf_document(velden.OBSERVATIE, observatie, {"a-1": titel}))
    assert notities.get("a-1", "") == notitie


@given(tekst, tekst, regel)
@settings(max_examples=60)
def test_rewriting_changes_only_what_differs(oud, nieuw, gedrag):
    eerst = Leerdoel("x", date(2026, 1, 1), "Strenger zijn", ("sb",), teksten={"toelichting": oud})
    tekst = schrijf_document(velden.LEERDOEL, eerst).decode()
    met_eigen = tekst.replace("samen_met", "# mijn opmerking\nsamen_met") + "\n## Eigen kop\n\nVan mij.\n"
    daarna = Leerdoel("x", date(2026, 1, 1), "Strenger zijn", ("sb",), gedrag, teksten={"toelichting": nieuw})
    inhoud = herschrijf(met_eigen, velden.LEERDOEL, daarna)
    waarden, vakken, _ = lees(velden.LEERDOEL, inhoud)
    assert waarden["gedrag"] == gedrag
    assert vakken.get("Toelichting", "") == nieuw
    assert vakken["Eigen kop"] == "Van mij."
    assert "# mijn opmerking\nsamen_met" in inhoud.decode()


def test_rewriting_the_same_value_changes_no_byte():
    eerst = Leerdoel("x", date(2026, 1, 1), "Strenger: zijn", ("sb",), "Je wacht.", teksten={"toelichting": "# Zo"})
    inhoud = schrijf_document(velden.LEERDOEL, eerst)
    assert herschrijf(inhoud.decode(), velden.LEERDOEL, eerst) == inhoud


@pytest.mark.parametrize("soort", velden.DOCUMENTSOORTEN, ids=lambda s: s.naam)
def test_every_field_has_an_explanation_that_ends_as_a_sentence(soort):
    assert all(veld.uitleg.endswith((".", "?")) for veld in soort.velden)
