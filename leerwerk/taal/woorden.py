"""Words of a passage: normalised, with their place, and whether they are quoted.

Pure. Accents for emphasis disappear (`géén` is `geen`), except in `één`, which
is a number where `een` is an article. A quoted sentence is what a docent says
in class; a single word between quotation marks is not.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from leerwerk.taal.lexicon import kenmerken
from leerwerk.taal.vormen import normal_form

TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|\w+(?:[-'’/]\w+)*|[^\w\s]")
GESPELD = re.compile(r"\w+(?:[-'’/]\w+)*")
VERWIJZING = re.compile(r"\[@[^\]\n]{1,200}\]|<!--.{0,400}?-->|\]\([^)\s]{1,400}\)|https?://\S{1,400}", re.DOTALL)
OPEN_DICHT = {'"': '"', "“": "”", "„": "”", "«": "»", "‘": "’", "'": "'"}
AANHALINGSTEKEN = re.compile(r"[\"“”„«»‘'’](?:(?<!['’])|(?<!\w.)|(?!\w))")  # and not the one in `foto's`
MINSTE_CITAAT = 3
MEESTE_WOORDEN = 65536  # that are remembered
CITAAT = "citaat"
GEEN: frozenset[str] = frozenset()


class Woord(NamedTuple):
    """A word or a mark: its normalised form, its place in the passage, the lists it is in."""

    vorm: str
    begin: int
    eind: int
    kenmerken: frozenset[str]
    citaat: bool = False

    @property
    def leesteken(self) -> bool:
        """Whether this is a mark and not a word."""
        return not self.vorm[0].isalnum()


def without_references(tekst: str) -> str:
    """A passage with blanks for references to sources."""
    mogelijk = "]" in tekst or "<!--" in tekst or "://" in tekst  # a quick look: most have none
    return VERWIJZING.sub(_blank, tekst) if mogelijk else tekst


def quotations(kaal: str) -> tuple[list[tuple[int, int]], int]:
    """Where the quotation marks of a passage open and close; and where one opens that never closes, or -1."""
    gesloten: list[tuple[int, int]] = []
    open, sluit = -1, ""
    if kaal.isascii() and "'" not in kaal and '"' not in kaal:  # as most are
        return gesloten, open
    for match in AANHALINGSTEKEN.finditer(kaal):
        plek, teken = match.start(), match[0]
        if open >= 0 and teken == sluit and not _letter(kaal, plek + 1):
            gesloten.append((open, plek))
            open = -1
        elif open < 0 and teken in OPEN_DICHT and not _letter(kaal, plek - 1):
            open, sluit = plek, OPEN_DICHT[teken]
    return gesloten, open


def read_words(kaal: str) -> list[Woord]:
    """The words and marks of a passage without references, with their places in it."""
    gevonden = list(TOKEN.finditer(kaal))
    gesloten, _ = quotations(kaal)
    citaten = _quoted(kaal, gevonden, gesloten) if gesloten else {}
    if not citaten:
        return [_woord(match) for match in gevonden]
    return [
        _woord(match)
        if nummer not in citaten
        else Woord(CITAAT, match.start(), gevonden[citaten[nummer]].end(), GEEN, True)
        for nummer, match in enumerate(gevonden)
        if citaten.get(nummer) != -1
    ]


def _woord(match: re.Match[str], maak: Callable[..., Woord] = tuple.__new__) -> Woord:
    """A word as it was found; made as a tuple, at half the price."""
    vorm, soorten = _GELEZEN[match[0]]
    return maak(Woord, (vorm, *match.span(), soorten, False))


class _Gelezen(dict[str, tuple[str, frozenset[str]]]):
    """The normalised form of a word as written, and the lists it is in; remembered."""

    def __missing__(self, woord: str) -> tuple[str, frozenset[str]]:
        vorm = normal_form(woord)
        gelezen = vorm, kenmerken(vorm)
        if len(self) < MEESTE_WOORDEN:
            self[woord] = gelezen
        return gelezen


_GELEZEN = _Gelezen()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _quoted(tekst: str, woorden: list[re.Match[str]], gesloten: list[tuple[int, int]]) -> dict[int, int]:
    """The numbers of the words within a quoted sentence: the first with that of the last, the others with -1."""
    nummers = {woord.start(): nummer for nummer, woord in enumerate(woorden)}
    citaten: dict[int, int] = {}
    for begin, eind in gesloten:
        eerste, laatste = nummers[begin], nummers[eind]
        if laatste - eerste > MINSTE_CITAAT or tekst[:begin].rstrip().endswith(":"):
            citaten.update(dict.fromkeys(range(eerste, laatste + 1), -1))
            citaten[eerste] = laatste
    return citaten


def _letter(tekst: str, positie: int) -> bool:
    return 0 <= positie < len(tekst) and tekst[positie].isalnum()
