"""Tasks as a command needs them: the one asked for, or the version a ronde began with."""

from dataclasses import dataclass
from pathlib import Path

from leerwerk import vastleggen
from leerwerk.domain.portfolio import Voorbereiding
from leerwerk.domain.taak import Taak
from leerwerk.domain.waarden import bedoel_je
from leerwerk.errors import Geweigerd, LeerwerkFout, MachineWeigert
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.taken import Taakbestand, load_bank, load_bestand, load_taak, open_bank, parse_taak

ANDERS = "De taak is sinds het begin van deze ronde veranderd; je ziet de versie van nu."


@dataclass(frozen=True, slots=True)
class Rondetaak:
    """The task of a ronde; `anders` when its first version is gone and today's stands in for it."""

    taak: Taak
    anders: bool = False


def vind_taak(werkplek: Werkplek, portfolio: Path | None, id: str) -> Taak:
    """The task to begin a ronde with. Raises Geweigerd for one that is vervallen."""
    return vind_bestand(werkplek, portfolio, id).taak


def vind_bestand(werkplek: Werkplek, portfolio: Path | None, id: str) -> Taakbestand:
    """The task to begin a ronde with, and the file it stands in. Raises as `vind_taak`."""
    bestand = load_bestand(open_bank(werkplek, portfolio), id)
    taak = bestand.taak
    if taak.status == "vervallen":
        door = taak.vervangen_door
        raise Geweigerd(
            f"De taak '{taak.titel}' is vervallen.",
            waar=taak.pad,
            nu=f"Neem in plaats daarvan `{door}`." if door else "Zoek een andere taak met: leerwerk taken",
        )
    return bestand


def kies_onderdelen(taak: Taak, gekozen: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the chosen onderdelen in the order of the task; all of them when none is chosen.

    Raises Geweigerd for an onderdeel that the task does not have.
    """
    bekend = tuple(onderdeel.id for onderdeel in taak.onderdelen)
    for id in gekozen:
        if id not in bekend:
            raise Geweigerd(f"De taak '{taak.titel}' heeft geen onderdeel `{id}`.", nu=bedoel_je(id, bekend))
    return tuple(id for id in bekend if id in gekozen) or bekend


def taak_van_ronde(werkplek: Werkplek, portfolio: Path, voorbereiding: Voorbereiding) -> Rondetaak:
    """The task in the version that the ronde began with, whatever became of it in the bank.

    Raises as `load_taak` when no version of it can be found.
    """
    versie = voorbereiding.taakversie
    nu = _huidig(werkplek, portfolio, voorbereiding.taak)
    if isinstance(nu, Taak) and nu.versie == versie:
        return Rondetaak(nu)
    if toen := taak_in_versie(werkplek, portfolio, voorbereiding.taak, versie):
        return Rondetaak(toen)
    if not isinstance(nu, Taak):
        raise nu
    return Rondetaak(nu, anders=bool(versie))


def taak_in_versie(werkplek: Werkplek, portfolio: Path, id: str, versie: str) -> Taak | None:
    """The task as it was in `versie`; None when neither the bank nor the portfolio has that in Git.

    Raises Geweigerd when that version cannot be read as a task.
    """
    for map in (portfolio, werkplek.wortel):
        inhoud = _blob(map, versie) if map else None
        if inhoud is not None:
            return parse_taak(inhoud, f"{id}.md@{versie[:8]}")
    return None


def _blob(map: Path, versie: str) -> bytes | None:
    try:
        return vastleggen.lees_blob(map, versie)
    except MachineWeigert:  # a bank that is not in Git has no earlier versions
        return None


def _huidig(werkplek: Werkplek, portfolio: Path, id: str) -> Taak | LeerwerkFout:
    try:
        return load_taak(open_bank(werkplek, portfolio), id)
    except LeerwerkFout as fout:
        return fout


def alle_taken(werkplek: Werkplek, portfolio: Path | None) -> tuple[tuple[Taak, ...], tuple[LeerwerkFout, ...]]:
    """The tasks a student can choose, and why others in the bank cannot be read."""
    taken, fouten = load_bank(open_bank(werkplek, portfolio))
    return tuple(taak for taak in taken if taak.status != "vervallen"), fouten
