"""Contents by their Git id: the content that an id stands for, and putting contents in the store."""

import re
from collections.abc import Mapping
from pathlib import Path

from leerwerk.vastleggen.git import Git
from leerwerk.vastleggen.plaats import find

_OID = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


def lees_blob(map: Path, oid: str) -> bytes | None:
    """The content that `oid` stands for; None when this repository does not have it."""
    if not _OID.fullmatch(oid):
        return None
    antwoord = Git(find(map).top)("cat-file", "blob", oid)
    return None if antwoord.code else antwoord.uit


def store(git: Git, inhouden: Mapping[str, bytes]) -> dict[str, str]:
    """Put contents in the object store as Git would for these paths (line endings, filters); path -> id.

    One process for all files that are on disk as they should be; one each for those that are not.
    """
    op_schijf = [pad for pad, inhoud in inhouden.items() if _holds(git.map / pad, inhoud)]
    ids = dict(zip(op_schijf, _store_files(git, op_schijf), strict=True))
    # Only an id of a file that was not edited meanwhile is the id of our content.
    ids = {pad: oid for pad, oid in ids.items() if _holds(git.map / pad, inhouden[pad])}
    rest = {pad: inhoud for pad, inhoud in inhouden.items() if pad not in ids}
    return ids | _store_contents(git, rest)


def _holds(pad: Path, inhoud: bytes) -> bool:
    try:
        return not pad.is_symlink() and pad.read_bytes() == inhoud
    except OSError:
        return False


def _store_files(git: Git, paden: list[str]) -> list[str]:
    if not paden:
        return []
    invoer = "".join(f"{pad}\n" for pad in paden).encode()
    return git.must("hash-object", "-w", "--stdin-paths", invoer=invoer).tekst.split("\n")


def _store_contents(git: Git, inhouden: Mapping[str, bytes]) -> dict[str, str]:
    ids = {}
    for pad, inhoud in inhouden.items():
        ids[pad] = git.must("hash-object", "-w", "--stdin", f"--path={pad}", invoer=inhoud).tekst
    return ids
