"""Everything that reaches a screen goes through here, so that no text of a user becomes a control sequence."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TextIO

from leerwerk.domain.tekens import zichtbaar
from leerwerk.errors import MachineWeigert

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
    with suppress(OSError):  # that may be what is refused
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


def rond_af() -> None:
    """Write what a library left to be written. Raises MachineWeigert."""
    for stroom in (sys.stdout, sys.stderr):
        with _schrijvend(stroom):
            stroom.flush()


def _schrijf(tekst: str, stroom: TextIO) -> None:
    codering = stroom.encoding or "utf-8"
    with _schrijvend(stroom):
        print(tekst.encode(codering, "replace").decode(codering), file=stroom, flush=True)


@contextmanager
def _schrijvend(stroom: TextIO) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # whoever reads has seen enough: the command itself goes on
        os.dup2(os.open(os.devnull, os.O_WRONLY), stroom.fileno())
    except OSError as fout:
        if stroom is sys.stdout:  # what cannot be said on standard error can be said nowhere
            wat = f"Wat hier moest komen, is niet te schrijven ({fout.strerror})."
            raise MachineWeigert(wat, nu="Kijk of er ruimte is op de schijf.") from fout
