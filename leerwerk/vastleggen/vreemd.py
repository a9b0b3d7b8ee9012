"""Locks that are not of this step: of another Git at work, or left by one that was killed.

Waits for them, tells how old they are, and removes only what a Git of our own left.
"""

import time
from collections.abc import Sequence
from pathlib import Path

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen import indexslot, schijf
from leerwerk.vastleggen.plaats import Plaats
from leerwerk.vastleggen.slot import poll

WACHT_OP_GIT = 3.0
WACHT_OP_BRANCH = 1.5


def foreign_locks(plaats: Plaats, ref: str) -> tuple[Path, ...]:
    """Locks of another Git that is at work, or was killed."""
    index = () if indexslot.is_ours(plaats) else (plaats.indexslot,)
    return tuple(pad for pad in (*index, *plaats.sloten(ref)) if pad.exists())


def wait_for_git(plaats: Plaats, ref: str) -> None:
    """Give another Git the time to finish; refuse when its lock stays."""
    if not poll(lambda: not foreign_locks(plaats, ref), WACHT_OP_GIT, grens=0.005):
        raise locked(foreign_locks(plaats, ref) or (plaats.indexslot,))


def locked(sloten: tuple[Path, ...]) -> MachineWeigert:
    return MachineWeigert(
        f"Een ander programma is met Git bezig ({describe_age(sloten[0])}).",
        waar=str(sloten[0]),
        nu="Sluit het andere programma en probeer het opnieuw. Weet je zeker dat er geen git meer draait,"
        " verwijder dan dit bestand. Er is niets veranderd.",
    )


def describe_age(pad: Path) -> str:
    try:
        seconden = max(0, int(time.time() - pad.lstat().st_mtime))
    except OSError:
        return "net nog"
    for grens, eenheid in ((86_400, "dagen"), (3_600, "uur"), (60, "minuten")):
        if seconden >= 2 * grens:
            return f"al {seconden // grens} {eenheid}"
    return f"al {seconden} seconden"


def clear(sloten: Sequence[Path], sinds: float) -> Path | None:
    """Remove locks that a Git of our own left behind since `sinds`; returns one that is older, thus not ours.

    Git says nothing when it cannot remove its lock, and a killed one leaves it. Another Git that is at work
    is given the time to finish.
    """
    poll(lambda: not any(pad.exists() for pad in sloten), WACHT_OP_BRANCH)
    for pad in sloten:
        begin = _made_at(pad)
        if begin and begin < sinds:
            return pad
        if begin and time.time() - begin >= WACHT_OP_BRANCH:
            schijf.remove(pad)
    return None


def _made_at(pad: Path) -> float | None:
    try:
        return pad.stat().st_mtime
    except FileNotFoundError:
        return None
