"""Taking a step: read, decide and commit while holding the lock of the repository.

What is decided under the lock cannot be overtaken by another process. What a
person changed by hand in the portfolio is committed first, on its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from leerwerk.domain.portfolio import Portfolio
from leerwerk.domain.versie import blob_id
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import lees_bytes
from leerwerk.store.plaatsen import BRONNEN, eigen_taken, is_document
from leerwerk.store.portfolios import load_portfolio
from leerwerk.vastleggen import Werkboom, open_stap


@dataclass(frozen=True, slots=True)
class Besluit:
    """What a step writes: a Dutch commit subject, and the new content of each file."""

    boodschap: str
    bestanden: Mapping[Path, bytes]


def leg_vast(map: Path, besluit: Callable[[Portfolio], Besluit]) -> Portfolio:
    """Take one step in the portfolio at `map`, as one commit; returns the portfolio after it.

    `besluit` gets the portfolio as it is under the lock and may refuse. Raises
    what it raises, and MachineWeigert when the step cannot be committed.
    """
    with open_stap(map) as werkboom:
        _leg_handwerk_vast(werkboom, map)
        stap = besluit(load_portfolio(map))
        _check_verandert(stap)
        werkboom.commit(stap.boodschap, stap.bestanden)
    return load_portfolio(map)


def _check_verandert(stap: Besluit) -> None:
    """Refuse a step that would change nothing: it would be a commit that says so to nobody."""
    if all(pad.is_file() and pad.read_bytes() == inhoud for pad, inhoud in stap.bestanden.items()):
        raise Geweigerd("Dit staat al zo in je portfolio.", nu="Kijk wat er staat met: leerwerk portfolio toon")


def _leg_handwerk_vast(werkboom: Werkboom, map: Path) -> None:
    """Commit the documents that differ from what Git holds; they must be readable as a portfolio."""
    handwerk = _handwerk(werkboom, map)
    if handwerk:
        load_portfolio(map)
        namen = ", ".join(sorted(pad.relative_to(map).as_posix() for pad in handwerk))
        werkboom.commit(f"Met de hand aangepast: {namen}", handwerk)


def _handwerk(werkboom: Werkboom, map: Path) -> dict[Path, bytes]:
    vastgelegd = werkboom.vastgelegd(map)
    gewijzigd = {}
    for pad in sorted((*map.rglob("*.md"), eigen_taken(map) / BRONNEN)):
        naam = pad.relative_to(map).as_posix()
        if is_document(naam) and pad.is_file():
            inhoud = lees_bytes(pad, map)
            if vastgelegd.get(naam) != blob_id(inhoud):
                gewijzigd[pad] = inhoud
    return gewijzigd
