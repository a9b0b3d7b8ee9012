"""Words that together say what a sentence is about, however it is built; one of them proves nothing."""

from collections.abc import Iterator

from leerwerk.eisen.context import VAN_LEERLING, losse_woorden, met_leerlingen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.taal import Zin, Zinsdeel

HEN = VAN_LEERLING | {"ze", "hen"}

Soort = tuple[str, ...]  # the lists of which a word will do


class Samenlopen:
    """What must be named together: every one is some kinds of words, of which a sentence must have them all."""

    def __init__(self, *samenlopen: tuple[Soort, ...]) -> None:
        self._samenlopen = samenlopen

    def find(self, zin: Zin, uitleg: Uitleg) -> Iterator[Treffer]:
        """The word of the first kind, where every kind has one that is not negated and not about pupils."""
        for soorten in self._samenlopen:
            if all(zin.heeft(*soort) for soort in soorten):
                plekken = [_plekken(zin, soort) for soort in soorten]
                if all(plekken) and len({plek for rij in plekken for plek in rij}) >= len(soorten):
                    deel, nummer = plekken[0][0]
                    yield treffer(deel, (nummer,), uitleg)


def _plekken(zin: Zin, soort: Soort) -> list[tuple[Zinsdeel, int]]:
    return [
        (deel, nummer)
        for deel in zin.zinsdelen
        if not met_leerlingen(deel) and not any(woord.vorm in HEN for woord in deel.woorden)
        for nummer in losse_woorden(deel, *soort)
        if not _is_deeltje(deel, nummer)
    ]


def _is_deeltje(deel: Zinsdeel, nummer: int) -> bool:
    """Whether a word such as `af` only belongs to a verb (`stem … af`), and not to one of being done."""
    return any(
        werkwoord.deel == nummer and werkwoord.soorten.isdisjoint({"afvinken", "afronden"})
        for werkwoord in deel.werkwoorden
    )
