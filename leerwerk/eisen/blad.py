"""What an eis looks at: one file, and what the rest of the bank says about it.

Pure. `Vondst` is what a structural eis finds, before it is known in which file.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.bron import Bron
from leerwerk.domain.document import Document, Passage, Sectie, Waarde
from leerwerk.domain.taak import Taak, verwijzingen
from leerwerk.eisen.velden import passages

MARKEER = ("»", "«")
LANGSTE_FRAGMENT = 200
_EINDE = (". ", "! ", "? ", ".\n", "!\n", "?\n", ": ", "; ")


class Vondst(NamedTuple):
    """What an eis stops at. `ernst` None means the weight of the eis."""

    regelnummer: int
    kolom: int
    melding: str
    hulp: str
    fragment: str = ""
    einde: int = 0
    ernst: Ernst | None = None


class Vorige(NamedTuple):
    """A task as it was at the basis: where it stood and what others may refer to."""

    pad: str
    id: str
    status: str
    onderdelen: tuple[str, ...]


class Bankkennis(NamedTuple):
    """What the bank around a file holds.

    `bronnen` is None when no bronnen.yaml could be read. `taken` gives the
    paths of every task file by id. `basis` gives, by path, the tasks that
    changed or went since the basis; None when there is no basis. `in_gebruik`
    are the tasks that a portfolio in this repository has a ronde with.
    """

    bronnen: Mapping[str, Bron] | None = None
    taken: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    basis: Mapping[str, Vorige] | None = None
    in_gebruik: frozenset[str] = frozenset()


BANK_ONBEKEND = Bankkennis()


class Blad(NamedTuple):
    """A task file that was read: its texts by field, those that cite, all its text, and what surrounds it.

    `bestaat` tells whether a path relative to the file leads to another.
    """

    document: Document
    secties: tuple[Sectie, ...]
    taak: Taak
    passages: tuple[tuple[str, Passage], ...]
    citaten: tuple[tuple[str, Passage, tuple[str, ...]], ...]
    tekst: str
    bank: Bankkennis
    bestaat: Callable[[str], bool]

    def plaats(self, sleutel: str) -> tuple[int, int]:
        """Line and column of the value of a key in the front matter; of the file when it is absent."""
        knoop = next((knoop for naam, knoop in self.document.kop.paren if naam.tekst == sleutel), None)
        return (knoop.regelnummer, knoop.kolom) if knoop else (1, 1)


def maak_blad(
    document: Document,
    secties: tuple[Sectie, ...],
    taak: Taak,
    tekst: str,
    bank: Bankkennis = BANK_ONBEKEND,
    bestaat: Callable[[str], bool] = lambda pad: True,
) -> Blad:
    """A Blad with every text of the task and the field it stands in."""
    titel = next((knoop for sleutel, knoop in document.kop.paren if sleutel.tekst == "titel"), None)
    eerste = (("titel", titel.passage()),) if isinstance(titel, Waarde) else ()
    alle = (*eerste, *passages(taak))
    citaten = tuple((veld, passage, verwijzingen(passage)) for veld, passage in alle if "[@" in passage.tekst)
    return Blad(document, secties, taak, alle, citaten, tekst, bank, bestaat)


def vondst(passage: Passage, begin: int, eind: int, melding: str, hulp: str, ernst: Ernst | None = None) -> Vondst:
    """A Vondst on the words of a passage from `begin` up to `eind`."""
    regelnummer, kolom = passage.plaats(begin)
    zelfde_regel = "\n" not in passage.tekst[begin:eind]
    return Vondst(
        regelnummer,
        kolom,
        melding,
        hulp,
        fragment(passage.tekst, begin, eind),
        kolom + eind - begin if zelfde_regel else 0,
        ernst,
    )


def fragment(tekst: str, begin: int, eind: int) -> str:
    """The sentence around a piece of text on one line, with the piece between » and «."""
    van = max(
        (tekst.rfind(teken, 0, begin) + len(teken) for teken in _EINDE[:6] if tekst.rfind(teken, 0, begin) >= 0),
        default=0,
    )
    tot = min(
        (plek + 1 for teken in _EINDE[:6] if (plek := tekst.find(teken, max(eind - 1, 0))) >= 0), default=len(tekst)
    )
    ervoor, erna = tekst[van:begin].lstrip(), tekst[eind:tot].rstrip()
    ruimte = max(40, (LANGSTE_FRAGMENT - (eind - begin)) // 2)
    if len(ervoor) > ruimte:
        ervoor = "… " + ervoor[-ruimte:].partition(" ")[2]
    if len(erna) > ruimte:
        erna = erna[:ruimte].rpartition(" ")[0] + " …"
    midden = tekst[begin:eind]
    if len(midden) > LANGSTE_FRAGMENT:
        midden = midden[:LANGSTE_FRAGMENT].rpartition(" ")[0] + " …"
    return " ".join(f"{ervoor}{MARKEER[0]}{midden}{MARKEER[1]}{erna}".split())
