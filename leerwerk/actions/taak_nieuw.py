"""Een nieuwe taak: from an author's answers to a document, in one's own portfolio or in the bank.

In a portfolio it is a step. In the bank it is a file that a trainer commits in a pull request
(docs/besluiten/0012).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.domain.ontwerp import NieuweBron, Onderdeelontwerp, Taakontwerp
from leerwerk.domain.portfolio import Portfolio
from leerwerk.domain.taak import Taak
from leerwerk.domain.tekens import effen, verboden_teken
from leerwerk.eisen.toets import check_passage
from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.bronnen import load_bronnen, met_bronnen, nieuwe_bron
from leerwerk.store.ontsnappen import bescherm
from leerwerk.store.opmaak import in_vorm
from leerwerk.store.plaatsen import BRONNEN, Werkplek, check_id, eigen_taken, toon_pad
from leerwerk.store.schrijver import veldregels
from leerwerk.store.taken import nieuwe_plek, open_bank, parse_taak
from leerwerk.vastleggen import make_folders, write_over
from leerwerk.weergave.sjablonen import render

_BLOKTEKEN = re.compile(r"^[-+*>](?=\s|$)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)")
_WENK = re.compile(r"^[ \t]*<!-- \?.*?-->[ \t]*\n?", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Nieuw:
    """A new task and the file it is in."""

    taak: Taak
    pad: Path


def bronnen(werkplek: Werkplek, map: Path | None) -> tuple[str, ...]:
    """The keys of the sources that a new task may cite: the student's own and the bank's."""
    return tuple(load_bronnen(_bronmappen(werkplek, map)))


def check_vrij(werkplek: Werkplek, map: Path | None, id: str) -> None:
    """Refuse an id that is none, or that a task already has."""
    check_id(id, "taak")
    if id in open_bank(werkplek, map).bestanden():
        raise Geweigerd(
            f"Er is al een taak `{id}`.",
            nu=f"Kies een andere titel, of pas die taak aan met: leerwerk taak aanpassen {id}",
        )


def raad(veld: str, tekst: str) -> str:
    """What the didactic eisen say about an answer that will stand in `veld`; '' when they keep silent."""
    for _, treffer in check_passage(tekst, veld):
        return f"`{tekst[treffer.begin : treffer.eind]}`: {treffer.uitleg.waarom} {treffer.uitleg.hulp}"
    return ""


def maak_tekst(werkplek: Werkplek, id: str, ontwerp: Taakontwerp) -> str:
    """The document of a design; what is still open in it has a hint that `lees` takes away."""
    return render(
        werkplek.mappen("templates"),
        "stappen/taak.md.j2",
        kop=[regel for naam, waarde in _kop(id, ontwerp).items() for regel in _veldregels(naam, waarde)],
        inleiding=bescherm(ontwerp.inleiding),
        voorbereiden=_punten(ontwerp.voorbereiden),
        uitvoeren=_punten(ontwerp.uitvoeren),
        onderdelen=[deel if isinstance(deel, str) else _beschermd(deel) for deel in ontwerp.onderdelen],
        reflecteren=_punten(ontwerp.reflecteren),
    )


def lees(tekst: str, waar: str, id: str = "") -> tuple[Taak, bytes]:
    """The task in a text, and its bytes in canonical form. Raises Geweigerd for what cannot be read as a task."""
    tekst = effen(_WENK.sub(lambda wenk: "\n" * wenk.group().count("\n"), tekst))
    if teken := verboden_teken(tekst):
        raise Geweigerd(f"In de tekst staat een onzichtbaar stuurteken ({teken}).", waar=waar, nu="Haal het weg.")
    taak = parse_taak(f"{tekst}\n".encode(), waar)
    if id and taak.id != id:
        raise Geweigerd(
            f"In deze tekst is de id `{taak.id}`, en jij vroeg om `{id}`.", waar=waar, nu="Maak ze gelijk."
        )
    for onderdeel in taak.onderdelen:
        if not onderdeel.id:
            raise Geweigerd(
                "Dit onderdeel heeft nog geen titel.",
                waar=f"{waar}:{onderdeel.titel.regelnummer}",
                nu="Schrijf achter `## Onderdeel:` in een paar woorden wat je oefent.",
            )
    return taak, in_vorm(tekst, waar).encode("utf-8")


def bewaar_eigen(werkplek: Werkplek, map: Path, inhoud: bytes, erbij: Sequence[NieuweBron] = ()) -> Nieuw:
    """Add a task to the student's own, as one step. Raises as `check_vrij` and `leg_vast`."""
    taak = parse_taak(inhoud, "nieuw.md")
    pad = eigen_taken(map) / f"{taak.id}.md"

    def besluit(_: Portfolio) -> Besluit:
        check_vrij(werkplek, map, taak.id)
        return Besluit(f"Eigen taak bedacht: {taak.titel}", {pad: inhoud, **_met_bronnen(eigen_taken(map), erbij)})

    leg_vast(map, besluit)
    return Nieuw(taak, pad)


def bewaar_in_bank(werkplek: Werkplek, inhoud: bytes, erbij: Sequence[NieuweBron] = ()) -> Nieuw:
    """Write a task in the bank's folder, for its author to commit. Raises as `check_vrij`, and MachineWeigert."""
    taak = parse_taak(inhoud, "nieuw.md")
    taken = bank_map(werkplek)
    check_vrij(werkplek, None, taak.id)
    pad = nieuwe_plek(werkplek, taak)
    try:
        make_folders(pad.parent)
        for bestand, tekst in {**_met_bronnen(taken, erbij), pad: inhoud}.items():
            write_over(bestand, tekst)
    except OSError as fout:
        raise MachineWeigert(
            f"De taak is niet opgeslagen: {fout.strerror}.", waar=toon_pad(pad), nu="Mag je in deze map schrijven?"
        ) from fout
    return Nieuw(taak, pad)


def bank_map(werkplek: Werkplek) -> Path:
    """The folder of the bank. Raises MachineWeigert outside a content repository."""
    if werkplek.wortel is None:
        raise MachineWeigert(
            "Hier is geen leerwerktakenbank.",
            waar=toon_pad(werkplek.hier),
            nu="Ga naar de map van je opleidingsschool, of wijs haar aan met -C MAP.",
        )
    return werkplek.wortel / "taken"


def _met_bronnen(map: Path, erbij: Sequence[NieuweBron]) -> Mapping[Path, bytes]:
    """The bronnen.yaml of a folder with these sources; nothing when there are none."""
    if not erbij:
        return {}
    pad = map / BRONNEN
    tekst = lees_tekst(pad, map)[0] if pad.exists() else ""
    blokken = {bron.sleutel: nieuwe_bron(bron.sleutel, bron.auteurs, bron.jaar, bron.titel) for bron in erbij}
    return {pad: met_bronnen(tekst, blokken, toon_pad(pad)).encode("utf-8")}


def _bronmappen(werkplek: Werkplek, map: Path | None) -> tuple[Path, ...]:
    return open_bank(werkplek, map).mappen


def _beschermd(deel: Onderdeelontwerp) -> Onderdeelontwerp:
    return replace(
        deel,
        theorie=bescherm(deel.theorie),
        handvatten=_punten(deel.handvatten),
        kijkpunten=tuple(replace(punt, tekst=_punten((punt.tekst,))[0]) for punt in deel.kijkpunten),
    )


def _punten(teksten: Sequence[str]) -> tuple[str, ...]:
    """Texts for list items: what would begin a block of its own stays text."""
    return tuple(_BLOKTEKEN.sub(r"\\\g<0>", bescherm(tekst)) for tekst in teksten)


def _kop(id: str, ontwerp: Taakontwerp) -> dict[str, object]:
    return {
        "id": id,
        "titel": ontwerp.titel,
        "soort": ontwerp.soort,
        "vakken": ontwerp.vakken,
        "studiejaren": ontwerp.studiejaren,
        "status": ontwerp.status,
        "gedrag": ontwerp.gedrag,
        "leerdoelen": ontwerp.leerdoelen,
        "trefwoorden": ontwerp.trefwoorden,
    }


def _veldregels(naam: str, waarde: object) -> list[str]:
    return veldregels(naam, waarde, "") if waarde else [f"{naam}: []"] if waarde == () else [f"{naam}:"]
