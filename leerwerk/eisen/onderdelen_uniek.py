"""Elk onderdeel heeft een eigen naam.

Wat: binnen een taak komt elke titel van een onderdeel, en elk anker `{#…}` erachter,
één keer voor.

Waarom: van de titel maakt leerwerk de naam waaronder jullie vastleggen wat er
geoefend is. Bij twee dezelfde namen weet niemand welk onderdeel bedoeld is.

Goed: "## Onderdeel: Vragen stellen" en "## Onderdeel: Doorvragen"
Fout: "## Onderdeel: Vragen stellen" en nog een keer "## Onderdeel: Vragen stellen"

Wat dan wel: geef het tweede onderdeel een titel die zegt wat er anders aan is.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.waarden import is_id
from leerwerk.eisen.blad import Blad, Vondst

ID = "onderdelen-uniek"
TITEL = "Elk onderdeel heeft een eigen naam"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at an onderdeel whose id is taken, or that has none."""
    gezien: dict[str, int] = {}
    for onderdeel in blad.taak.onderdelen:
        regelnummer, kolom = onderdeel.titel.regelnummer, onderdeel.titel.kolom
        if not is_id(onderdeel.id):
            yield Vondst(
                regelnummer,
                kolom,
                "Van deze titel is geen naam te maken.",
                "Geef het onderdeel een titel met letters.",
            )
        elif onderdeel.id in gezien:
            yield Vondst(
                regelnummer,
                kolom,
                f"De naam `{onderdeel.id}` is al van het onderdeel op regel {gezien[onderdeel.id]}.",
                "Geef dit onderdeel een titel die zegt wat er anders aan is.",
            )
        gezien.setdefault(onderdeel.id, regelnummer)
