"""Writing a step in one's own editor. What was written is kept until the step is taken."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from leerwerk.cli.sessie import Sessie
from leerwerk.cli.uit import meld, zeg
from leerwerk.cli.vragen import kan_vragen
from leerwerk.domain.velden import Documentsoort
from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.store.bestanden import lees_tekst as lees_bestand
from leerwerk.vastleggen import vooraf


def bewerk(
    sessie: Sessie, soort: Documentsoort, antwoorden: Mapping[str, Any], wenken: Mapping[str, Any]
) -> dict[str, Any]:
    """The answers as the person wrote them in the editor.

    Raises MachineWeigert without an editor or when it fails, Geweigerd when
    what was written is not complete; the text then stays in its file.
    """
    from leerwerk.actions import bewerken

    vooraf(sessie.map)
    pad = _bestand(sessie, soort)
    if pad.exists():
        zeg(f"Je gaat verder met wat je eerder schreef ({pad}).")
    else:
        pad.write_text(bewerken.maak_tekst(sessie.werkplek, soort, antwoorden, wenken), encoding="utf-8")
    while True:
        _open_editor(pad)
        try:
            return bewerken.lees_tekst(lees_bestand(pad, pad.parent)[0], soort, str(pad))
        except Geweigerd as fout:
            if not (kan_vragen() and _nog_eens(fout)):
                raise


def klaar(sessie: Sessie, soort: Documentsoort) -> None:
    """The step was taken: the text is in the portfolio now."""
    with suppress(OSError):
        _bestand(sessie, soort).unlink(missing_ok=True)


def _bestand(sessie: Sessie, soort: Documentsoort) -> Path:
    map = sessie.gitmap / "leerwerk"
    map.mkdir(exist_ok=True)
    return map / f"bewerk-{sessie.portfolio.student}-{soort.naam}.md"


def _open_editor(pad: Path) -> None:
    opdracht = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _gewone_editor()
    try:
        code = subprocess.run([*shlex.split(opdracht, posix=os.name != "nt"), str(pad)], check=False).returncode
    except (OSError, ValueError) as fout:
        raise MachineWeigert(
            f"De editor `{opdracht}` start niet.", nu="Zet in EDITOR het programma waarmee je schrijft."
        ) from fout
    if code:
        raise MachineWeigert(
            f"De editor `{opdracht}` stopte met een fout.",
            waar=str(pad),
            nu="Je tekst staat nog in dit bestand.",
        )


def _gewone_editor() -> str:
    for naam in ("nano", "vim", "vi", "notepad"):
        if shutil.which(naam):
            return naam
    raise MachineWeigert("Er is geen editor gevonden.", nu="Zet in EDITOR het programma waarmee je schrijft.")


def _nog_eens(fout: Geweigerd) -> bool:
    meld(fout.wat, fout.waar, fout.nu)
    return input("Opnieuw openen? [J/n] ").strip().lower() in ("", "j", "ja")
