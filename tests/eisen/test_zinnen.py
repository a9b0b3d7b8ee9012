"""The eisen against sentences that they were not tuned on."""

import pytest

from leerwerk.eisen import EISEN
from tests.eisen.zinnen import Telling, read_cases


@pytest.mark.parametrize("deel", ["kijk", "meet"])
def test_precision_and_recall_hold_together(tellingen: dict[str, Telling], deel: str) -> None:
    assert tellingen[deel].precisie() >= 0.95
    assert tellingen[deel].vangst() >= 0.90


@pytest.mark.parametrize("eis", [eis.ID for eis in EISEN])
def test_no_eis_falls_behind(tellingen: dict[str, Telling], eis: str) -> None:
    assert tellingen["meet"].precisie(eis) >= 0.85
    assert tellingen["meet"].vangst(eis) >= 0.85


def test_tricky_good_sentences_are_left_alone(tellingen: dict[str, Telling]) -> None:
    assert tellingen["meet"].goed_geraakt <= 0.05 * tellingen["meet"].goed


def test_half_of_the_sentences_or_nearly_are_good() -> None:
    goed = [not geval.moet for geval in read_cases()]
    assert len(goed) >= 500
    assert sum(goed) >= 0.45 * len(goed)


def test_no_sentence_is_in_both_parts() -> None:
    per_deel = {deel: {geval.zin for geval in read_cases() if geval.deel == deel} for deel in ("kijk", "meet")}
    assert not per_deel["kijk"] & per_deel["meet"]
