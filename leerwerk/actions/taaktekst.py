"""The text of a task that a ronde keeps, because no commit is sure to.

A ronde remembers its task by the blob id of the file. When the school has that text in a shared commit, the id
is enough. Text that was only on disk (an edit nobody committed, a bank outside Git, the packaged bank) would be
gone with the next change: it goes into the commit of the ronde, once per version.
"""

from pathlib import Path

from leerwerk.domain.portfolio import Portfolio
from leerwerk.domain.versie import als_git
from leerwerk.store.plaatsen import TAAKTEKST, Werkplek, eigen_taken, ronde_map
from leerwerk.store.taken import Taakbestand
from leerwerk.vastleggen import blijft, is_vastgelegd


def te_bewaren(werkplek: Werkplek, map: Path, portfolio: Portfolio, bestand: Taakbestand) -> bytes | None:
    """What to write beside the preparation of a ronde with this task; None when the text is sure to stay."""
    if _heeft_portfolio(map, portfolio, bestand) or _heeft_school(werkplek, bestand):
        return None
    return als_git(bestand.inhoud)


def _heeft_portfolio(map: Path, portfolio: Portfolio, bestand: Taakbestand) -> bool:
    """Whether this portfolio holds the text in its history: as an own task, or with an earlier ronde."""
    if bestand.pad.is_relative_to(eigen_taken(map)):
        return is_vastgelegd(map, bestand.pad, bestand.taak.versie)
    return any(
        is_vastgelegd(map, ronde_map(map, doel.id, ronde.id) / TAAKTEKST, bestand.taak.versie)
        for doel in portfolio.leerdoelen
        for ronde in doel.rondes
        if ronde.voorbereiding.taakversie == bestand.taak.versie
    )


def _heeft_school(werkplek: Werkplek, bestand: Taakbestand) -> bool:
    return werkplek.wortel is not None and blijft(werkplek.wortel, bestand.pad, bestand.taak.versie)
