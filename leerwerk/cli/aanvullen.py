"""What the shell completes: students, leerdoelen, rondes, tasks, onderdelen, handvatten.

A shell that asks must never see an error: what cannot be read completes to nothing.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from leerwerk.errors import LeerwerkFout

if TYPE_CHECKING:
    from leerwerk.domain.portfolio import Portfolio

Aanvulling = tuple[str, str]


def studenten(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    from leerwerk.actions.plek import alle_portfolios

    with suppress(LeerwerkFout, OSError):
        return _passend(((map.name, "") for map in alle_portfolios(_werkplek(ctx))), incomplete)
    return []


def leerdoelen(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    portfolio = _portfolio(ctx)
    return _passend(((doel.id, doel.tekst) for doel in portfolio.leerdoelen), incomplete) if portfolio else []


def rondes(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    portfolio = _portfolio(ctx)
    if not portfolio:
        return []
    alle = ((ronde.id, doel.tekst) for doel in portfolio.leerdoelen for ronde in doel.rondes)
    return _passend(alle, incomplete)


def begeleiders(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    portfolio = _portfolio(ctx)
    return _passend(((w.id, w.naam) for w in portfolio.werkplekbegeleiders), incomplete) if portfolio else []


def taken(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    from leerwerk.store.taken import open_bank

    with suppress(LeerwerkFout, OSError):
        return _passend(((id, "") for id in open_bank(_werkplek(ctx), _map(ctx)).bestanden()), incomplete)
    return []


def eigen_taken(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    """The student's own and adapted tasks."""
    from leerwerk.store.plaatsen import eigen_taken as map_van

    map = _map(ctx)
    return _passend(((pad.stem, "") for pad in sorted(map_van(map).glob("*.md"))), incomplete) if map else []


def begonnen_taken(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    """The tasks of the rondes, and the student's own."""
    portfolio = _portfolio(ctx)
    rondes = [ronde for doel in portfolio.leerdoelen for ronde in doel.rondes] if portfolio else []
    namen = dict.fromkeys([*(ronde.voorbereiding.taak for ronde in rondes)], "")
    return _passend(iter(sorted({**namen, **dict(eigen_taken(ctx, ""))}.items())), incomplete)


def onderdelen(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    """The onderdelen of the task on the command line, or of the ronde that is under way."""
    from leerwerk.store.taken import load_taak, open_bank

    with suppress(LeerwerkFout, OSError):
        taak = load_taak(open_bank(_werkplek(ctx), _map(ctx)), _taak_op_regel(ctx) or _lopende_taak(ctx))
        return _passend(((onderdeel.id, onderdeel.titel.tekst) for onderdeel in taak.onderdelen), incomplete)
    return []


def handvatten(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    """The short names of the handvatten of the task on the command line."""
    from leerwerk.actions.voorbereiden import handvatten as van_taak
    from leerwerk.store.taken import load_taak, open_bank

    with suppress(LeerwerkFout, OSError):
        taak = load_taak(open_bank(_werkplek(ctx), _map(ctx)), _taak_op_regel(ctx))
        alle = tuple(onderdeel.id for onderdeel in taak.onderdelen)
        return _passend(iter(van_taak(taak, alle).items()), incomplete)
    return []


def kijkpunten(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    from leerwerk.store.taken import load_taak, open_bank

    with suppress(LeerwerkFout, OSError):
        taak = load_taak(open_bank(_werkplek(ctx), _map(ctx)), _lopende_taak(ctx))
        return _passend(((punt.id, punt.tekst.tekst) for punt in taak.kijkpunten()), incomplete)
    return []


def formaten(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    from leerwerk.output.formaten import FORMATS

    return _passend(((naam, "") for naam in FORMATS), incomplete)


def eisen(ctx: typer.Context, incomplete: str) -> list[Aanvulling]:
    from leerwerk.actions.uitleggen import alle_eisen

    return _passend(((eis.id, eis.titel) for eis in alle_eisen().values()), incomplete)


def _passend(rijen: Iterator[Aanvulling], begin: str) -> list[Aanvulling]:
    return [(naam, " ".join(hulp.split())) for naam, hulp in rijen if naam.startswith(begin)]


def _werkplek(ctx: Any) -> Any:
    from leerwerk.store.plaatsen import vind_werkplek

    return vind_werkplek(Path(ctx.find_root().params.get("map") or "."))


def _map(ctx: Any) -> Path | None:
    from leerwerk.actions.plek import kandidaten

    with suppress(LeerwerkFout, OSError):
        werkplek = _werkplek(ctx)
        gevonden = kandidaten(werkplek, ctx.params.get("student") or "")
        return gevonden[0] if len(gevonden) == 1 else None
    return None


def _portfolio(ctx: Any) -> "Portfolio | None":
    from leerwerk.store.portfolios import load_portfolio

    map = _map(ctx)
    with suppress(LeerwerkFout, OSError):
        return load_portfolio(map) if map else None
    return None


def _taak_op_regel(ctx: Any) -> str:
    """The task on the command line; a line that ends in an option leaves its arguments unread."""
    return str(ctx.params.get("taak") or next(iter(ctx.args), ""))


def _lopende_taak(ctx: Any) -> str:
    portfolio = _portfolio(ctx)
    rondes = [doel.laatste_ronde for doel in portfolio.leerdoelen if doel.laatste_ronde] if portfolio else []
    return max(rondes, key=lambda ronde: ronde.volgorde).voorbereiding.taak if rondes else ""
