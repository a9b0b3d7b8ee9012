"""What a check of task files gives: the findings, and what is needed to explain them.

Pure values, between the action that checks and the formats that show.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from leerwerk.domain.bevinding import Bevinding, Ernst


class Eistekst(NamedTuple):
    """An eis as it is explained to an author."""

    id: str
    titel: str
    uitleg: str


class Verslag(NamedTuple):
    """The findings of one run, sorted by place, and the files that were checked.

    `gewijzigd` holds the lines that changed since the basis, by `pad`; None
    when there was nothing to compare with. `eisen` and `programma`, the version
    of leerwerk, are for formats that explain themselves.
    """

    paden: tuple[str, ...]
    bevindingen: tuple[Bevinding, ...]
    eisen: Mapping[str, Eistekst] = MappingProxyType({})
    gewijzigd: Mapping[str, frozenset[int]] | None = None
    programma: str = ""

    def telt(self, ernst: Ernst) -> int:
        """How many findings weigh this much."""
        return sum(bevinding.ernst is ernst for bevinding in self.bevindingen)

    def is_nieuw(self, bevinding: Bevinding) -> bool:
        """Whether a finding stands on a line that changed since the basis."""
        return self.gewijzigd is not None and bevinding.regelnummer in self.gewijzigd.get(bevinding.pad, ())
