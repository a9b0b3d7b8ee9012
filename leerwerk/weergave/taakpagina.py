"""A task as one page: to read on a screen, and to print on A4.

The page stands alone: its style is in it, it has no script, and its policy lets
it fetch nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Taak
from leerwerk.weergave.sjablonen import render
from leerwerk.weergave.stijl import beleidshash, lees_stijl

STIJLEN = ("taak.css", "school.css")
SJABLOON = "taak.html.j2"


@dataclass(frozen=True, slots=True)
class Bronregel:
    """A source in the list at the end of a page, in the parts that are set apart."""

    sleutel: str
    voor: str
    titel: str
    na: str
    adres: str


def render_taak(
    mappen: Sequence[Path], taak: Taak, naar_html: Callable[[str], str], bronnen: Sequence[Bronregel]
) -> str:
    """The page of a task. `naar_html` turns an author's Markdown into safe HTML. Raises Geweigerd as `render`."""
    stijl = "\n".join(lees_stijl(mappen, naam) for naam in STIJLEN)

    def html(passage: Passage) -> Markup:
        return Markup(naar_html(passage.tekst))

    return render(
        mappen,
        SJABLOON,
        taak=taak,
        html=html,
        bronnen=bronnen,
        stijl=Markup(stijl),
        stijlhash=Markup(beleidshash(stijl)),
    )
