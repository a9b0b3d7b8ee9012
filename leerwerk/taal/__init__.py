"""Reads a Dutch task sentence: clauses, verbs, negation, and who does what.

Pure and deterministic: no model, no files but its own word lists, and nothing
of the rest of leerwerk. It knows no rule.
"""

from leerwerk.taal.lexicon import (
    own_lists,
    particles_of,
    possible_verbs,
    separable_lists,
    soorten,
    tables,
    use_tables,
)
from leerwerk.taal.lijsten import word_set
from leerwerk.taal.stukken import Stukje, glimpse
from leerwerk.taal.vormen import normal_form
from leerwerk.taal.werkwoorden import Werkwoord
from leerwerk.taal.wie import Wie
from leerwerk.taal.woorden import Woord, features, glance, imperatives, spellings, union
from leerwerk.taal.zin import LANGSTE_PASSAGE, Zin, Zinsdeel, read

__all__ = [
    "LANGSTE_PASSAGE",
    "Stukje",
    "Werkwoord",
    "Wie",
    "Woord",
    "Zin",
    "Zinsdeel",
    "features",
    "glance",
    "glimpse",
    "imperatives",
    "normal_form",
    "own_lists",
    "particles_of",
    "possible_verbs",
    "read",
    "separable_lists",
    "soorten",
    "spellings",
    "tables",
    "union",
    "use_tables",
    "word_set",
]
