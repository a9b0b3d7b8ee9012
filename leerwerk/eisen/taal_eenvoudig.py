"""De taal is eenvoudig.

Wat: een zin heeft hoogstens 35 woorden en stapelt geen lijdende vormen (`wordt gedaan`).

Waarom: een student leest de taak tussen twee lessen door, een werkplekbegeleider tijdens
een les. Met korte zinnen zien zij meteen wat ze kunnen doen.

Goed: "Stel de vraag. Wacht drie tellen. Kies dan wie antwoordt."
Fout: "Nadat de vraag gesteld is en er door leerlingen over nagedacht is, wordt er
gewacht, waarna er door de docent een beurt gegeven wordt."

Wat dan wel: zet een punt waar je adem haalt, en schrijf op wie iets doet: `je vraagt`,
`leerlingen schrijven`. Dit is een advies: leerwerk houdt je er niet om tegen.
"""

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.document import Passage
from leerwerk.domain.taak import VERWIJZING
from leerwerk.eisen.blad import Blad, Vondst, vondst

ID = "taal-eenvoudig"
TITEL = "De taal is eenvoudig"
ERNST = Ernst.ADVIES
MEESTE_WOORDEN, MEESTE_LIJDEND = 35, 2

_EINDE = re.compile(r"[.!?:;…]+['\"’”»)]*(?=\s)|\n\n")
_LIJDEND = re.compile(r"\b(?:wordt|worden|werd|werden|geworden)\b")
_DEELWOORD = re.compile(r"\b(?:\w{0,6}ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{2,}(?:d|t|en))\b")


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a sentence that is very long, or piles up passives."""
    lijdend = _kan_lijdend(blad.tekst)
    for _, passage in blad.passages:
        if _kan_lang(passage.tekst) or (lijdend and _kan_lijdend(passage.tekst)):
            yield from _in_passage(passage)


def _kan_lang(tekst: str) -> bool:
    if tekst.count(" ") < MEESTE_WOORDEN:  # as most are as a whole
        return False
    return _meeste_spaties(tekst.split(". ")) >= MEESTE_WOORDEN <= _meeste_spaties(_EINDE.split(tekst))


def _meeste_spaties(stukken: list[str]) -> int:
    return max([stuk.count(" ") for stuk in stukken])


def _kan_lijdend(tekst: str) -> bool:
    return tekst.count(" word") + tekst.count(" werd") > MEESTE_LIJDEND


def _in_passage(passage: Passage) -> Iterator[Vondst]:
    for begin, zin in _zinnen(VERWIJZING.sub(_blank, passage.tekst)):
        woorden = zin.split()
        lijdend = list(_LIJDEND.finditer(zin))
        if len(woorden) > MEESTE_WOORDEN:
            melding = (
                f"Deze zin heeft {len(woorden)} woorden. Wie hem tussen twee lessen leest, raakt de draad kwijt."
            )
            plek = begin + len(zin) - len(zin.lstrip())
            yield vondst(passage, plek, plek + len(woorden[0]), melding, "Maak er twee of drie zinnen van.")
        elif min(len(lijdend), len(_DEELWOORD.findall(zin))) > MEESTE_LIJDEND:
            melding = f"In deze zin staat {len(lijdend)} keer een lijdende vorm. Zo is niet te zien wie iets doet."
            plek = begin + lijdend[0].start()
            hulp = "Schrijf op wie het doet: `je vraagt`, `leerlingen schrijven`."
            yield vondst(passage, plek, begin + lijdend[0].end(), melding, hulp)


def _zinnen(tekst: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text with the place where each begins."""
    begin = 0
    for einde in _EINDE.finditer(tekst):
        yield begin, tekst[begin : einde.end()]
        begin = einde.end()
    yield begin, tekst[begin:]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
