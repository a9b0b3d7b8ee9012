"""Een eigen taak voorstellen: a branch in the bank with the task on it, ready for a pull request.

Nothing of the portfolio but the text of the task, and the sources it cites, goes into the bank's repository.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from leerwerk.actions.taak_aanpassen import AFKOMST, check_afkomst
from leerwerk.domain.taak import Taak, bronnen_van
from leerwerk.domain.velden import TAAK
from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.store.bestanden import decodeer, lees_tekst
from leerwerk.store.bronnen import blok, lees_bronnen, met_bronnen
from leerwerk.store.herschrijver import zet_veld
from leerwerk.store.opmaak import in_vorm
from leerwerk.store.plaatsen import BRONNEN, Werkplek, check_id, eigen_taken, toon_pad
from leerwerk.store.taken import nieuwe_plek, parse_taak
from leerwerk.vastleggen import Boom, Tak, basis, leg_op_tak

VOORVOEGSEL = "taak/"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """The branch, the files on it, and the sources that the task cites and nobody described."""

    taak: Taak
    tak: Tak
    wortel: Path
    bestanden: tuple[Path, ...]
    onbekend: tuple[str, ...]


def stel_voor(werkplek: Werkplek, map: Path, id: str) -> Voorstel:
    """Put the student's own task `id` on a branch of the bank. Raises Geweigerd and MachineWeigert."""
    taken = _taken(werkplek)
    taak, tekst = _eigen(map, id)
    boom = basis(taken.parent)
    pad = next((pad for pad in boom.bestanden(taken) if pad.name == f"{id}.md"), None)
    if pad and taak.gebaseerd_op:
        boom = boom.toen(pad, taak.afkomst[1])
    pad = pad or nieuwe_plek(werkplek, taak)
    inhoud = tekst.encode("utf-8")
    if boom.inhoud(pad) == inhoud:
        raise Geweigerd(
            "Jouw tekst is gelijk aan die in de bank: er is niets voor te stellen.",
            waar=toon_pad(eigen_taken(map) / f"{id}.md"),
            nu=f"Pas hem eerst aan met: leerwerk taak aanpassen {id}",
        )
    erbij, onbekend = _bronnen(boom, taken, map, taak)
    bestanden = {pad: inhoud, **erbij}
    tak = leg_op_tak(boom, f"{VOORVOEGSEL}{id}", _boodschap(taak), bestanden)
    return Voorstel(taak, tak, taken.parent, tuple(bestanden), onbekend)


def _taken(werkplek: Werkplek) -> Path:
    if werkplek.wortel is None:
        raise MachineWeigert(
            "Hier is geen leerwerktakenbank om iets aan voor te stellen.",
            waar=toon_pad(werkplek.hier),
            nu="Ga naar de map van je opleidingsschool, of wijs haar aan met -C MAP.",
        )
    return werkplek.wortel / "taken"


def _eigen(map: Path, id: str) -> tuple[Taak, str]:
    """The own task, and its text as the bank would have it."""
    check_id(id, "taak")
    pad = eigen_taken(map) / f"{id}.md"
    if not pad.is_file():
        raise Geweigerd(
            f"Je hebt geen eigen taak `{id}`.",
            waar=toon_pad(eigen_taken(map)),
            nu=f"Maak een eigen versie met leerwerk taak aanpassen {id}, of een nieuwe met leerwerk taak nieuw.",
        )
    tekst, inhoud = lees_tekst(pad, map)
    taak = parse_taak(inhoud, toon_pad(pad))
    if taak.gebaseerd_op:
        check_afkomst(taak, toon_pad(pad))
    return taak, in_vorm(zet_veld(tekst, TAAK, AFKOMST, ()), toon_pad(pad))


def _bronnen(boom: Boom, taken: Path, map: Path, taak: Taak) -> tuple[Mapping[Path, bytes], tuple[str, ...]]:
    """The bank's bronnen.yaml with the student's own sources that the task cites; and keys nobody knows."""
    pad = taken / BRONNEN
    huidig = decodeer(boom.inhoud(pad) or b"", toon_pad(pad))
    bekend = {bron.id for bron in lees_bronnen(huidig, toon_pad(pad))}
    nodig = [sleutel for sleutel in bronnen_van(taak) if sleutel not in bekend]
    eigen = dict(_blokken(eigen_taken(map) / BRONNEN, nodig))
    onbekend = tuple(sleutel for sleutel in nodig if sleutel not in eigen)
    if not eigen:
        return {}, onbekend
    return {pad: met_bronnen(huidig, eigen, toon_pad(pad)).encode("utf-8")}, onbekend


def _blokken(pad: Path, sleutels: list[str]) -> Iterator[tuple[str, str]]:
    if pad.is_file():
        tekst, _ = lees_tekst(pad, pad.parent)
        bronnen = lees_bronnen(tekst, toon_pad(pad))
        yield from ((bron.id, blok(tekst, bronnen, bron)) for bron in bronnen if bron.id in sleutels)


def _boodschap(taak: Taak) -> str:
    bron, versie = taak.afkomst
    waarvan = f"\n\nEen eigen versie van {bron} ({versie[:8]}), gemaakt en geoefend door een student." if bron else ""
    return f"Taak voorgesteld: {taak.titel}{waarvan}\n"
