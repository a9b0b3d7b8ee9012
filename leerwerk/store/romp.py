"""The section reader: the text below the front matter, by headings.

Most files are plain: headings, paragraphs and lists. Those are read line by
line in `blokken`, and all others in `commonmark`, which gives the same sections
at ten times the price.
"""

from leerwerk.domain.document import Document, Sectie
from leerwerk.store.blokken import lees_gewoon

DIEPST = 6


def lees_secties(document: Document, tot_niveau: int = DIEPST) -> tuple[Sectie, ...]:
    """The sections of a document in order; the first has `niveau` 0 and holds what precedes any heading.

    Headings deeper than `tot_niveau` do not divide: they stay in the text above them.
    """
    gewoon = lees_gewoon(document) if tot_niveau == DIEPST else None
    if gewoon is not None:
        return gewoon
    from leerwerk.store import commonmark  # noqa: PLC0415 - 40 ms that a plain file does not need

    return commonmark.lees_secties(document, tot_niveau)
