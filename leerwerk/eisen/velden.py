"""The fields of a task in which the didactic eisen look."""

ALLE = (
    "titel",
    "gedrag",
    "leerdoel",
    "inleiding",
    "voorbereiding",
    "uitvoering",
    "theorie",
    "handvat",
    "kijkpunt",
    "waarom",
    "rubric",
    "reflectie",
)
