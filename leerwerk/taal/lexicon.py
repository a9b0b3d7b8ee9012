"""The word lists: what each form of a word is, looked up once and remembered.

In `werkwoorden/` stands the infinitive, with `|`
where a separable verb falls apart. In `naamwoorden/` a leading `-` says that
the word also counts as the last part of a compound, a trailing `-` that it
counts as the first part. In `vast/` words do not
inflect. The name of a file is the name of the feature that its words get.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from leerwerk.taal.lijsten import list_names, read_list, word_set
from leerwerk.taal.vormen import STAM, normal_form, noun_forms, verb_forms

LANGSTE_WOORD = 40
Vorm = tuple[str, str, str]  # as a Lezing
VOORZETSEL = word_set("voorzetsel")


class Lezing(NamedTuple):
    """One way to read a form as a verb. `los` is the particle a compound form begins with."""

    infinitief: str
    wijs: str
    los: str = ""


class _Lexicon(NamedTuple):
    vast: dict[str, frozenset[str]]
    woorden: dict[str, frozenset[str]]
    koppen: dict[str, frozenset[str]]
    lezingen: dict[str, tuple[Vorm, ...]]
    soorten: dict[str, frozenset[str]]
    scheidbaar: dict[str, frozenset[str]]


Tabellen = tuple[dict[str, Any], ...]
_GEGEVEN: list[_Lexicon] = []


def tables() -> Tabellen:
    """What was worked out of the word lists, in plain dicts and tuples that can be kept for `use_tables`."""
    return tuple(_lexicon())


def use_tables(tabellen: Tabellen) -> None:
    """Take these, of the same word lists, instead of working them out."""
    _GEGEVEN[:] = [_Lexicon(*tabellen)]
    _lexicon.cache_clear()


def kenmerken(vorm: str) -> frozenset[str]:
    """The lists that a form of a noun or fixed word belongs to, itself or by the head of a compound."""
    return _kenmerken(vorm) if len(vorm) <= LANGSTE_WOORD else frozenset()


@lru_cache(maxsize=32768)
def lezingen(vorm: str) -> tuple[Lezing, ...]:
    """The verbs that a form may belong to; a preposition is none."""
    return () if vorm in VOORZETSEL else tuple(map(Lezing._make, _lexicon().lezingen.get(vorm, ())))


def soorten(infinitief: str) -> frozenset[str]:
    """The lists that a verb belongs to."""
    return _lexicon().soorten.get(infinitief, frozenset())


def particles(infinitief: str) -> frozenset[str]:
    """The words that this verb can be separated from."""
    return _lexicon().scheidbaar.get(infinitief, frozenset())


@lru_cache(maxsize=32768)
def features(vorm: str) -> frozenset[str]:
    """The lists that a form belongs to in any reading, as a noun or as a verb with or without its particle."""
    gevonden = set(kenmerken(vorm)) | ({"getal"} if vorm[0].isdigit() else set())
    for lezing in lezingen(vorm):
        gevonden |= soorten(lezing.infinitief) | ({"deeltje"} if lezing.los else set())
        for los in particles(lezing.infinitief):
            gevonden |= soorten(los + lezing.infinitief)
    return frozenset(gevonden)


@lru_cache(maxsize=32768)
def _kenmerken(vorm: str) -> frozenset[str]:
    return _lexicon().vast.get(vorm, frozenset()) | _als_naamwoord(vorm)


def _als_naamwoord(vorm: str) -> frozenset[str]:
    lexicon = _lexicon()
    if bekend := lexicon.woorden.get(vorm):
        return bekend
    for begin in range(2, len(vorm) - 2):
        if kop := lexicon.koppen.get(vorm[begin:]):
            return kop | _eerste_deel(vorm[:begin].rstrip("-"))
    eersten = (lexicon.woorden.get(f"{vorm[:einde]}-") for einde in range(4, len(vorm) - 2))
    return next((eerste for eerste in eersten if eerste), frozenset())


def _eerste_deel(deel: str) -> frozenset[str]:
    lexicon = _lexicon()
    return lexicon.woorden.get(f"{deel}+", frozenset()) | lexicon.woorden.get(
        f"{deel.removesuffix('s')}+", frozenset()
    )


@cache
def _lexicon() -> _Lexicon:
    return _GEGEVEN[0] if _GEGEVEN else _uit_lijsten()


def _uit_lijsten() -> _Lexicon:
    woorden: dict[str, set[str]] = defaultdict(set)
    koppen: dict[str, set[str]] = defaultdict(set)
    for naam, woord in _alle("naamwoorden"):
        if naam.startswith("voorvoegsel_"):
            woorden[f"{woord}+"].add(naam.replace("voorvoegsel_", "van-"))
            continue
        if woord.endswith("-"):
            woorden[woord].add(naam)
            continue
        for vorm in noun_forms(normal_form(woord.removeprefix("-"))):
            woorden[vorm].add(naam)
            if woord.startswith("-"):
                koppen[vorm].add(naam)
    vast: dict[str, set[str]] = defaultdict(set)
    for naam, woord in _alle("vast"):
        (woorden if naam.startswith("geen_") else vast)[woord].add(naam)  # `geen_`: a compound in looks only
    return _Lexicon(_bevroren(vast), _bevroren(woorden), _bevroren(koppen), *_werkwoorden())


def _werkwoorden() -> tuple[dict[str, tuple[Vorm, ...]], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    lezingen: dict[str, set[Vorm]] = defaultdict(set)
    soorten: dict[str, set[str]] = defaultdict(set)
    scheidbaar: dict[str, set[str]] = defaultdict(set)
    for naam, woord in _alle("werkwoorden"):
        los, _, basis = woord.rpartition("|")
        soorten[los + basis].add(naam)
        scheidbaar[basis].update(filter(None, [los]))
    for basis in scheidbaar:
        for vorm, wijs in verb_forms(basis):
            lezingen[vorm].add((basis, wijs, ""))
            for los in scheidbaar[basis] if wijs != STAM or vorm.endswith("t") else ():
                lezingen[los + vorm].add((los + basis, wijs, los))
    return (
        {vorm: tuple(sorted(gelezen)) for vorm, gelezen in lezingen.items()},
        _bevroren(soorten),
        _bevroren(scheidbaar),
    )


def _alle(map: str) -> Iterator[tuple[str, str]]:
    """Every word of every list in a folder, with the name of its list."""
    return ((naam, woord) for naam in list_names(map) for woord in read_list(map, naam))


def _bevroren(tabel: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    gelijk: dict[frozenset[str], frozenset[str]] = {}
    return {sleutel: gelijk.setdefault(vast := frozenset(waarde), vast) for sleutel, waarde in tabel.items()}
