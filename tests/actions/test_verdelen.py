"""`verdelen`: one answer for each thing, in order, whatever becomes of the processes that help."""

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from leerwerk.actions import verdelen
from leerwerk.actions.verdelen import GENOEG, LOTEN, verdeel

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="alleen op Linux wordt een proces gekopieerd")
HIER = os.getpid()
GROOT = "woord " * 20_000  # more than a pipe holds


@pytest.fixture(params=[2, 3, 8])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    aantal: int = request.param
    monkeypatch.setattr(verdelen, "processors", lambda: aantal)
    return aantal


@pytest.mark.parametrize("hoeveel", [0, 1, GENOEG, 2 * GENOEG, 2 * GENOEG + 1, 100])
def test_every_thing_has_its_answer_in_order(processors: int, hoeveel: int) -> None:
    assert verdeel(lambda nummer: nummer * nummer, range(hoeveel)) == [nummer * nummer for nummer in range(hoeveel)]


def test_all_processes_take_part(processors: int) -> None:
    gedaan = verdeel(lambda _: time.sleep(0.01) or os.getpid(), range(GENOEG * processors))
    assert len(set(gedaan)) == processors
    assert HIER in gedaan


def test_who_is_slow_does_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdelen, "processors", lambda: 2)
    gedaan = verdeel(lambda _: time.sleep(0.001 if os.getpid() == HIER else 0.1) or os.getpid(), range(100))
    assert 0 < 100 - gedaan.count(HIER) < 20


def test_more_things_than_there_are_lots(processors: int) -> None:
    assert verdeel(lambda nummer: -nummer, range(LOTEN * 3 + 1)) == [-nummer for nummer in range(LOTEN * 3 + 1)]


def test_few_things_are_done_here(processors: int) -> None:
    assert set(verdeel(lambda _: os.getpid(), range(2 * GENOEG - 1))) == {HIER}


def test_an_answer_may_be_larger_than_a_pipe(processors: int) -> None:
    assert verdeel(lambda nummer: f"{nummer}{GROOT}", range(60)) == [f"{nummer}{GROOT}" for nummer in range(60)]


def _stop_alleen_een_kopie(hoe: Callable[[], None]) -> Callable[[int], int]:
    def werk(nummer: int) -> int:
        if os.getpid() != HIER and nummer > 20:
            hoe()
        time.sleep(0.001)
        return -nummer

    return werk


def _word_gedood() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _geen_geheugen() -> None:
    raise MemoryError


def _onderbroken() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("hoe", [_word_gedood, _geen_geheugen, _onderbroken])
def test_what_a_copy_does_not_bring_home_is_done_here(
    processors: int, hoe: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    assert verdeel(_stop_alleen_een_kopie(hoe), range(100)) == [-nummer for nummer in range(100)]
    assert capfd.readouterr() == ("", "")


def test_a_copy_killed_while_it_speaks_is_done_here_too(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    heel = verdelen.pickle.dumps
    monkeypatch.setattr(verdelen.pickle, "dumps", lambda waarde: heel(waarde)[:-100])
    assert verdeel(lambda nummer: f"{nummer}{GROOT}", range(50)) == [f"{nummer}{GROOT}" for nummer in range(50)]


def test_where_no_process_may_be_added_all_is_done_here(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", vol)
    assert verdeel(lambda _: os.getpid(), range(100)) == [HIER] * 100


def _gaat_hier_mis(nummer: int) -> int:
    if os.getpid() != HIER:
        time.sleep(60)
    raise ValueError(nummer)


def _gaat_altijd_mis(nummer: int) -> int:
    if nummer == 50:
        raise ValueError(nummer)
    return nummer


@pytest.mark.parametrize("werk", [_gaat_hier_mis, _gaat_altijd_mis])
def test_what_goes_wrong_is_raised_and_leaves_no_process(processors: int, werk: Callable[[int], int]) -> None:
    begin = time.monotonic()
    with pytest.raises(ValueError, match="[0-9]"):
        verdeel(werk, range(100))
    assert time.monotonic() - begin < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_no_file_stays_open(processors: int) -> None:
    def open_bestanden() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    vooraf = open_bestanden()
    for _ in range(3):
        verdeel(_stop_alleen_een_kopie(_word_gedood), range(100))
    assert open_bestanden() == vooraf


def test_a_copy_ends_when_nobody_listens(processors: int, tmp_path: Path) -> None:
    """The first process is killed: a copy that is still at work may not be left for ever."""
    groep = os.fork()
    if not groep:
        with suppress(BaseException):
            eerste = os.getpid()
            verdeel(lambda _: _wacht_als_kopie(tmp_path, eerste), range(processors * GENOEG))
        os._exit(0)
    while len(list(tmp_path.iterdir())) < processors - 1:
        time.sleep(0.01)
    os.kill(groep, signal.SIGKILL)
    os.waitpid(groep, 0)
    kopieen = [int(pad.name) for pad in tmp_path.iterdir()]
    grens = time.monotonic() + 30
    while any(map(_leeft, kopieen)):
        assert time.monotonic() < grens
        time.sleep(0.05)


def _wacht_als_kopie(map: Path, eerste: int) -> str:
    """The first process waits until it is killed; a copy says which it is."""
    if os.getpid() == eerste:
        time.sleep(60)
    (map / str(os.getpid())).touch()
    time.sleep(0.02)
    return GROOT


def _leeft(nummer: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{nummer}/status").read_text(encoding="ascii")
    except OSError:
        return False
