"""Doing the same with many things on all processors at once, where that is cheap.

Only where a process can be copied as it is (Linux): elsewhere starting another
Python costs more than it gives. A copy can only help: what it does not bring
home, because it was killed or found no memory, is done here after all.
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import BinaryIO, NoReturn, TypeVar

Ding = TypeVar("Ding")
Uit = TypeVar("Uit")

GENOEG = 12  # things for a process: fewer are done before its copy has begun


def verdeel(werk: Callable[[Ding], Uit], dingen: Sequence[Ding]) -> list[Uit]:
    """What `werk` gives for each of `dingen`, in order. Raises what `werk` raises.

    `werk` may run in a copy of this process: what it changes is lost, what it
    gives back must be picklable.
    """
    aantal = min(processors(), len(dingen) // GENOEG)
    return _samen(werk, dingen, aantal) if aantal > 1 else _doe(werk, dingen)


def processors() -> int:
    """How many processes may run at once; 1 where copying a process is not safe or not cheap."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _samen(werk: Callable[[Ding], Uit], dingen: Sequence[Ding], aantal: int) -> list[Uit]:
    """As `verdeel`, by `aantal` processes of which this is one."""
    gc.freeze()  # what all processes share is not looked at again, and so not copied
    delen = [dingen[begin::aantal] for begin in range(aantal)]  # neighbours are alike: each gets of everything
    with ExitStack() as hulp:
        uitkomsten = [hulp.enter_context(_kopie(partial(_doe, werk, deel))) for deel in delen[1:]]
        gedaan = [_doe(werk, delen[0]), *(uitkomst() for uitkomst in uitkomsten)]
    return [gedaan[nummer % aantal][nummer // aantal] for nummer in range(len(dingen))]


def _doe(werk: Callable[[Ding], Uit], dingen: Sequence[Ding]) -> list[Uit]:
    return [werk(ding) for ding in dingen]


@contextmanager
def _kopie(doe: Callable[[], Uit]) -> Iterator[Callable[[], Uit]]:
    """Begin `doe` in a copy of this process; gives what waits for its outcome. On leaving, the copy is gone."""
    lezen, schrijven = os.pipe()
    with os.fdopen(lezen, "rb") as hier, os.fdopen(schrijven, "wb") as daar:
        try:
            nummer = os.fork()
        except OSError:  # no more processes are allowed
            yield doe
            return
        if not nummer:
            hier.close()
            _zeg(doe, daar)
        daar.close()
        try:
            yield lambda: _ontvang(hier.read(), doe)
        finally:
            os.kill(nummer, signal.SIGKILL)  # it may be at work for nobody
            os.waitpid(nummer, 0)


def _zeg(doe: Callable[[], Uit], pijp: BinaryIO) -> NoReturn:
    """In a copy: say what comes of `doe`, or nothing when it fails, and end there."""
    try:
        pijp.write(pickle.dumps(doe()))
        pijp.close()
    finally:
        os._exit(0)


def _ontvang(gezegd: bytes, doe: Callable[[], Uit]) -> Uit:
    try:
        uit: Uit = pickle.loads(gezegd)
    except (EOFError, pickle.UnpicklingError):
        return doe()
    return uit
