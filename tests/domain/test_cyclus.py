"""What is due, and what may follow."""

from dataclasses import replace
from datetime import date

import pytest

from leerwerk.domain import cyclus
from leerwerk.domain.fase import LEERDOEL, REFLECTEREN, UITVOEREN, VOORBEREIDEN, Fase
from leerwerk.domain.portfolio import Leerdoel, Vervolg
from tests.domain.voorbeelden import (
    BESPROKEN,
    GEGEVEN,
    GEZIEN,
    VOORBEREID,
    leerdoel,
    observatie,
    portfolio,
    reflectie,
    voorbereiding,
)

EIGEN_BLIK = observatie("noor", "student")


def commandos(doel: Leerdoel, *andere: Leerdoel) -> list[str]:
    return [" ".join(optie.woorden) for optie in cyclus.opties(portfolio(doel, *andere), doel)]


@pytest.mark.parametrize(
    ("doel", "fase"),
    [
        (leerdoel(gedrag=""), LEERDOEL),
        (leerdoel(), VOORBEREIDEN),
        (leerdoel(VOORBEREID), UITVOEREN),
        (leerdoel(GEGEVEN), REFLECTEREN),
        (leerdoel(GEZIEN), REFLECTEREN),
        (leerdoel(BESPROKEN), VOORBEREIDEN),
        (leerdoel(BESPROKEN, VOORBEREID), UITVOEREN),
    ],
)
def test_phase_follows_from_what_is_there(doel: Leerdoel, fase: Fase) -> None:
    assert cyclus.fase_van(doel) == fase


@pytest.mark.parametrize(
    ("doel", "verwacht"),
    [
        (leerdoel(gedrag=""), ['doel --gedrag "…"']),
        (leerdoel(), ["voorbereiden"]),
        (leerdoel(VOORBEREID), ["uitvoeren", "voorbereiden uitleggen"]),
        (leerdoel(GEGEVEN), ["observeren", "reflecteren", "voorbereiden uitleggen"]),
        (leerdoel(GEZIEN), ["reflecteren", "observeren", "voorbereiden uitleggen"]),
        (leerdoel(BESPROKEN), ["voorbereiden uitleggen"]),
    ],
)
def test_most_fitting_step_comes_first(doel: Leerdoel, verwacht: list[str]) -> None:
    assert commandos(doel) == verwacht


@pytest.mark.parametrize(
    ("vervolg", "verwacht"),
    [
        (Vervolg("opnieuw"), "voorbereiden uitleggen"),
        (
            Vervolg("onderdeel", ("terugblik", "uitleg")),
            "voorbereiden uitleggen --onderdeel terugblik --onderdeel uitleg",
        ),
        (Vervolg("aanvullend"), "taken"),
        (Vervolg("aanvullend", taak="vragen"), "voorbereiden vragen"),
        (Vervolg("nieuw-leerdoel"), "doel"),
    ],
)
def test_chosen_next_step_becomes_a_command(vervolg: Vervolg, verwacht: str) -> None:
    assert commandos(leerdoel(replace(BESPROKEN, reflectie=reflectie(volgende=(vervolg,))))) == [verwacht]


def test_several_next_steps_stand_side_by_side() -> None:
    stappen = (Vervolg("opnieuw"), Vervolg("nieuw-leerdoel"))
    assert commandos(leerdoel(replace(BESPROKEN, reflectie=reflectie(volgende=stappen)))) == [
        "voorbereiden uitleggen",
        "doel",
    ]


def test_next_step_is_shown_in_the_pairs_own_words() -> None:
    doel = leerdoel(replace(BESPROKEN, reflectie=reflectie(volgende=(Vervolg("opnieuw", wat="In 3 vmbo."),))))
    assert cyclus.opties(portfolio(doel), doel)[0].waarom == "In 3 vmbo."


def test_with_more_leerdoelen_a_command_says_which() -> None:
    assert commandos(leerdoel(), leerdoel(id="ander")) == ["voorbereiden --leerdoel strenger"]


@pytest.mark.parametrize("stap", ["nieuw-leerdoel", "aanvullend"])
def test_a_command_about_no_leerdoel_names_none(stap: str) -> None:
    doel = leerdoel(replace(BESPROKEN, reflectie=reflectie(volgende=(Vervolg(stap),))))
    assert "--leerdoel" not in commandos(doel, leerdoel(id="ander"))[0]


def test_only_the_eyes_of_somebody_else_count_as_seen() -> None:
    assert cyclus.is_gezien(GEZIEN)
    assert not cyclus.is_gezien(replace(GEGEVEN, observaties=(EIGEN_BLIK,)))


@pytest.mark.parametrize(
    ("doel", "taak", "verwacht"),
    [
        (leerdoel(), "uitleggen", None),
        (leerdoel(VOORBEREID), "uitleggen", VOORBEREID),
        (leerdoel(VOORBEREID), "vragen", None),
        (leerdoel(GEGEVEN), "uitleggen", None),
        (leerdoel(VOORBEREID, GEGEVEN), "uitleggen", None),
    ],
)
def test_only_a_ronde_that_waits_for_its_lesson_is_prepared_again(
    doel: Leerdoel, taak: str, verwacht: object
) -> None:
    assert cyclus.opnieuw_voor_te_bereiden(doel, taak) == verwacht


def test_rondes_sort_by_date_and_then_by_their_number() -> None:
    ids = ["2026-11-03-uitleggen-10", "2026-11-03-uitleggen-2", "2026-11-03-uitleggen", "2026-11-01-uitleggen-3"]
    rondes = sorted((replace(VOORBEREID, id=id) for id in ids), key=lambda ronde: ronde.volgorde)
    assert [ronde.id for ronde in rondes] == [ids[3], ids[2], ids[1], ids[0]]


def test_number_at_the_end_of_a_task_is_no_order() -> None:
    ronde = replace(VOORBEREID, id="2026-11-03-les-7", voorbereiding=voorbereiding(taak="les-7"))
    assert ronde.volgorde == ("2026-11-03", 1)


@pytest.mark.parametrize(
    ("ids", "namen"),
    [
        ((), ""),
        (("sb",), "Sanne Bakker"),
        (("sb", "tv"), "Sanne Bakker en Tom Visser"),
        (("sb", "tv", "els"), "Sanne Bakker, Tom Visser en els"),
        (("noor",), "Noor Jansen"),
    ],
)
def test_names_are_read_as_a_sentence(ids: tuple[str, ...], namen: str) -> None:
    assert portfolio().namen(ids) == namen


def test_werkplekbegeleider_is_found_by_short_name() -> None:
    wie = portfolio().begeleider("tv")
    assert wie and wie.naam == "Tom Visser"
    assert portfolio().begeleider("els") is None


def test_date_is_read_in_dutch() -> None:
    from leerwerk.domain.datum import datum_voluit

    assert datum_voluit(date(2026, 3, 1)) == "1 maart 2026"
