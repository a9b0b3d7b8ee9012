"""A finding: where it stands, which eis it fails, how bad that is and what to do."""

from enum import StrEnum
from typing import NamedTuple


class Ernst(StrEnum):
    """How much a finding weighs: `fout` stops, the others inform."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    ADVIES = "advies"


class Bevinding(NamedTuple):
    """One thing that an author may want to change; sorts by place. Line and column count from 1.

    `melding` says what was found and why it matters, `hulp` what would be fine.
    `fragment` is the sentence with the words that triggered it between » and «,
    `einde` the column behind them when they stand on this line (0: not known).
    """

    pad: str
    regelnummer: int
    kolom: int
    eis: str
    ernst: Ernst
    melding: str
    hulp: str = ""
    fragment: str = ""
    einde: int = 0

    @property
    def plaats(self) -> str:
        """`bestand:regel`, as every message gives it."""
        return f"{self.pad}:{self.regelnummer}"
