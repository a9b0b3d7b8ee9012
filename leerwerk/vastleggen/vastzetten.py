"""Put the commit of a step on its branch: on top of whatever that holds by then, and never instead of it.

One `git fast-import` makes trees and commit and moves the branch only when its new tip contains the old one;
refused, it tries again on top of the new one. It is never asked to force.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from leerwerk.vastleggen import ondertekening, schijf
from leerwerk.vastleggen.git import Antwoord, Git, GitFout
from leerwerk.vastleggen.journaal import Journaal
from leerwerk.vastleggen.plaats import Plaats

TRAILER = "Leerwerk-Stap"
_WACHT_OP_REF = 10.0
_TRAILER_LINE = re.compile(r"[A-Za-z0-9-]+: \S")
_PASSES = re.compile(r"does not contain|\block\b|but expected|Invalid ref name|reference already exists")

_IMPORT = ("fast-import", "--quiet", "--done", "--date-format=raw-permissive")

Poging = Callable[[], Antwoord]
Ondertekend = tuple[str | None, str]  # the parent it was signed on, and the signed commit


@contextmanager
def prepared(git: Git, journaal: Journaal, ids: dict[str, str]) -> Iterator[Poging]:
    """Let Git build trees and commit while the caller does the index; the branch moves when it is called."""
    begin = f"{journaal.ref}^0" if journaal.oud else None
    with git.started(*_IMPORT, invoer=_stream(journaal, ids, journaal.ref, begin)) as finish:
        yield lambda: finish(b"done\n")


def commit(plaats: Plaats, git: Git, journaal: Journaal, ids: dict[str, str], eerste: Poging) -> str:
    """Finish the commit that was prepared, or make it again on a branch that moved; returns its id."""
    einde = time.monotonic() + _WACHT_OP_REF
    antwoord = eerste()
    while antwoord.code or not antwoord.tekst:
        _remove_report(plaats, antwoord)
        if gevonden := find(git, journaal):  # it had succeeded after all
            return gevonden
        _pause_or_raise(antwoord, einde)
        stroom = _stream(journaal, ids, journaal.ref, _tip(git, journaal))
        antwoord = git(*_IMPORT, invoer=stroom + b"done\n")
    return antwoord.tekst


def prepare_signed(plaats: Plaats, git: Git, journaal: Journaal, ids: dict[str, str]) -> Ondertekend:
    """Make the signed commit, on no branch yet. Raises NietOndertekend and then leaves nothing."""
    ouder = _tip(git, journaal)
    tijdelijk = ondertekening.temporary_ref(journaal)
    antwoord = git(*_IMPORT, "--force", invoer=_stream(journaal, ids, tijdelijk, ouder) + b"done\n")
    if antwoord.code:
        _remove_report(plaats, antwoord)
        raise GitFout(antwoord)
    try:
        return ouder, ondertekening.sign(git, journaal, _message(journaal), antwoord.tekst, ouder)
    except ondertekening.NietOndertekend:
        git("update-ref", "-d", tijdelijk)
        raise


def commit_signed(plaats: Plaats, git: Git, journaal: Journaal, ids: dict[str, str], ondertekend: Ondertekend) -> str:
    """Move the branch to the signed commit; signs again when the branch has moved meanwhile."""
    einde = time.monotonic() + _WACHT_OP_REF
    while True:
        ouder, oid = ondertekend
        verplaats = f"update HEAD {oid} {ouder or '0' * len(oid)}\n"
        invoer = f"{verplaats}delete {ondertekening.temporary_ref(journaal)}\n"
        antwoord = git("update-ref", "-m", "leerwerk", "--stdin", invoer=invoer.encode())
        if not antwoord.code:
            return oid
        if gevonden := find(git, journaal):
            return gevonden
        _pause_or_raise(antwoord, einde)
        ondertekend = prepare_signed(plaats, git, journaal, ids)


def find(git: Git, journaal: Journaal) -> str | None:
    """The commit of this step, when it is already in the history of its branch."""
    zoek = ("rev-list", "-n1", "--fixed-strings", f"--grep={TRAILER}: {journaal.id}", journaal.ref)
    sinds = (f"^{journaal.oud}",) if journaal.oud else ()
    antwoord = git(*zoek, *sinds, "--")
    if antwoord.code and sinds:  # the old commit was thrown away: look through everything
        antwoord = git(*zoek, "--")
    return None if antwoord.code else antwoord.tekst or None


def _remove_report(plaats: Plaats, antwoord: Antwoord) -> None:
    """A refused import leaves a report of what went wrong in the Git folder."""
    for map in {plaats.gitdir, plaats.gedeeld}:
        schijf.remove_quietly(map / f"fast_import_crash_{antwoord.pid}")


def _stream(journaal: Journaal, ids: dict[str, str], ref: str, begin: str | None) -> bytes:
    boodschap = _message(journaal).encode()
    kop = f"commit {ref}\nmark :1\nauthor {journaal.auteur}\ncommitter {journaal.committer}\n"
    vanaf = f"from {begin}\n" if begin else ""
    # A legal path has no quote or backslash in it, so that quotes around it will do.
    bestanden = "".join(f'M 100644 {oid} "{pad}"\n' for pad, oid in ids.items())
    staart = f"\n{vanaf}{bestanden}get-mark :1\n"
    return b"%sdata %d\n%s%s" % (_encode(kop), len(boodschap), boodschap, _encode(staart))


def _message(journaal: Journaal) -> str:
    """The message with the trailer that makes a step recognisable, in one block with the caller's own."""
    tekst = journaal.boodschap.strip()
    kop, _, slot = tekst.rpartition("\n\n")
    eigen = kop and all(_TRAILER_LINE.match(regel) for regel in slot.split("\n"))
    return f"{tekst}{chr(10) if eigen else chr(10) * 2}{TRAILER}: {journaal.id}\n"


def _tip(git: Git, journaal: Journaal) -> str | None:
    antwoord = git("rev-parse", "--quiet", "--verify", f"{journaal.ref}^{{commit}}")
    return None if antwoord.code else antwoord.tekst


def _pause_or_raise(antwoord: Antwoord, einde: float) -> None:
    if not _PASSES.search(antwoord.fout) or time.monotonic() > einde:
        raise GitFout(antwoord)
    time.sleep(0.005)


def _encode(tekst: str) -> bytes:
    return tekst.encode("utf-8", "surrogateescape")
