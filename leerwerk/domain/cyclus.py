"""The learning cycle: which phase is due, and what may follow.

Pure: no files, no Git, no clock. The student and the werkplekbegeleider decide;
what they cannot stand by is refused in `domain.weigering`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from leerwerk.domain.fase import LEERDOEL, REFLECTEREN, UITVOEREN, VOORBEREIDEN, Fase
from leerwerk.domain.portfolio import Leerdoel, Portfolio, Ronde, Vervolg


@dataclass(frozen=True, slots=True)
class Optie:
    """Something that may be done now: the words of the command, and why one would."""

    woorden: tuple[str, ...]
    waarom: str


ZONDER_LEERDOEL = (("doel",), ("taken",))


def fase_van(leerdoel: Leerdoel) -> Fase:
    """The phase in which a leerdoel is now."""
    if not leerdoel.gedrag:
        return LEERDOEL
    ronde = leerdoel.laatste_ronde
    if ronde is None or ronde.reflectie:
        return VOORBEREIDEN
    return REFLECTEREN if ronde.uitvoering else UITVOEREN


def is_gezien(ronde: Ronde) -> bool:
    """Whether somebody else than the student watched the lesson."""
    return any(observatie.van_ander for observatie in ronde.observaties)


def opnieuw_voor_te_bereiden(leerdoel: Leerdoel, taak: str) -> Ronde | None:
    """The ronde that still waits for its lesson with this task: preparing again changes it."""
    ronde = leerdoel.laatste_ronde
    wacht = ronde and ronde.uitvoering is None and ronde.voorbereiding.taak == taak
    return ronde if wacht else None


def opties(portfolio: Portfolio, leerdoel: Leerdoel) -> tuple[Optie, ...]:
    """What may be done now for this leerdoel, the most fitting first, as commands that need no further choice."""
    if len(portfolio.leerdoelen) == 1:
        return _opties(leerdoel)
    erbij = ("--leerdoel", leerdoel.id)
    return tuple(
        Optie((*optie.woorden, *erbij), optie.waarom) if optie.woorden not in ZONDER_LEERDOEL else optie
        for optie in _opties(leerdoel)
    )


def _opties(leerdoel: Leerdoel) -> tuple[Optie, ...]:
    ronde = leerdoel.laatste_ronde
    if not leerdoel.gedrag:
        return (Optie(("doel", "--gedrag", '"…"'), "Zeg samen wat we je dan zien doen."),)
    if ronde is None:
        return (Optie(("voorbereiden",), "Kies een taak en bereid een les voor."),)
    if ronde.reflectie:
        return tuple(_vervolg(ronde, vervolg) for vervolg in ronde.reflectie.volgende)
    if ronde.uitvoering is None:
        return (
            Optie(("uitvoeren",), "Leg vast hoe de les ging."),
            Optie(("voorbereiden", ronde.voorbereiding.taak), "Pas je voorbereiding aan."),
        )
    return _na_de_les(ronde)


def _na_de_les(ronde: Ronde) -> tuple[Optie, ...]:
    praten = Optie(("reflecteren",), "Bespreek de les met de koppelkaart.")
    opnieuw = Optie(("voorbereiden", ronde.voorbereiding.taak), "Bereid alvast een volgende les voor.")
    if is_gezien(ronde):
        return praten, Optie(("observeren",), "Zet er nog een blik naast, ook die van jezelf."), opnieuw
    return Optie(("observeren",), "Neem over wat je werkplekbegeleider zag."), praten, opnieuw


def _vervolg(ronde: Ronde, vervolg: Vervolg) -> Optie:
    taak = ronde.voorbereiding.taak
    onderdelen = [woord for onderdeel in vervolg.onderdelen for woord in ("--onderdeel", onderdeel)]
    rijen: Mapping[str, Optie] = {
        "opnieuw": Optie(("voorbereiden", taak), "Oefen deze taak opnieuw."),
        "onderdeel": Optie(("voorbereiden", taak, *onderdelen), "Oefen dit deel van de taak opnieuw."),
        "aanvullend": Optie(
            ("voorbereiden", vervolg.taak) if vervolg.taak else ("taken",), "Oefen met een aanvullende taak."
        ),
        "nieuw-leerdoel": Optie(("doel",), "Stel samen een nieuw leerdoel vast."),
    }
    optie = rijen[vervolg.stap]
    return Optie(optie.woorden, vervolg.wat or optie.waarom)
