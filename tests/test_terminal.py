"""What only a terminal shows: questions, Ctrl-C, the editor, and what the shell completes."""

import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deur import WORTEL, gelukt, leerwerk_proces

KLEUR_UIT = {"NO_COLOR": "1", "TERM": "dumb"}
PROMPT = "\n> "
WACHT = 20.0


def _hoort_ctrl_c() -> None:
    """A test run in the background ignores Ctrl-C, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


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
            preexec_fn=_hoort_ctrl_c,
            env={**os.environ, "PYTHONPATH": str(WORTEL), **KLEUR_UIT},
        )
        os.close(slaaf)
        self.scherm = ""
        self._beantwoord = 0

    def typ(self, tekst: str) -> None:
        """Wait for the next prompt, then type a line."""
        self._wacht_op_vraag()
        os.write(self._meester, f"{tekst}\n".encode())

    def onderbreek(self) -> None:
        """Press Ctrl-C at the next prompt, and again when it fell just before the reading began."""
        self._wacht_op_vraag()
        for _ in range(10):
            os.killpg(self._proces.pid, signal.SIGINT)
            if select.select([self._meester], [], [], 2.0)[0]:
                return

    def einde(self) -> int:
        """Read the rest; the exit code. A command that goes on asking is ended."""
        while self._lees():
            pass
        os.close(self._meester)
        try:
            return self._proces.wait(WACHT)
        except subprocess.TimeoutExpired:
            self._proces.kill()
            raise

    def _wacht_op_vraag(self) -> None:
        self._beantwoord += 1
        while self.scherm.count(PROMPT) < self._beantwoord:
            assert self._lees(), self.scherm

    def _lees(self) -> bool:
        """Read what is new on the screen; False when nothing comes any more."""
        if not select.select([self._meester], [], [], WACHT)[0]:
            return False
        try:
            deel = os.read(self._meester, 4096)
        except OSError:  # the other side is closed
            return False
        self.scherm += deel.decode(errors="replace")
        return bool(deel)


def test_an_empty_answer_is_asked_again_and_a_typo_corrected(portfolio: Path) -> None:
    terminal = Terminal("doel", map=portfolio)
    for antwoord in ("", "strenger zijn", "", "sbb", "1", "", ""):
        terminal.typ(antwoord)
    assert terminal.einde() == 0
    assert "Hier is een antwoord nodig." in terminal.scherm
    assert "Bedoel je `sb`?" in terminal.scherm
    assert "Leerdoel vastgesteld" in terminal.scherm
    assert (portfolio / "leerdoelen/strenger-zijn/leerdoel.md").is_file()


def test_ctrl_c_records_nothing_and_keeps_what_was_typed(portfolio: Path) -> None:
    terminal = Terminal("doel", map=portfolio)
    terminal.typ("strenger zijn")
    terminal.onderbreek()
    assert terminal.einde() == 130, terminal.scherm
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


def test_a_day_that_has_yet_to_come_is_asked_about(portfolio: Path) -> None:
    gelukt("doel", "strenger zijn", "--gedrag", "Ik wacht.", "--samen-met", "sb", map=portfolio)
    gelukt("voorbereiden", "orde-houden", "--handvat", "klein-bijsturen-1", map=portfolio)
    terminal = Terminal("uitvoeren", "Het werd stil.", "--datum", "2099-01-01", map=portfolio)
    terminal.typ("nee")
    assert terminal.einde() == 130
    assert "Let op: 1 januari 2099 ligt in de toekomst." in terminal.scherm
    assert not list(portfolio.rglob("uitvoering.md"))
    zeker = Terminal("uitvoeren", "Het werd stil.", "--datum", "2099-01-01", map=portfolio)
    zeker.typ("ja")
    assert zeker.einde() == 0


def test_which_onderdeel_comes_next_is_asked_when_nothing_says_so(portfolio: Path) -> None:
    gelukt("doel", "strenger zijn", "--gedrag", "Ik wacht.", "--samen-met", "sb", map=portfolio)
    les = ("orde-houden", "--onderdeel", "klein-bijsturen", "--handvat", "klein-bijsturen-1")
    gelukt("voorbereiden", *les, "--datum", "2026-11-03", map=portfolio)
    gelukt("uitvoeren", "Het werd stil.", "--datum", "2026-11-03", map=portfolio)
    gesprek = ("--moment", "Het begin.", "--handvat", "Wachten.", "--theorie", "Rust.", "--samen-met", "sb")
    zonder = ("--zonder-observatie", "Sanne was ziek.", "--datum", "2026-11-04")
    terminal = Terminal("reflecteren", *gesprek, *zonder, map=portfolio)
    for antwoord in ("", "onderdeel", "1"):
        terminal.typ(antwoord)
    assert terminal.einde() == 0, terminal.scherm
    assert "Welk onderdeel oefenen jullie opnieuw?" in terminal.scherm
    assert "leerwerk voorbereiden orde-houden --onderdeel klein-bijsturen" in terminal.scherm
