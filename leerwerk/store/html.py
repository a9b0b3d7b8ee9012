"""A piece of an author's Markdown as safe HTML. Shares markdown-it with `romp`.

Emphasis, code and links; nothing else. HTML in the text stays text, a link
leads to the web or to an e-mail address, and an image becomes its description:
a page fetches nothing.
"""

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt

from leerwerk.domain.taak import VERWIJZING

_WEB = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_PLEK = re.compile("\ue000(\\d+)\ue001")
_EIGEN = re.compile("[\ue000\ue001]")


def naar_html(tekst: str, verwijzing: Callable[[Sequence[str]], str]) -> str:
    """`tekst` as HTML; `verwijzing` gives the HTML for the keys that one citation names."""
    stukken: list[str] = []

    def bewaar(gevonden: re.Match[str]) -> str:
        sleutels = [sleutel.strip().removeprefix("@").rstrip(".,") for sleutel in gevonden[1].split(";")]
        stukken.append(verwijzing(sleutels))
        return f"\ue000{len(stukken) - 1}\ue001"

    schoon = VERWIJZING.sub(bewaar, _EIGEN.sub("\ufffd", tekst))
    return _PLEK.sub(lambda plek: stukken[int(plek[1])], str(_LEZER.renderInline(schoon)))


def _link(lezer: Any, tokens: Sequence[Any], plek: int, opties: Any, omgeving: Any) -> str:
    tokens[plek].attrSet("rel", "noopener noreferrer")
    return str(lezer.renderToken(tokens, plek, opties, omgeving))


def _beeld(lezer: Any, tokens: Sequence[Any], plek: int, opties: Any, omgeving: Any) -> str:
    return f"[afbeelding: {escape(tokens[plek].content)}]"


def _maak_lezer() -> MarkdownIt:
    lezer = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False, "breaks": False})
    lezer.validateLink = lambda url: bool(_WEB.match(url))  # type: ignore[method-assign]
    lezer.add_render_rule("link_open", _link)
    lezer.add_render_rule("image", _beeld)
    return lezer


_LEZER = _maak_lezer()
