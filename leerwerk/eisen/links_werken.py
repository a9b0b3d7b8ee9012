"""Elke link werkt.

Wat: een link gaat naar een webadres (`https://` of `http://`), een e-mailadres
(`mailto:`) of een bestand dat in de bank staat.

Waarom: de taak wordt gelezen op papier, op een website en op je computer. Een link naar
een bestand dat alleen jij hebt, werkt nergens anders.

Goed: "[de kaart](kaart.svg), met kaart.svg in dezelfde map"
Fout: "[de kaart](C:/Documenten/kaart.svg)"

Wat dan wel: zet het bestand bij de taak in de map, of neem het webadres. Een bron zet
je in bronnen.yaml.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst
from leerwerk.eisen.opmaak import Merk, find_links, mark

ID = "links-werken"
TITEL = "Elke link werkt"
ERNST = Ernst.FOUT
_SCHEMA = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a link to nowhere, or by a way that is not allowed."""
    for merk in find_links(blad.document):
        if wat := _wat_niet(merk, blad):
            hulp = "Neem een webadres dat met https:// begint, of een bestand dat in de bank staat."
            yield mark(blad.document, merk.begin, merk.eind, wat, hulp)


def _wat_niet(merk: Merk, blad: Blad) -> str:
    """What is wrong with a link; '' when nothing is."""
    doel = merk.doel
    if not doel:
        return "Deze link gaat nergens heen."
    if doel.startswith("#") or _WEB.fullmatch(doel):
        return ""
    schema = _SCHEMA.match(doel)
    if schema and schema[1].lower() in {"http", "https", "mailto"}:
        return f"Dit adres klopt niet: `{doel[:80]}`."
    if schema:
        return f"Een link met `{schema[1][:20]}:` werkt alleen op je eigen computer, of is niet veilig."
    pad = unquote(doel.partition("#")[0].partition("?")[0])
    if pad.startswith(("/", "\\")):
        return f"`{doel[:80]}` begint bij de wortel van een computer, en die is overal anders."
    return "" if blad.bestaat(pad) else f"Het bestand `{pad[:80]}` bestaat niet."
