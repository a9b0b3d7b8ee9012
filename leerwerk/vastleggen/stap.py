"""Carry out a journal: work tree, index, commit, in that order and under Git's index lock.

Idempotent: every part looks at what is there, so that a step which was cut off anywhere can be carried out
again. The index comes before the branch: a branch that is ahead of its index makes the user's next plain
`git commit` delete the step.
"""

import os
import re
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from leerwerk.vastleggen import blobs, paden, schijf, vastzetten, vreemd
from leerwerk.vastleggen.git import Git, GitFout
from leerwerk.vastleggen.journaal import Journaal, Wijziging, fingerprint, started
from leerwerk.vastleggen.ondertekening import temporary_ref
from leerwerk.vastleggen.plaats import Plaats

_MAX_ARGUMENTEN = 100
_UNREADABLE = re.compile("index file corrupt|bad signature|bad index|smaller than expected|malformed")


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What became of a step: its commit, and the files of which the user's own version was kept."""

    commit: str
    behouden: tuple[str, ...] = ()


def carry_out(plaats: Plaats, git: Git, journaal: Journaal) -> Uitslag:
    """Finish the step; the caller holds both locks and knows that HEAD is on its branch."""
    for wijziging in journaal.wijzigingen:
        paden.relative(plaats.top, Path(wijziging.pad))  # again: a link may have come in the way since
    maak = _make_signed if journaal.ondertekenen else _make
    uitslag = maak(plaats, git, journaal, {w.pad: w.nieuw for w in journaal.wijzigingen})
    vreemd.clear(locks(plaats, journaal), started(plaats))
    return uitslag


def locks(plaats: Plaats, journaal: Journaal) -> tuple[Path, ...]:
    """The locks that Git takes for this step, besides that on the index."""
    sloten = plaats.sloten(journaal.ref)
    if not journaal.ondertekenen:
        return sloten
    hulp = f"{temporary_ref(journaal)}.lock"
    return (*sloten, plaats.gedeeld / hulp, plaats.gedeeld / "packed-refs.lock")


def temporary_files(plaats: Plaats, journaal: Journaal) -> tuple[Path, ...]:
    """Where `carry_out` writes a file before it is moved into place."""
    return tuple(
        (plaats.top / wijziging.pad).with_name(f".leerwerk-{journaal.id[:12]}-{nummer}.tmp")
        for nummer, wijziging in enumerate(journaal.wijzigingen)
    )


def _make(plaats: Plaats, git: Git, journaal: Journaal, inhouden: dict[str, bytes]) -> Uitslag:
    behouden = _write_files(plaats, journaal)
    ids = blobs.store(git, inhouden)
    with vastzetten.prepared(git, journaal, ids) as poging:
        _update_index(plaats, git, ids, behouden)
        return Uitslag(vastzetten.commit(plaats, git, journaal, ids, poging), behouden)


def _make_signed(plaats: Plaats, git: Git, journaal: Journaal, inhouden: dict[str, bytes]) -> Uitslag:
    """As `_make`, with the signature before anything else: a key that fails leaves nothing to undo."""
    ids = blobs.store(git, inhouden)
    ondertekend = vastzetten.prepare_signed(plaats, git, journaal, ids)
    behouden = _write_files(plaats, journaal)
    _update_index(plaats, git, ids, behouden)
    return Uitslag(vastzetten.commit_signed(plaats, git, journaal, ids, ondertekend), behouden)


def _write_files(plaats: Plaats, journaal: Journaal) -> tuple[str, ...]:
    """Bring every file to its new content; returns those that the user changed meanwhile and keeps."""
    behouden = []
    tijdelijke = temporary_files(plaats, journaal)
    for wijziging, tijdelijk in zip(journaal.wijzigingen, tijdelijke, strict=True):
        if not _write_file(plaats.top / wijziging.pad, wijziging, tijdelijk):
            behouden.append(wijziging.pad)
    return tuple(behouden)


def _write_file(pad: Path, wijziging: Wijziging, tijdelijk: Path) -> bool:
    schijf.make_folders(pad.parent)
    schijf.remove(tijdelijk)
    nu, modus = _look(pad)
    if nu == fingerprint(wijziging.nieuw):
        return True
    if nu != wijziging.oud:
        return False
    schijf.write_new(tijdelijk, wijziging.nieuw, modus)
    if _look(pad)[0] != wijziging.oud:  # once more, now that the slow part is done
        schijf.remove(tijdelijk)
        return False
    schijf.replace(tijdelijk, pad)
    schijf.sync_folder(pad.parent)
    return True


def _look(pad: Path) -> tuple[str | None, int | None]:
    """Fingerprint and permissions of what is at `pad` now; a link or folder is never what we expect."""
    try:
        staat = pad.lstat()
    except FileNotFoundError:
        return None, None
    if not stat.S_ISREG(staat.st_mode):
        return "geen bestand", None
    return fingerprint(pad.read_bytes()), stat.S_IMODE(staat.st_mode) & 0o666


def _update_index(plaats: Plaats, git: Git, ids: dict[str, str], behouden: tuple[str, ...]) -> None:
    """Stage exactly the step in a copy of the index, then put the copy in its place."""
    kopie = plaats.eigen / "index"
    schijf.remove(kopie)
    schijf.remove(plaats.eigen / "index.lock")
    _copy(plaats.indexbestand, kopie)
    namen = list(ids)
    for begin in range(0, len(namen), _MAX_ARGUMENTEN):
        _stage(git, kopie, {naam: ids[naam] for naam in namen[begin : begin + _MAX_ARGUMENTEN]}, behouden)
    schijf.replace(kopie, plaats.indexbestand)
    schijf.remove(kopie)  # renaming a file over itself, under another name, leaves both names
    schijf.sync_folder(plaats.gitdir)


def _stage(git: Git, kopie: Path, ids: dict[str, str], behouden: tuple[str, ...]) -> None:
    # --cacheinfo says what is committed, whatever flags the entry has; the paths after it only add the
    # times and sizes that keep `git status` fast.
    vast = [deel for pad, oid in ids.items() for deel in ("--cacheinfo", f"100644,{oid},{pad}")]
    args = ("update-index", "--add", "--replace", *vast, "-z", "--stdin")
    invoer = "".join(f"{pad}\0" for pad in ids if pad not in behouden).encode()
    extra = (("GIT_INDEX_FILE", str(kopie)),)
    antwoord = git(*args, invoer=invoer, extra=extra)
    if antwoord.code and _UNREADABLE.search(antwoord.fout):
        schijf.replace(kopie, kopie.with_name("index.beschadigd"))
        git.must("read-tree", "HEAD", extra=extra)
        antwoord = git(*args, invoer=invoer, extra=extra)
    if antwoord.code:
        raise GitFout(antwoord)


def _copy(bron: Path, doel: Path) -> None:
    """A second name for the index will do: Git replaces it, and never writes into it."""
    try:
        os.link(bron, doel)
    except FileNotFoundError:  # nothing was ever staged here
        return
    except OSError:
        shutil.copyfile(bron, doel)
