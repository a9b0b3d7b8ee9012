"""How an answer is read: numbers, names, own words, and what the question says about Enter."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leerwerk.cli import vragen
from leerwerk.cli.vragen import Vraag, vraag_als_het_kan
from tests.deur import gelukt, leerwerk
from tests.eigen.conftest import DOEL, LES

KEUZES = {"terugblik-1": "Vraag terug.", "terugblik-2": "Wacht even."}
HANDVATTEN = Vraag("--handvat", "Welke handvatten?", True, KEUZES, meer=True, vrij=True, kort=True)
Typ = Callable[..., None]


@pytest.fixture
def typ(monkeypatch: pytest.MonkeyPatch) -> Typ:
    """Answer the next questions."""

    def doe(*antwoorden: str) -> None:
        rij = iter(antwoorden)
        monkeypatch.setattr(vragen, "kan_vragen", lambda: True)
        monkeypatch.setattr("builtins.input", lambda prompt: next(rij))

    return doe


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        ("2", ("terugblik-2",)),
        ("1, 2, 1", ("terugblik-1", "terugblik-2")),
        ("Kijk rond, en wacht.", ("Kijk rond, en wacht.",)),
        ("2, Kijk rond, en wacht.", ("terugblik-2", "Kijk rond, en wacht.")),
        ("1, 2, Kijk rond.", ("terugblik-1", "terugblik-2", "Kijk rond.")),
    ],
)
def test_numbers_and_own_words_together(typ: Typ, getypt: str, gelezen: tuple[str, ...]) -> None:
    typ(getypt)
    assert vraag_als_het_kan("handvatten", HANDVATTEN) == gelezen


def test_a_number_that_is_not_there_is_asked_again(typ: Typ, capsys: pytest.CaptureFixture[str]) -> None:
    typ("9, Kijk rond.", "1, 9", "1")
    assert vraag_als_het_kan("handvatten", HANDVATTEN) == ("terugblik-1",)
    assert capsys.readouterr().err.count("`9` staat er niet bij.") == 2


def test_choices_without_names_are_asked_by_number(typ: Typ, capsys: pytest.CaptureFixture[str]) -> None:
    typ("1")
    vraag_als_het_kan("handvatten", HANDVATTEN)
    assert "(nummers, met komma's ertussen)" in capsys.readouterr().out


def test_enter_means_one_thing(typ: Typ, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from leerwerk.cli.concept import Concept

    typ("")
    concept = Concept(tmp_path, "les")
    concept.stel_voor("klas", "2 havo")
    assert vraag_als_het_kan("klas", Vraag("--klas", "Welke klas?"), concept) == "2 havo"
    uit = capsys.readouterr().out
    assert "Enter houdt wat er al stond: 2 havo" in uit and "Enter slaat over" not in uit


def test_a_wrong_date_is_refused_before_any_question(portfolio: Path) -> None:
    gelukt(*DOEL, map=portfolio)
    assert "geen datum die bestaat" in leerwerk("voorbereiden", "--datum", "31-2-2026", map=portfolio).fout


def test_the_first_name_of_a_werkplekbegeleider_is_no_colleague(school: Path) -> None:
    begeleiders = ("--werkplekbegeleider", "Sanne Bakker, Tom Visser")
    gelukt("portfolio", "nieuw", "noor", "--naam", "Noor Jansen", *begeleiders, map=school)
    portfolio = school / "portfolios" / "noor"
    gelukt("doel", "strenger zijn", "--gedrag", "Ik wacht.", "--samen-met", "tom-visser", map=portfolio)
    gelukt(*LES, map=portfolio)
    gelukt("uitvoeren", "Het werd stil.", "--datum", "2026-11-03", map=portfolio)
    uitkomst = leerwerk("observeren", "--wie", "sanne", "--lukte", "Veel.", map=portfolio)
    assert uitkomst.code == 2 and "Bedoel je `sanne-bakker`?" in uitkomst.fout
