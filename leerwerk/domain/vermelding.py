"""How a source is named within a text; `apa` names it in full. Pure."""

from collections.abc import Iterator

from leerwerk.domain.bron import Bron
from leerwerk.domain.document import Knoop, Lijst, Tabel, Waarde

_DRIE = 3


def kort(bron: Bron) -> str:
    """`Ebbens & Ettekoven, 2015`, as it stands between brackets."""
    namen = [naam[:1].upper() + naam[1:].split(",")[0] for naam in _makers(bron)]
    wie = f"{namen[0]} e.a." if len(namen) >= _DRIE else " & ".join(namen)
    return ", ".join(filter(None, [wie or bron.tekst("title"), _jaar(bron)]))


def _makers(bron: Bron) -> Iterator[str]:
    knoop = bron.velden.get("author") or bron.velden.get("editor")
    for item in knoop.items if isinstance(knoop, Lijst) else ():
        if isinstance(item, Tabel) and (naam := _naam(item)):
            yield naam


def _naam(tabel: Tabel) -> str:
    delen = {sleutel.tekst: waarde.tekst for sleutel, waarde in tabel.paren if isinstance(waarde, Waarde)}
    if "literal" in delen:
        return delen["literal"]
    voorvoegsel = delen.get("non-dropping-particle") or delen.get("dropping-particle") or ""
    achternaam = " ".join(filter(None, [voorvoegsel, delen.get("family", "")]))
    voorletters = " ".join(f"{deel[0]}." for deel in delen.get("given", "").replace(".", ". ").split())
    return ", ".join(filter(None, [achternaam, voorletters]))


def _jaar(bron: Bron) -> str:
    """The first number in `issued`; `z.d.` when there is none."""
    knoop: Knoop | None = bron.velden.get("issued")
    if isinstance(knoop, Tabel):
        knoop = next(
            (waarde for sleutel, waarde in knoop.paren if sleutel.tekst in ("date-parts", "literal", "raw")), None
        )
    while isinstance(knoop, Lijst) and knoop.items:
        knoop = knoop.items[0]
    return knoop.tekst.strip() if isinstance(knoop, Waarde) and knoop.tekst.strip() else "z.d."
