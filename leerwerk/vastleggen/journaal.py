"""The journal: what a step is going to do, on disk before it does anything.

From the moment `save` returns, nothing a user typed can be lost: the whole new content of every file is in
it, and recovery can finish the step from the journal alone.
"""

import base64
import hashlib
import json
import uuid
from dataclasses import dataclass
from pathlib import Path

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen import schijf
from leerwerk.vastleggen.plaats import Plaats

VERSIE = 1


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One file of a step: its path in Git's spelling, what it held (sha256; None: absent) and will hold."""

    pad: str
    oud: str | None
    nieuw: bytes


@dataclass(frozen=True, slots=True)
class Journaal:
    """One step, complete: where it goes, who makes it, what it says and every byte it writes."""

    id: str
    ref: str
    oud: str | None
    auteur: str
    committer: str
    ondertekenen: bool
    boodschap: str
    wijzigingen: tuple[Wijziging, ...]


def new_id() -> str:
    return uuid.uuid4().hex


def fingerprint(inhoud: bytes | None) -> str | None:
    return None if inhoud is None else hashlib.sha256(inhoud).hexdigest()


def started(plaats: Plaats) -> float:
    """When the step began: a lock that is older is not of its making."""
    return plaats.journaal.stat().st_mtime


def save(plaats: Plaats, journaal: Journaal) -> None:
    schijf.write_durable(plaats.journaal, _dump(journaal))


def load(plaats: Plaats) -> Journaal | None:
    """The journal of an unfinished step, or None."""
    pad = plaats.journaal
    try:
        return _parse(pad.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise MachineWeigert(
            "Er staat nog een stap klaar, maar het bestand waarin die bewaard is, is beschadigd.",
            waar=str(pad),
            nu="Leg het apart met: leerwerk herstel --gooi-weg",
        ) from fout


def withdraw(plaats: Plaats) -> None:
    """The step is in history, or will not be made: forget it. On disk when this returns."""
    if schijf.remove(plaats.journaal):
        schijf.sync_folder(plaats.eigen)


def put_aside(plaats: Plaats, id: str) -> Path:
    """Move the journal out of the way, text and all."""
    apart = plaats.eigen / f"weggelegd-{id}.json"
    schijf.replace(plaats.journaal, apart)
    schijf.sync_folder(plaats.eigen)
    return apart


def _dump(journaal: Journaal) -> bytes:
    velden = {naam: getattr(journaal, naam) for naam in Journaal.__slots__}
    velden["versie"] = VERSIE
    velden["wijzigingen"] = [
        {"pad": w.pad, "oud": w.oud, "nieuw": base64.b64encode(w.nieuw).decode("ascii")} for w in journaal.wijzigingen
    ]
    return json.dumps(velden, ensure_ascii=True).encode("ascii")


def _parse(tekst: bytes) -> Journaal:
    velden = json.loads(tekst)
    if velden.pop("versie") != VERSIE:
        raise ValueError("een andere versie")
    if not velden["ref"].startswith("refs/heads/"):
        raise ValueError("geen branch")
    velden["wijzigingen"] = tuple(
        Wijziging(w["pad"], w["oud"], base64.b64decode(w["nieuw"], validate=True)) for w in velden["wijzigingen"]
    )
    return Journaal(**velden)
