"""Which words a phrase cannot do without, read off the phrase itself.

Pure. A phrase is a regular expression over whole words (`frasen/`). Running
hundreds of them over every sentence is slow, and nearly always for nothing: a
phrase occurs only where its words do. `required` gives ways in which a phrase
may occur; each is a tuple of conditions that all hold then, and a condition is
a set of pieces of which some word of the text has one. In a piece a space is
the edge of a word: ` les` begins a word, `week ` ends one, and ` les ` is one.

It may ask less than the phrase does, never more: what it does not understand
(`\\S+`, a lookaround) asks nothing. Digits are all written as `0`.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from leerwerk.taal import mask_digits, word_set

Voorwaarde = frozenset[str]
Weg = tuple[Voorwaarde, ...]

GEWOON = frozenset(
    f" {woord} "
    for lijst in ("lidwoord", "voorzetsel", "onder", "neven", "tegen", "jij", "bijwoord", "hulpvorm", "slechts")
    for woord in word_set(lijst)
)
HOOGSTENS = 256  # strings that are still written out
_TEKEN = re.compile(
    r"\(\?:|\(\?<?[=!]|\(|<[A-Z_]+>|\\.|\[[^\]]*\]|[|)$.]|(?:[?*+]|\{\d*,?\d*\})\??|[^ \\()\[\]|$.?*+{<]+ ?|."
)
_HOE_VAAK = re.compile(r"[?*+{]")
_BEREIK = re.compile(r"(.)-(.)")


class _Stuk(NamedTuple):
    """What is known of a part of a phrase.

    `precies` holds all that it matches, or None when that is too much; then
    `weg` holds its conditions. `los`: what it matches is empty or ends in a space.
    """

    precies: frozenset[str] | None
    weg: Weg = ()
    los: bool = False


Bekend = dict[tuple[str, bool, bool], _Stuk]
_NIETS = _Stuk(frozenset({""}))
_IETS = _Stuk(None)


def required(bron: str, stukken: Mapping[str, str], bekend: Bekend | None = None) -> tuple[Weg, ...]:
    """The ways in which a phrase may occur; `stukken` are the named pieces that it uses.

    `bekend` remembers what is known of those pieces, for a next phrase.
    """
    lezer = _Lezer(_uitgepakt(bron), stukken, {} if bekend is None else bekend)
    return tuple(_weg(stuk, True, True) for stuk in lezer.keuzes(True, True))


def all_of(wegen: Iterable[Weg]) -> Weg:
    """What holds whichever way is taken: conditions that are weaker, but one way."""
    wegen = tuple(wegen)
    if len(wegen) == 1:
        return wegen[0]
    return (frozenset(chain.from_iterable(map(rarest, wegen))),) if all(wegen) else ()


def rarest(weg: Iterable[Voorwaarde]) -> Voorwaarde:
    """The condition that fewest texts meet, by the look of it: no common word, long words, and few."""
    return max(weg, key=lambda v: (v.isdisjoint(GEWOON), min(map(len, v)), -len(v)))


class _Lezer:
    """One pass over a phrase."""

    def __init__(self, bron: str, stukken: Mapping[str, str], bekend: Bekend) -> None:
        self.tekens = _splits(bron)
        self.stukken = stukken
        self.bekend = bekend
        self.plek = 0

    def keuzes(self, links: bool, rechts: bool) -> list[_Stuk]:
        """The alternatives up to the end of a group; `links` and `rechts`: a space stands there."""
        keuzes = [self._reeks(links, rechts)]
        while self._hier() == "|":
            self.plek += 1
            keuzes.append(self._reeks(links, rechts))
        return keuzes

    def _hier(self) -> str:
        return self.tekens[self.plek] if self.plek < len(self.tekens) else ")"

    def _reeks(self, links: bool, rechts: bool) -> _Stuk:
        reeks = _Reeks(links, links and rechts)
        while self._hier() not in ("|", ")"):
            reeks.voeg_toe(self._element(reeks.na_spatie(), rechts))
        return reeks.stuk(rechts)

    def _element(self, links: bool, rechts: bool) -> _Stuk:
        teken = self.tekens[self.plek]
        self.plek += 1
        if teken[0] == "(":
            return self._groep(teken, links, rechts)
        if teken[0] == "<" and teken[1:-1] in self.stukken:
            return self._vaak(self._genoemd(self.stukken[teken[1:-1]], links, self._spatie_volgt(rechts)))
        return self._vaak(_los_teken(teken))

    def _genoemd(self, bron: str, links: bool, rechts: bool) -> _Stuk:
        sleutel = bron, links, rechts
        if sleutel not in self.bekend:
            deel = _Lezer(bron, self.stukken, self.bekend)
            self.bekend[sleutel] = _samen(deel.keuzes(links, rechts), links, rechts)
        return self.bekend[sleutel]

    def _groep(self, begin: str, links: bool, rechts: bool) -> _Stuk:
        rechts = self._spatie_na_groep(rechts)
        keuzes = self.keuzes(links, rechts)
        self.plek += 1
        if begin.endswith(("=", "!")):
            return self._vaak(_NIETS)
        return self._vaak(_samen(keuzes, links, rechts))

    def _spatie_na_groep(self, rechts: bool) -> bool:
        diepte, plek = 1, self.plek
        while diepte and plek < len(self.tekens):
            diepte += self.tekens[plek][0] == "("
            diepte -= self.tekens[plek] == ")"
            plek += 1
        return self._spatie_op(plek, rechts)

    def _spatie_volgt(self, rechts: bool) -> bool:
        return self._spatie_op(self.plek, rechts)

    def _spatie_op(self, plek: int, rechts: bool) -> bool:
        if plek >= len(self.tekens) or self.tekens[plek] in ("|", ")"):
            return rechts
        return self.tekens[plek][0] == " "

    def _vaak(self, stuk: _Stuk) -> _Stuk:
        """A part with the `?`, `*`, `+` or `{m,n}` behind it."""
        if not _HOE_VAAK.match(self._hier()):
            return stuk
        hoe_vaak = self._hier()
        self.plek += 1
        minstens_een = hoe_vaak[0] == "+" or (hoe_vaak[0] == "{" and hoe_vaak[1] not in ",0")
        los = stuk.los if stuk.precies is None else all(tekst[-1:] == " " for tekst in stuk.precies)
        if minstens_een:
            return _Stuk(None, _weg(stuk, False, False), los)
        if hoe_vaak[0] == "?" and stuk.precies is not None and not los:
            return _Stuk(stuk.precies | {""})
        return _Stuk(None, (), los)


class _Reeks:
    """Parts behind each other, put together as they come; `per_woord` when it need not be known as a whole."""

    def __init__(self, links: bool, per_woord: bool) -> None:
        self.per_woord = per_woord
        self.teksten = frozenset({""})
        self.links = links
        self.heel = True
        self.weg: Weg = ()

    def na_spatie(self) -> bool:
        return all(tekst[-1:] == " " or (not tekst and self.links) for tekst in self.teksten)

    def voeg_toe(self, stuk: _Stuk) -> None:
        if stuk.precies is None:
            links = self.na_spatie() and stuk.los
            self._sluit(False)
            self.weg += stuk.weg
            self.links = links
        elif len(self.teksten) * len(stuk.precies) > HOOGSTENS:
            links = self.na_spatie()
            self._sluit(all(tekst[:1] == " " for tekst in stuk.precies))
            self.teksten, self.links = stuk.precies, links
        else:
            self.teksten = frozenset(begin + eind for begin in self.teksten for eind in stuk.precies)
            if self.per_woord and all(tekst[-1:] == " " for tekst in self.teksten):
                self._sluit(False)
                self.links = True

    def stuk(self, rechts: bool) -> _Stuk:
        if self.heel:
            return _Stuk(self.teksten)
        los = self.na_spatie()
        self._sluit(rechts)
        return _Stuk(None, self.weg, los)

    def _sluit(self, rechts: bool) -> None:
        self.weg += _voorwaarden(self.teksten, self.links, rechts)
        self.teksten, self.heel = frozenset({""}), False


def _uitgepakt(bron: str) -> str:
    """A phrase without the group around it as a whole."""
    diepte = 0
    for plek, teken in enumerate(bron):
        diepte += (teken == "(") - (teken == ")")
        if not diepte:
            return bron[3:-1] if plek == len(bron) - 1 and bron.startswith("(?:") else bron
    return bron


def _splits(bron: str) -> list[str]:
    """The signs of a phrase; what `?` and the like are about stands by itself."""
    tekens: list[str] = []
    for teken in _TEKEN.findall(bron):
        if tekens and _HOE_VAAK.match(teken) and len(tekens[-1]) > 1 and tekens[-1][0] not in "\\([<)":
            tekens[-1:] = tekens[-1][:-1], tekens[-1][-1]
        tekens.append(teken)
    return tekens


def _los_teken(teken: str) -> _Stuk:
    if teken[0] == "[":
        return _Stuk(_tekens_van(teken[1:-1])) if teken[1] != "^" and "\\" not in teken else _IETS
    if teken[0] == "\\" and teken[1].isalpha():
        return _Stuk(frozenset({"0"})) if teken == "\\d" else _IETS
    if teken == ".":
        return _IETS
    return _NIETS if teken == "$" else _Stuk(frozenset({mask_digits(teken.removeprefix("\\"))}))


def _tekens_van(inhoud: str) -> frozenset[str]:
    uit = set(_BEREIK.sub("", inhoud))
    for begin, eind in _BEREIK.findall(inhoud):
        uit.update(map(chr, range(ord(begin), ord(eind) + 1)))
    return frozenset(mask_digits(teken) for teken in uit)


def _samen(keuzes: list[_Stuk], links: bool, rechts: bool) -> _Stuk:
    """Alternatives as one part."""
    if len(keuzes) == 1:
        return keuzes[0]
    precies = [stuk.precies for stuk in keuzes if stuk.precies is not None]
    if len(precies) == len(keuzes) and sum(map(len, precies)) <= HOOGSTENS:
        return _Stuk(frozenset().union(*precies))
    los = all(
        stuk.los if stuk.precies is None else all(tekst[-1:] == " " for tekst in stuk.precies) for stuk in keuzes
    )
    return _Stuk(None, all_of(_weg(stuk, links, rechts) for stuk in keuzes), los)


def _weg(stuk: _Stuk, links: bool, rechts: bool) -> Weg:
    return stuk.weg if stuk.precies is None else _voorwaarden(stuk.precies, links, rechts)


def _voorwaarden(teksten: frozenset[str], links: bool, rechts: bool) -> Weg:
    """The conditions of one of these strings: word by word when all have as many, else by their longest words."""
    gesplitst = [_stukjes((" " if links else "") + tekst + (" " if rechts else "")) for tekst in teksten]
    if not all(gesplitst):
        return ()
    if len({len(stukjes) for stukjes in gesplitst}) == 1:
        return tuple(map(frozenset, zip(*gesplitst, strict=True)))
    return (frozenset(max(stukjes, key=len) for stukjes in gesplitst),)


def _stukjes(tekst: str) -> tuple[str, ...]:
    """The words in a string, each with the spaces that are its edges."""
    delen = tekst.split(" ")
    laatste = len(delen) - 1
    return tuple(
        (" " if nummer else "") + deel + (" " if nummer < laatste else "")
        for nummer, deel in enumerate(delen)
        if deel
    )
