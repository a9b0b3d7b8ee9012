"""From a goal in a student's own words to tasks that fit, and why."""

import pytest

from leerwerk.domain.document import Passage
from leerwerk.domain.kaart import Kaart, maak_kaart
from leerwerk.domain.taak import Onderdeel, Taak
from leerwerk.domain.zoeken import HOOGSTENS, zoek
from leerwerk.domain.zoekwoorden import build_zoekwoorden
from tests.domain.voorbeelden import TAAK

LEEG = TAAK._replace(id="leeg", titel="", gedrag=Passage(""), leerdoelen=(), trefwoorden=(), vakken=(), onderdelen=())
GEZEGD = build_zoekwoorden(
    {"orde": ["herrie", "luisteren niet"], "rust": ["stil"]},
    {"gym": ["lichamelijke opvoeding"], "het Nederlands": ["Engels", "Frans"]},
)


def met(id: str, **velden: object) -> Taak:
    return LEEG._replace(id=id, **velden)  # type: ignore[arg-type]


def kaarten(*taken: Taak) -> tuple[Kaart, ...]:
    return tuple(map(maak_kaart, taken))


def ids(tekst: str, *taken: Taak, vak: str = "") -> list[str]:
    return [treffer.taak.id for treffer in zoek(kaarten(*taken), tekst, GEZEGD, vak)]


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
    assert ids("orde", met("a", onderdelen=handvat), met("b", titel="Orde"))[0] == "b"


def test_whole_word_weighs_more_than_its_beginning() -> None:
    assert ids("vragen", met("a", titel="Vraaggesprek"), met("b", titel="Vragen"))[0] == "b"


def test_short_word_is_not_found_in_a_longer_one() -> None:
    assert ids("les", met("a", titel="Lesbrief")) == []


def test_more_words_that_fit_come_first() -> None:
    assert ids("orde rust", met("a", titel="Orde"), met("b", titel="Orde en rust"))[0] == "b"


def test_equal_matches_come_by_id() -> None:
    assert ids("orde", met("b", titel="Orde"), met("a", titel="Orde")) == ["a", "b"]


def test_no_more_than_a_few_are_shown() -> None:
    assert len(ids("orde", *(met(f"a{nummer}", titel="Orde") for nummer in range(30)))) == HOOGSTENS


@pytest.mark.parametrize(
    ("gezegd", "titel"),
    [
        ("CAFE", "Café"),
        ("luistert", "Luisteren"),
        ("samewerken", "Samenwerken"),
        ("praktikum", "Practicum"),
        ("konsekwent", "Consequent"),
        ("klassengesprek", "Gesprek"),
        ("gesprek", "Klassengesprek"),
        ("ze denken niet na", "Nadenken"),
        ("herrie", "Orde"),
        ("ze luisteren gewoon niet", "Orde"),
    ],
)
def test_other_forms_of_a_word_are_found(gezegd: str, titel: str) -> None:
    assert ids(gezegd, met("a", titel=titel), met("b", titel="Iets anders")) == ["a"]


def test_word_that_belongs_to_er_is_no_part_of_a_verb() -> None:
    assert ids("ik doe er niks mee", met("a", titel="Meedoen"), LEEG) == []
    assert ids("ze doen niet mee", met("a", titel="Meedoen"), LEEG) == ["a"]


def test_phrase_is_no_phrase_in_another_order() -> None:
    assert ids("niet luisteren", met("a", titel="Orde")) == []


def test_phrase_says_less_with_words_in_between() -> None:
    naast = GEZEGD.bedoeld("ze luisteren niet")
    ver = GEZEGD.bedoeld("ze luisteren eigenlijk gewoon niet")
    assert naast.keys() == ver.keys() and 0 < max(ver.values()) < max(naast.values()) == 1


@pytest.mark.parametrize(("tekst", "vakken"), [("een quiz bij NA", {"natuurkunde"}), ("een quiz na de toets", set())])
def test_name_in_capitals_is_a_subject_only_in_capitals(tekst: str, vakken: set[str]) -> None:
    assert build_zoekwoorden({}, {"NA": ["natuurkunde"]}).splits_vakken(tekst, ())[0] == vakken


def test_words_that_say_nothing_are_left_out() -> None:
    assert ids("ik wil orde", met("a", titel="Ik wil"), met("b", titel="Orde")) == ["b"]


@pytest.mark.parametrize("tekst", ["", "   ", "zzz", "李", "!?", "ik wil"])
def test_nothing_fits(tekst: str) -> None:
    assert ids(tekst, met("a", titel="Orde")) == []


def test_empty_bank_has_nothing() -> None:
    assert ids("orde") == []


def test_subject_that_is_named_comes_first() -> None:
    taken = met("a", titel="Orde", vakken=("Engels",)), met("b", titel="Orde", vakken=("lichamelijke opvoeding",))
    assert ids("orde bij gym", *taken) == ["b"]
    assert ids("gymles", *taken) == ["b"]


def test_own_subject_comes_first_and_a_named_one_before_it() -> None:
    taken = met("a", titel="Orde", vakken=("Engels",)), met("b", titel="Orde", vakken=("muziek",))
    assert ids("orde", *taken, vak="Muziek")[0] == "b"
    assert ids("orde bij engels", *taken, vak="muziek")[0] == "a"


def test_longest_name_of_a_subject_wins() -> None:
    taken = met("a", titel="Orde", vakken=("Engels",)), met("b", titel="Orde", vakken=("Nederlands",))
    assert ids("orde in het Nederlands", *taken)[0] == "a"
    assert ids("orde bij Nederlands", *taken)[0] == "b"


@pytest.mark.parametrize(
    ("velden", "waarom"),
    [
        ({"leerdoelen": (Passage("Ik wil orde."),)}, 'Past bij "Ik wil orde."'),
        ({"gedrag": Passage("Je houdt orde.")}, "Dit oefen je: Je houdt orde."),
        ({"onderdelen": (Onderdeel("x", Passage("Orde")),)}, 'Je kunt hiervan het onderdeel "Orde" oefenen.'),
        (
            {"onderdelen": (Onderdeel("x", Passage(""), handvatten=(Passage("Houd orde [@x]."),)),)},
            "Je vindt er dit handvat: Houd orde.",
        ),
        ({"titel": "Orde", "gedrag": Passage("Je wacht.")}, "Dit oefen je: Je wacht."),
    ],
)
def test_nearest_sentence_is_the_reason(velden: dict[str, object], waarom: str) -> None:
    (treffer,) = zoek(kaarten(met("a", **velden)), "orde")
    assert treffer.waarom == waarom
