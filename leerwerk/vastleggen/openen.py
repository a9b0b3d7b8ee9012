"""Open a step, and make a repository to open one in.

The door of this package: what a caller gets here is locked, recovered and checked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.vastleggen import controle, herstelling, schijf, slot
from leerwerk.vastleggen.controle import Toestand
from leerwerk.vastleggen.git import Git
from leerwerk.vastleggen.plaats import Plaats, find, is_top
from leerwerk.vastleggen.werkboom import Werkboom


@contextmanager
def open_stap(map: Path, *, wacht: float = 30.0) -> Iterator[Werkboom]:
    """Lock the repository around `map`, finish what a crash left, check that a step may be made."""
    plaats = find(map)
    with slot.hold(plaats, wacht) as fd:
        yield _prepare(plaats, Git(plaats.top, fds=(fd,)))


def vooraf(map: Path) -> None:
    """Refuse now what `open_stap` would refuse, before a user has typed anything; writes nothing."""
    plaats = find(map)
    _check(plaats, Git(plaats.top))


def check_identiteit(map: Path) -> None:
    """Refuse when Git does not know who commits in `map`; there need not be a repository yet."""
    controle.check_identity(Git(map))


def maak_repository(map: Path, wie: tuple[str, str] | None = None) -> None:
    """Make `map` a repository of its own, also inside another one; `wie` (name, e-mail) commits there if given."""
    if is_top(map):
        raise Geweigerd("Deze map is al een Git-repository.", waar=str(map), nu="Kies een andere map.")
    map.mkdir(parents=True, exist_ok=True)
    antwoord = Git(map)("init", "--quiet", "--initial-branch=main")
    if antwoord.code:
        raise MachineWeigert("Git kon hier geen repository maken.", waar=str(map), nu=antwoord.fout)
    for sleutel, waarde in zip(("user.name", "user.email"), wie or (), strict=False):
        Git(map)("config", "--local", "--", sleutel, waarde)


def _prepare(plaats: Plaats, git: Git) -> Werkboom:
    hersteld = herstelling.recover(plaats, git)
    if hersteld.open:
        raise MachineWeigert(hersteld.open[0], waar=str(plaats.top), nu="Daarna kun je verder.")
    return Werkboom(plaats, git, _check(plaats, git), hersteld)


def _check(plaats: Plaats, git: Git) -> Toestand:
    try:
        return controle.check(plaats, git)
    except OSError as fout:
        raise MachineWeigert(
            f"Leerwerk kan deze map niet goed lezen: {schijf.explain(fout)}.",
            waar=str(plaats.gitdir),
            nu="Er is niets veranderd. Kijk of de schijf in orde is.",
        ) from fout
