"""Transcripts: what a person typed, and what came back, as a text that anybody can read and write.

    $ leerwerk waar                 must succeed (`1$ leerwerk waar` must exit with 1)
    <text                           a line of standard input
    >text                           a line of standard output
    2>text                          a line of standard error

Besides `leerwerk`, a transcript may `cd`, set a variable before a command (`LEERWERK_STUDENT=noor leerwerk waar`),
run `git`, and write a file from standard input (`write PAD`). Anything else is a remark.

After every `leerwerk` Git is asked whether it was true to its word: a step is one commit with one file and its
trailer, a command that reads or refuses changes nothing, and nothing is ever left lying about.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.deur import Uitkomst, git, leerwerk

_COMMANDO = re.compile(r"(\d*)\$ (.*)")
_VARIABELE = re.compile(r"([A-Z_]+)=(.*)")
_VERSIE = re.compile(r"\b[0-9a-f]{40}\b")
_TRAILER = "%(trailers:key=Leerwerk-Stap,valueonly,separator=)"
STAPPEN = (
    ("portfolio", "nieuw"),
    ("doel",),
    ("voorbereiden",),
    ("uitvoeren",),
    ("observeren",),
    ("reflecteren",),
    ("taak", "aanpassen"),
    ("taak", "nieuw"),
)


@dataclass(frozen=True)
class Blok:
    """A remark, or a command with what goes in and what must come out."""

    remark: str = ""
    commando: str = ""
    invoer: tuple[str, ...] = ()
    uitkomst: Uitkomst = field(default_factory=lambda: Uitkomst(0, "", ""))


def parse(tekst: str) -> tuple[Blok, ...]:
    """The blocks of a transcript; writing them again gives the same text."""
    blokken: list[Blok] = []
    for regel in tekst.splitlines():
        if gevonden := _COMMANDO.fullmatch(regel):
            blokken.append(Blok(commando=gevonden[2], uitkomst=Uitkomst(int(gevonden[1] or 0), "", "")))
        elif blokken and blokken[-1].commando and regel.startswith(("<", ">", "2>")):
            blokken[-1] = _erbij(blokken[-1], regel)
        else:
            blokken.append(Blok(remark=regel))
    return tuple(blokken)


def _erbij(blok: Blok, regel: str) -> Blok:
    u = blok.uitkomst
    if regel.startswith("<"):
        return replace(blok, invoer=(*blok.invoer, regel[1:]))
    if regel.startswith("2>"):
        return replace(blok, uitkomst=Uitkomst(u.code, u.uit, f"{u.fout}{regel[2:]}\n"))
    return replace(blok, uitkomst=Uitkomst(u.code, f"{u.uit}{regel[1:]}\n", u.fout))


def schrijf(blokken: tuple[Blok, ...]) -> str:
    """The transcript of `blokken`."""
    return "".join(f"{regel}\n" for blok in blokken for regel in _regels(blok))


def _regels(blok: Blok) -> Iterator[str]:
    if not blok.commando:
        yield blok.remark
        return
    yield f"{blok.uitkomst.code or ''}$ {blok.commando}"
    yield from (f"<{regel}" for regel in blok.invoer)
    yield from (f">{regel}" for regel in blok.uitkomst.uit.splitlines())
    yield from (f"2>{regel}" for regel in blok.uitkomst.fout.splitlines())


class Speler:
    """Plays a transcript in `school`, and holds every command to its word."""

    def __init__(self, school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.school = school
        self.hier = school
        self.monkeypatch = monkeypatch
        self.standen: dict[Path, Stand] = {}

    def speel(self, blok: Blok) -> Blok:
        """`blok` with what came back now."""
        if not blok.commando:
            return blok
        uitkomst = self._voer_uit(shlex.split(blok.commando), "\n".join(blok.invoer))
        return replace(blok, uitkomst=Uitkomst(uitkomst.code, self._vast(uitkomst.uit), self._vast(uitkomst.fout)))

    def _vast(self, tekst: str) -> str:
        """Without what differs from one run to the next: where the school stands, and versions of tasks."""
        regels = _VERSIE.sub("<versie>", tekst.replace(str(self.school.parent), "/hier")).splitlines()
        return "".join(f"{regel.rstrip()}\n" for regel in regels)

    def _voer_uit(self, woorden: list[str], invoer: str) -> Uitkomst:
        with self.monkeypatch.context() as omgeving:
            while gevonden := _VARIABELE.fullmatch(woorden[0]):
                omgeving.setenv(gevonden[1], gevonden[2])
                woorden = woorden[1:]
            if woorden[0] == "leerwerk":
                return self._leerwerk(woorden[1:], invoer)
        self.standen = {}
        return {"cd": self._cd, "git": self._git, "write": self._write}[woorden[0]](woorden[1:], invoer)

    def _cd(self, woorden: list[str], invoer: str) -> Uitkomst:
        self.hier = Path(os.path.normpath(self.hier / woorden[0]))
        assert self.hier.is_dir(), self.hier
        return Uitkomst(0, "", "")

    def _git(self, woorden: list[str], invoer: str) -> Uitkomst:
        gedaan = subprocess.run(["git", *woorden], cwd=self.hier, capture_output=True, text=True, check=False)
        return Uitkomst(gedaan.returncode, gedaan.stdout, gedaan.stderr)

    def _write(self, woorden: list[str], invoer: str) -> Uitkomst:
        (self.hier / woorden[0]).write_text(f"{invoer}\n", encoding="utf-8")
        return Uitkomst(0, "", "")

    def _leerwerk(self, argv: list[str], invoer: str) -> Uitkomst:
        voor = self.standen or self._kijk()
        uitkomst = leerwerk(*argv, map=self.hier, invoer=invoer)
        na = self._kijk()
        nieuw = [(map, oid) for map in na for oid in _erbij_gekomen(map, voor.get(map), na[map])]
        stap = uitkomst.code == 0 and is_stap(argv)
        met_de_hand = sum(stand.vuil for stand in voor.values())
        assert len(nieuw) == (1 + met_de_hand if stap else 0), f"{argv}: {nieuw}"
        for map, oid in nieuw:
            check_stap(map, oid)
        if stap or not met_de_hand:
            assert not [map for map in na if na[map].vuil], f"{argv} liet iets liggen"
        self.standen = na
        return uitkomst

    def _kijk(self) -> dict[Path, "Stand"]:
        boven = self.school.parent
        git_mappen = sorted(
            git for patroon in ("school", "school/portfolios/*") for git in boven.glob(f"{patroon}/.git")
        )
        return {git.parent: _stand(git.parent) for git in git_mappen}


@dataclass(frozen=True)
class Stand:
    """A repository at one moment: its last commit, and what is not committed."""

    hoofd: str
    vuil: bool


def _stand(map: Path) -> Stand:
    eerste, *rest = git(map, "status", "--porcelain=v2", "--branch").splitlines()
    return Stand(eerste.removeprefix("# branch.oid "), any(not regel.startswith("#") for regel in rest))


def _erbij_gekomen(map: Path, voor: Stand | None, na: Stand) -> list[str]:
    if voor == na:
        return []
    return git(map, "rev-list", na.hoofd, *([f"^{voor.hoofd}"] if voor else [])).split()


def is_stap(argv: list[str]) -> bool:
    """Whether a command, when it succeeds, takes a step."""
    woorden = argv[2:] if argv[:1] == ["-C"] else argv
    return "--help" not in woorden and any(tuple(woorden[: len(stap)]) == stap for stap in STAPPEN)


def check_stap(map: Path, oid: str) -> None:
    """Fail unless commit `oid` is one step: one file, new or changed, and its trailer."""
    trailer, _, *bestanden = git(map, "show", f"--format={_TRAILER}", "--name-status", oid).splitlines()
    assert len(bestanden) == 1 and bestanden[0][0] in "AM", bestanden
    assert re.fullmatch("[0-9a-f]{32}", trailer), trailer
