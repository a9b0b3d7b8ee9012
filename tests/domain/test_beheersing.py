"""What the pair decided per onderdeel, over all rondes: never automatic, never final."""

from dataclasses import replace
from datetime import date

import pytest

from leerwerk.domain.beheersing import Stand, stand
from leerwerk.domain.portfolio import Ronde
from tests.domain.voorbeelden import GEGEVEN, GEZIEN, VOORBEREID, leerdoel, portfolio, reflectie, voorbereiding


def besluit(dag: int, woord: str, deel: str = "uitleg", met: str = "sb") -> Ronde:
    """A ronde whose conversation on `dag` November decided `woord`."""
    op = date(2026, 11, dag)
    return replace(
        GEZIEN,
        id=f"2026-11-{dag:02}-uitleggen",
        reflectie=reflectie(op=op, samen_met=(met,), onderdelen={deel: woord}),
    )


def van(*rondes: Ronde, deel: str = "uitleg") -> str:
    return stand(portfolio(leerdoel(*rondes)), "uitleggen", deel).beheersing


@pytest.mark.parametrize(
    ("rondes", "woorden"),
    [
        ((), "nog niet geoefend"),
        ((VOORBEREID,), "nog niet geoefend"),
        ((GEGEVEN,), "aan het oefenen"),
        ((GEZIEN,), "aan het oefenen"),
        ((besluit(4, "nog oefenen"),), "nog oefenen"),
        ((besluit(4, "beheerst"),), "beheerst"),
    ],
)
def test_stand_is_in_words(rondes: tuple[Ronde, ...], woorden: str) -> None:
    assert van(*rondes) == woorden


def test_observation_alone_masters_nothing() -> None:
    assert van(GEZIEN) == "aan het oefenen"


def test_mastery_is_reopened_by_a_later_conversation() -> None:
    assert van(besluit(4, "beheerst"), besluit(9, "nog oefenen")) == "nog oefenen"


def test_the_latest_conversation_counts_not_the_latest_ronde() -> None:
    laat = replace(
        besluit(4, "beheerst"), reflectie=reflectie(op=date(2026, 11, 20), onderdelen={"uitleg": "beheerst"})
    )
    assert van(laat, besluit(9, "nog oefenen")) == "beheerst"


def test_on_one_day_the_later_ronde_counts() -> None:
    eerst, dan = besluit(4, "nog oefenen"), replace(besluit(4, "beheerst"), id="2026-11-04-uitleggen-2")
    assert van(dan, eerst) == "beheerst"


def test_onderdeel_that_was_not_talked_about_keeps_its_state() -> None:
    assert van(besluit(4, "beheerst"), besluit(9, "beheerst", "terugblik")) == "beheerst"


def test_practising_again_does_not_undo_mastery() -> None:
    assert van(besluit(4, "beheerst"), replace(GEGEVEN, id="2026-11-09-uitleggen")) == "beheerst"


def test_onderdeel_outside_the_ronde_was_not_practised() -> None:
    assert van(replace(GEGEVEN, voorbereiding=voorbereiding(onderdelen=("terugblik",)))) == "nog niet geoefend"


def test_decision_counts_for_every_leerdoel_of_the_student() -> None:
    doelen = portfolio(leerdoel(besluit(4, "beheerst")), leerdoel(id="ander"))
    assert stand(doelen, "uitleggen", "uitleg").beheersing == "beheerst"


def test_decision_about_another_task_does_not_count() -> None:
    assert stand(portfolio(leerdoel(besluit(4, "beheerst"))), "vragen", "uitleg").beheersing == "nog niet geoefend"


def test_it_is_said_with_whom_and_when() -> None:
    gevonden = stand(portfolio(leerdoel(besluit(4, "beheerst", met="tv"))), "uitleggen", "uitleg")
    assert gevonden == Stand("beheerst", ("tv",), date(2026, 11, 4))


def test_without_a_decision_there_is_nobody_and_no_day() -> None:
    assert stand(portfolio(leerdoel(GEGEVEN)), "uitleggen", "uitleg") == Stand("aan het oefenen")
