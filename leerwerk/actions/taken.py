"""The bank as a list, and tasks that fit a goal."""

from dataclasses import dataclass
from pathlib import Path

from leerwerk.domain.kaart import Kaart
from leerwerk.domain.portfolio import Leerdoel
from leerwerk.domain.velden import PORTFOLIO as SOORT
from leerwerk.domain.zoeken import Treffer, zoek
from leerwerk.domain.zoekwoorden import Zoekwoorden
from leerwerk.errors import LeerwerkFout
from leerwerk.store.kaarten import load_kaarten
from leerwerk.store.plaatsen import PORTFOLIO, Werkplek
from leerwerk.store.taken import open_bank
from leerwerk.store.zoekwoorden import load_zoekwoorden

HOOGSTENS = 3


@dataclass(frozen=True, slots=True)
class Zoekbank:
    """The tasks that a student can choose, ready to be searched; `fouten` says what could not be read."""

    kaarten: tuple[Kaart, ...]
    gezegd: Zoekwoorden
    vak: str
    fouten: tuple[LeerwerkFout, ...]

    def zoek(self, tekst: str) -> tuple[Treffer, ...]:
        """The tasks that fit a goal, best first."""
        return zoek(self.kaarten, tekst, self.gezegd, self.vak)


def open_zoekbank(werkplek: Werkplek, portfolio: Path | None) -> Zoekbank:
    """The bank as a student sees it, who teaches the subject in `portfolio` (if any)."""
    kaarten, fouten = load_kaarten(open_bank(werkplek, portfolio))
    gezegd = Zoekwoorden()
    try:
        gezegd = load_zoekwoorden(werkplek)
    except LeerwerkFout as fout:
        fouten = (*fouten, fout)
    te_kiezen = tuple(kaart for kaart in kaarten if kaart.status != "vervallen")
    return Zoekbank(te_kiezen, gezegd, _eigen_vak(portfolio), fouten)


def passende_taken(werkplek: Werkplek, portfolio: Path, leerdoel: Leerdoel) -> tuple[Treffer, ...]:
    """A few tasks that may fit a leerdoel, best first."""
    return open_zoekbank(werkplek, portfolio).zoek(f"{leerdoel.tekst} {leerdoel.gedrag}")[:HOOGSTENS]


def _eigen_vak(portfolio: Path | None) -> str:
    """The subject that the student teaches; none when the portfolio does not say, or cannot be read."""
    if not portfolio:
        return ""
    from leerwerk.store.documenten import lees  # noqa: PLC0415 - outside a portfolio nothing else needs YAML

    try:
        return str(lees(SOORT, portfolio / PORTFOLIO, portfolio, met_tekst=False).waarden.get("vak", ""))
    except LeerwerkFout:
        return ""
