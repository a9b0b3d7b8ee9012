"""Elke verwijzing leidt naar een bron.

Wat: bij elke `[@sleutel]` in een taak hoort een bron met die sleutel in
`taken/bronnen.yaml`.

Waarom: een lezer wil kunnen nagaan waar iets staat, en op de formulieren komt de bron
voluit te staan.

Goed: "[@rosenshine-2012], met in bronnen.yaml een bron `id: rosenshine-2012`"
Fout: "[@rosenshine2012], terwijl de bron `rosenshine-2012` heet"

Wat dan wel: verbeter de sleutel, of voeg de bron toe aan bronnen.yaml.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.taak import VERWIJZING
from leerwerk.domain.waarden import lijkt_op
from leerwerk.eisen.blad import Blad, Vondst, vondst

ID = "bronnen-bekend"
TITEL = "Elke verwijzing leidt naar een bron"
ERNST = Ernst.FOUT


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a citation that no bronnen.yaml has; silent when none could be read."""
    bekend = blad.bank.bronnen
    if bekend is None:
        return
    for _, passage, sleutels in blad.citaten:
        if all(sleutel in bekend for sleutel in sleutels):
            continue
        for groep in VERWIJZING.finditer(passage.tekst):
            begin = groep.start(1)
            for stuk in groep[1].split(";"):
                sleutel = stuk.strip().removeprefix("@").rstrip(".,")
                if sleutel not in bekend:
                    plek = passage.tekst.index(sleutel, begin)
                    bedoeld = lijkt_op(sleutel, bekend)
                    hulp = f"Bedoel je `{bedoeld}`?" if bedoeld else "Voeg de bron toe aan bronnen.yaml."
                    yield vondst(
                        passage, plek, plek + len(sleutel), f"De bron `{sleutel}` staat niet in bronnen.yaml.", hulp
                    )
                begin += len(stuk) + 1
