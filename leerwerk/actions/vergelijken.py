"""What changed in a bank since an earlier version: which tasks, which lines, and which tasks are in use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leerwerk.domain.taak import Taak, build_taak
from leerwerk.eisen.blad import Vorige
from leerwerk.errors import LeerwerkFout
from leerwerk.store.bestanden import decodeer
from leerwerk.store.kop import lees_document
from leerwerk.store.plaatsen import Werkplek, is_ronde
from leerwerk.store.romp import lees_secties
from leerwerk.vastleggen.verschil import is_bekend, lees_verschil

_DATUM = len("2026-01-01-")


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """The tasks that changed or went, as they were, and the lines that changed, by path as it is shown."""

    taken: Mapping[str, Vorige]
    regels: Mapping[str, frozenset[int]]
    in_gebruik: frozenset[str]


def vergelijk(werkplek: Werkplek, namen: Sequence[Path], basis: str, toon: Callable[[Path], str]) -> Vergelijking:
    """Compare what lies below `namen` with `basis`. Raises VerkeerdGebruik when Git does not know it."""
    verschil = lees_verschil(werkplek.wortel or werkplek.hier, basis, namen)
    taken = {}
    for pad, inhoud in verschil.eerder.items():
        if pad.suffix == ".md" and (taak := _lees(inhoud, toon(pad))):
            taken[toon(pad)] = Vorige(toon(pad), taak.id, taak.status, tuple(deel.id for deel in taak.onderdelen))
    regels = {toon(pad): nummers for pad, nummers in verschil.regels.items()}
    return Vergelijking(taken, regels, taken_in_gebruik(werkplek))


def bekende_basis(werkplek: Werkplek, branch: str) -> str:
    """The name by which Git knows the branch that a pull request goes to; '' when it was not fetched."""
    return next((rev for rev in (f"origin/{branch}", branch) if is_bekend(werkplek.hier, rev)), "")


def taken_in_gebruik(werkplek: Werkplek) -> frozenset[str]:
    """The tasks that a portfolio in this repository has a ronde with."""
    if werkplek.portfolios is None or not werkplek.portfolios.is_dir():
        return frozenset()
    rondes = (Path(pad).name for pad in werkplek.portfolios.glob("*/leerdoelen/*/*") if is_ronde(pad.name))
    return frozenset(variant for naam in rondes for variant in _taak_van(naam))


def _taak_van(ronde: str) -> tuple[str, ...]:
    """The task in the name of a ronde; a second ronde on one day ends in a number."""
    taak = ronde[_DATUM:]
    voor, _, nummer = taak.rpartition("-")
    return (taak, voor) if nummer.isdigit() and voor else (taak,)


def _lees(inhoud: bytes, pad: str) -> Taak | None:
    """An earlier version as far as it can be read; None when it was no task."""
    try:
        document = lees_document(decodeer(inhoud, pad), pad, inhoud)
    except LeerwerkFout:
        return None
    taak, _ = build_taak(document, lees_secties(document))
    return taak if taak.id else None
