"""Where the Git repository around a folder is, found by looking at the files, without starting Git.

It must be fast: every command asks it whether an earlier step was cut off. Git itself confirms the answer
before anything is committed (`controle`).
"""

import os
from pathlib import Path
from typing import NamedTuple

from leerwerk.errors import MachineWeigert


class Plaats(NamedTuple):
    """A work tree: its root, its own Git folder, and the one it shares with other work trees."""

    top: Path
    gitdir: Path
    gedeeld: Path

    @property
    def eigen(self) -> Path:
        """The folder where only leerwerk writes."""
        return self.gitdir / "leerwerk"

    @property
    def journaal(self) -> Path:
        """Where a step that is not finished stands."""
        return self.eigen / "journal.json"

    @property
    def indexbestand(self) -> Path:
        return self.gitdir / "index"

    @property
    def indexslot(self) -> Path:
        return self.gitdir / "index.lock"

    def sloten(self, ref: str) -> tuple[Path, ...]:
        """The lock files under which Git moves `ref` and HEAD."""
        return (self.gitdir / "HEAD.lock", self.gedeeld / f"{ref}.lock")


def find(map: Path) -> Plaats:
    """Return the nearest work tree at or above `map`, or refuse."""
    begin = Path(os.path.realpath(map))
    for kandidaat in (begin, *begin.parents):
        if gitdir := _gitdir(kandidaat):
            return Plaats(kandidaat, gitdir, _gedeeld(gitdir))
        if _is_gitdir(kandidaat):
            raise MachineWeigert(
                "Dit is het binnenste van Git, zonder bestanden om mee te werken.",
                waar=str(kandidaat),
                nu="Ga naar de map waar je portfolio in staat.",
            )
    raise MachineWeigert(
        "Deze map hoort niet bij een Git-repository.",
        waar=str(map),
        nu="Ga naar je portfolio, of begin er een met: leerwerk portfolio nieuw",
    )


def gitmap(map: Path) -> Path:
    """The Git folder of the work tree around `map`. Raises as `find`."""
    return find(map).gitdir


def is_top(map: Path) -> bool:
    return _gitdir(map) is not None


def _gitdir(top: Path) -> Path | None:
    punt_git = top / ".git"
    if os.path.isfile(punt_git):  # noqa: PTH113 — never raises. A linked work tree or a submodule
        tekst = punt_git.read_text(encoding="utf-8", errors="surrogateescape")
        punt_git = top / tekst.removeprefix("gitdir:").strip()
    return Path(os.path.realpath(punt_git)) if _is_gitdir(punt_git) else None


def _is_gitdir(map: Path) -> bool:
    if not os.path.lexists(map / "HEAD"):
        return False
    return os.path.lexists(map / "commondir") or all(os.path.lexists(map / deel) for deel in ("objects", "refs"))


def _gedeeld(gitdir: Path) -> Path:
    try:
        verwijzing = (gitdir / "commondir").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return gitdir
    return Path(os.path.realpath(gitdir / verwijzing))
