"""Les voorbereiden: begin a ronde with a task, or prepare again before the lesson."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from leerwerk.actions.stap import Besluit, leg_vast
from leerwerk.actions.taak import taak_van_ronde, vind_bestand
from leerwerk.actions.taaktekst import te_bewaren
from leerwerk.domain import velden
from leerwerk.domain.cyclus import opnieuw_voor_te_bereiden
from leerwerk.domain.plek import vind_leerdoel, vind_ronde
from leerwerk.domain.portfolio import Leerdoel, Portfolio, Ronde, Voorbereiding
from leerwerk.domain.taak import Taak, zonder_verwijzingen
from leerwerk.domain.waarden import lijkt_op
from leerwerk.domain.weigering import check_voorbereiden
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.herschrijver import herschrijf
from leerwerk.store.plaatsen import TAAKTEKST, VOORBEREIDING, Werkplek, ronde_id, ronde_map
from leerwerk.store.schrijver import schrijf_document
from leerwerk.store.taken import Taakbestand

_KORTE_NAAM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9]+")


@dataclass(frozen=True, slots=True)
class Keuze:
    """The task to practise: as it is in a file now, or as the ronde that waits for its lesson began with it.

    `anders` when the version of that ronde is gone and today's stands in for it.
    """

    taak: Taak
    bestand: Taakbestand | None = None
    ronde: Ronde | None = None
    anders: bool = False


@dataclass(frozen=True, slots=True)
class Voornemen:
    """What the student means to do for a leerdoel, and the file that the task was read from."""

    leerdoel: str
    voorbereiding: Voorbereiding
    bestand: Taakbestand | None
    nieuwe_ronde: bool = False


@dataclass(frozen=True, slots=True)
class Voorbereid:
    """What came of it: the ronde, whether it was there already, and where the text of its task was kept."""

    portfolio: Portfolio
    ronde: Ronde
    opnieuw: bool
    taaktekst: Path | None


@dataclass(frozen=True, slots=True)
class _Stap:
    """A decision under the lock: which ronde, and what is written."""

    ronde: str
    besluit: Besluit
    opnieuw: bool = False
    taaktekst: Path | None = None


def kies_taak(werkplek: Werkplek, map: Path, doel: Leerdoel, id: str, nieuwe_ronde: bool) -> Keuze:
    """The task `id`, in the version of the ronde that waits for its lesson. Raises as `vind_taak`."""
    wachtend = None if nieuwe_ronde else opnieuw_voor_te_bereiden(doel, id)
    if wachtend:
        rondetaak = taak_van_ronde(werkplek, map, wachtend.voorbereiding)
        return Keuze(rondetaak.taak, ronde=wachtend, anders=rondetaak.anders)
    bestand = vind_bestand(werkplek, map, id)
    return Keuze(bestand.taak, bestand)


def bereid_voor(werkplek: Werkplek, map: Path, voornemen: Voornemen) -> Voorbereid:
    """Record a preparation: in the ronde that still waits for its lesson, else in a new one.

    Raises as `leg_vast`.
    """
    gezet: list[_Stap] = []

    def besluit(portfolio: Portfolio) -> Besluit:
        doel = vind_leerdoel(portfolio, voornemen.leerdoel)
        check_voorbereiden(doel)
        taak = voornemen.voorbereiding.taak
        wachtend = None if voornemen.nieuwe_ronde else opnieuw_voor_te_bereiden(doel, taak)
        stap = _pas_aan(map, voornemen, wachtend) if wachtend else _begin(werkplek, map, portfolio, voornemen)
        gezet.append(stap)
        return stap.besluit

    portfolio = leg_vast(map, besluit)
    stap = gezet[-1]
    ronde = vind_ronde(portfolio, stap.ronde, voornemen.leerdoel).ronde
    return Voorbereid(portfolio, ronde, stap.opnieuw, stap.taaktekst)


def _pas_aan(map: Path, voornemen: Voornemen, wachtend: Ronde) -> _Stap:
    """Change a preparation; the ronde keeps the task it began with."""
    pad = ronde_map(map, voornemen.leerdoel, wachtend.id) / VOORBEREIDING
    tekst, _ = lees_tekst(pad, map)
    vernieuwd = replace(voornemen.voorbereiding, taakversie=wachtend.voorbereiding.taakversie)
    inhoud = herschrijf(tekst, velden.VOORBEREIDING, vernieuwd)
    return _Stap(wachtend.id, Besluit(f"Voorbereiding aangepast: {vernieuwd.taak}", {pad: inhoud}), opnieuw=True)


def _begin(werkplek: Werkplek, map: Path, portfolio: Portfolio, voornemen: Voornemen) -> _Stap:
    """Begin a ronde, with the text of its task when no commit is sure to keep that."""
    voorbereiding = voornemen.voorbereiding
    rondes = vind_leerdoel(portfolio, voornemen.leerdoel).rondes
    id = ronde_id(voorbereiding.op, voorbereiding.taak, [ronde.id for ronde in rondes])
    ronde = ronde_map(map, voornemen.leerdoel, id)
    bestanden = {ronde / VOORBEREIDING: schrijf_document(velden.VOORBEREIDING, voorbereiding)}
    tekst = voornemen.bestand and te_bewaren(werkplek, map, portfolio, voornemen.bestand)
    if tekst:
        bestanden[ronde / TAAKTEKST] = tekst
    besluit = Besluit(f"Les voorbereid: {voorbereiding.taak}", bestanden)
    return _Stap(id, besluit, taaktekst=ronde / TAAKTEKST if tekst else None)


def kies_handvatten(taak: Taak, gekozen: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of the chosen handvatten: `terugblik-2` names one of the task, other text is the student's own."""
    bekend = handvatten(taak, tuple(onderdeel.id for onderdeel in taak.onderdelen))
    for keuze in gekozen:
        if keuze not in bekend and _KORTE_NAAM.fullmatch(keuze):
            bedoeld = lijkt_op(keuze, bekend)
            raise Geweigerd(
                f"De taak '{taak.titel}' heeft geen handvat `{keuze}`.",
                nu=f"Bedoel je `{bedoeld}`? Je mag ook zelf een handvat opschrijven.",
            )
    return tuple(bekend.get(keuze, keuze) for keuze in gekozen)


def handvatten(taak: Taak, onderdelen: tuple[str, ...]) -> dict[str, str]:
    """The handvatten of the chosen onderdelen by short name, as one line of text without citations."""
    return {
        f"{onderdeel.id}-{nummer}": zonder_verwijzingen(handvat)
        for onderdeel in taak.onderdelen
        if onderdeel.id in onderdelen
        for nummer, handvat in enumerate(onderdeel.handvatten, 1)
    }
