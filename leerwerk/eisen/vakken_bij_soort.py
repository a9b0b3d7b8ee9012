"""Een vaktaak noemt haar vakken.

Wat: bij `soort: vak` staat in `vakken` minstens één vak. Bij `soort: onderwijskundig`
is `vakken` leeg.

Waarom: een student zoekt taken bij het eigen vak. Een onderwijskundige taak is er voor
iedereen, dus daar horen geen vakken bij.

Goed: "soort: vak, vakken: [natuurkunde, scheikunde]"
Fout: "soort: vak, vakken: []"

Wat dan wel: noem de vakken, of maak er `soort: onderwijskundig` van.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst

ID = "vakken-bij-soort"
TITEL = "Een vaktaak noemt haar vakken"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a vak task without vakken, and at an onderwijskundige task with them."""
    taak = blad.taak
    if taak.soort == "vak" and not taak.vakken:
        yield Vondst(
            *blad.plaats("soort"), "Bij `soort: vak` ontbreken de vakken.", "Noem ze, zoals `vakken: [wiskunde]`."
        )
    elif taak.soort == "onderwijskundig" and taak.vakken:
        yield Vondst(
            *blad.plaats("vakken"),
            "Een onderwijskundige taak is er voor alle vakken, maar hier staan er een paar.",
            "Maak er `vakken: []` van, of `soort: vak`.",
        )
