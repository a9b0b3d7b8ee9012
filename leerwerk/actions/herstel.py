"""Recovery of steps that were cut off, in every repository a command might look at."""

import os
from collections.abc import Iterator
from pathlib import Path

from leerwerk import vastleggen
from leerwerk.errors import MachineWeigert
from leerwerk.store.plaatsen import vind_werkplek


def stil(hier: Path) -> Iterator[str]:
    """Recover silently around `hier`; gives a Dutch sentence for each step that could not be finished yet."""
    for map in repositories(hier):
        if melding := vastleggen.herstel_stil(map):
            yield melding


def repositories(hier: Path) -> tuple[Path, ...]:
    """`hier`, and the portfolios of this content repository that are repositories of their own."""
    portfolios = vind_werkplek(hier).portfolios
    if not portfolios or not portfolios.is_dir():
        return (hier,)
    with os.scandir(portfolios) as plekken:
        eigen = sorted(plek.path for plek in plekken if os.path.lexists(f"{plek.path}/.git"))
    return (hier, *map(Path, eigen))


def herstel_alles(hier: Path, *, gooi_weg: bool) -> "tuple[vastleggen.Herstelverslag, ...]":
    """Recover, or put aside, what was cut off around `hier`. Raises MachineWeigert outside any repository."""
    zelf, *portfolios = repositories(hier)
    try:
        vastleggen.gitmap(zelf)
    except MachineWeigert:
        if not portfolios:
            raise
        return tuple(vastleggen.herstel(map, gooi_weg=gooi_weg) for map in portfolios)
    return tuple(vastleggen.herstel(map, gooi_weg=gooi_weg) for map in (zelf, *portfolios))
