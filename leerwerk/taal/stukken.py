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
LAATSTE_WOORD = re.compile(r"\w+\Z")
AFKORTING = word_set("afkorting")
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
    return [Stukje(begin, eind, GESPELD.findall(zicht, begin, eind)) for begin, eind in _cut(kaal, citaten, open)]


def _cut(kaal: str, citaten: Grenzen, open: int) -> Grenzen:
    """Where the pieces begin and end: never within a quotation, nor behind one that opens and never closes."""
    einden = [
        knip.end()
        for knip in KNIP.finditer(kaal, 0, len(kaal) if open < 0 else open)
        if not any(begin < knip.start() < eind for begin, eind in citaten) and not _after_abbreviation(kaal, knip)
    ]
    return list(pairwise([0, *einden, len(kaal)]))


def _after_abbreviation(kaal: str, knip: re.Match[str]) -> bool:
    woord = LAATSTE_WOORD.search(kaal, max(0, knip.start() - LANGSTE_AFKORTING), knip.start())
    return woord is not None and normal_form(woord[0]) in AFKORTING


def _unquoted(kaal: str, citaten: Grenzen) -> str:
    """With blanks for what is said in a sentence of its own: that is a docent in class, and not the task."""
    for begin, eind in citaten:
        if kaal.count(" ", begin, eind) >= KORT_CITAAT or kaal[:begin].rstrip().endswith(":"):
            kaal = kaal[:begin] + " " * (eind - begin) + kaal[eind:]
    return kaal
