"""In een taak staan geen namen van leerlingen.

Wat: een taak, een handvat of een voorbeeldzin noemt geen leerling bij naam.

Waarom: een taak gaat van school naar school. Ook een verzonnen naam nodigt uit om bij
het invullen een echte op te schrijven. Leerlingen hebben recht op hun privacy.

Goed: "Een leerling achterin praat door de uitleg heen."
Goed: "Noem leerlingen bij hun naam als je een beurt geeft."
Fout: "Sanne praat door de uitleg heen."
Fout: "Vraag aan leerling Bakker uit 2B waarom hij te laat is."

Wat dan wel: schrijf `een leerling`, `twee leerlingen achterin` of `leerling A`. Een
schrijver, een wetenschapper of iemand uit de geschiedenis noem je met de achternaam
erbij. Dit is een advies: leerwerk houdt je er niet om tegen.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.document import Passage
from leerwerk.eisen.blad import Blad, Vondst, vondst

ID = "zonder-leerlingnamen"
TITEL = "In een taak staan geen namen van leerlingen"
ERNST = Ernst.ADVIES

# The capital comes first, so that the search skips to capitals; then what stands before it is looked at.
_HOOFDLETTER = r"[A-ZÀ-Þ](?<![\w@.-].)[\w’'-]*[a-zß-ÿ]"
_LEERLING = (
    r"[A-ZÀ-Þ](?:(?<=eerling .)|(?<=klasgenoot .)|(?<=klasgenote .)|(?<= jongen .)|(?<= meisje .))"
    r"[a-zß-ÿ]{2,}\b(?! [A-ZÀ-Þ])"
)
# A quick look at a whole file: what may be a name; and, as a search skips to what is fixed, the words before one.
_MISSCHIEN_NAAM = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+")
_MISSCHIEN = tuple(re.compile(f"{voor} [A-ZÀ-Þ]") for voor in ("eerling", "klasgeno(?:ot|te)", "jongen", "meisje"))
_NAAM_ERACHTER = re.compile(
    r",? (?:(?:van|de|den|der|ter|ten|el|al|bin|ibn|von|di|da|du|le|la|d')\s?)*[A-ZÀ-Þ]|'s? [A-ZÀ-Þ]"
    r"|[ ,]+(?:\(|\d{4}|[IVX]+\b|e\.a\.|et al)"
)
_NAAM_ERVOOR = (
    r"(?:[A-ZÀ-Þ][\w'’-]*|koning(?:in)?|keizer(?:in)?|prins(?:es)?|paus|sint|meneer|mevrouw|doctor|&|en van|tante"
    r"|oom) $"
)
_ZIN_BEGINT = r"(?:^|[.!?:]['\"’”]?\s+|['\"‘“])[A-ZÀ-Þ]\w* $"
_GEEN_NAAM = frozenset({"Een", "De", "Het", "In", "Op"})
HULP = "Schrijf `een leerling` of `leerling A`. Bij een schrijver of historisch persoon zet je de achternaam erbij."


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a first name of a pupil, or at a name behind `leerling`."""
    misschien = not _eerste_delen().isdisjoint(_MISSCHIEN_NAAM.findall(blad.tekst))
    if not misschien and not any(m.search(blad.tekst) for m in _MISSCHIEN):
        return
    namen = voornamen()
    for _, passage in blad.passages:
        yield from _in_passage(passage, namen)


def _in_passage(passage: Passage, namen: frozenset[str]) -> Iterator[Vondst]:
    tekst = passage.tekst
    for match in re.finditer(_HOOFDLETTER, tekst):
        if match[0] in namen and not _is_ander(tekst, match):
            yield _bij(passage, match.start(), match.end())
    for match in re.finditer(_LEERLING, tekst):
        if match[0] not in namen and match[0] not in _GEEN_NAAM:
            yield _bij(passage, match.start(), match.end())


@cache
def voornamen() -> frozenset[str]:
    """The first names that pupils often have."""
    tekst = (Path(__file__).parent / "lijsten/voornamen.txt").read_text(encoding="utf-8")
    return frozenset(woord for regel in tekst.splitlines() if not regel.startswith("#") for woord in regel.split())


@cache
def _eerste_delen() -> frozenset[str]:
    """The first names up to the first of their signs that is no small letter."""
    return frozenset(gevonden[0] for naam in voornamen() if (gevonden := _MISSCHIEN_NAAM.match(naam)))


def _is_ander(tekst: str, match: re.Match[str]) -> bool:
    """Whether a surname, a title or a year makes it an author or a person from history or a book."""
    if _NAAM_ERACHTER.match(tekst, match.end()):
        return True
    ervoor = tekst[max(0, match.start() - 40) : match.start()]
    return re.search(_NAAM_ERVOOR, ervoor) is not None and not re.search(_ZIN_BEGINT, ervoor)


def _bij(passage: Passage, begin: int, eind: int) -> Vondst:
    melding = f"`{passage.tekst[begin:eind]}` lijkt de naam van een leerling. In een taak hoort die niet."
    return vondst(passage, begin, eind, melding, HULP)
