"""Everything that reaches a screen goes through here, so that no text of a user becomes a control sequence."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from leerwerk.domain.tekens import zichtbaar

BREED = 88
_NAAST_ELKAAR = 40


def zeg(tekst: str = "", inspringing: str = "", hang: int = 0) -> None:
    """Show text on standard output, wrapped to the terminal when it is one; `hang` indents the lines that follow."""
    _toon(tekst, inspringing, sys.stdout, hang)


def zeg_rijen(rijen: Sequence[tuple[str, str]]) -> None:
    """Show commands with what each does: beside them when they are short, below them when they are not."""
    breed = max(len(commando) for commando, _ in rijen)
    for commando, waarom in rijen:
        if breed <= _NAAST_ELKAAR:
            zeg(f"{commando:<{breed}}  {waarom}", "  ", hang=breed + 2)
        else:
            ruw(zichtbaar(f"  {commando}"))
            zeg(waarom, "      ")


def waarschuw(tekst: str) -> None:
    """Show text that is no result on standard error."""
    _toon(tekst, "", sys.stderr)


def meld(wat: str, waar: str = "", nu: str = "") -> None:
    """Show a refusal: where and what on the first line, what to do now below it."""
    sys.stdout.flush()
    _toon(f"{waar}: {wat}" if waar else wat, "", sys.stderr)
    if nu:
        _toon(nu, "  ", sys.stderr)


def ruw(tekst: str) -> None:
    """Show output for a machine: as it is, never wrapped."""
    _schrijf(tekst, sys.stdout)


def breedte(stroom: TextIO = sys.stdout) -> int:
    """How wide text may become: the terminal, but no wider than one reads with ease."""
    import shutil

    return min(shutil.get_terminal_size((BREED, 24)).columns, BREED) if stroom.isatty() else 0


def _toon(tekst: str, inspringing: str, stroom: TextIO, hang: int = 0) -> None:
    ruimte = breedte(stroom)
    for regel in zichtbaar(tekst).split("\n"):
        begin = inspringing + regel[: len(regel) - len(regel.lstrip())]
        if ruimte and len(inspringing + regel) > ruimte:
            import textwrap

            regel = textwrap.fill(
                regel.strip(),
                ruimte,
                initial_indent=begin,
                subsequent_indent=begin + " " * hang,
                break_long_words=False,
                break_on_hyphens=False,
            )
        else:
            regel = inspringing + regel
        _schrijf(regel, stroom)


def _schrijf(tekst: str, stroom: TextIO) -> None:
    codering = stroom.encoding or "utf-8"
    try:
        print(tekst.encode(codering, "replace").decode(codering), file=stroom, flush=True)
    except BrokenPipeError:  # whoever reads has seen enough: the command itself goes on
        os.dup2(os.open(os.devnull, os.O_WRONLY), stroom.fileno())
