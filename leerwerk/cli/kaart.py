"""The leerroutekaart as a picture in the terminal, with the place where you are.

Readable without colour: the place is a heavy box that says so. Fits 80 columns.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich import box
from rich.console import Console, Group
from rich.panel import Panel
from rich.progress import track
from rich.table import Table
from rich.text import Text

from leerwerk.domain.fase import LEERDOEL, REFLECTEREN, UITVOEREN, VOORBEREIDEN, Fase

T = TypeVar("T")
BREED = 34
TUSSEN = """\
                ▲                             ▲       │
 nieuw leerdoel │          ╭───── opnieuw ────╯       │
                │          │                          ▼"""


def leerroutekaart(hier: Fase | None) -> Group:
    """The four phases as a cycle, `hier` marked."""
    return Group(
        _rij(_fase(LEERDOEL, 1, hier), "───▶", _fase(VOORBEREIDEN, 2, hier)),
        Text(TUSSEN),
        _rij(_fase(REFLECTEREN, 4, hier), "◀───", _fase(UITVOEREN, 3, hier)),
    )


def _rij(links: Panel, pijl: str, rechts: Panel) -> Table:
    rij = Table.grid(padding=(0, 1))
    for _ in range(3):
        rij.add_column(vertical="middle")
    rij.add_row(links, pijl, rechts)
    return rij


def _fase(fase: Fase, nummer: int, hier: Fase | None) -> Panel:
    tekst = Text(f"{nummer} {fase.titel}\n", "bold")
    tekst.append(fase.vraag, "not bold")
    tekst.append("\n● je bent hier" if fase == hier else "\n", "bold")
    return Panel(tekst, box=box.HEAVY if fase == hier else box.ROUNDED, width=BREED)


def console() -> Console:
    """A console that shows text as it is: no markup, no emoji, no guessing at numbers."""
    return Console(markup=False, emoji=False, highlight=False)


def voortgang(dingen: Sequence[T], wat: str) -> Iterator[T]:
    """Give each of `dingen`, with a bar on standard error when that is a terminal."""
    scherm = Console(stderr=True, markup=False, emoji=False, highlight=False)
    yield from track(dingen, wat, console=scherm, disable=not scherm.is_terminal, transient=True)
