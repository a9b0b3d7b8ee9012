"""Een taak aanpassen: a student's own version, that remembers which version of the bank it began with."""

from dataclasses import dataclass
from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.actions.taak import vind_taak
from leerwerk.domain.portfolio import Portfolio
from leerwerk.domain.taak import Taak
from leerwerk.domain.tekens import effen, verboden_teken
from leerwerk.domain.velden import TAAK
from leerwerk.domain.waarden import VERSIE, is_id
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import lees_bytes, lees_tekst
from leerwerk.store.herschrijver import zet_veld
from leerwerk.store.plaatsen import Werkplek, eigen_taken, toon_pad
from leerwerk.store.taken import load_taak, open_bank, parse_taak, vind_bestand

AFKOMST = "gebaseerd_op"


@dataclass(frozen=True, slots=True)
class Begin:
    """What there is to adapt: the task, its text as it will begin, and the own file (None: not there yet)."""

    taak: Taak
    tekst: str
    pad: Path
    vorige: bytes | None


@dataclass(frozen=True, slots=True)
class Aangepast:
    """What came of it; `veranderd` is False when nothing was different."""

    taak: Taak
    pad: Path
    veranderd: bool
    nieuw: bool


def begin(werkplek: Werkplek, map: Path, id: str) -> Begin:
    """The own version of task `id` when there is one, else the bank's. Raises as `vind_taak`."""
    taak = vind_taak(werkplek, map, id)
    bron, wortel = vind_bestand(open_bank(werkplek, map), id)
    tekst, inhoud = lees_tekst(bron, wortel)
    pad = eigen_taken(map) / f"{id}.md"
    if wortel == eigen_taken(map):
        return Begin(taak, tekst, bron, inhoud)
    return Begin(taak, _met_afkomst(tekst, f"{id}@{taak.versie}"), pad, None)


def pas_aan(map: Path, begonnen: Begin, tekst: str, waar: str = "") -> Aangepast:
    """Record `tekst`, which stands in `waar`, as the student's own version. Raises as `lees` and `leg_vast`."""
    taak, inhoud = lees(begonnen, tekst, waar or toon_pad(begonnen.pad))
    nieuw = begonnen.vorige is None
    if inhoud == _inhoud(begonnen.tekst):
        return Aangepast(taak, begonnen.pad, veranderd=False, nieuw=nieuw)

    def besluit(_: Portfolio) -> Besluit:
        check_ongewijzigd(map, begonnen)
        wat = "Eigen versie van een taak" if nieuw else "Eigen taak aangepast"
        return Besluit(f"{wat}: {taak.titel}", {begonnen.pad: inhoud})

    leg_vast(map, besluit)
    return Aangepast(taak, begonnen.pad, veranderd=True, nieuw=nieuw)


def neem_stand_over(werkplek: Werkplek, map: Path, id: str) -> Aangepast:
    """Say that the own version of `id` takes account of what the bank says today; its text stays.

    Raises Geweigerd when there is no own version of a task of the bank.
    """
    begonnen = begin(werkplek, map, id)
    bron, _ = begonnen.taak.afkomst
    if begonnen.vorige is None or not bron:
        raise Geweigerd(
            f"Je hebt geen eigen versie van de taak `{id}`.", nu=f"Maak er een met: leerwerk taak aanpassen {id}"
        )
    versie = load_taak(open_bank(werkplek), bron).versie
    return pas_aan(map, begonnen, _met_afkomst(begonnen.tekst, f"{bron}@{versie}"))


def lees(begonnen: Begin, tekst: str, waar: str) -> tuple[Taak, bytes]:
    """The task in an adapted text, and the bytes to keep. Raises Geweigerd only for what cannot be read as a task.

    A text that does not say what it is based on gets what it began with.
    """
    tekst = effen(tekst)
    if teken := verboden_teken(tekst):
        raise Geweigerd(f"In de tekst staat een onzichtbaar stuurteken ({teken}).", waar=waar, nu="Haal het weg.")
    taak = parse_taak(_inhoud(tekst), waar)
    if taak.id != begonnen.taak.id:
        raise Geweigerd(
            f"In deze tekst is de id `{taak.id}`, en de taak heet `{begonnen.taak.id}`.",
            waar=waar,
            nu="De id van een taak blijft altijd hetzelfde. Wil je een andere taak: leerwerk taak nieuw",
        )
    if taak.gebaseerd_op:
        check_afkomst(taak, waar)
    elif afkomst := _afkomst(begonnen):
        tekst = _met_afkomst(tekst, afkomst)
    inhoud = _inhoud(tekst)
    return parse_taak(inhoud, waar), inhoud


def check_afkomst(taak: Taak, waar: str) -> None:
    """Refuse a `gebaseerd_op` that names no task and version."""
    id, versie = taak.afkomst
    if not (is_id(id) and VERSIE.fullmatch(versie)):
        raise Geweigerd(
            f"Bij `{AFKOMST}` staat geen taak met een versie.",
            waar=waar,
            nu="Laat deze regel zoals hij was, of haal hem weg: dan komt hij vanzelf terug.",
        )


def check_ongewijzigd(map: Path, begonnen: Begin) -> None:
    """Refuse when the own file is no longer what the change began with."""
    nu = lees_bytes(begonnen.pad, map) if begonnen.pad.exists() else None
    if nu != begonnen.vorige:
        raise Geweigerd(
            "Deze taak is intussen op een andere plek aangepast.",
            waar=toon_pad(begonnen.pad),
            nu="Kijk wat er nu staat en geef het commando opnieuw.",
        )


def _afkomst(begonnen: Begin) -> str:
    if begonnen.vorige is None:
        return f"{begonnen.taak.id}@{begonnen.taak.versie}"
    return begonnen.taak.gebaseerd_op


def _met_afkomst(tekst: str, afkomst: str) -> str:
    return zet_veld(tekst, TAAK, AFKOMST, [f"{AFKOMST}: {afkomst}"])


def _inhoud(tekst: str) -> bytes:
    return (effen(tekst) + "\n").encode("utf-8")
