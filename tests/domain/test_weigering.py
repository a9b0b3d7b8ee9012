"""What is refused in the cycle, and what it says would be right."""

from dataclasses import replace

import pytest

from leerwerk.domain import weigering
from leerwerk.domain.portfolio import Reflectie, Vervolg
from tests.domain.voorbeelden import (
    BESPROKEN,
    GEGEVEN,
    GEZIEN,
    TAAK,
    VOORBEREID,
    geweigerd,
    leerdoel,
    observatie,
    portfolio,
    reflectie,
)

EIGEN_BLIK = observatie("noor", "student")


def test_preparing_before_the_behaviour_is_said_is_refused() -> None:
    assert "leerwerk doel --leerdoel strenger --gedrag" in geweigerd(
        weigering.check_voorbereiden, leerdoel(gedrag="")
    )


def test_preparing_is_always_allowed_after_that() -> None:
    for ronde in (VOORBEREID, GEGEVEN, GEZIEN, BESPROKEN):
        weigering.check_voorbereiden(leerdoel(ronde))


def test_second_lesson_in_a_ronde_is_refused() -> None:
    assert "--nieuwe-ronde" in geweigerd(weigering.check_uitvoeren, GEGEVEN)
    weigering.check_uitvoeren(VOORBEREID)


def test_observing_before_the_lesson_is_refused() -> None:
    assert "Eerst nog: leerwerk uitvoeren" in geweigerd(weigering.check_observeren, VOORBEREID)


@pytest.mark.parametrize("ronde", [GEGEVEN, GEZIEN, BESPROKEN])
def test_observing_is_allowed_ever_after(ronde: object) -> None:
    weigering.check_observeren(ronde)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "gezien",
    [
        observatie(),
        observatie("els", "collega"),
        EIGEN_BLIK,
        observatie(kijkpunten={}, notities={"uitleg-1": "Ja."}),
        observatie(kijkpunten={}, teksten={"lukte": "De start."}),
    ],
)
def test_observation_is_allowed(gezien: object) -> None:
    weigering.check_observatie(portfolio(), GEGEVEN, gezien, TAAK)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("gezien", "reden"),
    [
        (observatie("els"), "Kies uit: sb, tv"),
        (observatie("sbb"), "Bedoel je `sb`?"),
        (observatie(kijkpunten={"uitleg-2": "gezien"}), "Bedoel je `uitleg-1`?"),
        (observatie(notities={"zzz": "Ja."}), "Kies uit: terugblik-1, uitleg-1."),
        (observatie(kijkpunten={}), "staat nog niets"),
        (observatie("noor", "collega"), "--wie noor"),
        (observatie("noor"), "--wie noor"),
        (observatie("els", "student"), "--rol collega"),
    ],
)
def test_observation_is_refused_with_what_would_be_right(gezien: object, reden: str) -> None:
    assert reden in geweigerd(weigering.check_observatie, portfolio(), GEGEVEN, gezien, TAAK)


def test_observation_before_the_lesson_is_refused() -> None:
    assert "uitvoeren" in geweigerd(weigering.check_observatie, portfolio(), VOORBEREID, observatie(), TAAK)


def test_talking_before_the_lesson_is_refused() -> None:
    assert "uitvoeren" in geweigerd(weigering.check_gesprek, VOORBEREID)


def test_talking_twice_about_a_lesson_is_refused() -> None:
    assert "vul reflectie.md aan" in geweigerd(weigering.check_gesprek, BESPROKEN)


@pytest.mark.parametrize(
    ("ronde", "gesprek"),
    [
        (GEZIEN, reflectie()),
        (GEZIEN, reflectie(samen_met=())),
        (GEZIEN, reflectie(onderdelen={"uitleg": "beheerst", "terugblik": "nog oefenen"})),
        (GEZIEN, reflectie(volgende=(Vervolg("onderdeel", ("uitleg",)),))),
        (GEGEVEN, reflectie(zonder_observatie="Ziek.")),
        (GEGEVEN, reflectie(zonder_observatie="Ziek.", onderdelen={"uitleg": "nog oefenen"})),
    ],
)
def test_reflection_is_allowed(ronde: object, gesprek: Reflectie) -> None:
    weigering.check_reflecteren(portfolio(), ronde, gesprek)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ronde", "gesprek", "reden"),
    [
        (VOORBEREID, reflectie(), "leerwerk uitvoeren"),
        (BESPROKEN, reflectie(), "hebben jullie al gereflecteerd"),
        (GEZIEN, reflectie(samen_met=("els",)), "werkplekbegeleider"),
        (GEZIEN, reflectie(onderdelen={"slot": "beheerst"}), "Deze ronde ging over: terugblik, uitleg."),
        (GEGEVEN, reflectie(), "--zonder-observatie"),
        (replace(GEGEVEN, observaties=(EIGEN_BLIK,)), reflectie(), "--zonder-observatie"),
        (GEZIEN, reflectie(samen_met=(), onderdelen={"uitleg": "beheerst"}), "--samen-met"),
        (GEZIEN, reflectie(samen_met=(), onderdelen={"uitleg": "nog oefenen"}), "--samen-met"),
        (GEGEVEN, reflectie(zonder_observatie="Ziek.", onderdelen={"uitleg": "beheerst"}), "`beheerst` kan nu niet"),
        (GEZIEN, reflectie(volgende=()), "--volgende opnieuw"),
        (GEZIEN, reflectie(volgende=(Vervolg("onderdeel"),)), "Kies uit: terugblik, uitleg."),
    ],
)
def test_reflection_is_refused_with_what_would_be_right(ronde: object, gesprek: Reflectie, reden: str) -> None:
    assert reden in geweigerd(weigering.check_reflecteren, portfolio(), ronde, gesprek)


def test_nobody_but_the_werkplekbegeleiders_of_this_student_can_decide() -> None:
    weigering.check_begeleiders(portfolio(), ("sb", "tv"))
    assert "schoolopleider" in geweigerd(weigering.check_begeleiders, portfolio(), ("sb", "schoolopleider"))
