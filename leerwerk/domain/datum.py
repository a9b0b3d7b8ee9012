"""Dates as people read them, in Dutch whatever the locale of the machine."""

import re
from datetime import date

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def datum_voluit(dag: date) -> str:
    """`24 november 2026`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_kort(dag: date) -> str:
    """`24-11-2026`, as one writes it in a box on a form."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def lees_dag(tekst: str) -> date | None:
    """The day in a box on a form: `2026-11-24` or `24-11-2026`, also with `/` or `.`; None for anything else."""
    delen = re.fullmatch(r"([0-9]{1,4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,4})", tekst.strip())
    if not delen:
        return None
    eerste, maand, laatste = (int(deel) for deel in delen.groups())
    jaar, dag = (eerste, laatste) if len(delen[1]) == 4 else (laatste, eerste)
    try:
        return date(jaar, maand, dag) if jaar > 1900 else None
    except ValueError:
        return None
