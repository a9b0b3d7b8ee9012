"""Elke bron van een taak levert een handvat op.

Wat: een bron die ergens in de taak genoemd wordt, staat ook bij minstens één handvat.

Waarom: theorie helpt je pas als je er morgen iets mee kunt doen of zeggen. Een bron
zonder handvat blijft op papier.

Goed: "- Stel eerst de vraag en kies dan pas wie antwoordt [@rosenshine-2012]."
Fout: "De bron staat bij de theorie en het waarom, maar bij geen enkel handvat."

Wat dan wel: schrijf op wat je volgens deze bron kunt doen of zeggen, met de
verwijzing erachter. Levert de bron niets op, laat haar dan weg.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst, vondst

ID = "bron-geeft-handvat"
TITEL = "Elke bron van een taak levert een handvat op"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at the first citation of a source that no handvat cites."""
    plekken = [(passage, veld, sleutel) for veld, passage, sleutels in blad.citaten for sleutel in sleutels]
    gedaan = {sleutel for _, veld, sleutel in plekken if veld == "handvat"}
    bekend = blad.bank.bronnen
    for passage, _, sleutel in plekken:
        if sleutel not in gedaan and (bekend is None or sleutel in bekend):
            gedaan.add(sleutel)
            plek = passage.tekst.index(sleutel)
            yield vondst(
                passage,
                plek,
                plek + len(sleutel),
                f"De bron `{sleutel}` levert in deze taak geen handvat op.",
                "Schrijf een handvat: wat doe of zeg je volgens deze bron? Zet de verwijzing erachter.",
            )
