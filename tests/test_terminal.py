"""What only a terminal shows: questions, Ctrl-C, the editor, and what the shell completes."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.deur import WORTEL, gelukt, leerwerk_proces

KLEUR_UIT = {"NO_COLOR": "1", "TERM": "dumb"}


class Terminal:
    """A command in a terminal of 80 columns, and a person who types."""

    def __init__(self, *argv: str, map: Path) -> None:
        self._meester, slaaf = pty.openpty()
        self._proces = subprocess.Popen(
            [sys.executable, "-m", "leerwerk", *argv],
            cwd=map,
            stdin=slaaf,
            stdout=slaaf,
            stderr=slaaf,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(WORTEL), **KLEUR_UIT},
        )
        os.close(slaaf)
        self.scherm = ""

    def typ(self, tekst: str) -> None:
        """Wait for the prompt, then type a line."""
        self.wacht_op("> ")
        os.write(self._meester, f"{tekst}\n".encode())
        self.wacht_op(tekst)

    def wacht_op(self, tekst: str, seconden: float = 20.0) -> None:
        """Read until what is new on the screen holds `tekst`."""
        eind = time.monotonic() + seconden
        begin = len(self.scherm)
        while tekst not in self.scherm[begin:] and not self.scherm.endswith(tekst):
            assert time.monotonic() < eind, self.scherm
            if select.select([self._meester], [], [], 0.1)[0]:
                self.scherm += os.read(self._meester, 4096).decode(errors="replace")

    def onderbreek(self) -> None:
        """Press Ctrl-C at the prompt."""
        self.wacht_op("> ")
        os.killpg(self._proces.pid, signal.SIGINT)

    def einde(self) -> int:
        """Read the rest; the exit code."""
        while True:
            try:
                deel = os.read(self._meester, 4096)
            except OSError:  # the other side is closed
                break
            if not deel:
                break
            self.scherm += deel.decode(errors="replace")
        os.close(self._meester)
        return self._proces.wait(20)


def test_an_empty_answer_is_asked_again_and_a_typo_corrected(portfolio: Path) -> None:
    terminal = Terminal("doel", map=portfolio)
    terminal.typ("")
    terminal.wacht_op("Hier is een antwoord nodig.")
    for antwoord in ("strenger zijn", "", "sbb", "1", "", ""):
        terminal.typ(antwoord)
    assert terminal.einde() == 0
    assert "Leerdoel vastgesteld" in terminal.scherm
    assert (portfolio / "leerdoelen/strenger-zijn/leerdoel.md").is_file()


def test_ctrl_c_records_nothing_and_keeps_what_was_typed(portfolio: Path) -> None:
    terminal = Terminal("doel", map=portfolio)
    terminal.typ("strenger zijn")
    terminal.onderbreek()
    assert terminal.einde() == 130
    assert "Er is niets vastgelegd" in terminal.scherm
    assert not (portfolio / "leerdoelen").exists()

    opnieuw = Terminal("doel", map=portfolio)
    for antwoord in ("", "", "1", "", ""):
        opnieuw.typ(antwoord)
    assert opnieuw.einde() == 0
    assert (portfolio / "leerdoelen/strenger-zijn/leerdoel.md").is_file()


def test_the_editor_gets_the_questions_and_gives_back_the_answers(portfolio: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\n"
        "grep -q 'Waarom wil je dit leren' \"$1\" || exit 9\n"
        "printf -- '---\\nop: 2026-11-03\\nleerdoel: rustiger praten\\nsamen_met: [sb]\\n---\\n\\n"
        '## Toelichting\\n\\n<!-- weg -->\\nIk ga te snel.\\n\' > "$1"\n',
        encoding="utf-8",
    )
    editor.chmod(0o755)
    uitkomst = leerwerk_proces("doel", "--bewerk", map=portfolio, extra={"EDITOR": str(editor)})
    assert uitkomst.code == 0, uitkomst.fout
    tekst = (portfolio / "leerdoelen/rustiger-praten/leerdoel.md").read_text(encoding="utf-8")
    assert tekst.endswith("## Toelichting\n\nIk ga te snel.\n")


def test_an_incomplete_draft_is_kept_until_its_own_step_is_taken(portfolio: Path) -> None:
    onvolledig = leerwerk_proces("doel", "--bewerk", map=portfolio, extra={"EDITOR": "true"})
    assert onvolledig.code == 1
    klad = [pad for pad in (portfolio / ".git/leerwerk").iterdir() if pad.name.startswith("bewerk-")]
    gelukt("doel", "strenger zijn", "--samen-met", "sb", map=portfolio)
    assert [pad for pad in klad if pad.exists()] == klad


@pytest.mark.parametrize(
    ("regel", "aanvulling"),
    [
        ("leerwerk voorb", "voorbereiden"),
        ("leerwerk taak toon orde", "orde-houden"),
        ("leerwerk voorbereiden directe-instructie --onderdeel terug", "terugblik"),
        ("leerwerk voorbereiden orde-houden --handvat klein", "klein-bijsturen-1"),
        ("leerwerk doel --samen-met s", "sb"),
    ],
)
def test_the_shell_completes(portfolio: Path, regel: str, aanvulling: str) -> None:
    aantal = str(len(regel.split()) - 1)
    extra = {"_LEERWERK_COMPLETE": "complete_bash", "COMP_WORDS": regel, "COMP_CWORD": aantal}
    assert aanvulling in leerwerk_proces(map=portfolio, extra=extra).uit.split()
