"""Where a command works and for whom, worked out once at its start."""

from dataclasses import dataclass
from pathlib import Path

from leerwerk.actions.plek import kandidaten
from leerwerk.cli.concept import Concept
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import kan_vragen, kies
from leerwerk.domain.cyclus import Plek, opties
from leerwerk.domain.portfolio import Leerdoel, Portfolio
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

    def concept(self, commando: str) -> Concept:
        """Where half-given answers of a command are kept."""
        return Concept(self.gitmap, f"{self.portfolio.student}-{commando}")


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


def kies_plek(plekken: tuple[Plek, ...], hier: Path) -> Plek:
    """The ronde of the leerdoel chosen as in `kies_leerdoel`."""
    gekozen = kies_leerdoel(tuple(plek.leerdoel for plek in plekken), hier)
    return next(plek for plek in plekken if plek.leerdoel.id == gekozen.id)


def toon_vervolg(portfolio: Portfolio, leerdoel: Leerdoel) -> None:
    """What may be done now, as commands."""
    zeg()
    zeg("Nu kan:")
    rijen = [(" ".join(("leerwerk", *optie.woorden)), optie.waarom) for optie in opties(portfolio, leerdoel)]
    breed = max(len(commando) for commando, _ in rijen)
    for commando, waarom in rijen:
        if breed <= 40:
            zeg(f"{commando:<{breed}}  {waarom}", "  ", hang=breed + 2)
        else:
            zeg(f"{commando}\n    {waarom}", "  ")
