"""De tekst is Markdown, zonder HTML.

Wat: in een taak staan geen HTML-tags zoals `<br>`, `<b>` of `<table>`. Een opmerking
`<!-- … -->` mag wel.

Waarom: van dezelfde tekst maakt leerwerk een formulier, een pdf en een website. Wat met
HTML is opgemaakt, valt daar weg of staat er letterlijk.

Goed: "Wacht **drie tellen**."
Fout: "Wacht <b>drie tellen</b>."

Wat dan wel: gebruik `**vet**`, `*schuin*`, een witregel of een lijst. Wil je een teken
`<` schrijven, zet er dan een spatie achter of gebruik `` `code` ``.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst
from leerwerk.eisen.opmaak import find_html, mark

ID = "zonder-html"
TITEL = "De tekst is Markdown, zonder HTML"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a tag, and at a comment that is never closed."""
    for begin, eind in find_html(blad.document):
        open_ = blad.document.romp.startswith("<!--", begin)
        yield mark(
            blad.document,
            begin,
            eind,
            "Deze opmerking wordt niet gesloten, en verbergt wat erna komt."
            if open_
            else "Hier staat HTML. Op formulieren en in de pdf werkt die niet.",
            "Sluit haar met `-->`."
            if open_
            else "Gebruik Markdown: `**vet**`, `*schuin*`, een witregel of een lijst.",
        )
