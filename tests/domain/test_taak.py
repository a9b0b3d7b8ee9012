"""From a document that was read to a Taak, and what its structure lacks."""

from typing import Any

import pytest

from leerwerk.domain.document import Document, Passage, Punt, Sectie, Tabel
from leerwerk.domain.taak import Taak, build_taak, verwijzingen, zonder_verwijzingen
from tests.domain.voorbeelden import TAAK, knoop

KOP = {
    "id": "uitleggen",
    "titel": "Uitleggen",
    "soort": "onderwijskundig",
    "studiejaren": ["2"],
    "status": "actueel",
    "gedrag": "Je legt uit.",
    "leerdoelen": ["Ik wil uitleggen."],
}


def sectie(niveau: int, titel: str, *punten: str, anker: str = "", alinea: str = "", regel: int = 1) -> Sectie:
    return Sectie(
        niveau,
        Passage(titel, regel, niveau + 2),
        anker,
        alineas=(Passage(alinea),) if alinea else (),
        punten=tuple(Punt(Passage(punt)) for punt in punten),
    )


def onderdeel(titel: str = "Terugblik", anker: str = "") -> tuple[Sectie, ...]:
    kijkpunt = Punt(Passage("Vraagt."), (Passage("Let op: niets."), Passage("Waarom:  zo blijft het.", 20, 5)))
    return (
        sectie(2, f"Onderdeel: {titel}", anker=anker, regel=9),
        sectie(3, "Theorie", "Een punt.", alinea="Een alinea."),
        sectie(3, "Handvatten", "Doe dit."),
        Sectie(3, Passage("Kijkpunten"), punten=(kijkpunt, Punt(Passage("Wacht.")))),
        sectie(3, "Rubric", "Eerst.", "Dan."),
    )


LOS = (
    sectie(0, "", alinea="Inleiding."),
    sectie(2, "Voorbereiden", "Bereid."),
    sectie(2, "Uitvoeren", "Doe."),
    sectie(2, "Reflecteren", "Vraag."),
)


def bouw(*secties: Sectie, **kop: Any) -> tuple[Taak, list[str]]:
    inhoud = {naam: waarde for naam, waarde in {**KOP, **kop}.items() if waarde is not None}
    tabel = knoop(inhoud)
    assert isinstance(tabel, Tabel)
    taak, bevindingen = build_taak(Document("x.md", tabel, "", 1, b""), secties)
    return taak, [f"{b.plaats} {b.melding}" for b in bevindingen]


def test_whole_task_is_read_without_findings() -> None:
    taak, bevindingen = bouw(*LOS, *onderdeel())
    assert not bevindingen
    assert (taak.id, taak.titel, taak.status, taak.studiejaren) == ("uitleggen", "Uitleggen", "actueel", (2,))
    assert [str(alinea) for alinea in (*taak.inleiding, *taak.voorbereiden, *taak.uitvoeren, *taak.reflecteren)] == [
        *("Inleiding.", "Bereid.", "Doe.", "Vraag."),
    ]


def test_onderdeel_holds_theory_grips_and_what_to_look_at() -> None:
    (deel,) = bouw(*LOS, *onderdeel())[0].onderdelen
    assert (deel.id, str(deel.titel)) == ("terugblik", "Terugblik")
    assert [str(t) for t in (*deel.theorie, *deel.handvatten, *deel.rubric)] == [
        "Een alinea.",
        "Een punt.",
        "Doe dit.",
        "Eerst.",
        "Dan.",
    ]
    assert [(k.id, str(k.tekst), str(k.waarom)) for k in deel.kijkpunten] == [
        ("terugblik-1", "Vraagt.", "zo blijft het."),
        ("terugblik-2", "Wacht.", "None"),
    ]


def test_title_and_reason_keep_their_place() -> None:
    (deel,) = bouw(*LOS, *onderdeel())[0].onderdelen
    waarom = deel.kijkpunten[0].waarom
    assert (deel.titel.regelnummer, deel.titel.kolom) == (9, 4 + len("Onderdeel: "))
    assert waarom and (waarom.regelnummer, waarom.kolom) == (20, 5 + len("Waarom:  "))


def test_anchor_keeps_the_old_id_of_a_renamed_onderdeel() -> None:
    assert bouw(*LOS, *onderdeel("Nieuwe titel", "oud"))[0].onderdelen[0].id == "oud"


def test_several_onderdelen_keep_their_order() -> None:
    taak, _ = bouw(*LOS[:3], *onderdeel("B"), *onderdeel("A"), LOS[3])
    assert [deel.id for deel in taak.onderdelen] == ["b", "a"]


def test_first_of_two_sections_with_one_name_counts() -> None:
    taak, _ = bouw(*LOS, sectie(2, "Uitvoeren", "Later."), *onderdeel(), sectie(3, "Handvatten", "Later."))
    assert [str(punt) for punt in (*taak.uitvoeren, *taak.onderdelen[0].handvatten)] == ["Doe.", "Doe dit."]


def test_deeper_heading_and_section_outside_an_onderdeel_are_left_alone() -> None:
    taak, _ = bouw(*LOS, sectie(3, "Handvatten", "Los."), *onderdeel(), sectie(4, "Handvatten", "Diep."))
    assert [str(punt) for punt in taak.onderdelen[0].handvatten] == ["Doe dit."]


def test_deeper_heading_does_not_stand_in_for_a_part() -> None:
    zonder = [s for s in onderdeel() if s.titel.tekst != "Handvatten"]
    taak, bevindingen = bouw(*LOS, *zonder, sectie(4, "Handvatten", "Diep."))
    assert taak.onderdelen[0].handvatten == () and len(bevindingen) == 1


@pytest.mark.parametrize("titel", ["Voorbereiden", "Uitvoeren", "Reflecteren"])
def test_missing_section_is_reported(titel: str) -> None:
    secties = [s for s in LOS if s.titel.tekst != titel]
    assert bouw(*secties, *onderdeel())[1] == [f"x.md:1 De sectie `## {titel}` ontbreekt."]


def test_task_without_onderdelen_is_reported() -> None:
    assert bouw(*LOS)[1] == ["x.md:1 De taak heeft geen `## Onderdeel: …`."]


@pytest.mark.parametrize("titel", ["Theorie", "Handvatten", "Kijkpunten"])
def test_missing_or_empty_part_of_an_onderdeel_is_reported_at_its_line(titel: str) -> None:
    verwacht = [f"x.md:9 `### {titel}` ontbreekt of is leeg."]
    zonder = [s for s in onderdeel() if s.titel.tekst != titel]
    assert bouw(*LOS, *zonder)[1] == verwacht
    assert bouw(*LOS, *zonder, sectie(3, titel))[1] == verwacht


def test_missing_rubric_is_fine() -> None:
    assert bouw(*LOS, *onderdeel()[:4])[1] == []


def test_onderdeel_without_any_part_can_be_built() -> None:
    taak, bevindingen = bouw(*LOS, onderdeel()[0])
    assert taak.onderdelen[0].kijkpunten == () and len(bevindingen) == 3


@pytest.mark.parametrize(
    ("kop", "attribuut", "waarde"),
    [
        ({"gedrag": ["x"]}, "gedrag", Passage("")),
        ({"leerdoelen": "x"}, "leerdoelen", ()),
        ({"leerdoelen": [["x"]]}, "leerdoelen", ()),
        ({"titel": None}, "titel", ""),
    ],
)
def test_what_cannot_be_read_is_empty_and_reported(kop: dict[str, Any], attribuut: str, waarde: Any) -> None:
    taak, bevindingen = bouw(*LOS, *onderdeel(), **kop)
    assert getattr(taak, attribuut) == waarde
    assert len(bevindingen) == 1


def test_onderdeel_is_found_by_its_id() -> None:
    assert TAAK.onderdeel("uitleg") == TAAK.onderdelen[1]
    assert TAAK.onderdeel("zzz") is None


@pytest.mark.parametrize(
    ("keuze", "ids"), [((), ["terugblik-1", "uitleg-1"]), (("uitleg",), ["uitleg-1"]), (("zzz",), [])]
)
def test_kijkpunten_are_those_of_the_chosen_onderdelen(keuze: tuple[str, ...], ids: list[str]) -> None:
    assert [punt.id for punt in TAAK.kijkpunten(keuze)] == ids


@pytest.mark.parametrize(
    ("tekst", "sleutels", "kaal"),
    [
        ("Zonder.", (), "Zonder."),
        ("Beter [@rosenshine-2012].", ("rosenshine-2012",), "Beter."),
        ("Beter [@a; @b].", ("a", "b"), "Beter."),
        ("Eerst [@a], dan [@b]!", ("a", "b"), "Eerst, dan!"),
        ("Bladzij [@a, p. 3] zegt", ("a",), "Bladzij zegt"),
        ("Twee\nregels [@a]", ("a",), "Twee regels"),
        ("mail@adres [geen]", (), "mail@adres [geen]"),
    ],
)
def test_citations_are_found_and_left_out(tekst: str, sleutels: tuple[str, ...], kaal: str) -> None:
    assert verwijzingen(Passage(tekst)) == sleutels
    assert zonder_verwijzingen(Passage(tekst)) == kaal
