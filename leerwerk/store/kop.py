"""The strict front-matter reader, on libyaml events. Sole owner of yaml.

A small, safe YAML: no anchors, aliases, tags, merge keys, duplicate keys or
second document. Nothing is guessed: every scalar stays text, with its line and
column, until the table of fields says what it is. It reads events one by one,
because PyYAML's composer recurses and takes the process down with it at some
thousands of open brackets.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple, NoReturn

import yaml

from leerwerk.domain.document import Document, Knoop, Lijst, Tabel, Waarde
from leerwerk.domain.tekens import verboden_teken
from leerwerk.errors import Geweigerd

GRENS = "---"
MAX_BYTES = 256 * 1024
MAX_DIEPTE = 20
_LADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class KopFout(Geweigerd):
    """The front matter cannot be read; `regelnummer` and `kolom` say where."""

    def __init__(self, wat: str, pad: str, regelnummer: int, kolom: int, nu: str = "") -> None:
        super().__init__(wat, waar=f"{pad}:{regelnummer}", nu=nu)
        self.regelnummer = regelnummer
        self.kolom = kolom


def lees_document(tekst: str, pad: str, inhoud: bytes) -> Document:
    """Split `tekst` into front matter and body, and read the front matter. Raises KopFout."""
    kop, romp, romp_regelnummer = splits(tekst, pad)
    return Document(pad, lees_kop(kop, pad, 2), romp, romp_regelnummer, inhoud)


def splits(tekst: str, pad: str) -> tuple[str, str, int]:
    """The front matter, the body and the line on which the body begins. Raises KopFout."""
    regels = tekst.split("\n")
    if regels[0].rstrip() != GRENS:
        raise KopFout(
            "Dit bestand begint niet met `---`.",
            pad,
            1,
            1,
            "Zet boven de tekst de gegevens van het document, tussen twee regels `---`.",
        )
    for nummer, regel in enumerate(regels[1:], 1):
        if regel.rstrip() == GRENS:
            return "\n".join(regels[1:nummer]), "\n".join(regels[nummer + 1 :]), nummer + 2
    raise KopFout("De regel `---` onder de gegevens ontbreekt.", pad, 1, 1, "Sluit de gegevens af met `---`.")


def lees_kop(tekst: str, pad: str, eerste_regel: int = 1, grens: int = MAX_BYTES) -> Tabel:
    """The mapping in `tekst`, which starts on line `eerste_regel` of its file. Raises KopFout."""
    if len(tekst) > grens or (len(tekst) * 4 > grens and len(tekst.encode("utf-8", "surrogatepass")) > grens):
        raise KopFout(f"De gegevens zijn groter dan {grens // 1024} KiB.", pad, eerste_regel, 1, "Maak ze korter.")
    return _Lezer(pad, eerste_regel).lees(tekst)


class Opmerking(NamedTuple):
    """A comment in front matter: the line and column (from 0) of its `#`, and its text with it."""

    regel: int
    kolom: int
    tekst: str


def opmerkingen(tekst: str) -> tuple[Opmerking, ...]:
    """The comments in front matter that `lees_kop` accepts."""
    regels = tekst.split("\n")
    bezet = [_bereik(token) for token in yaml.scan(tekst, Loader=_LADER) if isinstance(token, yaml.ScalarToken)]
    return tuple(gevonden for nummer, regel in enumerate(regels) if (gevonden := _opmerking(nummer, regel, bezet)))


_Plek = tuple[int, int]


def _bereik(token: Any) -> tuple[_Plek, _Plek]:
    """Where a scalar begins and ends; a block of text begins behind its first line, that may have a comment."""
    begin, einde = token.start_mark, token.end_mark
    if token.style in ("|", ">"):
        return (begin.line + 1, 0), (einde.line, einde.column)
    return (begin.line, begin.column), (einde.line, einde.column)


def _opmerking(nummer: int, regel: str, bezet: Sequence[tuple[_Plek, _Plek]]) -> Opmerking | None:
    for gevonden in re.finditer(r"(?:^|(?<=[ \t]))#", regel):
        plek = nummer, gevonden.start()
        if not any(begin <= plek < einde for begin, einde in bezet):
            return Opmerking(nummer, gevonden.start(), regel[gevonden.start() :].rstrip())
    return None


class _Lezer:
    """One pass over the events, with a stack instead of recursion."""

    def __init__(self, pad: str, eerste_regel: int) -> None:
        self.pad = pad
        self.verschuiving = eerste_regel

    def lees(self, tekst: str) -> Tabel:
        try:
            knoop = self._bouw(tekst)
        except yaml.YAMLError as fout:
            merk = getattr(fout, "problem_mark", None)
            self._weiger(_UITLEG.get(type(fout).__name__, "Dit is geen geldige YAML."), merk)
        if not isinstance(knoop, Tabel):
            self._weiger("Hier horen regels als `sleutel: waarde`.", None)
        return knoop

    def _bouw(self, tekst: str) -> Knoop | None:
        """What the events of the text, checked one by one, make; None when there is nothing."""
        verdacht = "\\" in tekst or bool(verboden_teken(tekst))  # only an escape can hide a character
        begonnen: list[Any] = []
        knopen: list[Knoop] = []  # of the collection that is read; the outermost holds the document
        lagen = [knopen]
        documenten = 0
        for gebeurtenis in iter(_LADER(tekst).get_event, None):
            if isinstance(gebeurtenis, yaml.NodeEvent) and (gebeurtenis.anchor or getattr(gebeurtenis, "tag", None)):
                self._weiger_versierd(gebeurtenis)
            if isinstance(gebeurtenis, yaml.ScalarEvent):
                if verdacht:
                    self._keur(gebeurtenis)
                knopen.append(self._waarde(gebeurtenis))
            elif isinstance(gebeurtenis, yaml.CollectionStartEvent):
                begonnen.append(gebeurtenis)
                knopen = []
                lagen.append(knopen)
                if len(lagen) > MAX_DIEPTE + 1:
                    self._weiger(f"De gegevens zijn dieper dan {MAX_DIEPTE} lagen.", gebeurtenis.start_mark)
            elif isinstance(gebeurtenis, yaml.CollectionEndEvent):
                klaar = self._verzameling(begonnen.pop(), lagen.pop())
                knopen = lagen[-1]
                knopen.append(klaar)
            elif isinstance(gebeurtenis, yaml.DocumentStartEvent):
                documenten += 1
                if documenten > 1:
                    self._weiger("Er staat een tweede document in de gegevens.", gebeurtenis.start_mark)
        return knopen[0] if knopen else None

    def _weiger_versierd(self, gebeurtenis: Any) -> NoReturn:
        """Raises KopFout for an event with an anchor or a tag, or that refers to one."""
        anker = "Ankers en verwijzingen (`&` en `*`) kunnen hier niet."
        self._weiger(anker if gebeurtenis.anchor else "Tags (`!`) kunnen hier niet.", gebeurtenis.start_mark)

    def _keur(self, gebeurtenis: Any) -> None:
        if teken := verboden_teken(gebeurtenis.value):
            self._weiger(f"Hier staat een onzichtbaar stuurteken ({teken}).", gebeurtenis.start_mark)

    def _waarde(self, gebeurtenis: Any) -> Waarde:
        merk = gebeurtenis.start_mark
        return Waarde(gebeurtenis.value, gebeurtenis.style is None, merk.line + self.verschuiving, merk.column + 1)

    def _verzameling(self, begin: Any, knopen: list[Knoop]) -> Knoop:
        regelnummer, kolom = self._plaats(begin.start_mark)
        if isinstance(begin, yaml.SequenceStartEvent):
            return Lijst(tuple(knopen), regelnummer, kolom)
        sleutels = [self._sleutel(knoop) for knoop in knopen[::2]]
        gezien = set[str]()
        for sleutel in sleutels:
            if sleutel.tekst in gezien:
                self._weiger_op(f"De sleutel `{sleutel.tekst}` staat er twee keer.", sleutel)
            gezien.add(sleutel.tekst)
        return Tabel(tuple(zip(sleutels, knopen[1::2], strict=True)), regelnummer, kolom)

    def _sleutel(self, knoop: Knoop) -> Waarde:
        if not isinstance(knoop, Waarde):
            self._weiger_op("Een sleutel is één woord.", knoop)
        if knoop.tekst == "<<":
            self._weiger_op("Samenvoegen met `<<` kan hier niet.", knoop)
        return knoop

    def _plaats(self, merk: Any) -> tuple[int, int]:
        return merk.line + self.verschuiving, merk.column + 1

    def _weiger(self, wat: str, merk: Any) -> NoReturn:
        regelnummer, kolom = self._plaats(merk) if merk else (self.verschuiving, 1)
        raise KopFout(wat, self.pad, regelnummer, kolom, "Kijk in een taak uit de bank hoe het eruitziet.")

    def _weiger_op(self, wat: str, knoop: Knoop) -> NoReturn:
        raise KopFout(wat, self.pad, knoop.regelnummer, knoop.kolom, "Haal dit weg of geef het een eigen naam.")


_UITLEG = {
    "ScannerError": "Dit is geen geldige YAML: vaak is het een dubbele punt in de tekst, of een tab.",
    "ParserError": "Dit is geen geldige YAML: kijk naar het inspringen en naar haakjes of aanhalingstekens.",
    "ReaderError": "Hier staat een teken dat in YAML niet kan.",
}
