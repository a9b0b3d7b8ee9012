"""Een onderdeel houdt zijn naam.

Wat: een onderdeel dat al in een taak stond, is daar nog te vinden. Krijgt het een
andere titel, dan houdt het met `{#oude-naam}` achter de titel zijn naam. Dit kijkt
leerwerk na als je vergelijkt met een eerdere versie: `leerwerk valideer --basis main`.

Waarom: per onderdeel leggen student en werkplekbegeleider vast wat beheerst is. Zonder
die naam raakt dat los van de taak.

Goed: "## Onderdeel: Terughalen zonder boek {#terugblik}"
Fout: "## Onderdeel: Terugblik wordt ## Onderdeel: Terughalen zonder boek"

Wat dan wel: zet de oude naam erachter. Is het onderdeel echt weg, schrijf er dan een
uitzondering met de reden bij.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst

ID = "onderdeel-blijft"
TITEL = "Een onderdeel houdt zijn naam"
ERNST = Ernst.WAARSCHUWING


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at an onderdeel that the task had at the basis and lost since."""
    basis = blad.bank.basis or {}
    vorige = basis.get(blad.document.pad) or next((v for v in basis.values() if v.id == blad.taak.id), None)
    if vorige is None or not blad.taak.onderdelen:
        return
    nu = {onderdeel.id for onderdeel in blad.taak.onderdelen}
    gebruikt = vorige.id in blad.bank.in_gebruik
    nieuw = [onderdeel for onderdeel in blad.taak.onderdelen if onderdeel.id not in vorige.onderdelen]
    for id in vorige.onderdelen:
        if id not in nu:
            plek = (nieuw or blad.taak.onderdelen)[0].titel
            yield Vondst(
                plek.regelnummer,
                1,
                f"Het onderdeel `{id}` is weg."
                + (" Er is een portfolio met een ronde bij deze taak." if gebruikt else ""),
                f"Heeft het een andere titel? Zet dan `{{#{id}}}` achter die titel.",
                ernst=Ernst.FOUT if gebruikt else None,
            )
