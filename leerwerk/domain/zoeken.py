"""From a goal in a student's own words to tasks that fit, and why each fits.

A match on a whole word counts more than one on its beginning, and a word in
the goals and keywords of a task more than one further down. The best match
comes first; the words that matched are the reason.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leerwerk.domain.taak import Taak

_WOORD = re.compile(r"[a-z0-9]+")
_STAM = 5
_LOS = frozenset(
    [
        "ik",
        "wil",
        "mijn",
        "me",
        "de",
        "het",
        "een",
        "en",
        "of",
        "dat",
        "die",
        "te",
        "in",
        "op",
        "aan",
        "om",
        "met",
        "voor",
        "van",
        "is",
        "zijn",
        "beter",
        "meer",
        "leren",
        "kunnen",
        "kan",
        "als",
        "bij",
        "niet",
        "wel",
        "ook",
        "er",
        "hoe",
        "wat",
        "mij",
        "zelf",
        "worden",
        "goed",
        "dan",
        "heb",
        "doen",
        "maken",
        "les",
        "lessen",
        "klas",
        "leerlingen",
    ]
)


@dataclass(frozen=True, slots=True)
class Treffer:
    """A task that fits, and the words in it that say so."""

    taak: Taak
    gewicht: float
    woorden: tuple[str, ...]

    @property
    def waarom(self) -> str:
        """Why this task fits, in one sentence."""
        return f"Past bij: {', '.join(self.woorden)}." if self.woorden else ""


def zoek(taken: Iterable[Taak], tekst: str) -> tuple[Treffer, ...]:
    """The tasks that have to do with `tekst`, best first; none when no word of it occurs."""
    gezocht = [woord for woord in _woorden(tekst) if woord not in _LOS] or _woorden(tekst)
    treffers = (_weeg(taak, gezocht) for taak in taken)
    return tuple(sorted((t for t in treffers if t.gewicht), key=lambda t: (-t.gewicht, t.taak.id)))


def _weeg(taak: Taak, gezocht: list[str]) -> Treffer:
    gewicht, redenen = 0.0, dict[str, None]()
    for woord in gezocht:
        beste = max(_passend(taak, woord), default=None)
        if beste:
            gewicht += beste[0]
            redenen[beste[1]] = None
    return Treffer(taak, gewicht, tuple(redenen))


def _passend(taak: Taak, gezocht: str) -> Iterator[tuple[float, str]]:
    for zwaarte, tekst in _teksten(taak):
        for woord in _woorden(tekst):
            if woord == gezocht:
                yield zwaarte, woord
            elif len(gezocht) >= _STAM and woord[:_STAM] == gezocht[:_STAM]:
                yield zwaarte / 2, woord


def _teksten(taak: Taak) -> Iterator[tuple[float, str]]:
    yield 4, taak.titel
    yield 4, " ".join(taak.trefwoorden)
    yield 3, " ".join(doel.tekst for doel in taak.leerdoelen)
    yield 2, taak.gedrag.tekst
    yield 2, " ".join(taak.vakken)
    yield 1, " ".join(onderdeel.titel.tekst for onderdeel in taak.onderdelen)
    yield 0.5, " ".join(h.tekst for onderdeel in taak.onderdelen for h in onderdeel.handvatten)


def _woorden(tekst: str) -> list[str]:
    plat = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return _WOORD.findall(plat)
