"""Writing a step in one's own editor. What was written is kept until the step is taken."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from leerwerk.cli.sessie import Sessie
from leerwerk.cli.uit import meld, zeg
from leerwerk.cli.vragen import kan_vragen
from leerwerk.domain.velden import Documentsoort
from leerwerk.errors import Gestopt, Geweigerd, MachineWeigert
from leerwerk.store.bestanden import lees_tekst as lees_bestand
from leerwerk.vastleggen import vooraf

T = TypeVar("T")


class Kladblok:
    """A text while it is being written: a file in the Git folder, until what it is for was done."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad

    def schrijf(self, maak: Callable[[], str], lees: Callable[[str, str], T]) -> T:
        """What `lees` makes of the text and its place, once the person wrote it in the editor.

        Begins with the text of `maak`, or with what was kept the previous time. Raises MachineWeigert
        without an editor or when it fails, and what `lees` raises; the text then stays in its file.
        """
        if self._pad.exists():
            zeg("Je gaat verder met wat je eerder schreef.")
        else:
            self._pad.parent.mkdir(exist_ok=True)
            self._pad.write_text(maak(), encoding="utf-8")
        while True:
            _open_editor(self._pad)
            try:
                return lees(lees_bestand(self._pad, self._pad.parent)[0], str(self._pad))
            except Geweigerd as fout:
                _vraag_nog_eens(fout)

    def klaar(self) -> None:
        """It was done: the text is where it belongs now."""
        with suppress(OSError):
            self._pad.unlink(missing_ok=True)


class Klad(Kladblok):
    """The text of one step."""

    def __init__(self, sessie: Sessie, soort: Documentsoort, sleutel: str) -> None:
        super().__init__(sessie.gitmap / "leerwerk" / f"bewerk-{sleutel}.md")
        self._sessie = sessie
        self._soort = soort

    def bewerk(self, antwoorden: Mapping[str, Any], wenken: Mapping[str, Any]) -> dict[str, Any]:
        """The answers as the person wrote them in the editor. Raises as `schrijf`, also for a missing answer."""
        from leerwerk.actions import bewerken

        vooraf(self._sessie.map)
        return self.schrijf(
            lambda: bewerken.maak_tekst(self._sessie.werkplek, self._soort, antwoorden, wenken),
            lambda tekst, waar: bewerken.lees_tekst(tekst, self._soort, waar),
        )


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
