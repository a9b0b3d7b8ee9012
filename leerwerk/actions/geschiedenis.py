"""All steps of a portfolio, as Git holds them."""

from pathlib import Path

from leerwerk.vastleggen.geschiedenis import Commit, geschiedenis


def stappen(map: Path) -> tuple[Commit, ...]:
    """The steps taken in the portfolio at `map`, newest first. Raises MachineWeigert without a repository."""
    return geschiedenis(map, map)
