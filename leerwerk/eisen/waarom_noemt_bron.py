"""Elk waarom noemt een bron.

Wat: achter `Waarom: …` staat een verwijzing naar een bron, zoals `[@rosenshine-2012]`.

Waarom: een kijkpunt komt uit de theorie, niet uit de smaak van wie kijkt. Met de bron
erbij kun je het nalezen en erover praten.

Goed: "- Waarom: in kleine stappen raakt het werkgeheugen niet vol [@rosenshine-2012]."
Fout: "- Waarom: dat werkt gewoon beter."

Wat dan wel: noem de bron waar het op steunt. Is er geen bron voor, dan is het geen
kijkpunt van deze taak.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.taak import verwijzingen
from leerwerk.eisen.blad import Blad, Vondst

ID = "waarom-noemt-bron"
TITEL = "Elk waarom noemt een bron"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a Waarom that cites nothing."""
    for onderdeel in blad.taak.onderdelen:
        for waarom in (kijkpunt.waarom for kijkpunt in onderdeel.kijkpunten if kijkpunt.waarom):
            if waarom.tekst.strip() and not verwijzingen(waarom):
                yield Vondst(
                    waarom.regelnummer,
                    waarom.kolom,
                    "Dit waarom noemt geen bron. Dan is niet na te lezen waar het op steunt.",
                    "Zet de bron erachter, zoals `[@rosenshine-2012]`; de bronnen staan in bronnen.yaml.",
                )
