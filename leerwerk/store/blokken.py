"""Reading the sections of a plain document line by line.

Plain is what nearly every task is: `#` headings, paragraphs, `- ` lists with
one level of `  - ` below them, `1. ` lists, comments of one line. At the first
line that CommonMark might read otherwise it gives up, and `commonmark` reads
the document instead. What it does give is the same (tests/store/test_blokken.py).
"""

import re
from dataclasses import dataclass, field

from leerwerk.domain.document import Document, Passage, Punt, Sectie
from leerwerk.store.ontsnappen import ontbloot

_ONGEWOON = re.compile("[\t\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]")
_KOP = re.compile(r"(#{1,6}) ([^ #](?:.*[^ #])?) *")
_ANKER = re.compile(r"\s*\{#([a-z0-9-]+)\}\s*$")
_NUMMER = re.compile(r"[0-9]{1,9}\. ")
_OPMERKING = re.compile(r"<!--(?:(?!-->).)*--> *")
# What may begin a line of text: nothing that opens a block, or underlines the line above.
_TEKST = re.compile(
    r"(?:[^\s#>`~=+*_<\[\d-]|\[(?![^\]]*\]:)|(?![0-9]{1,9}[.)](?:\s|$))\d|\*{1,3}(?=[^\s*])|_{1,3}(?=[^\s_])|`{1,2}(?=[^`]))"
)


@dataclass(slots=True)
class _Tekst:
    """Inline text while its lines are gathered."""

    regelnummer: int
    kolommen: list[int]
    regels: list[str]

    def passage(self) -> Passage:
        tekst = "\n".join(self.regels).rstrip()
        return Passage(tekst, self.regelnummer, self.kolommen[0], tuple(self.kolommen[1:]))


@dataclass(slots=True)
class _Open:
    """The section that is being read."""

    niveau: int = 0
    titel: Passage = Passage("")
    anker: str = ""
    begin: int = 0
    alineas: list[_Tekst] = field(default_factory=list)
    punten: list[tuple[_Tekst, list[_Tekst]]] = field(default_factory=list)
    genummerd: bool = False


def lees_gewoon(document: Document) -> tuple[Sectie, ...] | None:
    """The sections of a plain document; None for one that is not plain."""
    romp = document.romp
    if _ONGEWOON.search(romp):
        return None
    regels = romp.split("\n")
    lezer = _Lezer(regels, document.romp_regelnummer, "\\" in romp)
    return tuple(lezer.secties) if lezer.lees() else None


class _Lezer:
    """One pass over the lines."""

    def __init__(self, regels: list[str], eerste: int, ontsnapt: bool) -> None:
        self.regels = regels
        self.eerste = eerste
        self.ontsnapt = ontsnapt
        self.secties: list[Sectie] = []
        self.open = _Open()
        self.tekst: _Tekst | None = None  # what a next line of text would continue
        self.lijst = ""  # the kind of list that is open: "-", "1" or none

    def lees(self) -> bool:
        """Whether all lines are plain; then `secties` holds what they say."""
        for nummer, regel in enumerate(self.regels):
            if not self._regel(nummer, regel):
                return False
        self._sluit(len(self.regels))
        return True

    def _regel(self, nummer: int, regel: str) -> bool:
        teken = regel[:1]
        if teken == " ":
            kaal = regel.lstrip(" ")
            return self._ingesprongen(nummer, kaal, len(regel) - len(kaal)) if kaal else self._leeg()
        if not teken:
            return self._leeg()
        if teken == "#":
            kop = _KOP.fullmatch(regel)
            return kop is not None and self._kop(nummer, kop)
        if teken == "-":
            return regel.startswith("- ") and self._punt(nummer, regel, "- ")
        if _TEKST.match(regel):
            return self._alinea(nummer, regel)
        if punt := _NUMMER.match(regel):
            return self._punt(nummer, regel, punt[0])
        self.tekst, self.lijst = None, ""
        return _OPMERKING.fullmatch(regel) is not None

    def _leeg(self) -> bool:
        self.tekst = None
        return True

    def _ingesprongen(self, nummer: int, kaal: str, inspringing: int) -> bool:
        if inspringing == 2 and self.lijst == "-" and kaal.startswith("- "):
            tekst = kaal[2:]
            if not _TEKST.match(tekst):
                return False
            self.tekst = _Tekst(self.eerste + nummer, [5], [tekst])
            self.open.punten[-1][1].append(self.tekst)
            return True
        if self.tekst is None or not self.lijst or inspringing > 2 or not _TEKST.match(kaal):
            return False
        self._verder(nummer, kaal, inspringing)
        return True

    def _alinea(self, nummer: int, kaal: str) -> bool:
        if self.tekst is not None:
            self._verder(nummer, kaal, 0)
            return True
        self.lijst = ""
        self.tekst = _Tekst(self.eerste + nummer, [1], [kaal])
        self.open.alineas.append(self.tekst)
        return True

    def _verder(self, nummer: int, kaal: str, inspringing: int) -> None:
        assert self.tekst is not None
        self.tekst.regels.append(kaal)
        self.tekst.kolommen.append(inspringing + 1)

    def _punt(self, nummer: int, kaal: str, merk: str) -> bool:
        tekst = kaal[len(merk) :]
        soort = "-" if merk == "- " else "1"
        if not _TEKST.match(tekst) or (soort == "1" and self.tekst is not None and self.lijst != "1"):
            return False
        self.lijst = soort
        self.tekst = _Tekst(self.eerste + nummer, [len(merk) + 1], [tekst])
        self.open.punten.append((self.tekst, []))
        self.open.genummerd |= soort == "1"
        return True

    def _kop(self, nummer: int, kop: re.Match[str]) -> bool:
        tekst, kolom = kop[2], kop.start(2) + 1
        if tekst != tekst.strip():
            return False
        self._sluit(nummer)
        anker = _ANKER.search(tekst)
        titel = Passage(tekst[: anker.start()] if anker else tekst, self.eerste + nummer, kolom)
        self.open = _Open(len(kop[1]), titel, anker[1] if anker else "", nummer + 1)
        self.tekst, self.lijst = None, ""
        return True

    def _sluit(self, einde: int) -> None:
        """Keep the section that ends before line `einde`."""
        sectie, begin = self.open, self.open.begin
        while begin < einde and not self.regels[begin].strip(" "):
            begin += 1
        tekst = "\n".join(self.regels[begin:einde]).rstrip()
        self.secties.append(
            Sectie(
                niveau=sectie.niveau,
                titel=sectie.titel,
                anker=sectie.anker,
                tekst=ontbloot(tekst) if self.ontsnapt else tekst,
                alineas=tuple(alinea.passage() for alinea in sectie.alineas),
                punten=tuple(
                    Punt(punt.passage(), tuple(onder.passage() for onder in rest)) for punt, rest in sectie.punten
                ),
                genummerd=sectie.genummerd,
            )
        )
