"""The pieces of a passage: where a sentence ends for sure, seen without reading it.

Pure. A piece holds one sentence, or a few that only reading tells apart.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from leerwerk.taal.lijsten import word_set
from leerwerk.taal.vormen import normal_form
from leerwerk.taal.woorden import GESPELD, quotations, without_references

KNIP = re.compile(r"[.!?](?<=\w.)\s+(?=[A-Z])")  # the mark first, so that the search skips to marks
GESPELD_ASCII = re.compile(r"[a-z0-9_]+(?:[-'/][a-z0-9_]+)*")
_ALLEEN_WOORDEN = bytes(code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(256))
LAATSTE_WOORD = re.compile(r"\w+\Z")
AFKORTING = word_set("afkorting")
AFKORTINGEN = tuple(AFKORTING)
LANGSTE_AFKORTING = max(map(len, AFKORTING))
KORT_CITAAT = 2  # blanks in what is quoted as words, and not as a sentence

Grenzen = list[tuple[int, int]]


class Stukje(NamedTuple):
    """A piece from `begin` up to `eind`, and its words in small letters; not those of a sentence that it quotes."""

    begin: int
    eind: int
    woorden: list[str]


def glimpse(tekst: str) -> list[Stukje]:
    """The pieces of a passage, with the words in each."""
    kaal = without_references(tekst)
    citaten, open = quotations(kaal)
    zicht = _unquoted(kaal, citaten).lower()
    if len(zicht) != len(kaal):  # a letter that is two in small
        zicht = _unquoted(kaal, citaten)
    return [Stukje(begin, eind, _words(zicht[begin:eind])) for begin, eind in _cut(kaal, citaten, open)]


def _words(zicht: str) -> list[str]:
    """What GESPELD finds in small letters, at a fifth of its price where there are no accents, as in most texts."""
    if not zicht.isascii():
        return GESPELD.findall(zicht)
    if "-" in zicht or "'" in zicht or "/" in zicht:  # within a word, or not
        return GESPELD_ASCII.findall(zicht)
    return zicht.encode().translate(_ALLEEN_WOORDEN).decode().split()


def _cut(kaal: str, citaten: Grenzen, open: int) -> Grenzen:
    """Where the pieces begin and end: never within a quotation, nor behind one that opens and never closes."""
    if not _has_inner_mark(kaal):
        return [(0, len(kaal))]
    einden = [
        knip.end()
        for knip in KNIP.finditer(kaal, 0, len(kaal) if open < 0 else open)
        if not any(begin < knip.start() < eind for begin, eind in citaten) and not _after_abbreviation(kaal, knip)
    ]
    return list(pairwise([0, *einden, len(kaal)]))


def _has_inner_mark(kaal: str) -> bool:
    """Whether a sentence may end before the end, at a glance."""
    laatste = len(kaal) - 1
    return kaal.find(".", 0, laatste) >= 0 or kaal.find("?", 0, laatste) >= 0 or kaal.find("!", 0, laatste) >= 0


def _after_abbreviation(kaal: str, knip: re.Match[str]) -> bool:
    ervoor = kaal[max(0, knip.start() - LANGSTE_AFKORTING - 1) : knip.start()]
    if not normal_form(ervoor).endswith(AFKORTINGEN):  # as most do not
        return False
    woord = LAATSTE_WOORD.search(ervoor)
    return woord is not None and normal_form(woord[0]) in AFKORTING


def _unquoted(kaal: str, citaten: Grenzen) -> str:
    """With blanks for what is said in a sentence of its own: that is a docent in class, and not the task."""
    for begin, eind in citaten:
        if kaal.count(" ", begin, eind) >= KORT_CITAAT or kaal[:begin].rstrip().endswith(":"):
            kaal = kaal[:begin] + " " * (eind - begin) + kaal[eind:]
    return kaal
