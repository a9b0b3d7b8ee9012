"""What is due, what may follow, and what is refused and why."""

from dataclasses import replace
from datetime import date

import pytest

from leerwerk.domain import cyclus
from leerwerk.domain.fase import LEERDOEL, REFLECTEREN, UITVOEREN, VOORBEREIDEN, Fase
from leerwerk.domain.portfolio import Leerdoel, Reflectie, Vervolg
from leerwerk.errors import Geweigerd
from tests.domain.voorbeelden import (
    BESPROKEN,
    GEGEVEN,
    GEZIEN,
    TAAK,
    VOORBEREID,
    leerdoel,
    observatie,
    portfolio,
    reflectie,
    voorbereiding,
)

EIGEN_BLIK = observatie("noor", "student")


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


def commandos(doel: Leerdoel, *andere: Leerdoel) -> list[str]:
    return [" ".join(optie.woorden) for optie in cyclus.opties(portfolio(doel, *andere), doel)]


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


def weigering(doe: object, *args: object) -> str:
    """What a check refuses, and what it says to do."""
    with pytest.raises(Geweigerd) as nee:
        doe(*args)  # type: ignore[operator]
    return f"{nee.value.wat} {nee.value.nu}"


def test_preparing_before_the_behaviour_is_said_is_refused() -> None:
    assert "leerwerk doel --leerdoel strenger --gedrag" in weigering(cyclus.check_voorbereiden, leerdoel(gedrag=""))


def test_preparing_is_always_allowed_after_that() -> None:
    for ronde in (VOORBEREID, GEGEVEN, GEZIEN, BESPROKEN):
        cyclus.check_voorbereiden(leerdoel(ronde))


def test_second_lesson_in_a_ronde_is_refused() -> None:
    assert "--nieuwe-ronde" in weigering(cyclus.check_uitvoeren, GEGEVEN)
    cyclus.check_uitvoeren(VOORBEREID)


def test_observing_before_the_lesson_is_refused() -> None:
    assert "Eerst nog: leerwerk uitvoeren" in weigering(cyclus.check_observeren, VOORBEREID)


@pytest.mark.parametrize("ronde", [GEGEVEN, GEZIEN, BESPROKEN])
def test_observing_is_allowed_ever_after(ronde: object) -> None:
    cyclus.check_observeren(ronde)  # type: ignore[arg-type]


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
    cyclus.check_observatie(portfolio(), GEGEVEN, gezien, TAAK)  # type: ignore[arg-type]


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
    assert reden in weigering(cyclus.check_observatie, portfolio(), GEGEVEN, gezien, TAAK)


def test_observation_before_the_lesson_is_refused() -> None:
    assert "uitvoeren" in weigering(cyclus.check_observatie, portfolio(), VOORBEREID, observatie(), TAAK)


def test_talking_before_the_lesson_is_refused() -> None:
    assert "uitvoeren" in weigering(cyclus.check_gesprek, VOORBEREID)


def test_talking_twice_about_a_lesson_is_refused() -> None:
    assert "vul reflectie.md aan" in weigering(cyclus.check_gesprek, BESPROKEN)


def test_only_the_eyes_of_somebody_else_count_as_seen() -> None:
    assert cyclus.is_gezien(GEZIEN)
    assert not cyclus.is_gezien(replace(GEGEVEN, observaties=(EIGEN_BLIK,)))


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
    cyclus.check_reflecteren(portfolio(), ronde, gesprek)  # type: ignore[arg-type]


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
    assert reden in weigering(cyclus.check_reflecteren, portfolio(), ronde, gesprek)


def test_nobody_but_the_werkplekbegeleiders_of_this_student_can_decide() -> None:
    cyclus.check_begeleiders(portfolio(), ("sb", "tv"))
    assert "schoolopleider" in weigering(cyclus.check_begeleiders, portfolio(), ("sb", "schoolopleider"))


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


def test_leerdoel_is_found_by_its_id() -> None:
    assert cyclus.vind_leerdoel(portfolio(leerdoel()), "strenger") == leerdoel()


@pytest.mark.parametrize(
    ("leerdoelen", "id", "hulp"),
    [
        ((leerdoel(),), "strengr", "Bedoel je `strenger`?"),
        ((leerdoel(),), "zzz", "Kies uit: strenger."),
        ((), "zzz", "Eerst: leerwerk doel"),
    ],
)
def test_unknown_leerdoel_is_refused_with_help(leerdoelen: tuple[Leerdoel, ...], id: str, hulp: str) -> None:
    assert hulp in weigering(cyclus.vind_leerdoel, portfolio(*leerdoelen), id)


def test_ronde_is_found_with_its_leerdoel() -> None:
    doel = leerdoel(VOORBEREID)
    assert cyclus.vind_ronde(portfolio(leerdoel(id="ander"), doel), VOORBEREID.id) == cyclus.Plek(doel, VOORBEREID)


def test_ronde_of_another_leerdoel_is_not_found() -> None:
    doelen = portfolio(leerdoel(VOORBEREID), leerdoel(id="ander"))
    assert "Eerst: leerwerk voorbereiden" in weigering(cyclus.vind_ronde, doelen, VOORBEREID.id, "ander")


def test_unknown_ronde_is_refused_with_those_there_are() -> None:
    assert f"Kies uit: {VOORBEREID.id}." in weigering(
        cyclus.vind_ronde, portfolio(leerdoel(VOORBEREID)), "2026-11-04-x"
    )


OUD = replace(VOORBEREID, id="2026-11-01-uitleggen")


@pytest.mark.parametrize(
    ("zoek", "rondes", "gevonden"),
    [
        (cyclus.te_geven, (GEGEVEN, VOORBEREID), VOORBEREID),
        (cyclus.te_observeren, (replace(GEGEVEN, id="2026-11-01-uitleggen"), GEGEVEN), GEGEVEN),
        (cyclus.te_observeren, (GEGEVEN, VOORBEREID), GEGEVEN),
        (cyclus.te_bespreken, (GEZIEN, BESPROKEN), GEZIEN),
        (cyclus.te_bespreken, (GEZIEN, VOORBEREID), GEZIEN),
    ],
)
def test_newest_ronde_that_fits_is_chosen(zoek: object, rondes: tuple[object, ...], gevonden: object) -> None:
    (plek,) = zoek(portfolio(leerdoel(*rondes)))  # type: ignore[operator, arg-type]
    assert plek.ronde == gevonden


def test_an_older_ronde_is_not_silently_given() -> None:
    assert "--nieuwe-ronde" in weigering(cyclus.te_geven, portfolio(leerdoel(OUD, GEGEVEN)))


def test_leerdoelen_for_which_nothing_fits_are_left_out() -> None:
    doelen = portfolio(leerdoel(GEGEVEN), leerdoel(VOORBEREID, id="ander"), leerdoel(id="leeg"))
    assert [plek.leerdoel.id for plek in cyclus.te_geven(doelen)] == ["ander"]


def test_one_leerdoel_is_looked_at_when_it_is_named() -> None:
    doelen = portfolio(leerdoel(VOORBEREID), leerdoel(VOORBEREID, id="ander"))
    assert [plek.leerdoel.id for plek in cyclus.te_geven(doelen, "strenger")] == ["strenger"]


@pytest.mark.parametrize("zoek", [cyclus.te_geven, cyclus.te_observeren, cyclus.te_bespreken])
def test_what_comes_first_is_said_when_there_is_nothing(zoek: object) -> None:
    assert "Eerst: leerwerk doel" in weigering(zoek, portfolio())
    assert "Eerst: leerwerk voorbereiden" in weigering(zoek, portfolio(leerdoel()))


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
