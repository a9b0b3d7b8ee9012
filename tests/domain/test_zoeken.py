"""From a goal in a student's own words to tasks that fit, and why."""

from dataclasses import replace

import pytest

from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Onderdeel, Taak
from leerwerk.domain.zoeken import Treffer, zoek
from tests.domain.voorbeelden import TAAK

LEEG = replace(TAAK, id="leeg", titel="", gedrag=Passage(""), onderdelen=())


def met(id: str, **velden: object) -> Taak:
    return replace(LEEG, id=id, **velden)  # type: ignore[arg-type]


def ids(tekst: str, *taken: Taak) -> list[str]:
    return [treffer.taak.id for treffer in zoek(taken, tekst)]


@pytest.mark.parametrize(
    "velden",
    [
        {"titel": "Orde"},
        {"trefwoorden": ("orde",)},
        {"leerdoelen": (Passage("Ik wil orde."),)},
        {"gedrag": Passage("Je houdt orde.")},
        {"vakken": ("orde",)},
        {"onderdelen": (Onderdeel("x", Passage("Orde")),)},
        {"onderdelen": (Onderdeel("x", Passage(""), handvatten=(Passage("Houd orde."),)),)},
    ],
)
def test_word_is_found_wherever_it_stands(velden: dict[str, object]) -> None:
    assert ids("orde", met("a", **velden), LEEG) == ["a"]


def test_title_weighs_more_than_a_grip() -> None:
    handvat = (Onderdeel("x", Passage(""), handvatten=(Passage("orde"),)),)
    assert ids("orde", met("a", onderdelen=handvat), met("b", titel="Orde")) == ["b", "a"]


def test_whole_word_weighs_more_than_its_beginning() -> None:
    assert ids("vragen", met("a", titel="Vragenlijst"), met("b", titel="Vragen")) == ["b", "a"]


def test_short_word_is_not_found_in_a_longer_one() -> None:
    assert ids("orde", met("a", titel="Ordelijk")) == []


def test_word_of_five_letters_is_found_in_a_longer_one() -> None:
    assert ids("vraag", met("a", titel="Vraagt")) == ["a"]


def test_long_word_is_not_found_in_another() -> None:
    assert ids("strenger", met("a", titel="Orde")) == []


def test_more_words_that_fit_come_first() -> None:
    assert ids("orde rust", met("a", titel="Orde"), met("b", titel="Orde en rust")) == ["b", "a"]


def test_equal_matches_come_by_id() -> None:
    assert ids("orde", met("b", titel="Orde"), met("a", titel="Orde")) == ["a", "b"]


def test_accents_and_capitals_do_not_matter() -> None:
    assert ids("CAFE", met("a", titel="Café")) == ["a"]


def test_words_that_say_nothing_are_left_out() -> None:
    assert ids("ik wil orde", met("a", titel="Ik wil"), met("b", titel="Orde")) == ["b"]


def test_they_are_used_when_there_is_nothing_else() -> None:
    assert ids("ik wil", met("a", titel="Ik wil")) == ["a"]


@pytest.mark.parametrize("tekst", ["", "   ", "zzz", "李", "!?"])
def test_nothing_fits(tekst: str) -> None:
    assert ids(tekst, met("a", titel="Orde")) == []


def test_words_that_fit_are_the_reason() -> None:
    (treffer,) = zoek([met("a", titel="Orde", gedrag=Passage("rust"))], "orde rust orde")
    assert treffer.waarom == "Past bij: orde, rust."


def test_without_words_there_is_no_reason() -> None:
    assert Treffer(TAAK, 1, ()).waarom == ""
