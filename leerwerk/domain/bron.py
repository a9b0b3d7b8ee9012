"""The sources that tasks cite: the references of a bronnen.yaml, in CSL-YAML.

Pure: `build_bronnen` turns the nodes of the file into Bron values. What a
source lacks is for the eisen to say; a Bron keeps its nodes and their places.
"""

from collections.abc import Mapping
from typing import NamedTuple

from leerwerk.domain.document import Knoop, Lijst, Tabel, Waarde

REFERENTIES = "references"
SLEUTEL = "id"


class Bron(NamedTuple):
    """A source: its citation key, and its fields as they stand in the file."""

    id: str
    velden: Mapping[str, Knoop]
    sleutels: Mapping[str, Waarde]
    regelnummer: int
    kolom: int

    def tekst(self, naam: str) -> str:
        """The text of a field; '' when it is absent or no text."""
        knoop = self.velden.get(naam)
        return " ".join(knoop.tekst.split()) if isinstance(knoop, Waarde) else ""

    def plaats(self, naam: str) -> tuple[int, int]:
        """Line and column of a field, or of the source when it is absent."""
        sleutel = self.sleutels.get(naam)
        return (sleutel.regelnummer, sleutel.kolom) if sleutel else (self.regelnummer, self.kolom)


def build_bronnen(tabel: Tabel) -> tuple[Bron, ...] | None:
    """The sources below `references:`, in order; None when there is no such list."""
    lijst = next((knoop for sleutel, knoop in tabel.paren if sleutel.tekst == REFERENTIES), None)
    if not isinstance(lijst, Lijst):
        return None
    return tuple(_bron(item) for item in lijst.items)


def _bron(knoop: Knoop) -> Bron:
    paren = knoop.paren if isinstance(knoop, Tabel) else ()
    velden = {sleutel.tekst: waarde for sleutel, waarde in paren}
    id = velden.get(SLEUTEL)
    return Bron(
        id.tekst if isinstance(id, Waarde) else "",
        velden,
        {sleutel.tekst: sleutel for sleutel, _ in paren},
        knoop.regelnummer,
        knoop.kolom,
    )
