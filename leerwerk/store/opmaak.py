"""The canonical form of a task file: the same text, always written the same way.

Keys in the order of the table, quotes only where they are needed, one blank
line around headings, `- ` for points and two spaces below them. Comments and
words stay; doing it twice changes nothing. What cannot be written otherwise
without changing what it means is left as it was.
"""

from leerwerk.store.kop import GRENS, splits
from leerwerk.store.opmaak_kop import kop_in_vorm
from leerwerk.store.opmaak_romp import romp_in_vorm


def in_vorm(tekst: str, pad: str) -> str:
    """`tekst` of a task, with `\\n` line ends, in canonical form. Raises KopFout for front matter it cannot read."""
    kop, romp, _ = splits(tekst, pad)
    inhoud = romp_in_vorm(romp)
    return "\n".join([GRENS, *kop_in_vorm(kop, pad), GRENS, *(["", inhoud] if inhoud else []), ""])
