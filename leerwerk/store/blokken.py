"""Reading the sections of a plain document line by line.

Plain is what nearly every task is: `#` headings, paragraphs, `- ` lists with
one level of `  - ` below them, `1. ` lists, comments of one line. At the first
line that CommonMark might read otherwise it gives up, and `commonmark` reads
the document instead. What it does give is the same (tests/store/test_blokken.py).
"""

import re
from collections.abc import Callable

from leerwerk.domain.document import Document, Passage, Punt, Sectie
from leerwerk.store.ontsnappen import ontbloot

_ONGEWOON = re.compile("[\t\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]")
_ANKER = re.compile(r"\s*\{#([a-z0-9-]+)\}\s*$")
# What may begin a line of text: nothing that opens a block, or underlines the line above.
_TEKST = (
    r"(?:[^\s#>`~=+*_<\[\d-]|\[(?![^\]\n]*\]:)|(?![0-9]{1,9}[.)](?:\s|$))\d"
    r"|\*{1,3}(?=[^\s*])|_{1,3}(?=[^\s_])|`{1,2}(?=[^`\n]))"
)
# Every line is one of these, and the last group of it says which.
_REGEL = re.compile(
    r"^(?:(?P<leeg> *)"
    r"|(#{1,6}) (?P<kop>[^ #\n](?:.*[^ #\n])?) *"
    rf"|(- |[0-9]{{1,9}}\. )(?P<punt>{_TEKST}.*)"
    rf"|  - (?P<onder>{_TEKST}.*)"
    rf"|( {{0,2}})(?P<tekst>{_TEKST}.*)"
    r"|(?P<opmerking><!--(?:(?!-->).)*-->) *"
    r"|(?P<anders>.+))$",
    re.MULTILINE,
)
_HEKJES, _MERK, _INSPRINGING = 2, 4, 7  # the groups of `_REGEL` that have no name


def lees_gewoon(document: Document) -> tuple[Sectie, ...] | None:
    """The sections of a plain document; None for one that is not plain."""
    kaal = document.romp.replace("\n", "")
    if not kaal.isprintable() and _ONGEWOON.search(kaal):
        return None
    lezer = _Lezer(document.romp)
    return tuple(lezer.secties) if lezer.lees(document.romp_regelnummer) else None


class _Lezer:
    """One pass over the lines."""

    def __init__(self, romp: str) -> None:
        self.romp = romp
        self.ontsnapt = "\\" in romp
        self.secties: list[Sectie] = []
        self._open(0, Passage(""), "", 0)

    def lees(self, eerste: int) -> bool:
        """Whether all lines are plain, the first being number `eerste`; then `secties` holds what they say."""
        for nummer, regel in enumerate(_REGEL.finditer(self.romp), eerste):
            if not _LEES[regel.lastgroup or ""](self, nummer, regel):
                return False
        self._sluit(len(self.romp))
        return True

    def _open(self, niveau: int, titel: Passage, anker: str, begin: int) -> None:
        """Begin a section; the text below its heading begins at `begin`."""
        self.kop = niveau, titel, anker
        self.begin = begin
        self.alineas: list[Passage] = []
        self.punten: list[Passage] = []
        self.onder: list[list[Passage]] = []  # below each of `punten`
        self.genummerd = False
        self.lijst = ""  # the first mark of the list that is open, if one is
        self.naar: list[Passage] | None = None  # holds, as its last, the text that a next line would continue
        self.regels: list[str] = []  # of that text
        self.kolommen: list[int] = []  # of all but the first of those

    def _sluit(self, einde: int) -> None:
        """Keep the section that ends at `einde`."""
        self._einde()
        tekst = self.romp[self.begin : einde].rstrip()
        tekst = tekst[tekst.rfind("\n", 0, len(tekst) - len(tekst.lstrip(" \n"))) + 1 :]  # without empty lines above
        self.secties.append(
            Sectie(
                *self.kop,
                ontbloot(tekst) if self.ontsnapt else tekst,
                tuple(self.alineas),
                tuple(map(Punt, self.punten, map(tuple, self.onder))),
                self.genummerd,
            )
        )

    def _leeg(self, nummer: int, regel: re.Match[str]) -> bool:
        self._einde()
        return True

    def _opmerking(self, nummer: int, regel: re.Match[str]) -> bool:
        self._einde()
        self.lijst = ""
        return True

    def _ongewoon(self, nummer: int, regel: re.Match[str]) -> bool:
        return False

    def _kop(self, nummer: int, regel: re.Match[str]) -> bool:
        tekst, kolom = regel["kop"], regel.start("kop") - regel.start() + 1
        if tekst != tekst.strip():
            return False
        self._sluit(regel.start())
        anker = _ANKER.search(tekst) if tekst[-1] == "}" else None
        titel = Passage(tekst[: anker.start()] if anker else tekst, nummer, kolom)
        self._open(len(regel[_HEKJES]), titel, anker[1] if anker else "", regel.end() + 1)
        return True

    def _punt(self, nummer: int, regel: re.Match[str]) -> bool:
        merk = regel[_MERK]
        lijst = "-" if merk == "- " else "1"
        if lijst == "1" and self.naar is not None and self.lijst != "1":
            return False
        self._begin(self.punten, nummer, len(merk) + 1, regel["punt"])
        self.onder.append([])
        self.lijst = lijst
        self.genummerd |= lijst == "1"
        return True

    def _onder(self, nummer: int, regel: re.Match[str]) -> bool:
        if self.lijst != "-":
            return False
        self._begin(self.onder[-1], nummer, 5, regel["onder"])
        return True

    def _tekst(self, nummer: int, regel: re.Match[str]) -> bool:
        inspringing = len(regel[_INSPRINGING])
        if inspringing and (self.naar is None or not self.lijst):
            return False
        if self.naar is None:
            self.lijst = ""
            self._begin(self.alineas, nummer, 1, regel["tekst"])
        else:
            self.regels.append(regel["tekst"])
            self.kolommen.append(inspringing + 1)
        return True

    def _begin(self, naar: list[Passage], nummer: int, kolom: int, tekst: str) -> None:
        """Begin a text of which this is the first line."""
        self._einde()
        naar.append(Passage(tekst.rstrip(), nummer, kolom))
        self.naar, self.regels = naar, [tekst]

    def _einde(self) -> None:
        """No line continues the text before any more."""
        if self.naar and self.kolommen:
            eerste = self.naar[-1]
            tekst = "\n".join(self.regels).rstrip()
            self.naar[-1] = Passage(tekst, eerste.regelnummer, eerste.kolom, tuple(self.kolommen))
            self.kolommen = []
        self.naar = None


_LEES: dict[str, Callable[[_Lezer, int, re.Match[str]], bool]] = {
    "leeg": _Lezer._leeg,
    "kop": _Lezer._kop,
    "punt": _Lezer._punt,
    "onder": _Lezer._onder,
    "tekst": _Lezer._tekst,
    "opmerking": _Lezer._opmerking,
    "anders": _Lezer._ongewoon,
}
