"""Reads a Dutch task sentence: clauses, verbs, negation, and who does what.

Pure and deterministic: no model, no files but its own word lists, and nothing
of the rest of leerwerk. It knows no rule.
"""

from leerwerk.taal.lexicon import features, soorten, tables, use_tables
from leerwerk.taal.lijsten import word_set
from leerwerk.taal.stukken import Stukje, glimpse
from leerwerk.taal.vormen import mask_digits, normal_form
from leerwerk.taal.werkwoorden import Werkwoord
from leerwerk.taal.wie import Wie
from leerwerk.taal.woorden import GESPELD, Woord
from leerwerk.taal.zin import LANGSTE_PASSAGE, Zin, Zinsdeel, read

__all__ = [
    "GESPELD",
    "LANGSTE_PASSAGE",
    "Stukje",
    "Werkwoord",
    "Wie",
    "Woord",
    "Zin",
    "Zinsdeel",
    "features",
    "glimpse",
    "mask_digits",
    "normal_form",
    "read",
    "soorten",
    "tables",
    "use_tables",
    "word_set",
]
