"""Where things are: names of folders and files, and nothing else knows them."""

import os
import re
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from leerwerk.domain.tekens import zichtbaar
from leerwerk.domain.waarden import is_id
from leerwerk.errors import MachineWeigert, VerkeerdGebruik

MERK = "leerwerk.yaml"
PORTFOLIO = "portfolio.md"
LEERDOEL = "leerdoel.md"
VOORBEREIDING = "voorbereiding.md"
UITVOERING = "uitvoering.md"
REFLECTIE = "reflectie.md"
TAAKTEKST = "taak.md"
ZOEKWOORDEN = "zoekwoorden.yaml"
OBSERVATIE = "observatie-{}.md"
BRONNEN = "bronnen.yaml"
WEEKREFLECTIES = "weekreflecties"
_WEEK = r"[0-9]{4}-w[0-9]{2}"
_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_RONDE = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-{_ID}"
_DOCUMENT = (
    rf"portfolio\.md|weekreflecties/{_WEEK}\.md|taken/({_ID}\.md|bronnen\.yaml)|"
    rf"leerdoelen/{_ID}/(leerdoel|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-{_ID}/"
    rf"(voorbereiding|taak|uitvoering|reflectie|observatie-{_ID}))\.md"
)
_PAKKET = Path(__file__).resolve().parents[1]


class Werkplek(NamedTuple):
    """Where a command works: the content repository (None outside one) and the folder one stands in."""

    hier: Path
    wortel: Path | None

    @property
    def portfolios(self) -> Path | None:
        """The folder that holds the portfolios of this content repository."""
        return self.wortel and self.wortel / "portfolios"

    def mappen(self, naam: str) -> tuple[Path, ...]:
        """The folders called `naam` (`taken`, `templates`), the school's own before the packaged one."""
        eigen = (self.wortel / naam,) if self.wortel else ()
        return (*eigen, meegeleverd(naam))


def vind_werkplek(hier: Path) -> Werkplek:
    """The content repository around `hier`: the nearest folder upwards with leerwerk.yaml.

    Raises MachineWeigert when `hier` is no folder.
    """
    if not hier.is_dir():
        raise MachineWeigert("Deze map bestaat niet.", waar=str(hier), nu="Kijk of de naam klopt.")
    hier = hier.resolve()
    wortel = next((plek for plek in (hier, *hier.parents) if (plek / MERK).is_file()), None)
    return Werkplek(hier, wortel)


def meegeleverd(naam: str) -> Path:
    """The folder `naam` that comes with the package, or with a checkout of it."""
    map = ingepakt(naam)
    return map if map.is_dir() else _PAKKET.parent / naam


def ingepakt(naam: str) -> Path:
    """Where `naam` lies in a package; a checkout has none."""
    return _PAKKET / "meegeleverd" / naam


def portfolio_map(werkplek: Werkplek, student: str) -> Path:
    """The folder of a student's portfolio. Raises VerkeerdGebruik for a name that is no id."""
    check_id(student, "student")
    if werkplek.portfolios is None:
        raise MachineWeigert(
            "Hier is geen map van een opleidingsschool (met leerwerk.yaml).",
            waar=toon_pad(werkplek.hier),
            nu="Ga naar zo'n map met cd, wijs hem aan met -C MAP, of begin er een: leerwerk nieuw MAP",
        )
    map = werkplek.portfolios / student
    if werkplek.portfolios.exists() and not werkplek.portfolios.is_dir():
        raise MachineWeigert(
            "Hier hoort een map te staan, geen bestand.",
            waar=toon_pad(werkplek.portfolios),
            nu="Geef het bestand een andere naam.",
        )
    if map.is_symlink():
        raise MachineWeigert(
            "Dit is een koppeling naar een andere plek, geen map met een portfolio.",
            waar=toon_pad(map),
            nu="Ga met cd naar de map zelf, of zet de map hier neer.",
        )
    return map


def omsluitend_portfolio(hier: Path) -> Path | None:
    """The portfolio in which `hier` lies, or None."""
    return next((plek for plek in (hier, *hier.parents) if (plek / PORTFOLIO).is_file()), None)


def eigen_taken(portfolio: Path) -> Path:
    """The folder of a student's own and adapted tasks, with their sources."""
    return portfolio / "taken"


def leerdoel_map(portfolio: Path, leerdoel: str) -> Path:
    """The folder of a leerdoel."""
    return portfolio / "leerdoelen" / leerdoel


def ronde_map(portfolio: Path, leerdoel: str, ronde: str) -> Path:
    """The folder of a ronde."""
    return leerdoel_map(portfolio, leerdoel) / ronde


def ronde_id(datum: date, taak: str, bestaand: Collection[str]) -> str:
    """The folder name of a new ronde: a second one on the same day gets `-2`."""
    dezelfde_dag = sum(naam.startswith(datum.isoformat()) for naam in bestaand)
    naam = f"{datum.isoformat()}-{taak}"
    return f"{naam}-{dezelfde_dag + 1}" if dezelfde_dag else naam


def week_pad(portfolio: Path, week: str) -> Path:
    """The file of a weekreflectie."""
    return portfolio / WEEKREFLECTIES / f"{week}.md"


def is_week(naam: str) -> bool:
    """Whether a file name without suffix is that of a week: `2026-w48`."""
    return bool(re.fullmatch(_WEEK, naam))


def is_document(pad: str) -> bool:
    """Whether a path within a portfolio, with `/`, is that of one of its documents."""
    return bool(re.fullmatch(_DOCUMENT, pad))


def is_ronde(naam: str) -> bool:
    """Whether a folder name is that of a ronde: a date, and the id of a task."""
    return bool(re.fullmatch(_RONDE, naam))


def check_id(tekst: str, wat: str) -> str:
    """`tekst` when it may name a folder. Raises VerkeerdGebruik; an id is never cleaned up."""
    if not is_id(tekst):
        raise VerkeerdGebruik(
            f"`{zichtbaar(tekst)[:80]}` kan niet de naam van een {wat} zijn.",
            nu="Gebruik kleine letters, cijfers en streepjes, zoals `orde-houden`.",
        )
    return tekst


def toon_pad(pad: Path) -> str:
    """`pad` as a person would type it: relative to where they stand when it lies below, with `/`."""
    hier = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - a thousand tasks each show one
    return "." if os.path.join(pad, "") == hier else str(pad).removeprefix(hier).replace(os.sep, "/")  # noqa: PTH118
