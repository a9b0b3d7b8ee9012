"""A new portfolio: a Git repository of its own, or a folder in the content repository when the school says so."""

from pathlib import Path

from leerwerk.domain import velden
from leerwerk.domain.portfolio import Portfolio
from leerwerk.errors import Geweigerd
from leerwerk.store.documenten import lees_instellingen
from leerwerk.store.plaatsen import PORTFOLIO, Werkplek, portfolio_map, toon_pad
from leerwerk.store.schrijver import schrijf_document
from leerwerk.vastleggen import check_identiteit, maak_repository, open_stap


def begin(werkplek: Werkplek, portfolio: Portfolio, wie: tuple[str, str] | None = None) -> Path:
    """Make the portfolio and its first commit; returns its folder.

    `wie` is the name and e-mail address to commit with there; otherwise Git's own.

    Raises Geweigerd when it exists, MachineWeigert when Git cannot commit
    (then nothing was made).
    """
    map = portfolio_map(werkplek, portfolio.student)
    check_vrij(map)
    with open_stap(_repository(werkplek, map, wie)) as werkboom:
        check_vrij(map)
        werkboom.commit(
            f"Portfolio begonnen: {portfolio.naam}",
            {map / PORTFOLIO: schrijf_document(velden.PORTFOLIO, portfolio)},
        )
    return map


def check_plek(werkplek: Werkplek) -> None:
    """Refuse, before anything is asked, a place without a school or a Git that knows nobody."""
    portfolio_map(werkplek, "naam")
    check_identiteit(werkplek.hier)


def check_vrij(map: Path) -> None:
    """Refuse a folder that holds a portfolio, or anything else than a repository without content."""
    if (map / PORTFOLIO).exists():
        raise Geweigerd("Dit portfolio is er al.", waar=toon_pad(map), nu="Kijk waar je bent met: leerwerk waar")
    inhoud = {plek.name for plek in map.iterdir()} if map.is_dir() else set()
    if map.is_symlink() or inhoud - {".git"}:
        raise Geweigerd("Deze map is niet leeg.", waar=toon_pad(map), nu="Kies een andere naam voor de map.")


def _repository(werkplek: Werkplek, map: Path, wie: tuple[str, str] | None) -> Path:
    """The folder whose repository will hold the portfolio: made when it is to be one of its own."""
    if werkplek.wortel and lees_instellingen(werkplek.wortel).get("portfolios") == "samen":
        return werkplek.wortel
    if not wie:
        check_identiteit(werkplek.hier)
    if not (map / ".git" / "HEAD").exists():
        maak_repository(map, wie)
    return map
