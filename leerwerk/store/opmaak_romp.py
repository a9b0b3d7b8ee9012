"""The text of a task in canonical form, block by block.

Every block is written anew and read back; when that gives something else than
what was there, the block stays as the author wrote it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from leerwerk.store.commonmark import Blok, lees_blokken

_LIJSTEN = ("bullet_list", "ordered_list")
_IN_ITEM = frozenset({"paragraph", "html_block", "list_item", *_LIJSTEN})
_VAST = frozenset({"fence", "code_block"})


@dataclass(frozen=True, slots=True)
class _Stuk:
    """A block or, between blocks, lines that belong to none (a link definition); and how it is written."""

    soort: str
    van: int
    tot: int
    tekst: str


def romp_in_vorm(romp: str) -> str:
    """`romp` in canonical form, without blank lines around it."""
    regels = romp.split("\n")
    stukken = list(_stukken(regels))
    if not stukken:
        return ""
    uit = stukken[0].tekst
    for vorig, stuk in pairwise(stukken):
        uit += ("\n\n" if _wit(vorig, stuk) else "\n") + stuk.tekst
    return uit if _kern(lees_blokken(uit)) == _kern(lees_blokken(romp)) else romp.strip("\n")


def _wit(vorig: _Stuk, stuk: _Stuk) -> bool:
    """Whether a blank line comes between; a comment keeps to the heading right below it."""
    was_los = vorig.tot < stuk.van
    if vorig.soort == "html_block" and not was_los:
        return False
    return was_los or "heading" in (vorig.soort, stuk.soort)


def _stukken(regels: Sequence[str]) -> Iterator[_Stuk]:
    einde = 0
    for blok in _samen(lees_blokken("\n".join(regels))):
        tot = _tot(regels, blok)
        yield from _tussen(regels, einde, blok.van)
        yield _Stuk(blok.soort, blok.van, tot, _in_vorm(replace(blok, tot=tot), regels))
        einde = tot
    yield from _tussen(regels, einde, len(regels))


def _tussen(regels: Sequence[str], van: int, tot: int) -> Iterator[_Stuk]:
    """The lines between two blocks that are not blank, kept as they are."""
    vol = [nummer for nummer in range(van, tot) if regels[nummer].strip()]
    if vol:
        yield _Stuk("", vol[0], vol[-1] + 1, "\n".join(regel.rstrip() for regel in regels[vol[0] : vol[-1] + 1]))


def _tot(regels: Sequence[str], blok: Blok) -> int:
    """The end of a block without the blank lines below it."""
    tot = blok.tot
    while tot > blok.van + 1 and not regels[tot - 1].strip():
        tot -= 1
    return tot


def _in_vorm(blok: Blok, regels: Sequence[str]) -> str:
    """A block as it should be written, or as it was when that would say something else."""
    bron = "\n".join(regels[blok.van : blok.tot])
    nieuw = _schrijf(blok, regels)
    if nieuw is None or _kern(lees_blokken(nieuw)) != _kern(lees_blokken(bron)):
        return bron
    return nieuw


def _schrijf(blok: Blok, regels: Sequence[str]) -> str | None:
    if blok.soort == "heading":
        return f"{'#' * blok.nummer} {blok.tekst}".rstrip()
    if blok.soort == "paragraph":
        return "\n".join(_tekstregels(blok))
    if blok.soort in _LIJSTEN and all(soort in _IN_ITEM for soort in _soorten(blok)) and not _heeft_los(blok, regels):
        return "\n".join(_lijst(blok, regels))
    return None


def _soorten(blok: Blok) -> Iterator[str]:
    yield blok.soort
    for onder in blok.onder:
        yield from _soorten(onder)


def _heeft_los(blok: Blok, regels: Sequence[str]) -> bool:
    """Whether a list holds text that is no block of its own, such as a link definition."""
    los = set(range(blok.van, blok.tot)) - set(_bedekt(blok))
    return any(regels[nummer].strip(" \t-*+0123456789.)") for nummer in los)


def _bedekt(blok: Blok) -> Iterator[int]:
    if not blok.onder and blok.soort not in (*_LIJSTEN, "list_item"):
        yield from range(blok.van, blok.tot)
    for onder in blok.onder:
        yield from _bedekt(onder)


def _tekstregels(blok: Blok) -> list[str]:
    return [regel.strip() for regel in blok.tekst.strip("\n").split("\n")]


def _lijst(lijst: Blok, regels: Sequence[str]) -> Iterator[str]:
    for nummer, item in enumerate(lijst.onder, lijst.nummer):
        teken = "- " if lijst.soort == "bullet_list" else f"{nummer}. "
        inhoud = list(_item(item, regels)) or [""]
        yield (teken + inhoud[0]).rstrip()
        yield from (" " * len(teken) + regel if regel else "" for regel in inhoud[1:])


def _item(item: Blok, regels: Sequence[str]) -> Iterator[str]:
    vorig = None
    for blok in _samen(item.onder):
        if vorig and _wit_in_item(vorig, blok, regels):
            yield ""
        yield from _lijst(blok, regels) if blok.soort in _LIJSTEN else _tekstregels(blok)
        vorig = blok


def _wit_in_item(vorig: Blok, blok: Blok, regels: Sequence[str]) -> bool:
    if "html_block" in (vorig.soort, blok.soort):
        return _tot(regels, vorig) < blok.van
    return blok.soort == "paragraph"


def _samen(blokken: Sequence[Blok]) -> list[Blok]:
    """Lists that only differ in their sign become one."""
    uit: list[Blok] = []
    for blok in blokken:
        if uit and blok.soort in _LIJSTEN and uit[-1].soort == blok.soort:
            uit[-1] = replace(uit[-1], tot=blok.tot, onder=(*uit[-1].onder, *blok.onder))
        else:
            uit.append(blok)
    return uit


def _kern(blokken: Sequence[Blok], diepte: int = 0) -> list[tuple[int, str, int, str]]:
    """What a text says: its blocks of text with their depth, without the way they are written."""
    uit = []
    for blok in blokken:
        if blok.onder:
            uit += _kern(blok.onder, diepte + (blok.soort not in _LIJSTEN))
        else:
            tekst = blok.tekst if blok.soort in _VAST else " ".join(blok.tekst.split())
            uit.append((diepte, blok.soort, blok.nummer if blok.soort in ("heading", "setext") else 0, tekst))
    return uit
