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
from leerwerk.errors import Gestopt, Geweigerd, MachineWeigert
from leerwerk.store.bestanden import lees_tekst as lees_bestand
from leerwerk.vastleggen import vooraf


class Klad:
    """The text of one step while it is being written: a file in the Git folder, until the step is taken."""

    def __init__(self, sessie: Sessie, soort: Documentsoort, sleutel: str) -> None:
        self._sessie = sessie
        self._soort = soort
        self._pad = sessie.gitmap / "leerwerk" / f"bewerk-{sleutel}.md"

    def bewerk(self, antwoorden: Mapping[str, Any], wenken: Mapping[str, Any]) -> dict[str, Any]:
        """The answers as the person wrote them in the editor.

        Raises MachineWeigert without an editor or when it fails, Geweigerd when
        what was written is not complete; the text then stays in its file.
        """
        from leerwerk.actions import bewerken

        vooraf(self._sessie.map)
        if self._pad.exists():
            zeg("Je gaat verder met wat je eerder schreef.")
        else:
            tekst = bewerken.maak_tekst(self._sessie.werkplek, self._soort, antwoorden, wenken)
            self._pad.parent.mkdir(exist_ok=True)
            self._pad.write_text(tekst, encoding="utf-8")
        while True:
            _open_editor(self._pad)
            try:
                return bewerken.lees_tekst(lees_bestand(self._pad, self._pad.parent)[0], self._soort, str(self._pad))
            except Geweigerd as fout:
                _vraag_nog_eens(fout)

    def klaar(self) -> None:
        """The step was taken: the text is in the portfolio now."""
        with suppress(OSError):
            self._pad.unlink(missing_ok=True)


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


def _vraag_nog_eens(fout: Geweigerd) -> None:
    """Raise `fout`, unless a person wants to go on writing. Raises Gestopt when they do not."""
    if not kan_vragen():
        raise fout
    meld(fout.wat, fout.waar, fout.nu)
    if input("Opnieuw openen? [J/n] ").strip().lower() not in ("", "j", "ja"):
        raise Gestopt("Er is niets vastgelegd.", nu="Wat je schreef, ligt er nog als je opnieuw begint met --bewerk.")
