"""The bank as kaarten, most of them remembered: reading a thousand tasks takes seconds, a command may not."""

import hashlib
from dataclasses import fields, replace
from functools import partial
from typing import Any

from leerwerk.domain.kaart import Kaart, maak_kaart
from leerwerk.errors import LeerwerkFout
from leerwerk.store.bestanden import lezer
from leerwerk.store.geheugen import Geheugen
from leerwerk.store.plaatsen import toon_pad
from leerwerk.store.taken import Bank, parse_taak


def load_kaarten(bank: Bank) -> tuple[tuple[Kaart, ...], tuple[LeerwerkFout, ...]]:
    """All tasks that can be read, by id, and why the others cannot."""
    geheugen = Geheugen(f"kaarten-{_naam(bank)}")
    lezers = {map: lezer(map) for map in bank.mappen}
    kaarten, fouten = [], []
    for pad, map in bank.bestanden().values():
        waar = toon_pad(pad)
        try:
            inhoud = lezers[map](pad)
            rij = geheugen.van(inhoud, partial(_rij, inhoud, waar))
            kaarten.append(replace(Kaart(*rij), pad=waar))
        except LeerwerkFout as fout:
            fout.waar = fout.waar or waar
            fouten.append(fout)
    geheugen.bewaar()
    return tuple(kaarten), tuple(fouten)


def _rij(inhoud: bytes, pad: str) -> tuple[Any, ...]:
    """A kaart as a row of values, to remember. Raises as `parse_taak`."""
    kaart = replace(maak_kaart(parse_taak(inhoud, pad)), pad="")
    return tuple(getattr(kaart, veld.name) for veld in fields(kaart))


def _naam(bank: Bank) -> str:
    """What tells this bank from others of the same person."""
    mappen = "\n".join(str(map) for map in bank.mappen)
    return hashlib.sha256(mappen.encode("utf-8", "surrogateescape")).hexdigest()[:16]
