"""The history of a folder: which commits changed it, read through GitPython.

Only reads. GitPython takes 66 ms to import: import this module where history is shown, not at the top.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import git

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen.git import FLAGS, environment
from leerwerk.vastleggen.paden import below
from leerwerk.vastleggen.plaats import find

_VELDEN = ("%H", "%aI", "%an", "%s", "%(trailers:only,unfold)")


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: when, by whom, what it says, and the files below the folder that it changed."""

    id: str
    tijd: datetime
    auteur: str
    onderwerp: str
    trailers: dict[str, str]
    bestanden: tuple[Path, ...]


def geschiedenis(map: Path, onder: Path) -> tuple[Commit, ...]:
    """Commits that changed something below `onder`, newest first; none in a repository without commits."""
    top = find(map).top
    begin = os.urandom(16).hex()  # marks a commit: nobody can have put it in a message
    formaat = f"--format={begin}{'%x00'.join(_VELDEN)}%x00"
    log = ["log", "-z", "--name-only", "--no-renames", "--no-show-signature", formaat]
    code, uit, fout = git.Git(top).execute(
        ["git", *FLAGS, *log, "--", f":(literal){below(top, onder)}"],
        env=environment(), with_extended_output=True, with_exceptions=False, stdout_as_string=False,
    )  # fmt: skip
    if code and "does not have any commits yet" in str(fout):
        return ()
    if code:
        raise MachineWeigert("Git kan de geschiedenis niet lezen.", waar=str(onder), nu=str(fout))
    return tuple(_parse(deel, top) for deel in uit.decode("utf-8", "replace").split(begin)[1:])


def _parse(deel: str, top: Path) -> Commit:
    oid, tijd, auteur, onderwerp, trailers, *namen = deel.split("\0")
    regels = (regel.partition(": ") for regel in trailers.splitlines() if ": " in regel)
    paden = tuple(top / naam.lstrip("\n") for naam in namen if naam.strip("\n"))
    return Commit(oid, datetime.fromisoformat(tijd), auteur, onderwerp, {n: w for n, _, w in regels}, paden)
