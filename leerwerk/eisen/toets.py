"""From a passage to what the eisen find in it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen import EISEN, gedrag_waarneembaar, theorie_geeft_handvat
from leerwerk.eisen.eis import Eis
from leerwerk.eisen.treffer import Treffer
from leerwerk.eisen.velden import VELDEN
from leerwerk.eisen.weging import ZEKER, Gewichten, above, heaviest, heavy, per_eis, possible, sign, weigh
from leerwerk.taal import LANGSTE_PASSAGE, Zin, glimpse, read

WIJKEN = frozenset({"herhaalbaar", "gedrag-waarneembaar", "theorie-geeft-handvat"})
IN_GEHEEL: tuple[Eis, ...] = (gedrag_waarneembaar, theorie_geeft_handvat)


class _Stuk(NamedTuple):
    """A piece of a passage: the signs of the eisen its words weigh for, and the eis they weigh heavy for."""

    begin: int
    eind: int
    verdacht: int
    zwaar: Eis | None

    def heeft(self, wat: Zin | Treffer) -> bool:
        """Whether it holds a sentence, or what was found."""
        return self.begin <= wat.begin < self.eind


@lru_cache(maxsize=8192)
def check_passage(tekst: str, veld: str) -> tuple[tuple[Eis, Treffer], ...]:
    """What the eisen find in the text of one field.

    First its words are weighed. An eis stops at nothing in a piece that they do
    not weigh for, and a passage with only such pieces is not read. Where they
    weigh heavy, what is denied left out, and reading finds nothing, that is found.
    """
    tekst = tekst[:LANGSTE_PASSAGE]
    stukken = _weeg(tekst, veld)
    if not any(stuk.verdacht for stuk in stukken):
        return ()
    zinnen = read(tekst)
    gelezen = _lees(zinnen, veld, stukken)
    over = [stuk for stuk in stukken if not any(stuk.heeft(gevonden) for _, gevonden in gelezen)]
    return (*gelezen, *_vermoed(tekst, zinnen, veld, over))


def _lees(zinnen: tuple[Zin, ...], veld: str, stukken: Sequence[_Stuk]) -> list[tuple[Eis, Treffer]]:
    """What the eisen find by reading, each in the pieces that words weigh for."""
    gelezen: list[tuple[Eis, Treffer]] = []
    for nummer, eis in enumerate(EISEN):
        eigen = [stuk for stuk in stukken if stuk.verdacht & sign(nummer)]
        if eigen and not (gelezen and eis.ID in WIJKEN):
            kijken = tuple(zin for zin in zinnen if any(stuk.heeft(zin) for stuk in eigen))
            gelezen += [(eis, treffer) for treffer in eis.check(kijken, veld)]
    return gelezen


def _vermoed(
    tekst: str, zinnen: tuple[Zin, ...], veld: str, stukken: Sequence[_Stuk]
) -> Iterator[tuple[Eis, Treffer]]:
    """What the words of these pieces weigh heavy for, without those that are denied."""
    for stuk in stukken:
        eis = stuk.zwaar
        if eis and above(weigh(_beweerd(zinnen, stuk), veld), heavy(), sign(EISEN.index(eis))):
            begin, eind = heaviest(tekst[stuk.begin : stuk.eind], veld, eis.ID)
            yield eis, Treffer(stuk.begin + begin, stuk.begin + eind, eis.VERMOEDEN, Ernst.WAARSCHUWING)


def _beweerd(zinnen: tuple[Zin, ...], stuk: _Stuk) -> Iterator[str]:
    """The words of a piece that are not denied."""
    for zin in zinnen:
        if stuk.heeft(zin):
            for deel in zin.zinsdelen:
                yield from (woord.vorm for nummer, woord in enumerate(deel.woorden) if not deel.is_ontkend(nummer))


def _weeg(tekst: str, veld: str) -> list[_Stuk]:
    """The pieces of a passage, when its words weigh for any eis.

    An eis of IN_GEHEEL weighs the passage as a whole, and every piece of it.
    """
    stukjes, kijken, grenzen = glimpse(tekst), _kijken(veld), possible()
    sommen = [weigh(stukje.woorden, veld) for stukje in stukjes]
    samen = sommen[0]
    if len(sommen) > 1 and kijken & _GEHEEL:
        samen = weigh(chain.from_iterable([stukje.woorden for stukje in stukjes]), veld)
    mogelijk = [above(som, grenzen, kijken) for som in sommen]
    ergens = reduce(or_, mogelijk, above(samen, grenzen, kijken))
    if not ergens:  # as in nearly every passage
        return []
    return [
        _Stuk(
            stukje.begin,
            stukje.eind,
            (verdacht | _GEHEEL) & ergens,
            _zwaarste(per_eis(som), per_eis(samen), veld) if above(som, heavy(), ergens) else None,
        )
        for stukje, som, verdacht in zip(stukjes, sommen, mogelijk, strict=True)
    ]


def _zwaarste(gewichten: Gewichten, samen: Gewichten, veld: str) -> Eis | None:
    """The eis that the words of a piece weigh heaviest for, if that is heavy."""
    telt = [
        (min(eigen, heel) if eis in IN_GEHEEL else eigen, nummer)
        for nummer, (eis, eigen, heel) in enumerate(zip(EISEN, gewichten, samen, strict=True))
        if veld in eis.VELDEN
    ]
    gewicht, nummer = max(telt)
    return EISEN[nummer] if gewicht > ZEKER else None


_GEHEEL = sum(sign(EISEN.index(eis)) for eis in IN_GEHEEL)


@cache
def _kijken(veld: str) -> int:
    """The signs of the eisen that look in a field."""
    return sum(sign(nummer) for nummer, eis in enumerate(EISEN) if veld in eis.VELDEN)


def prepare() -> None:
    """Make what the first passage would wait for."""
    weigh((), VELDEN[0][0])
    for eis in EISEN:
        _ = eis.FRASEN.zeef
