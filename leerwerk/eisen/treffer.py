"""What an eis finds in a passage, before it is known in which file."""

from typing import NamedTuple

from leerwerk.domain.bevinding import Ernst
from leerwerk.taal import Zinsdeel


class Uitleg(NamedTuple):
    """Why something matters, and what would be fine instead."""

    waarom: str
    hulp: str


class Treffer(NamedTuple):
    """Words of a passage that an eis stops at: from `begin` up to `eind`."""

    begin: int
    eind: int
    uitleg: Uitleg
    ernst: Ernst = Ernst.FOUT


def treffer(deel: Zinsdeel, nummers: tuple[int, ...], uitleg: Uitleg, ernst: Ernst = Ernst.FOUT) -> Treffer:
    """A Treffer on the words of a clause from the first to the last of these numbers."""
    eerste, laatste = deel.woorden[min(nummers)], deel.woorden[max(nummers)]
    return Treffer(eerste.begin, laatste.eind, uitleg, ernst)


def hele_deel(deel: Zinsdeel, uitleg: Uitleg, ernst: Ernst = Ernst.FOUT) -> Treffer:
    """A Treffer on a whole clause."""
    return treffer(deel, (0, len(deel.woorden) - 1), uitleg, ernst)
