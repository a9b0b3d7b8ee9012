"""Weeks as a weekreflectie names them: `2026-w48`, by ISO 8601."""

import re
from datetime import date, timedelta

from leerwerk.domain.portfolio import Portfolio, Ronde

_WEEK = re.compile(r"([0-9]{4})-w([0-9]{2})")


def week_van(dag: date) -> str:
    """The week in which a day lies."""
    jaar, week, _ = dag.isocalendar()
    return f"{jaar}-w{week:02}"


def dagen_van(week: str) -> tuple[date, date] | None:
    """Monday and Sunday of a week; None when there is no such week."""
    gevonden = _WEEK.fullmatch(week)
    try:
        maandag = date.fromisocalendar(int(gevonden[1]), int(gevonden[2]), 1) if gevonden else None
    except ValueError:
        return None
    return (maandag, maandag + timedelta(days=6)) if maandag else None


def rondes_in(portfolio: Portfolio, week: str) -> tuple[Ronde, ...]:
    """The rondes whose lesson was given or talked about in a week, in their order."""
    dagen = dagen_van(week)
    if not dagen:
        return ()
    rondes = (ronde for leerdoel in portfolio.leerdoelen for ronde in leerdoel.rondes)
    geraakt = [ronde for ronde in rondes if any(dagen[0] <= op <= dagen[1] for op in _momenten(ronde))]
    return tuple(sorted(geraakt, key=lambda ronde: ronde.volgorde))


def _momenten(ronde: Ronde) -> tuple[date, ...]:
    return tuple(stap.op for stap in (ronde.uitvoering, ronde.reflectie) if stap)
