"""What every module in this folder is: an eis."""

from collections.abc import Iterator
from typing import Protocol

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.bron import Bron
from leerwerk.eisen.blad import Bankkennis, Blad, Vondst
from leerwerk.eisen.rijen import Frasen
from leerwerk.eisen.treffer import Treffer, Uitleg
from leerwerk.eisen.zeef import Blik, Kans
from leerwerk.taal import Zin


class Uitlegbaar(Protocol):
    """An eis as far as it is explained. `__doc__` is what `leerwerk uitleg` shows."""

    @property
    def ID(self) -> str: ...
    @property
    def TITEL(self) -> str: ...


class Eis(Uitlegbaar, Protocol):
    """A didactic eis: it reads sentences.

    `VELDEN` says in which fields it looks, and how much a finding weighs there.
    `chances` gives the ways in which the words of a passage may let it find
    something; `needs` is a second look at the lists that its words
    are in. Without either it finds nothing, and the passage is not read for it.
    `VERMOEDEN` is said of a text that it reads nothing in, and whose words weigh
    heavy for it together.
    """

    @property
    def VELDEN(self) -> dict[str, Ernst]: ...
    @property
    def VERMOEDEN(self) -> Uitleg: ...
    @property
    def FRASEN(self) -> Frasen: ...
    def chances(self) -> Iterator[Kans]: ...
    def needs(self, tekens: frozenset[str], woorden: list[str], veld: str, /) -> bool: ...
    def check(self, zinnen: tuple[Zin, ...], veld: str, /) -> Iterator[Treffer]: ...


class Heeleis(Eis, Protocol):
    """A didactic eis that wants something to be there, and so weighs a passage as a whole.

    `fine` tells of a passage that it is plainly good at first sight, so that it need not be read.
    """

    def fine(self, blik: Blik, /) -> bool: ...


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
