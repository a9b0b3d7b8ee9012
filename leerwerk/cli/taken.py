"""`leerwerk taken`: de leerwerktakenbank."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leerwerk.cli.groep import Groep, Opdracht, maak_app
from leerwerk.cli.opties import Json
from leerwerk.cli.uit import meld, ruw, zeg
from leerwerk.domain.kaart import Kaart
from leerwerk.errors import LeerwerkFout

if TYPE_CHECKING:
    from leerwerk.actions.taken import Zoekbank

app = maak_app(cls=Groep, invoke_without_command=True)


@app.callback(help="Bekijk de leerwerktakenbank, of zoek er een taak in.")
def taken(ctx: typer.Context, json: Json = False) -> None:
    if ctx.invoked_subcommand:
        return
    from leerwerk.output import overzicht

    bank = _open()
    if json:
        ruw(overzicht.taken((kaart, "") for kaart in bank.kaarten))
    else:
        _toon_bank(bank.kaarten)
    _sluit(bank.fouten)


@app.command(cls=Opdracht)
def zoek(
    tekst: Annotated[str, typer.Argument(metavar="TEKST", help="Wat je wilt leren, in je eigen woorden.")],
    json: Json = False,
) -> None:
    """Zoek taken die bij je leerdoel passen."""
    from leerwerk.output import overzicht

    bank = _open()
    treffers = bank.zoek(tekst)
    if json:
        ruw(overzicht.taken((treffer.taak, treffer.waarom) for treffer in treffers))
    elif not treffers:
        zeg(f"Geen taak gevonden bij '{tekst}'.")
        zeg("Zeg het eens anders: wat gebeurt er in je les, of wat wil je doen? Bijvoorbeeld: 'ze luisteren niet'.")
        zeg("De hele bank zie je met: leerwerk taken")
    else:
        for treffer in treffers:
            zeg(f"{treffer.taak.id} – {treffer.taak.titel}")
            zeg(treffer.waarom, "  ")
    _sluit(bank.fouten)


def _open() -> "Zoekbank":
    from leerwerk.actions.taken import open_zoekbank
    from leerwerk.store.plaatsen import omsluitend_portfolio, vind_werkplek

    werkplek = vind_werkplek(Path.cwd())
    return open_zoekbank(werkplek, omsluitend_portfolio(werkplek.hier))


def _toon_bank(kaarten: Iterable[Kaart]) -> None:
    def groep(kaart: Kaart) -> tuple[bool, str]:
        return kaart.soort != "onderwijskundig", ", ".join(kaart.vakken)

    for (_, vakken), rij in groupby(sorted(kaarten, key=lambda kaart: (*groep(kaart), kaart.id)), groep):
        zeg(vakken[:1].upper() + vakken[1:] if vakken else "Voor alle vakken")
        for kaart in rij:
            zeg(f"{kaart.id} – {kaart.titel}", "  ")
            zeg(kaart.gedrag, "      ")
        zeg()
    zeg("Lees een taak met: leerwerk taak toon ID")
    zeg('Zoek een taak bij je leerdoel met: leerwerk taken zoek "ze luisteren niet"')


def _sluit(fouten: tuple[LeerwerkFout, ...]) -> None:
    for fout in fouten:
        meld(fout.wat, fout.waar, fout.nu)
    if fouten:
        raise typer.Exit(fouten[0].exitcode)
