"""The one place that starts Git.

Every call gets the same safe settings: nothing of a repository's own configuration runs a program, whatever
Git writes is on disk when it returns, and no variable of an outer Git points it elsewhere. User text is never
an option: callers pass it on standard input, after `--`, or behind a fixed prefix.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from leerwerk.errors import MachineWeigert

SETTINGS = (
    "core.fsync=all",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "core.safecrlf=false",  # it would refuse a step half-way, over line endings that Git itself converts
    "protocol.ext.allow=never",
    "gc.auto=0",
)
FLAGS = tuple(deel for setting in SETTINGS for deel in ("-c", setting))
_LOCAL = """
GIT_DIR GIT_WORK_TREE GIT_IMPLICIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_NAMESPACE
GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_PREFIX GIT_QUARANTINE_PATH GIT_SHALLOW_FILE GIT_GRAFT_FILE
GIT_NO_REPLACE_OBJECTS GIT_REPLACE_REF_BASE GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS
GIT_ICASE_PATHSPECS
"""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a git process gave back."""

    code: int
    uit: bytes
    fout: str
    pid: int

    @property
    def tekst(self) -> str:
        return self.uit.decode("utf-8", "surrogateescape").strip()


class GitFout(Exception):
    """Git could not do what a step needs; the caller knows what that means for the step."""

    def __init__(self, antwoord: Antwoord) -> None:
        super().__init__(antwoord.fout or f"git stopte met code {antwoord.code}")


class GitOntbreekt(MachineWeigert):
    """There is no Git to start."""

    def __init__(self) -> None:
        super().__init__(
            "Git staat niet op deze computer, of leerwerk kan het niet vinden.",
            nu="Zet Git op je computer: https://git-scm.com/downloads",
        )


@dataclass(frozen=True, slots=True)
class Aanroep:
    """One git command: its arguments, standard input and extra variables."""

    args: tuple[str, ...]
    invoer: bytes = b""
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Git:
    """Runs Git in one folder. `fds` stay open in the children: a lock outlives a killed parent with them."""

    map: Path
    fds: tuple[int, ...] = ()

    def __call__(self, *args: str, invoer: bytes = b"", extra: tuple[tuple[str, str], ...] = ()) -> Antwoord:
        return self.together(Aanroep(args, invoer, extra))[0]

    def must(self, *args: str, invoer: bytes = b"", extra: tuple[tuple[str, str], ...] = ()) -> Antwoord:
        """Run, and raise GitFout unless Git is content."""
        antwoord = self(*args, invoer=invoer, extra=extra)
        if antwoord.code:
            raise GitFout(antwoord)
        return antwoord

    def together(self, *aanroepen: Aanroep) -> list[Antwoord]:
        """Run independent commands at the same time: starting a process is what costs (40 ms on Windows)."""
        processen = [self._start(aanroep) for aanroep in aanroepen]
        return [_finish(*paar) for paar in zip(processen, (a.invoer for a in aanroepen), strict=True)]

    @contextmanager
    def started(self, *args: str, invoer: bytes) -> Iterator[Callable[[bytes], Antwoord]]:
        """Start on `invoer` while the caller does something else; the yielded function sends the rest.

        Without that call the input ends early, and so does the process: it has done nothing that lasts.
        """
        proces = self._start(Aanroep(args))
        try:
            with suppress(BrokenPipeError):  # it ended already: its answer says why
                _stdin(proces).write(invoer)
                _stdin(proces).flush()
            yield lambda rest: _finish(proces, rest)
        finally:
            if proces.poll() is None:
                proces.communicate()

    def _start(self, aanroep: Aanroep) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                ["git", *FLAGS, *aanroep.args],
                cwd=self.map,
                env=environment(aanroep.extra),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=() if sys.platform == "win32" else self.fds,
            )
        except FileNotFoundError as fout:
            raise GitOntbreekt from fout


def environment(extra: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """The caller's variables, without those that point Git at another repository."""
    basis = {naam: waarde for naam, waarde in os.environ.items() if naam not in _LOCAL.split()}
    return {**basis, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **dict(extra)}


def _stdin(proces: subprocess.Popen[bytes]) -> IO[bytes]:
    assert proces.stdin
    return proces.stdin


def _finish(proces: subprocess.Popen[bytes], invoer: bytes) -> Antwoord:
    uit, fout = proces.communicate(invoer)
    return Antwoord(proces.returncode, uit, fout.decode("utf-8", "replace").strip(), proces.pid)
