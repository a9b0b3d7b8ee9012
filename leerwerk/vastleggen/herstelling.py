"""Finish a step that was cut off, and remove what it left: only what is certainly ours.

Idempotent. What belongs to another program (its locks, its half-done merge, a branch it moved to) is reported
and never touched.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from leerwerk.errors import Geweigerd, LeerwerkFout, MachineWeigert
from leerwerk.vastleggen import controle, journaal, schijf, slot, stap, vastzetten
from leerwerk.vastleggen.git import Git, GitFout
from leerwerk.vastleggen.journaal import Journaal
from leerwerk.vastleggen.ondertekening import NietOndertekend, temporary_ref
from leerwerk.vastleggen.plaats import Plaats, find

_WACHT_STIL = 2.0
_RESTEN = ("journal.json.tmp", "index", "index.lock", "merk.tmp", "merk.proef")


@dataclass(frozen=True, slots=True)
class Herstelverslag:
    """What recovery did and what is still in the way: sentences for the user."""

    commit: str = ""
    gedaan: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def klaar(self) -> bool:
        return not self.open


def herstel(map: Path, *, gooi_weg: bool = False, wacht: float = 30.0) -> Herstelverslag:
    """Finish or, with `gooi_weg`, put aside an interrupted step; report what others left."""
    plaats = find(map)
    with slot.hold(plaats, wacht) as fd:
        git = Git(plaats.top, fds=(fd,))
        verslag = put_aside(plaats, git) if gooi_weg else recover(plaats, git)
        return verslag if verslag.open else _report_locks(plaats, verslag)


def herstel_stil(map: Path) -> str:
    """What every command does first: nothing when there is nothing; '' or one sentence."""
    try:
        plaats = find(map)
    except (LeerwerkFout, OSError):
        return ""
    if not (os.path.lexists(journaal.location(plaats)) or slot.is_ours(plaats)):
        return ""
    try:
        with slot.hold(plaats, _WACHT_STIL) as fd:
            verslag = recover(plaats, Git(plaats.top, fds=(fd,)))
    except LeerwerkFout as fout:
        return fout.wat
    except OSError as fout:
        return f"Een eerdere stap kon nog niet worden afgemaakt: {schijf.explain(fout)}."
    return " ".join((*verslag.open, *(zin for zin in verslag.gedaan if zin.startswith(_BEHOUDEN))))


def recover(plaats: Plaats, git: Git) -> Herstelverslag:
    """Roll an unfinished step forward. The caller holds the lock, so no leerwerk and no Git of ours lives."""
    lopend = journaal.load(plaats)
    try:
        gedaan = _remove_leftovers(plaats, lopend)
        if not lopend:
            return Herstelverslag(gedaan=gedaan)
        if reden := _obstacle(plaats, lopend):
            return Herstelverslag(gedaan=gedaan, open=(reden,))
        uitslag = _finish(plaats, git, lopend)
        if isinstance(uitslag, str):
            return Herstelverslag(gedaan=gedaan, open=(uitslag,))
        journaal.withdraw(plaats)
    except Geweigerd as fout:
        return Herstelverslag(gedaan=gedaan, open=(_never(lopend, fout),))
    except (GitFout, NietOndertekend, OSError) as fout:
        raise unfinished(plaats, fout) from fout
    zinnen = (f"De stap '{_title(lopend)}' was onderbroken en is nu afgemaakt.", *_kept(uitslag.behouden))
    return Herstelverslag(uitslag.commit, (*gedaan, *zinnen))


def put_aside(plaats: Plaats, git: Git) -> Herstelverslag:
    """Give up an unfinished step: its text stays in a file, nothing else of it is changed."""
    try:
        lopend = journaal.load(plaats)
    except MachineWeigert:
        apart = journaal.put_aside(plaats, journaal.new_id())
        return Herstelverslag(gedaan=(*_remove_leftovers(plaats, None), f"De stap is weggelegd in {apart}."))
    gedaan = _remove_leftovers(plaats, lopend)
    if not lopend:
        return Herstelverslag(gedaan=gedaan)
    if commit := vastzetten.find(git, lopend):
        journaal.withdraw(plaats)
        return Herstelverslag(commit, (*gedaan, f"De stap '{_title(lopend)}' was al bewaard."))
    forget(plaats, git, lopend)
    apart = journaal.put_aside(plaats, lopend.id)
    zin = f"De stap '{_title(lopend)}' is weggelegd in {apart}. Wat al in je map stond, staat er nog."
    return Herstelverslag(gedaan=(*gedaan, zin))


def forget(plaats: Plaats, git: Git, lopend: Journaal) -> None:
    """Remove what only an unfinished step needs."""
    for tijdelijk in stap.temporary_files(plaats, lopend):
        schijf.remove(tijdelijk)
    if lopend.ondertekenen:
        git("update-ref", "-d", temporary_ref(lopend))


def unfinished(plaats: Plaats, fout: Exception) -> MachineWeigert:
    """The refusal after the journal: what was typed is safe, and how it will be finished."""
    return MachineWeigert(
        f"De stap kon niet worden afgemaakt: {schijf.explain(fout)}.",
        waar=str(plaats.top),
        nu="Wat je typte is bewaard. Zorg voor ruimte op de schijf of los op wat hier staat;"
        " de volgende opdracht van leerwerk maakt de stap dan af.",
    )


def _finish(plaats: Plaats, git: Git, lopend: Journaal) -> stap.Uitslag | str:
    """Carry out the rest; a sentence when another Git keeps the index to itself."""
    if commit := vastzetten.find(git, lopend):
        forget(plaats, git, lopend)
        return stap.Uitslag(commit)
    if not slot.take_index(plaats, controle.WACHT_OP_GIT):
        return _describe(plaats.indexslot)
    try:
        return stap.carry_out(plaats, git, lopend)
    finally:
        slot.release_index(plaats)


def _obstacle(plaats: Plaats, lopend: Journaal) -> str:
    """Why this step cannot be finished now without touching somebody else's work; '' when it can."""
    try:
        nu_op = controle.branch(plaats)
        controle.check_idle(plaats)
    except MachineWeigert as fout:
        return f"De stap '{_title(lopend)}' wacht nog. {fout.wat} {fout.nu}"
    if nu_op != lopend.ref:
        naam = lopend.ref.removeprefix("refs/heads/")
        return (
            f"De stap '{_title(lopend)}' hoort bij branch {naam}; ga daarheen met git switch {naam},"
            " of leg de stap weg met leerwerk herstel --gooi-weg."
        )
    vreemd = slot.clear(stap.locks(plaats, lopend), journaal.started(plaats))
    return _describe(vreemd) if vreemd else ""


def _remove_leftovers(plaats: Plaats, lopend: Journaal | None) -> tuple[str, ...]:
    """Our own locks and copies; a crash report of fast-import only when it is from this step."""
    gedaan: tuple[str, ...] = ()
    begin = journaal.started(plaats) if lopend else time.time()
    if slot.is_ours(plaats) or (lopend and slot.is_ours_cut_off(plaats, begin)):
        schijf.remove(plaats.indexslot)
        gedaan = ("Een slot dat leerwerk had laten staan is weggehaald.",)
    for naam in _RESTEN:
        schijf.remove(plaats.eigen / naam)
    for map in {plaats.gitdir, plaats.gedeeld} if lopend else ():
        for pad in map.glob("fast_import_crash_*"):
            if pad.stat().st_mtime >= begin:
                schijf.remove(pad)
    return gedaan


def _report_locks(plaats: Plaats, verslag: Herstelverslag) -> Herstelverslag:
    try:
        controle.wait_for_git(plaats, controle.head_ref(plaats) or "HEAD")
    except MachineWeigert as fout:
        return Herstelverslag(verslag.commit, verslag.gedaan, (f"{fout.wat} {fout.waar}: {fout.nu}",))
    return verslag


_BEHOUDEN = "Jouw eigen versie"


def _kept(paden: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        f"{_BEHOUDEN} van {pad} is blijven staan; wat de stap opsloeg, staat in de geschiedenis." for pad in paden
    )


def _describe(pad: Path) -> str:
    fout = controle.locked((pad,))
    return f"{fout.wat} {fout.waar}: {fout.nu}"


def _never(lopend: Journaal | None, fout: Geweigerd) -> str:
    titel = _title(lopend) if lopend else ""
    return f"De stap '{titel}' kan niet door. {fout.wat} {fout.waar} Leg haar weg: leerwerk herstel --gooi-weg"


def _title(lopend: Journaal) -> str:
    return lopend.boodschap.strip().split("\n")[0]
