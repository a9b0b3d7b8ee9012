"""What every module in this folder is: an eis."""

from collections.abc import Iterator
from typing import Protocol

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.treffer import Treffer
from leerwerk.taal import Zin


class Eis(Protocol):
    """A quality rule. `__doc__` is the explanation that `leerwerk uitleg` shows.

    `VELDEN` says in which fields it looks, and how much a finding weighs there.
    `needs` is a quick look: False when it can find nothing in a passage.
    """

    @property
    def ID(self) -> str: ...
    @property
    def TITEL(self) -> str: ...
    @property
    def VELDEN(self) -> dict[str, Ernst]: ...
    def needs(self, tekens: frozenset[str], woorden: list[str], veld: str, /) -> bool: ...
    def check(self, zinnen: tuple[Zin, ...], veld: str, /) -> Iterator[Treffer]: ...
