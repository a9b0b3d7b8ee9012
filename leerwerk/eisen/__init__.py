"""The quality rules of a task: one file is one eis.

`EISEN` is the registry, in the order in which findings are explained. An eis
that finds that something is missing (`YIELDS`) keeps silent on a passage where
another eis already says what is wrong.
"""

from leerwerk.eisen import (
    formatief,
    gedrag_waarneembaar,
    herhaalbaar,
    les_is_product,
    niet_afvinken,
    theorie_geeft_handvat,
)
from leerwerk.eisen.eis import Eis

EISEN: tuple[Eis, ...] = (
    les_is_product,
    niet_afvinken,
    formatief,
    herhaalbaar,
    gedrag_waarneembaar,
    theorie_geeft_handvat,
)
