"""What differs between the work tree and an earlier commit: contents as they were, and lines as they are.

Only reads. Compares with the commit where the branches parted, as a pull request is shown.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leerwerk.errors import MachineWeigert, VerkeerdGebruik
from leerwerk.vastleggen.git import Git, GitFout
from leerwerk.vastleggen.plaats import find

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_BESTAND = re.compile(rb"^diff --git ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Verschil:
    """`eerder`: what changed or is gone, as it was. `regels`: the lines that are new, by path."""

    eerder: Mapping[Path, bytes]
    regels: Mapping[Path, frozenset[int]]


def lees_verschil(map: Path, basis: str, onder: Sequence[Path]) -> Verschil:
    """What differs from `basis` below the paths `onder`.

    Raises VerkeerdGebruik when Git does not know `basis`, MachineWeigert
    outside a repository.
    """
    top = find(map).top
    git = Git(top)
    oid = _oid(git, basis)
    paden = tuple(rel for pad in onder if (rel := _binnen(pad, top)) is not None)
    if not paden:
        return Verschil({}, {})
    try:
        return Verschil(_eerder(git, oid, paden), _regels(git, oid, paden))
    except GitFout as fout:
        raise MachineWeigert("Git kan de versies niet vergelijken.", waar=str(top), nu=str(fout)) from fout


def is_bekend(map: Path, basis: str) -> bool:
    """Whether Git knows `basis` in the repository around `map`; False outside one."""
    try:
        _oid(Git(find(map).top), basis)
    except (MachineWeigert, VerkeerdGebruik):
        return False
    return True


def _binnen(pad: Path, top: Path) -> str | None:
    """`pad` within the work tree, with `/`; None outside it."""
    echt = Path(os.path.realpath(pad.parent)) / pad.name if pad.name else Path(os.path.realpath(pad))
    return echt.relative_to(top).as_posix() if echt.is_relative_to(top) else None


def _oid(git: Git, basis: str) -> str:
    gevonden = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{basis}^{{commit}}")
    if gevonden.code:
        raise VerkeerdGebruik(
            f"Git kent `{basis}` hier niet.",
            nu="Neem een branch, tag of commit, zoals: --basis origin/main. In CI moet de hele geschiedenis er zijn.",
        )
    gedeeld = git("merge-base", "HEAD", gevonden.tekst)
    return gevonden.tekst if gedeeld.code else gedeeld.tekst.split()[0]


def _eerder(git: Git, oid: str, paden: Sequence[str]) -> dict[Path, bytes]:
    """The contents at `oid` of the files that changed or went."""
    antwoord = git.must(
        "diff", "--name-only", "--no-renames", "--diff-filter=MDT", "-z", oid, "--", *_letterlijk(paden)
    )
    namen = [naam for naam in antwoord.uit.split(b"\0") if naam]
    if not namen:
        return {}
    vraag = b"".join(oid.encode() + b":" + naam + b"\n" for naam in namen if b"\n" not in naam)
    uit = git.must("cat-file", "--batch", invoer=vraag).uit
    inhouden = _blobs(uit)
    return {
        git.map / os.fsdecode(naam): inhoud
        for naam, inhoud in zip((n for n in namen if b"\n" not in n), inhouden, strict=False)
    }


def _blobs(uit: bytes) -> Iterator[bytes]:
    """The contents in the output of `cat-file --batch`."""
    plek = 0
    while plek < len(uit):
        einde = uit.index(b"\n", plek)
        delen = uit[plek:einde].rsplit(b" ", 2)
        if delen[-1] == b"missing":
            yield b""
            plek = einde + 1
            continue
        lengte = int(delen[-1])
        yield uit[einde + 1 : einde + 1 + lengte]
        plek = einde + lengte + 2


def _regels(git: Git, oid: str, paden: Sequence[str]) -> dict[Path, frozenset[int]]:
    """The lines of each file that are not in `oid`; of a new file that Git does not follow yet, all of them."""
    diff = (
        "diff",
        "--unified=0",
        "--no-renames",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--src-prefix=a/",
        "--dst-prefix=b/",
    )
    uit = git.must(*diff, oid, "--", *_letterlijk(paden)).uit
    regels = {}
    for stuk in _BESTAND.split(uit)[1:]:
        naam = re.search(rb'^\+\+\+ (?:b/(.*?)|"b/(.*?)")\t?$', stuk, re.MULTILINE)
        if naam:
            nummers = (range(int(hunk[1]), int(hunk[1]) + int(hunk[2] or 1)) for hunk in _HUNK.finditer(stuk))
            regels[git.map / os.fsdecode(naam[1] or naam[2])] = frozenset(
                nummer for reeks in nummers for nummer in reeks
            )
    nieuw = git("ls-files", "--others", "--exclude-standard", "-z", "--", *_letterlijk(paden)).uit
    for naam_nieuw in filter(None, nieuw.split(b"\0")):
        pad = git.map / os.fsdecode(naam_nieuw)
        regels[pad] = frozenset(range(1, _lengte(pad) + 1))
    return regels


def _lengte(pad: Path) -> int:
    try:
        return pad.read_bytes().count(b"\n") + 1 if pad.is_file() and pad.stat().st_size <= 1024 * 1024 else 1
    except OSError:
        return 1


def _letterlijk(paden: Sequence[str]) -> tuple[str, ...]:
    return tuple(f":(literal){pad}" if pad != "." else "." for pad in paden)
