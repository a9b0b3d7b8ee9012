"""Killed, torn, refused: whatever happens to a step, recovery leaves all of it or nothing.

Every run takes a sample; `pytest -m volledig` takes every point.
"""

import functools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vastleggen.kraan import Repo, sign_commits
from tests.vastleggen.proef import WIJZEN_DOOD, WIJZEN_FOUT, Proef, Punt, build_shim, in_parallel

TREDE = 11  # every so many points in a sample


@pytest.fixture(scope="module")
def proef(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proef]:
    map = tmp_path_factory.mktemp("crash")
    thuis = map / "thuis"
    thuis.mkdir()
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("HOME", str(thuis))
        omgeving.setenv("GIT_CONFIG_NOSYSTEM", "1")
        Repo.create(map / "sjabloon")
        yield Proef(map / "sjabloon", map, build_shim(map))


@pytest.fixture(scope="module")
def ondertekend(proef: Proef, tmp_path_factory: pytest.TempPathFactory) -> Proef:
    """The same step, signed."""
    map = tmp_path_factory.mktemp("ondertekend")
    sign_commits(Repo.create(map / "sjabloon"), map / "id")
    return Proef(map / "sjabloon", map, proef.kraan)


def crash_at(proef: Proef, punten: list[Punt]) -> None:
    in_parallel([functools.partial(proef.crash, punt) for punt in punten])


def deadly(proef: Proef, begin: int = 1, trede: int = 1) -> list[Punt]:
    return [Punt(nummer, wijze) for wijze in WIJZEN_DOOD for nummer in range(begin, proef.aantal + 1, trede)]


def refusing(proef: Proef, trede: int = 1) -> list[Punt]:
    """Every point with every fault: at one call and, by turns, from then on."""
    return [
        Punt(nummer, wijze, blijft=(nummer + soort) % 2 == 0)
        for soort, wijze in enumerate(WIJZEN_FOUT)
        for nummer in range(1 + soort, proef.aantal + 1, trede)
    ]


def crash_pairs(proef: Proef, eerste: list[int], trede: int) -> int:
    """Crash the step at `eerste`, and the recovery at every so many calls; returns how many that were."""
    paren = [
        functools.partial(proef.crash_twice, Punt(een, "dood"), Punt(twee, WIJZEN_DOOD[twee % 2]))
        for een in eerste
        for twee in range(1 + een % trede, proef.aantal, trede)
    ]
    return sum(map(bool, in_parallel(paren)))


def kill_at_random(proef: Proef, aantal: int, zaad: int) -> None:
    dobbelsteen = random.Random(zaad)
    in_parallel(
        [
            functools.partial(proef.kill_after, dobbelsteen.uniform(0.05, 0.3), groep=nummer % 2 == 0)
            for nummer in range(aantal)
        ]
    )


def test_killed_or_torn_at_a_sample_of_calls(proef: Proef) -> None:
    crash_at(proef, deadly(proef, begin=3, trede=TREDE))


def test_signed_step_killed_at_a_sample_of_calls(ondertekend: Proef) -> None:
    crash_at(ondertekend, deadly(ondertekend, begin=5, trede=4 * TREDE))


def test_refused_at_a_sample_of_calls(proef: Proef) -> None:
    crash_at(proef, refusing(proef, trede=2 * TREDE))


def test_killed_again_during_recovery(proef: Proef) -> None:
    assert crash_pairs(proef, [30, proef.aantal - 12], trede=20) > 3


def test_killed_at_random_moments(proef: Proef) -> None:
    kill_at_random(proef, 24, zaad=1)


def test_power_lost_at_a_sample_of_calls(proef: Proef) -> None:
    in_parallel([functools.partial(proef.lose_power, nummer) for nummer in lost_at(proef, trede=17)])


def lost_at(proef: Proef, trede: int = 1) -> range:
    """Every so many calls, the last being right after the step was acknowledged."""
    return range(proef.aantal + 1, 0, -trede)


@pytest.mark.volledig
def test_power_lost_at_every_call(proef: Proef) -> None:
    in_parallel([functools.partial(proef.lose_power, nummer) for nummer in lost_at(proef)])


@pytest.mark.volledig
def test_killed_or_torn_at_every_call(proef: Proef) -> None:
    punten = deadly(proef)
    assert len(punten) >= 220
    crash_at(proef, punten)


@pytest.mark.volledig
def test_signed_step_killed_or_refused_at_every_call(ondertekend: Proef) -> None:
    crash_at(ondertekend, deadly(ondertekend) + refusing(ondertekend, trede=3))


@pytest.mark.volledig
def test_refused_at_every_call(proef: Proef) -> None:
    punten = refusing(proef)
    assert len(punten) >= 333
    crash_at(proef, punten)


@pytest.mark.volledig
def test_killed_again_at_every_call_of_recovery(proef: Proef) -> None:
    assert crash_pairs(proef, list(range(14, proef.aantal, 5)), trede=5) >= 300


@pytest.mark.volledig
def test_killed_at_very_many_random_moments(proef: Proef) -> None:
    kill_at_random(proef, 700, zaad=2)


def test_without_a_compiler_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install gcc"):
        build_shim(tmp_path)
