"""Goals as students word them find the task that is meant: `doelen.tsv`."""

import pytest

from tests.zoeken.meet import Bank, doelen, plaatsen


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank()


@pytest.mark.parametrize("deel", ["kijk", "meet", "vers"])
def test_right_task_is_found(bank: Bank, deel: str) -> None:
    gevonden = plaatsen(bank, doelen(deel))
    assert sum(plaats < 3 for plaats in gevonden) >= 0.9 * len(gevonden)
    assert sum(plaats < 1 for plaats in gevonden) >= 0.7 * len(gevonden)


def test_every_task_is_asked_for_in_every_part(bank: Bank) -> None:
    for deel in ("kijk", "meet", "vers"):
        assert {doel.verwacht[0] for doel in doelen(deel)} == {kaart.id for kaart in bank.kaarten}


def test_no_goal_is_in_two_parts() -> None:
    alle = [doel.tekst.lower() for deel in ("kijk", "meet", "vers") for doel in doelen(deel)]
    assert len(alle) == len(set(alle))


@pytest.mark.parametrize("tekst", ["", "   ", "zzz", "李", "!?", "ik wil", "het is de les"])
def test_what_says_nothing_finds_nothing(bank: Bank, tekst: str) -> None:
    assert bank.vind(tekst) == []


def test_own_subject_comes_first_and_others_sink(bank: Bank) -> None:
    assert bank.vind("leerlingen begrijpen de proef niet", "scheikunde")[0].startswith(
        ("scheikunde", "het-", "een-dem")
    )
    assert "een-schrijfles-in-stappen" not in bank.vind("feedback geven", "natuurkunde")[:3]


def test_subject_alone_finds_its_tasks(bank: Bank) -> None:
    wiskunde = {kaart.id for kaart in bank.kaarten if "wiskunde" in kaart.vakken}
    assert set(bank.vind("wiskunde")[:4]) == wiskunde


def test_why_is_a_sentence_of_the_task(bank: Bank) -> None:
    for tekst in ("strenger zijn", "iedereen is klaar behalve twee", "ik verklap te veel"):
        for treffer in bank.treffers(tekst):
            assert treffer.waarom.endswith((".", '."', "?", "'", ".'"))
            assert not any(teken.isdigit() for teken in treffer.waarom)
