"""What a step is going to change: every refusal that depends on its files, before anything is written."""

import os
from collections.abc import Mapping
from pathlib import Path

from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.vastleggen import paden, schijf
from leerwerk.vastleggen.journaal import Wijziging, fingerprint


def make(top: Path, bestanden: Mapping[Path, bytes], verwacht: Mapping[Path, bytes | None]) -> tuple[Wijziging, ...]:
    """Check every path and read what is there; refuse when that is not what was decided on."""
    gerekend_op = {paden.relative(top, pad): inhoud for pad, inhoud in verwacht.items()}
    wijzigingen = {}
    for pad, nieuw in bestanden.items():
        naam = paden.relative(top, pad)
        _check_writable(top / naam)
        nu = _read(top / naam)
        if naam in gerekend_op and gerekend_op[naam] != nu:
            raise _changed(top / naam)
        wijzigingen[naam] = Wijziging(naam, fingerprint(nu), nieuw)
    if not bestanden or len(wijzigingen) < len(bestanden):
        raise ValueError("a step writes at least one file, and each once")
    return tuple(wijzigingen.values())


def check_message(boodschap: str) -> None:
    if not boodschap.strip():
        raise ValueError("a step has a message")
    try:
        boodschap.encode()
    except UnicodeEncodeError as fout:
        raise Geweigerd("De tekst bevat een teken dat niet bestaat.", nu="Typ de tekst opnieuw.") from fout
    if "\0" in boodschap:
        raise Geweigerd("De tekst bevat een onzichtbaar teken (NUL).", nu="Typ de tekst opnieuw.")


def _check_writable(pad: Path) -> None:
    """Refuse before the journal what would otherwise keep failing after it."""
    map = next(boven for boven in pad.parents if boven.exists())
    if not os.access(map, os.W_OK | os.X_OK):
        raise MachineWeigert("Je mag in deze map niet schrijven.", waar=str(map), nu="Vraag schrijfrecht.")


def _read(pad: Path) -> bytes | None:
    try:
        return pad.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fout:
        raise MachineWeigert(
            f"Dit bestand is niet te lezen: {schijf.explain(fout)}.",
            waar=str(pad),
            nu="Er is niets veranderd.",
        ) from fout


def _changed(pad: Path) -> Geweigerd:
    return Geweigerd(
        "Dit bestand is intussen veranderd; je eigen versie blijft staan.",
        waar=str(pad),
        nu="Bekijk het bestand en geef het commando opnieuw. Er is niets opgeslagen.",
    )
