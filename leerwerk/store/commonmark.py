"""The sections of any Markdown there is, by headings. Sole owner of markdown-it.

Reads CommonMark blocks, so that a heading inside a code fence is no heading.
Only `#` headings divide a document; text underlined with dashes stays text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from leerwerk.domain.document import Document, Passage, Punt, Sectie
from leerwerk.domain.tekens import effen
from leerwerk.store.ontsnappen import ontbloot

_BLOKKEN = MarkdownIt("commonmark")
_BLOKKEN.core.ruler.enableOnly(["normalize", "block"])
_ANKER = re.compile(r"\s*\{#([a-z0-9-]+)\}\s*$")


def lees_secties(document: Document, tot_niveau: int = 6) -> tuple[Sectie, ...]:
    """The sections of a document in order; the first has `niveau` 0 and holds what precedes any heading.

    Headings deeper than `tot_niveau` do not divide: they stay in the text above them.
    """
    regels = document.romp.split("\n")
    tokens = _BLOKKEN.parse(document.romp)
    koppen = [nr for nr, token in enumerate(tokens) if _is_kop(token) and int(token.tag[1]) <= tot_niveau]
    lezer = _Plaatser(regels, document.romp_regelnummer)
    grenzen = [*koppen, len(tokens)]
    begin = _sectie(lezer, None, tokens[: grenzen[0]], 0, _eerste_regel(tokens, grenzen[0], regels))
    rest = (
        _sectie(lezer, tokens[kop : kop + 2], tokens[kop + 3 : volgende], *_bereik(tokens, kop, volgende, regels))
        for kop, volgende in zip(koppen, grenzen[1:], strict=True)
    )
    return (begin, *rest)


def _is_kop(token: Token) -> bool:
    return token.type == "heading_open" and token.level == 0 and token.markup.startswith("#")


def _eerste_regel(tokens: Sequence[Token], nummer: int, regels: Sequence[str]) -> int:
    """The line (from 0) on which token `nummer` begins; the end of the text when there is none."""
    bereik = tokens[nummer].map if nummer < len(tokens) else None
    return bereik[0] if bereik else len(regels)


def _bereik(tokens: Sequence[Token], kop: int, volgende: int, regels: Sequence[str]) -> tuple[int, int]:
    return _eerste_regel(tokens, kop, regels) + 1, _eerste_regel(tokens, volgende, regels)


@dataclass(frozen=True, slots=True)
class _Plaatser:
    """Gives inline text its place in the file."""

    regels: Sequence[str]
    eerste: int

    def passage(self, token: Token) -> Passage:
        begin = token.map[0] if token.map else 0
        kolommen = [self._kolom(begin + nummer, deel) for nummer, deel in enumerate(token.content.split("\n"))]
        return Passage(token.content, self.eerste + begin, kolommen[0], tuple(kolommen[1:]))

    def _kolom(self, nummer: int, deel: str) -> int:
        return self.regels[nummer].find(deel) + 1 if nummer < len(self.regels) else 1


@dataclass(slots=True)
class _Inhoud:
    """What was collected below one heading."""

    alineas: list[Passage] = field(default_factory=list)
    punten: list[Punt] = field(default_factory=list)
    genummerd: bool = False


def _sectie(lezer: _Plaatser, kop: Sequence[Token] | None, tokens: Sequence[Token], van: int, tot: int) -> Sectie:
    inhoud = _verzamel(lezer, tokens)
    titel, anker = _titel(lezer.passage(kop[1])) if kop else (Passage(""), "")
    return Sectie(
        niveau=int(kop[0].tag[1]) if kop else 0,
        titel=titel,
        anker=anker,
        tekst=effen(ontbloot("\n".join(lezer.regels[van:tot]))),
        alineas=tuple(inhoud.alineas),
        punten=tuple(inhoud.punten),
        genummerd=inhoud.genummerd,
    )


def _titel(passage: Passage) -> tuple[Passage, str]:
    gevonden = _ANKER.search(passage.tekst)
    if not gevonden:
        return passage, ""
    return Passage(passage.tekst[: gevonden.start()], passage.regelnummer, passage.kolom), gevonden[1]


def _verzamel(lezer: _Plaatser, tokens: Sequence[Token]) -> _Inhoud:
    inhoud = _Inhoud()
    for diepte, token in _teksten(tokens):
        passage = lezer.passage(token)
        if diepte == 0:
            inhoud.alineas.append(passage)
        elif diepte == 1:
            inhoud.punten.append(Punt(passage))
        elif inhoud.punten:
            laatste = inhoud.punten[-1]
            inhoud.punten[-1] = Punt(laatste.tekst, (*laatste.onder, passage))
    inhoud.genummerd = any(token.type == "ordered_list_open" and token.level == 0 for token in tokens)
    return inhoud


def _teksten(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Each piece of inline text with the number of lists it stands in."""
    diepte = 0
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            diepte += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            diepte -= 1
        elif token.type == "inline":
            yield diepte, token


@dataclass(frozen=True, slots=True)
class Blok:
    """A block of Markdown and the lines it stands on (from 0, the end not included).

    `soort` is the name that CommonMark gives it; a heading that is underlined counts as `setext`.
    `nummer` is the level of a heading, or the first number of a list.
    """

    soort: str
    van: int
    tot: int
    tekst: str = ""
    nummer: int = 0
    onder: tuple["Blok", ...] = ()


def lees_blokken(tekst: str) -> tuple[Blok, ...]:
    """The blocks of a text, with those inside lists and quotations below them."""
    return tuple(_blok(knoop) for knoop in SyntaxTreeNode(_BLOKKEN.parse(tekst)).children)


def _blok(knoop: SyntaxTreeNode) -> Blok:
    van, tot = knoop.map or (0, 0)
    inline = next((kind.content for kind in knoop.children if kind.type == "inline"), "")
    soort, nummer = knoop.type, 0
    if soort == "heading":
        soort, nummer = ("heading" if knoop.markup.startswith("#") else "setext"), int(knoop.tag[1])
    elif soort == "ordered_list":
        nummer = int(knoop.attrs.get("start", 1))
    onder = tuple(_blok(kind) for kind in knoop.children if kind.type != "inline")
    return Blok(soort, van, tot, inline or ("" if knoop.children else knoop.content), nummer, onder)
