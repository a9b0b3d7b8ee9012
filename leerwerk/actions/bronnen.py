"""The sources that a task cites, as one reads them."""

from pathlib import Path

from leerwerk.domain.apa import apa
from leerwerk.domain.taak import Taak, bronnen_van
from leerwerk.store.bronnen import load_bronnen
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.taken import open_bank


def referenties(werkplek: Werkplek, portfolio: Path | None, taak: Taak) -> tuple[str, ...]:
    """What a task cites in APA style, in alphabetical order. Raises as `load_bronnen`."""
    bekend = load_bronnen(open_bank(werkplek, portfolio).mappen)
    return tuple(sorted((apa(bekend[id]) for id in bronnen_van(taak) if id in bekend), key=str.lower))
