"""Een taak als pagina: one HTML file that stands alone."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from leerwerk.domain.apa import build_referentie
from leerwerk.domain.bron import Bron
from leerwerk.domain.taak import Taak, bronnen_van
from leerwerk.domain.vermelding import kort
from leerwerk.errors import MachineWeigert
from leerwerk.store.bronnen import load_bronnen
from leerwerk.store.html import naar_html
from leerwerk.store.plaatsen import Werkplek, toon_pad
from leerwerk.store.taken import open_bank
from leerwerk.vastleggen import write_over
from leerwerk.weergave.taakpagina import Bronregel, render_taak


def maak_pagina(werkplek: Werkplek, portfolio: Path | None, taak: Taak) -> str:
    """The page of a task, with the sources it cites. Raises as `load_bronnen` and `render_taak`."""
    bekend = load_bronnen(open_bank(werkplek, portfolio).mappen)
    genoemd = [bekend[sleutel] for sleutel in bronnen_van(taak) if sleutel in bekend]
    regels = sorted(map(_regel, genoemd), key=lambda regel: (regel.voor + regel.titel).lower())
    return render_taak(
        werkplek.mappen("templates"), taak, lambda tekst: naar_html(tekst, lambda s: _verwijzing(s, bekend)), regels
    )


def schrijf_pagina(pad: Path, pagina: str) -> None:
    """Write a page in one move. Raises MachineWeigert."""
    try:
        write_over(pad, pagina.encode("utf-8"))
    except OSError as fout:
        raise MachineWeigert(
            f"De pagina is niet opgeslagen: {fout.strerror}.", waar=toon_pad(pad), nu="Kies een map die bestaat."
        ) from fout


def _regel(bron: Bron) -> Bronregel:
    referentie = build_referentie(bron)
    return Bronregel(bron.id, referentie.voor, referentie.titel, referentie.na, referentie.adres)


def _verwijzing(sleutels: Sequence[str], bekend: Mapping[str, Bron]) -> str:
    """`(Rosenshine, 2012)`, each name a link to its place in the list."""
    namen = "; ".join(
        f'<a href="#bron-{escape(sleutel)}">{escape(kort(bekend[sleutel]))}</a>'
        if sleutel in bekend
        else escape(sleutel)
        for sleutel in sleutels
    )
    return f'<span class="bron">({namen})</span>'
