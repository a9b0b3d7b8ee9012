"""Doing the same with many things on all processors at once, where that is cheap.

Only where a process can be copied as it is (Linux): elsewhere starting another
Python costs more than it gives. All processes draw lots for the parts until
there are none left, so that they end together. A copy can only help: what it
does not bring home, because it was killed or found no memory, is done here
after all.
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, NoReturn, TypeVar

Ding = TypeVar("Ding")
Uit = TypeVar("Uit")

GENOEG = 12  # things for a process: fewer are done before its copy has begun
LOTEN = 256  # a lot is a byte

Gedaan = dict[int, list[Uit]]  # what came of the parts, by their lot


def verdeel(werk: Callable[[Ding], Uit], dingen: Sequence[Ding]) -> list[Uit]:
    """What `werk` gives for each of `dingen`, in order. Raises what `werk` raises.

    `werk` may run in a copy of this process: what it changes is lost, what it
    gives back must be picklable.
    """
    aantal = min(processors(), len(dingen) // GENOEG)
    return _samen(werk, dingen, aantal) if aantal > 1 else [werk(ding) for ding in dingen]


def processors() -> int:
    """How many processes may run at once; 1 where copying a process is not safe or not cheap."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _samen(werk: Callable[[Ding], Uit], dingen: Sequence[Ding], aantal: int) -> list[Uit]:
    """As `verdeel`, by `aantal` processes of which this is one."""
    grootte = -(-len(dingen) // LOTEN)
    delen = [dingen[begin : begin + grootte] for begin in range(0, len(dingen), grootte)]
    with ExitStack() as hulp:
        loten = hulp.enter_context(_loten(len(delen)))

        def doe_tot_ze_op_zijn() -> Gedaan[Uit]:
            return {lot[0]: [werk(ding) for ding in delen[lot[0]]] for lot in iter(lambda: loten.read(1), b"")}

        gc.freeze()  # what all processes share is not looked at again, and so not copied
        kopieen = [hulp.enter_context(_kopie(doe_tot_ze_op_zijn)) for _ in range(aantal - 1)]
        gedaan = doe_tot_ze_op_zijn()
        for uitkomst in kopieen:
            gedaan |= uitkomst()
    return [uit for lot, deel in enumerate(delen) for uit in gedaan.get(lot) or map(werk, deel)]


@contextmanager
def _loten(aantal: int) -> Iterator[BinaryIO]:
    """A pipe from which every process draws a byte at a time: the number of a part that no other process has."""
    lezen, schrijven = os.pipe()
    os.write(schrijven, bytes(range(aantal)))
    os.close(schrijven)
    with os.fdopen(lezen, "rb", buffering=0) as loten:
        yield loten


@contextmanager
def _kopie(doe: Callable[[], Gedaan[Uit]]) -> Iterator[Callable[[], Gedaan[Uit]]]:
    """Begin `doe` in a copy of this process; gives what waits for its outcome. On leaving, the copy is gone."""
    lezen, schrijven = os.pipe()
    with os.fdopen(lezen, "rb") as hier, os.fdopen(schrijven, "wb") as daar:
        try:
            nummer = os.fork()
        except OSError:  # no more processes are allowed
            yield dict
            return
        if not nummer:
            hier.close()
            _zeg(doe, daar)
        daar.close()
        try:
            yield lambda: _ontvang(hier.read())
        finally:
            os.kill(nummer, signal.SIGKILL)  # it may be at work for nobody
            os.waitpid(nummer, 0)


def _zeg(doe: Callable[[], object], pijp: BinaryIO) -> NoReturn:
    """In a copy: say what comes of `doe`, or nothing when it fails, and end there."""
    try:
        pijp.write(pickle.dumps(doe()))
        pijp.close()
    finally:
        os._exit(0)


def _ontvang(gezegd: bytes) -> Gedaan[Uit]:
    try:
        gedaan: Gedaan[Uit] = pickle.loads(gezegd)
    except (EOFError, pickle.UnpicklingError):
        return {}
    return gedaan
