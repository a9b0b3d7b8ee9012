"""What every module in this folder is: an eis."""

from collections.abc import Iterator
from typing import Protocol

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.bron import Bron
from leerwerk.eisen.blad import Bankkennis, Blad, Vondst
from leerwerk.eisen.rijen import Frasen
from leerwerk.eisen.treffer import Treffer, Uitleg
from leerwerk.taal import Zin


class Uitlegbaar(Protocol):
    """An eis as far as it is explained. `__doc__` is what `leerwerk uitleg` shows."""

    @property
    def ID(self) -> str: ...
    @property
    def TITEL(self) -> str: ...


class Eis(Uitlegbaar, Protocol):
    """A didactic eis: it reads sentences of one passage, those that its words are in.

    `VELDEN` says in which fields it looks, and how much a finding weighs there.
    `VERMOEDEN` is said of a text that it reads nothing in, and whose words weigh
    heavy for it together.
    """

    @property
    def VELDEN(self) -> dict[str, Ernst]: ...
    @property
    def VERMOEDEN(self) -> Uitleg: ...
    @property
    def FRASEN(self) -> Frasen: ...
    def check(self, zinnen: tuple[Zin, ...], veld: str, /) -> Iterator[Treffer]: ...


class Taakeis(Uitlegbaar, Protocol):
    """A structural eis: it looks at one task in its bank."""

    @property
    def ERNST(self) -> Ernst: ...
    def check(self, blad: Blad, /) -> Iterator[Vondst]: ...


class Broneis(Uitlegbaar, Protocol):
    """An eis that looks at the sources of one bronnen.yaml.

    `geciteerd` holds every key that a task of the bank cites; None when not
    the whole bank was checked.
    """

    @property
    def ERNST(self) -> Ernst: ...
    def check(self, bronnen: tuple[Bron, ...], geciteerd: frozenset[str] | None, /) -> Iterator[Vondst]: ...


class Bankeis(Uitlegbaar, Protocol):
    """An eis that looks at what is no longer there; finds by path."""

    @property
    def ERNST(self) -> Ernst: ...
    def check(self, bank: Bankkennis, /) -> Iterator[tuple[str, Vondst]]: ...
