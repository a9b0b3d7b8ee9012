"""Any bytes at all: the reader gives a value or a LeerwerkFout, and text comes back as it was typed."""

import json
import random
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerwerk.domain import velden
from leerwerk.domain.portfolio import Leerdoel, Observatie, Reflectie, Vervolg, Voorbereiding
from leerwerk.domain.tekens import VERBODEN, effen
from leerwerk.errors import LeerwerkFout
from leerwerk.store.documenten import lees
from leerwerk.store.schrijver import schrijf_document
from leerwerk.store.taken import read_taak
from tests.conftest import BANK
from tests.deur import gelukt, leerwerk

DAG = date(2026, 11, 3)
GELDIG = [
    *(pad.read_bytes() for pad in sorted(BANK.rglob("*.md"))),
    schrijf_document(
        velden.LEERDOEL,
        Leerdoel("x", DAG, "strenger: zijn", ("sb",), "Ik wacht.", teksten={"toelichting": "Druk.\n\n# Kop"}),
    ),
    schrijf_document(velden.VOORBEREIDING, Voorbereiding(DAG, "orde-houden", ("a", "b"), ("Wacht.", "no"), "0" * 40)),
    schrijf_document(
        velden.OBSERVATIE,
        Observatie(DAG, "sb", "collega", "orde-houden", kijkpunten={"a-1": "gezien"}, notities={"a-1": "Ja."}),
        {"a-1": "Zegt."},
    ),
    schrijf_document(
        velden.REFLECTIE,
        Reflectie(DAG, (Vervolg("onderdeel", ("a",)), Vervolg("opnieuw")), ("sb",), {"a": "beheerst"}),
    ),
]
WOORDEN = [
    b"---\n",
    b"\n",
    b"- ",
    b": ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"&a ",
    b"*a",
    b"!x ",
    b"<<: ",
    b"|\n",
    b">-\n",
    b'"',
    b"'",
    b"\\",
    b"\t",
    b"\0",
    b"\r",
    b"\x1b",
    b"\xff",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"\xef\xbb\xbf",
    b"# ",
    b"%YAML 1.1\n",
    b"...\n",
    b"? ",
    b"~",
    b"```\n",
    b"<!--",
    b"## Onderdeel: ",
    b"### Kijkpunten\n",
    b"{#a}",
    b"\xed\xa0\x80",
]

bytereeks = st.lists(st.sampled_from([*WOORDEN, *(bytes([n]) for n in range(32, 127, 5))]), max_size=25).map(b"".join)
bytereeks = st.one_of(st.binary(max_size=100), bytereeks, bytereeks.map(lambda inhoud: b"---\n" + inhoud))


def muteer(zaad: int) -> bytes:
    """A valid document with a few bytes cut, doubled, swapped or replaced; the same for the same seed."""
    toeval = random.Random(zaad)
    inhoud = toeval.choice(GELDIG)
    for _ in range(toeval.randint(1, 4)):
        van = toeval.randrange(len(inhoud) + 1)
        tot = min(len(inhoud), van + toeval.choice([0, 1, 1, 2, 8, 80]))
        stuk = toeval.choice([b"", inhoud[van:tot] * 2, toeval.choice(WOORDEN), bytes([toeval.randrange(256)])])
        inhoud = inhoud[:van] + stuk + inhoud[tot:]
    return inhoud


def is_geweigerd(map: Path, inhoud: bytes) -> bool:
    """Read `inhoud` as a task and as one other kind of document. Anything but a LeerwerkFout escapes."""
    pad = map / "x.md"
    pad.write_bytes(inhoud)
    soort = velden.DOCUMENTSOORTEN[sum(inhoud) % len(velden.DOCUMENTSOORTEN)]
    try:
        read_taak(pad, map)
    except LeerwerkFout as fout:
        assert fout.waar and fout.wat
    try:
        lees(soort, pad, map, met_tekst=True)
    except LeerwerkFout as fout:
        assert fout.waar and fout.wat
        return True
    return False


@settings(max_examples=2000, deadline=None, database=None)
@given(inhoud=bytereeks)
def test_any_bytes_are_read_or_refused(inhoud: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    is_geweigerd(tmp_path_factory.getbasetemp(), inhoud)


def test_any_damage_to_a_document_is_read_or_refused(tmp_path: Path) -> None:
    assert {is_geweigerd(tmp_path, muteer(zaad)) for zaad in range(2000)} == {True, False}


LASTIG = [
    "--datum=x",
    "-",
    "@",
    "no",
    "null",
    "~",
    "12:30",
    "[/red]",
    "{{7*7}}",
    "# kop",
    "```",
    "---",
    "a: b",
    "'\"\\",
    "{#a}",
    "<!-- x",
    "%s",
    "- a\n- b",
    "\u2028",
    "\x85",
    "é",
    "👩‍🏫",
    "  spaties  ",
    "a\n\n\nb",
    "[a]: b",
    "\\#",
    "*a",
    "&a",
    "!x",
    "> a",
    "| a",
    "x=y",
]
teken = st.characters(exclude_categories=("Cs",)).filter(lambda c: not VERBODEN.search(c))
proza = st.one_of(
    st.sampled_from(LASTIG), st.text(teken, max_size=30), st.lists(st.sampled_from(LASTIG), max_size=4).map("\n".join)
).filter(lambda tekst: effen(tekst).strip() and not effen(tekst).startswith("@") and effen(tekst) != "-")
regel = proza.map(lambda tekst: " ".join(effen(tekst).split())).filter(
    lambda tekst: bool(tekst) and not tekst.startswith("@") and tekst != "-"
)


def toon(map: Path) -> dict[str, object]:
    waarde = json.loads(gelukt("portfolio", "toon", "--json", map=map))
    assert isinstance(waarde, dict)
    return waarde


def opties(**waarden: str) -> list[str]:
    return [f"--{naam.replace('_', '-')}={waarde}" for naam, waarde in waarden.items()]


@settings(max_examples=5, deadline=None, database=None)
@given(regels=st.lists(regel, min_size=9, max_size=9), teksten=st.lists(proza, min_size=9, max_size=9))
def test_every_text_option_comes_back_as_it_was_typed(
    regels: list[str], teksten: list[str], voorbeeldportfolio: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    school = tmp_path_factory.mktemp("willekeur") / "school"
    shutil.copytree(voorbeeldportfolio.parents[1], school)
    r, t = regels, teksten
    gelukt("doel", "--samen-met=sb", *opties(gedrag=r[1], toelichting=t[0]), "--", f"Ik {r[0]}", map=school)
    gelukt(
        "voorbereiden",
        "orde-houden",
        "--onderdeel=klein-bijsturen",
        *opties(handvat=r[2], onderwerp=r[3], klas=r[4], kijkvraag=r[5], lesplan=t[1]),
        map=school,
    )
    gelukt("uitvoeren", *opties(klas=r[6]), "--", t[2], map=school)
    gelukt(
        "observeren",
        "--wie=sb",
        *opties(lukte=t[3], kijkvraag=t[4]),
        "--notitie",
        f"klein-bijsturen-1={t[5]}",
        map=school,
    )
    gelukt(
        "reflecteren",
        "--volgende=opnieuw",
        "--samen-met=sb",
        *opties(moment=t[6], handvat=t[7], theorie=t[8], alternatief=t[0]),
        map=school,
    )
    gelezen = toon(school)
    (doel,) = gelezen["leerdoelen"]  # type: ignore[misc]
    assert (doel["tekst"], doel["gedrag"], doel["teksten"]) == (f"Ik {r[0]}", r[1], {"toelichting": effen(t[0])})
    (ronde,) = doel["rondes"]
    v = ronde["voorbereiding"]
    assert (v["handvatten"], v["onderwerp"], v["klas"], v["kijkvraag"], v["teksten"]) == (
        [r[2]],
        r[3],
        r[4],
        r[5],
        {"lesplan": effen(t[1])},
    )
    assert (ronde["uitvoering"]["klas"], ronde["uitvoering"]["teksten"]) == (r[6], {"gebeurtenis": effen(t[2])})
    (o,) = ronde["observaties"]
    assert o["teksten"] == {"lukte": effen(t[3]), "kijkvraag": effen(t[4])}
    assert o["notities"] == {"klein-bijsturen-1": effen(t[5].strip())}
    assert ronde["reflectie"]["teksten"] == {
        "moment": effen(t[6]),
        "handvat": effen(t[7]),
        "theorie": effen(t[8]),
        "alternatief": effen(t[0]),
    }


@settings(max_examples=100, deadline=None, database=None)
@given(
    argv=st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "waar",
                    "taken",
                    "zoek",
                    "taak",
                    "toon",
                    "portfolio",
                    "--json",
                    "--student",
                    "-C",
                    "--help",
                    "--",
                    "-",
                    "=",
                    "",
                ]
            ),
            st.text(max_size=8),
        ),
        max_size=5,
    )
)
def test_any_arguments_are_answered_without_a_crash(argv: list[str], voorbeeldportfolio: Path) -> None:
    assert leerwerk(*(deel.replace("\0", "") for deel in argv), map=voorbeeldportfolio.parents[1]).code in (
        0,
        1,
        2,
        3,
    )
