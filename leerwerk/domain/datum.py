"""Dates as people read them, in Dutch whatever the locale of the machine."""

from datetime import date

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def datum_voluit(dag: date) -> str:
    """`24 november 2026`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
