"""From nodes of the front matter to values: every kind, right and wrong."""

from datetime import date
from typing import Any

import pytest

from leerwerk.domain.document import Tabel, Waarde
from leerwerk.domain.velden import DOCUMENTSOORTEN, TAAK, Soort, Veld
from leerwerk.domain.waarden import Ongeldig, is_id, lijkt_op, read_velden, read_waarde
from tests.domain.voorbeelden import knoop

OID = "0123456789abcdef0123456789abcdef01234567"
GROEP = (Veld("naam", Soort.REGEL, "", True), Veld("dag", Soort.DATUM, ""))


def veld(soort: Soort, verplicht: bool = False) -> Veld:
    return Veld("x", soort, "Uitleg.", verplicht, ("goed", "anders"), GROEP)


@pytest.mark.parametrize(
    ("soort", "inhoud", "waarde"),
    [
        (Soort.ID, "orde-houden", "orde-houden"),
        (Soort.ID, "7", "7"),
        (Soort.REGEL, "  twee \n woorden ", "twee woorden"),
        (Soort.REGEL, "no", "no"),
        (Soort.REGEL, "12:30", "12:30"),
        (Soort.REGEL, "0123", "0123"),
        (Soort.DATUM, "2026-11-03", date(2026, 11, 3)),
        (Soort.DATUM, "2024-02-29", date(2024, 2, 29)),
        (Soort.GETAL, "3", 3),
        (Soort.GETAL, "010", 10),
        (Soort.KEUZE, "goed", "goed"),
        (Soort.VERSIE, OID, OID),
        (Soort.VERSIE, OID + "0" * 24, OID + "0" * 24),
        (Soort.IDS, [], ()),
        (Soort.IDS, ["a", "b-c"], ("a", "b-c")),
        (Soort.REGELS, ["een twee"], ("een twee",)),
        (Soort.GETALLEN, ["2", "3"], (2, 3)),
        (Soort.GROEPEN, [{"naam": "x", "dag": "2026-11-03"}], ({"naam": "x", "dag": date(2026, 11, 3)},)),
        (Soort.GROEPEN, [{"naam": "x"}], ({"naam": "x"},)),
        (Soort.KEUZES_PER_ID, {"a-1": "goed"}, {"a-1": "goed"}),
        (Soort.KEUZES_PER_ID, {}, {}),
    ],
)
def test_good_value_is_read(soort: Soort, inhoud: Any, waarde: Any) -> None:
    assert read_waarde(veld(soort), knoop(inhoud)) == waarde


@pytest.mark.parametrize(
    ("soort", "inhoud", "verwacht"),
    [
        (Soort.ID, "Orde", "kleine letters"),
        (Soort.ID, "../etc", "kleine letters"),
        (Soort.ID, "con", "kleine letters"),
        (Soort.ID, ["a"], "één waarde"),
        (Soort.REGEL, "", "hier staat niets"),
        (Soort.REGEL, "   ", "hier staat niets"),
        (Soort.REGEL, "null", "hier staat niets"),
        (Soort.REGEL, "~", "hier staat niets"),
        (Soort.REGEL, {"a": "b"}, "één waarde"),
        (Soort.DATUM, "2026-02-31", "een datum die bestaat"),
        (Soort.DATUM, "3-11-2026", "jjjj-mm-dd"),
        (Soort.DATUM, "20261103", "jjjj-mm-dd"),
        (Soort.DATUM, "2026-W45-2", "jjjj-mm-dd"),
        (Soort.DATUM, "２026-11-03", "jjjj-mm-dd"),
        (Soort.DATUM, "9" * 5000, "jjjj-mm-dd"),
        (Soort.GETAL, "drie", "een getal"),
        (Soort.GETAL, "-1", "een getal"),
        (Soort.GETAL, "1e3", "een getal"),
        (Soort.GETAL, "0x1F", "een getal"),
        (Soort.GETAL, "²", "een getal"),
        (Soort.GETAL, "9" * 5000, "een getal"),
        (Soort.KEUZE, "geod", "`goed`"),
        (Soort.KEUZE, "zzz", "`goed` of `anders`"),
        (Soort.VERSIE, "abc", "veertig tekens"),
        (Soort.VERSIE, OID.upper(), "veertig tekens"),
        (Soort.IDS, "a", "een lijst"),
        (Soort.IDS, ["a", "B"], "kleine letters"),
        (Soort.REGELS, {"a": "b"}, "een lijst"),
        (Soort.REGELS, [["a"]], "één waarde"),
        (Soort.GETALLEN, ["x"], "een getal"),
        (Soort.GROEPEN, ["a"], "een groep met naam, dag"),
        (Soort.GROEPEN, [{"dag": "2026-11-03"}], "ook `naam`"),
        (Soort.GROEPEN, [{"naam": "x", "bijnaam": "y"}], "een van de sleutels naam, dag"),
        (Soort.GROEPEN, [{"naam": "x", "dag": "morgen"}], "jjjj-mm-dd"),
        (Soort.KEUZES_PER_ID, "a", "`onderdeel: keuze`"),
        (Soort.KEUZES_PER_ID, {"../x": "goed"}, "een id"),
        (Soort.KEUZES_PER_ID, {"a": "beter"}, "`goed` of `anders`"),
    ],
)
def test_bad_value_is_refused_with_what_was_expected(soort: Soort, inhoud: Any, verwacht: str) -> None:
    with pytest.raises(Ongeldig) as nee:
        read_waarde(veld(soort), knoop(inhoud))
    assert verwacht in nee.value.verwacht


def test_quoted_null_is_text() -> None:
    assert read_waarde(veld(Soort.REGEL), Waarde("null", False, 1, 1)) == "null"


def test_every_kind_has_a_reader_and_is_tried() -> None:
    for soort in Soort:
        with pytest.raises(Ongeldig):
            read_waarde(veld(soort), knoop([[[]]]) if soort != Soort.GROEPEN else knoop("x"))


def lees(inhoud: dict[str, Any], *velden: Veld) -> tuple[dict[str, Any], list[str]]:
    tabel = knoop(inhoud, 7)
    assert isinstance(tabel, Tabel)
    waarden, bevindingen = read_velden(velden, tabel, "x.md")
    return waarden, [f"{b.plaats} {b.eis} {b.melding} {b.hulp}" for b in bevindingen]


NAAM = Veld("naam", Soort.REGEL, "Hoe je heet.", True)
DAG = Veld("dag", Soort.DATUM, "De dag.")


def test_good_document_has_no_findings() -> None:
    assert lees({"naam": "Noor"}, NAAM, DAG) == ({"naam": "Noor"}, [])


def test_misspelt_key_is_reported_with_the_one_meant() -> None:
    assert (
        "x.md:7 sleutels-bekend De sleutel `naan` bestaat niet in dit document. Bedoel je `naam`?"
        in lees({"naan": "x"}, NAAM)[1]
    )


def test_strange_key_is_reported_with_those_there_are() -> None:
    assert "Deze sleutels kunnen hier: naam, dag." in lees({"naam": "x", "zzz": "y"}, NAAM, DAG)[1][0]


def test_bad_value_is_reported_and_left_out() -> None:
    waarden, bevindingen = lees({"naam": "Noor", "dag": "morgen"}, NAAM, DAG)
    assert waarden == {"naam": "Noor"}
    assert bevindingen == ["x.md:7 waarden-geldig Bij `dag` hoort een datum die bestaat, als jjjj-mm-dd. De dag."]


@pytest.mark.parametrize("inhoud", [{}, {"namen": []}])
def test_missing_or_empty_field_is_reported(inhoud: dict[str, Any]) -> None:
    assert (
        "x.md:7 velden-volledig `namen` ontbreekt of is leeg. Vul `namen:` in. Wie."
        in lees(inhoud, Veld("namen", Soort.REGELS, "Wie.", True))[1]
    )


def test_bad_value_is_not_also_called_missing() -> None:
    assert len(lees({"naam": ["x"]}, NAAM)[1]) == 1


def test_all_that_is_wrong_is_found_at_once() -> None:
    assert len(lees({"dag": "morgen", "zzz": "y"}, NAAM, DAG)[1]) == 3


@pytest.mark.parametrize("id", ["a", "orde-houden", "7", "a" * 64, "a-1-b", "comfort", "con-man"])
def test_this_is_an_id(id: str) -> None:
    assert is_id(id)


@pytest.mark.parametrize(
    "id",
    [
        "",
        "-",
        "a-",
        "-a",
        "a--b",
        "A",
        "é",
        "a b",
        "a_b",
        "a.b",
        "a/b",
        "..",
        "a\n",
        "a" * 65,
        "con",
        "nul",
        "com1",
        "lpt9",
        "aux",
        "prn",
        "ａ",
        "١",
    ],
)
def test_this_is_no_id(id: str) -> None:
    assert not is_id(id)


@pytest.mark.parametrize(("woord", "bedoeld"), [("opniew", "opnieuw"), ("OPNIEUW", "opnieuw"), ("zzz", ""), ("", "")])
def test_word_that_was_probably_meant(woord: str, bedoeld: str) -> None:
    assert lijkt_op(woord, ("opnieuw", "onderdeel")) == bedoeld


def test_field_is_found_by_its_name() -> None:
    assert TAAK.veld("titel").soort == Soort.REGEL
    with pytest.raises(KeyError):
        TAAK.veld("cijfer")


@pytest.mark.parametrize("soort", DOCUMENTSOORTEN, ids=lambda soort: soort.naam)
def test_names_in_the_table_are_unique_and_explained(soort: Any) -> None:
    namen = [veld.naam for veld in soort.velden]
    assert len(set(namen)) == len(namen)
    assert all(veld.uitleg.endswith(".") for veld in soort.velden)
    assert all(veld.keuzes for veld in soort.velden if veld.soort in (Soort.KEUZE, Soort.KEUZES_PER_ID))


@pytest.mark.parametrize(
    ("woord", "bedoeld"),
    [("sanne", "sanne-bakker"), ("Sanne-Baker", "sanne-bakker"), ("tom", ""), ("piet", "")],
)
def test_a_typo_or_the_beginning_of_one_id_says_what_was_meant(woord: str, bedoeld: str) -> None:
    assert lijkt_op(woord, ("sanne-bakker", "tom-visser", "tom-de-wit")) == bedoeld
