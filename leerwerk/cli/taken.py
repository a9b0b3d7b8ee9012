"""`leerwerk taken`: de leerwerktakenbank."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from leerwerk.cli.groep import Groep, Opdracht, maak_app
from leerwerk.cli.opties import Json
from leerwerk.cli.uit import meld, ruw, zeg
from leerwerk.domain.taak import Taak
from leerwerk.errors import LeerwerkFout

app = maak_app(cls=Groep, invoke_without_command=True)


@app.callback(help="Bekijk de leerwerktakenbank, of zoek er een taak in.")
def taken(ctx: typer.Context, json: Json = False) -> None:
    if ctx.invoked_subcommand:
        return
    from leerwerk.output import overzicht

    alle, fouten = _alle()
    if json:
        ruw(overzicht.taken((taak, "") for taak in alle))
    else:
        _toon_bank(alle)
    _sluit(fouten)


@app.command(cls=Opdracht)
def zoek(
    tekst: Annotated[str, typer.Argument(metavar="TEKST", help="Wat je wilt leren, in je eigen woorden.")],
    json: Json = False,
) -> None:
    """Zoek taken die bij je leerdoel passen."""
    from leerwerk.domain.zoeken import zoek as zoek_in
    from leerwerk.output import overzicht

    alle, fouten = _alle()
    treffers = zoek_in(alle, tekst)
    if json:
        ruw(overzicht.taken((treffer.taak, treffer.waarom) for treffer in treffers))
    elif not treffers:
        zeg("Geen taak gevonden. Probeer een ander woord, of bekijk de bank met: leerwerk taken")
    else:
        for treffer in treffers:
            zeg(f"{treffer.taak.id} – {treffer.taak.titel}")
            zeg(treffer.waarom, "  ")
    _sluit(fouten)


def _alle() -> tuple[tuple[Taak, ...], tuple[LeerwerkFout, ...]]:
    from leerwerk.actions.taak import alle_taken
    from leerwerk.store.plaatsen import omsluitend_portfolio, vind_werkplek

    werkplek = vind_werkplek(Path.cwd())
    return alle_taken(werkplek, omsluitend_portfolio(werkplek.hier))


def _toon_bank(taken: Iterable[Taak]) -> None:
    def groep(taak: Taak) -> tuple[bool, str]:
        return taak.soort != "onderwijskundig", ", ".join(taak.vakken)

    for (_, vakken), rij in groupby(sorted(taken, key=lambda taak: (*groep(taak), taak.id)), groep):
        zeg(vakken[:1].upper() + vakken[1:] if vakken else "Voor alle vakken")
        for taak in rij:
            zeg(f"{taak.id} – {taak.titel}", "  ")
            zeg(taak.gedrag.tekst, "      ")
        zeg()
    zeg("Lees een taak met: leerwerk taak toon ID")


def _sluit(fouten: tuple[LeerwerkFout, ...]) -> None:
    for fout in fouten:
        meld(fout.wat, fout.waar, fout.nu)
    if fouten:
        raise typer.Exit(fouten[0].exitcode)
