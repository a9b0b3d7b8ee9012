"""Where a command works and for whom, worked out once at its start."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from leerwerk.actions.plek import kandidaten
from leerwerk.cli.uit import zeg, zeg_rijen
from leerwerk.cli.vragen import kan_vragen, kies
from leerwerk.domain.cyclus import opties
from leerwerk.domain.plek import Plek, vind_ronde
from leerwerk.domain.portfolio import Leerdoel, Portfolio, Ronde
from leerwerk.store.plaatsen import Werkplek, vind_werkplek
from leerwerk.store.portfolios import load_portfolio
from leerwerk.vastleggen import gitmap, vooraf


@dataclass(frozen=True, slots=True)
class Sessie:
    """The content repository, the folder of the portfolio and the portfolio in it."""

    werkplek: Werkplek
    map: Path
    portfolio: Portfolio

    @property
    def gitmap(self) -> Path:
        """The Git folder around the portfolio, where what is not a step yet is kept."""
        return gitmap(self.map)


def open_sessie(student: str, *, stap: bool = False, met_tekst: bool = False) -> Sessie:
    """Find the portfolio; with `stap`, refuse what would otherwise be refused after the questions.

    Raises as `kandidaten`, `load_portfolio` and `vooraf`.
    """
    werkplek = vind_werkplek(Path.cwd())
    gevonden = {map.name: map for map in kandidaten(werkplek, student)}
    map = gevonden[kies("Om welk portfolio gaat het?", dict.fromkeys(gevonden, ""), "--student")]
    if stap and kan_vragen():
        vooraf(map)
    return Sessie(werkplek, map, load_portfolio(map, met_tekst=met_tekst))


def kies_leerdoel(leerdoelen: tuple[Leerdoel, ...], hier: Path) -> Leerdoel:
    """The leerdoel one stands in, the only one, or the one the person points at."""
    rij = {doel.id: doel for doel in leerdoelen}
    binnen = [rij[naam] for naam in hier.parts if naam in rij and "leerdoelen" in hier.parts]
    return binnen[0] if binnen else rij[kies("Bij welk leerdoel?", {d.id: d.tekst for d in leerdoelen}, "--leerdoel")]


def kies_ronde(
    sessie: Sessie,
    ronde: str,
    leerdoel: str,
    passend: Callable[[Portfolio, str], tuple[Plek, ...]],
    check: Callable[[Ronde], None],
) -> Plek:
    """The ronde named and fit by `check`, else the one of `passend` for the leerdoel chosen as in `kies_leerdoel`.

    Says which ronde it is when there are several leerdoelen. Raises as `check` and `passend`.
    """
    portfolio = sessie.portfolio
    if ronde:
        plek = vind_ronde(portfolio, ronde, leerdoel)
        check(plek.ronde)
        return plek
    plekken = passend(portfolio, leerdoel)
    gekozen = kies_leerdoel(tuple(plek.leerdoel for plek in plekken), sessie.werkplek.hier)
    plek = next(plek for plek in plekken if plek.leerdoel.id == gekozen.id)
    if len(portfolio.leerdoelen) > 1:
        zeg(f"Dit gaat over de ronde {plek.ronde.id}, bij het leerdoel '{plek.leerdoel.tekst}'.")
    return plek


def toon_vervolg(portfolio: Portfolio, leerdoel: Leerdoel) -> None:
    """What may be done now, as commands."""
    zeg()
    zeg("Nu kan:")
    rijen = [(" ".join(("leerwerk", *optie.woorden)), optie.waarom) for optie in opties(portfolio, leerdoel)]
    zeg_rijen(rijen)
