"""Finding marks in the text of a task: links, images and HTML, outside code.

Pure. Works on the text below the front matter as it stands in the file, since
a finding must point at the author's own line.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from leerwerk.domain.document import Document
from leerwerk.eisen.blad import Vondst, fragment

_CODE = re.compile(
    r"^(?P<hek>```+|~~~+)[^\n]*\n.*?(?:^(?P=hek)[^\n]*$|\Z)|(?<!`)(?P<tik>`{1,9})(?!`)[^\n]{1,2000}?(?<!`)(?P=tik)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_DOEL = r"[^\s()<>]{0,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,500})?"
_LINK = re.compile(
    rf"(?P<beeld>!?)\[(?P<tekst>[^\[\]\n]{{0,500}})\]\(\s{{0,9}}<?(?P<doel>{_DOEL})>?(?:\s{{1,9}}[\"'(][^\n)]{{0,300}})?[\"')]?\s{{0,9}}\)"
)
_DEFINITIE = re.compile(r"^ {0,3}\[(?P<tekst>[^\[\]\n@]{1,200})\]:[ \t]*<?(?P<doel>[^\s<>]{1,1000})", re.MULTILINE)
_AUTOLINK = re.compile(r"<(?P<doel>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,1000})>")
_HTML = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s[^<>]{0,1000})?/?>|<!(?!--)[A-Za-z\[][^<>]{0,1000}>|<\?[^<>]{0,1000}>"
)


class Merk(NamedTuple):
    """A link or image: what is shown, where it leads, and where it stands in the text."""

    tekst: str
    doel: str
    beeld: bool
    begin: int
    eind: int


def find_links(document: Document) -> tuple[Merk, ...]:
    """Every link and image of a document, in order of kind."""
    return _links(document.romp)


@lru_cache(maxsize=1)
def _links(tekst: str) -> tuple[Merk, ...]:
    """As `find_links`, remembered for the next eis that asks."""
    return tuple(_find(bare(tekst))) if "](" in tekst or "]:" in tekst or "<" in tekst else ()


def _find(tekst: str) -> Iterator[Merk]:
    for match in _LINK.finditer(tekst):
        yield Merk(match["tekst"], match["doel"], bool(match["beeld"]), match.start(), match.end())
    for patroon in (_DEFINITIE, _AUTOLINK):
        for match in patroon.finditer(tekst):
            yield Merk(
                match.groupdict().get("tekst") or match["doel"], match["doel"], False, match.start(), match.end()
            )


def find_html(document: Document) -> Iterator[tuple[int, int]]:
    """Where raw HTML stands, and a comment that is never closed."""
    if "<" not in document.romp:
        return
    tekst = bare(document.romp)
    if (open_ := tekst.find("<!--")) >= 0:
        yield open_, open_ + 4
    yield from ((match.start(), match.end()) for match in _HTML.finditer(tekst) if not _AUTOLINK.fullmatch(match[0]))


def bare(tekst: str) -> str:
    """The text with code and comments blanked, so that every place stays the same."""
    return _zonder_opmerkingen(_CODE.sub(_blank, tekst) if "`" in tekst or "~~~" in tekst else tekst)


def _zonder_opmerkingen(tekst: str) -> str:
    """One pass: a pattern would look to the end again from every `<!--` that is not closed."""
    delen: list[str] = []
    klaar = 0
    while (open_ := tekst.find("<!--", klaar)) >= 0 and (dicht := tekst.find("-->", open_ + 4)) >= 0:
        delen += (tekst[klaar:open_], _wit(tekst[open_ : dicht + 3]))
        klaar = dicht + 3
    return "".join((*delen, tekst[klaar:]))


def mark(document: Document, begin: int, eind: int, melding: str, hulp: str) -> Vondst:
    """A Vondst on a piece of the text."""
    romp = document.romp
    van = romp.rfind("\n", 0, begin) + 1
    tot = romp.find("\n", begin)
    regel = romp[van : tot if tot >= 0 else len(romp)]
    regelnummer = document.romp_regelnummer + romp.count("\n", 0, begin)
    eind = min(eind, van + len(regel))
    return Vondst(
        regelnummer, begin - van + 1, melding, hulp, fragment(regel, begin - van, eind - van), eind - van + 1
    )


def _blank(match: re.Match[str]) -> str:
    return _wit(match[0])


def _wit(tekst: str) -> str:
    return re.sub(r"[^\n]", " ", tekst)
