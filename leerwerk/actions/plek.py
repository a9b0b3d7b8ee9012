"""Who you are: the portfolio a command works on."""

from pathlib import Path

from leerwerk import vastleggen
from leerwerk.domain import velden
from leerwerk.domain.waarden import is_id, lijkt_op
from leerwerk.errors import MachineWeigert
from leerwerk.store.bestanden import lees_bytes
from leerwerk.store.documenten import lees
from leerwerk.store.plaatsen import PORTFOLIO, Werkplek, omsluitend_portfolio, portfolio_map


def kandidaten(werkplek: Werkplek, student: str) -> tuple[Path, ...]:
    """The portfolios this command may be about; one when it is clear whose.

    In this order: the student named, the folder one stands in, the one
    portfolio with this Git e-mail address, all there are. Raises
    MachineWeigert when there is none.
    """
    if student:
        return (_van_student(werkplek, student),)
    if hier := omsluitend_portfolio(werkplek.hier):
        return (hier,)
    alle = alle_portfolios(werkplek)
    if not alle and werkplek.wortel is None:
        raise MachineWeigert(
            "Hier is geen portfolio, en ook geen map van een opleidingsschool.",
            waar=str(werkplek.hier),
            nu="Ga met cd naar je portfolio of naar de map van je school. Bestaat die nog niet: leerwerk nieuw MAP",
        )
    if not alle:
        raise MachineWeigert(
            "Hier is nog geen portfolio.",
            waar=str(werkplek.hier),
            nu="Begin er een met: leerwerk portfolio nieuw",
        )
    ik = vastleggen.email(werkplek.hier).lower()
    eigen = tuple(map for map in alle if ik and _is_van(map, ik))
    return eigen if len(eigen) == 1 else alle


def alle_portfolios(werkplek: Werkplek) -> tuple[Path, ...]:
    """The portfolios of this content repository, by name."""
    map = werkplek.portfolios
    if map is None or not map.is_dir():
        return ()
    plekken = (plek for plek in map.iterdir() if is_id(plek.name) and not plek.is_symlink())
    return tuple(sorted(plek for plek in plekken if (plek / PORTFOLIO).is_file()))


def _van_student(werkplek: Werkplek, student: str) -> Path:
    map = portfolio_map(werkplek, student)
    if not (map / PORTFOLIO).is_file():
        namen = tuple(plek.name for plek in alle_portfolios(werkplek))
        bedoeld = lijkt_op(student, namen)
        raise MachineWeigert(
            f"Er is geen portfolio `{student}`.",
            nu=f"Bedoel je `{bedoeld}`?" if bedoeld else "Begin er een met: leerwerk portfolio nieuw",
        )
    return map


def _is_van(map: Path, adres: str) -> bool:
    """Whether the student's e-mail address is `adres`; reads on only where it occurs at all."""
    if adres.encode() not in lees_bytes(map / PORTFOLIO, map).lower():
        return False
    waarden = lees(velden.PORTFOLIO, map / PORTFOLIO, map, met_tekst=False).waarden
    return str(waarden.get("e-mail", "")).lower() == adres
