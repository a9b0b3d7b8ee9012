"""Doing the same with many things on all processors at once, where that is cheap.

Only where a process can be copied as it is (Linux): elsewhere starting another
Python costs more than it gives.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Ding = TypeVar("Ding")
Uit = TypeVar("Uit")

DEEL = 12  # few enough that no processor waits long for the last
_WERK: list[Callable[[Any], Any]] = []  # of a copied process: what it does


def verdeel(werk: Callable[[Sequence[Ding]], Uit], dingen: Sequence[Ding]) -> Iterator[Uit]:
    """What `werk` gives for each part of `dingen`, in order. Raises what `werk` raises.

    `werk` may run in a copy of this process: what it changes is lost, what it
    gives back must be picklable.
    """
    delen = [dingen[begin : begin + DEEL] for begin in range(0, len(dingen), DEEL)]
    aantal = min(processors(), len(delen) // 2)
    return _samen(werk, delen, aantal) if aantal > 1 else map(werk, delen)


def processors() -> int:
    """How many processes may run at once; 1 where copying a process is not safe or not cheap."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _samen(werk: Callable[[Sequence[Ding]], Uit], delen: Sequence[Sequence[Ding]], aantal: int) -> Iterator[Uit]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - 30 ms that a small bank does not need
    from multiprocessing import get_context  # noqa: PLC0415

    gc.freeze()  # what all processes share is not looked at again, and so not copied
    kopie = get_context("fork")
    with ProcessPoolExecutor(aantal, mp_context=kopie, initializer=_WERK.append, initargs=(werk,)) as groep:
        yield from groep.map(_doe, delen)


def _doe(deel: Any) -> Any:
    return _WERK[-1](deel)
