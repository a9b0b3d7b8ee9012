"""Finish a step that was cut off, and remove what it left: only what is certainly ours.

Idempotent. What belongs to another program (its locks, its half-done merge, a branch it moved to) is reported
and never touched.
"""

from pathlib import Path

from leerwerk.errors import Geweigerd, LeerwerkFout, MachineWeigert
from leerwerk.vastleggen import controle, indexslot, journaal, schijf, slot, stap, vastzetten, vreemd
from leerwerk.vastleggen.git import Git, GitFout
from leerwerk.vastleggen.journaal import Journaal
from leerwerk.vastleggen.ondertekening import NietOndertekend, temporary_ref
from leerwerk.vastleggen.plaats import Plaats, find
from leerwerk.vastleggen.resten import remove_leftovers
from leerwerk.vastleggen.verslag import (
    BEHOUDEN,
    Herstelverslag,
    describe_lock,
    kept,
    never,
    title,
    unfinished,
)

_WACHT_STIL = 2.0


def herstel(map: Path, *, gooi_weg: bool = False, wacht: float = 30.0) -> Herstelverslag:
    """Finish or, with `gooi_weg`, put aside an interrupted step; report what others left."""
    plaats = find(map)
    with slot.hold(plaats, wacht) as fd:
        git = Git(plaats.top, fds=(fd,))
        verslag = put_aside(plaats, git) if gooi_weg else recover(plaats, git)
        return verslag if verslag.open else _report_locks(plaats, verslag)


def maak_af(plaats: Plaats) -> str:
    """Recover without a word when all goes well: '' or one sentence."""
    try:
        with slot.hold(plaats, _WACHT_STIL) as fd:
            verslag = recover(plaats, Git(plaats.top, fds=(fd,)))
    except LeerwerkFout as fout:
        return fout.wat
    except OSError as fout:
        return f"Een eerdere stap kon nog niet worden afgemaakt: {schijf.explain(fout)}."
    return " ".join((*verslag.open, *(zin for zin in verslag.gedaan if zin.startswith(BEHOUDEN))))


def recover(plaats: Plaats, git: Git) -> Herstelverslag:
    """Roll an unfinished step forward. The caller holds the lock, so no leerwerk and no Git of ours lives."""
    lopend = journaal.load(plaats)
    try:
        gedaan = remove_leftovers(plaats, lopend)
        if not lopend:
            return Herstelverslag(gedaan=gedaan)
        if reden := _obstacle(plaats, lopend):
            return Herstelverslag(gedaan=gedaan, open=(reden,))
        uitslag = _finish(plaats, git, lopend)
        if isinstance(uitslag, str):
            return Herstelverslag(gedaan=gedaan, open=(uitslag,))
        journaal.withdraw(plaats)
    except Geweigerd as fout:
        return Herstelverslag(gedaan=gedaan, open=(never(lopend, fout),))
    except (GitFout, NietOndertekend, OSError) as fout:
        raise unfinished(plaats, fout) from fout
    zinnen = (f"De stap '{title(lopend)}' was onderbroken en is nu afgemaakt.", *kept(uitslag.behouden))
    return Herstelverslag(uitslag.commit, (*gedaan, *zinnen))


def put_aside(plaats: Plaats, git: Git) -> Herstelverslag:
    """Give up an unfinished step: its text stays in a file, nothing else of it is changed."""
    try:
        lopend = journaal.load(plaats)
    except MachineWeigert:
        apart = journaal.put_aside(plaats, journaal.new_id())
        return Herstelverslag(gedaan=(*remove_leftovers(plaats, None), f"De stap is weggelegd in {apart}."))
    gedaan = remove_leftovers(plaats, lopend)
    if not lopend:
        return Herstelverslag(gedaan=gedaan)
    if commit := vastzetten.find(git, lopend):
        journaal.withdraw(plaats)
        return Herstelverslag(commit, (*gedaan, f"De stap '{title(lopend)}' was al bewaard."))
    forget(plaats, git, lopend)
    apart = journaal.put_aside(plaats, lopend.id)
    zin = f"De stap '{title(lopend)}' is weggelegd in {apart}. Wat al in je map stond, staat er nog."
    return Herstelverslag(gedaan=(*gedaan, zin))


def forget(plaats: Plaats, git: Git, lopend: Journaal) -> None:
    """Remove what only an unfinished step needs."""
    for tijdelijk in stap.temporary_files(plaats, lopend):
        schijf.remove(tijdelijk)
    if lopend.ondertekenen:
        git("update-ref", "-d", temporary_ref(lopend))


def _finish(plaats: Plaats, git: Git, lopend: Journaal) -> stap.Uitslag | str:
    """Carry out the rest; a sentence when another Git keeps the index to itself."""
    if commit := vastzetten.find(git, lopend):
        forget(plaats, git, lopend)
        return stap.Uitslag(commit)
    if not indexslot.take(plaats, vreemd.WACHT_OP_GIT):
        return describe_lock(plaats.indexslot)
    try:
        return stap.carry_out(plaats, git, lopend)
    finally:
        indexslot.release(plaats)


def _obstacle(plaats: Plaats, lopend: Journaal) -> str:
    """Why this step cannot be finished now without touching somebody else's work; '' when it can."""
    try:
        nu_op = controle.branch(plaats)
        controle.check_idle(plaats)
    except MachineWeigert as fout:
        return f"De stap '{title(lopend)}' wacht nog. {fout.wat} {fout.nu}"
    if nu_op != lopend.ref:
        naam = lopend.ref.removeprefix("refs/heads/")
        return (
            f"De stap '{title(lopend)}' hoort bij branch {naam}; ga daarheen met git switch {naam},"
            " of leg de stap weg met leerwerk herstel --gooi-weg."
        )
    andermans = vreemd.clear(stap.locks(plaats, lopend), journaal.started(plaats))
    return describe_lock(andermans) if andermans else ""


def _report_locks(plaats: Plaats, verslag: Herstelverslag) -> Herstelverslag:
    try:
        vreemd.wait_for_git(plaats, controle.head_ref(plaats) or "HEAD")
    except MachineWeigert as fout:
        return Herstelverslag(verslag.commit, verslag.gedaan, (f"{fout.wat} {fout.waar}: {fout.nu}",))
    return verslag
