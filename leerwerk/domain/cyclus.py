"""The learning cycle: which phase is due, what may follow, and what is refused and why.

Pure: no files, no Git, no clock. The student and the werkplekbegeleider decide;
what is refused here is only what would make the next conversation empty: a
reflection on a lesson that was not given, mastery that nobody saw.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from leerwerk.domain.fase import LEERDOEL, REFLECTEREN, UITVOEREN, VOORBEREIDEN, Fase
from leerwerk.domain.portfolio import Leerdoel, Observatie, Portfolio, Reflectie, Ronde, Vervolg
from leerwerk.domain.taak import Taak
from leerwerk.domain.waarden import lijkt_op
from leerwerk.errors import Geweigerd


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


def check_begeleiders(portfolio: Portfolio, ids: Collection[str]) -> None:
    """Refuse a name in `samen_met` that is no werkplekbegeleider of this student."""
    bekend = tuple(wie.id for wie in portfolio.werkplekbegeleiders)
    for id in ids:
        if id not in bekend:
            bedoeld = lijkt_op(id, bekend)
            raise Geweigerd(
                f"`{id}` staat niet als werkplekbegeleider in je portfolio.",
                waar="portfolio.md",
                nu=f"Bedoel je `{bedoeld}`?" if bedoeld else f"Kies uit: {', '.join(bekend)}.",
            )


def check_voorbereiden(leerdoel: Leerdoel) -> None:
    """Refuse to prepare for a goal that nobody would see happen."""
    if not leerdoel.gedrag:
        raise Geweigerd(
            f"Bij het leerdoel '{leerdoel.tekst}' staat nog niet wat we je dan zien doen.",
            nu=f'Bespreek dat samen, en dan: leerwerk doel --leerdoel {leerdoel.id} --gedrag "…"',
        )


def check_uitvoeren(ronde: Ronde) -> None:
    """Refuse a second lesson in one ronde: another lesson is another ronde."""
    if ronde.uitvoering:
        raise Geweigerd(
            f"De les van de ronde {ronde.id} staat al in je portfolio.",
            nu="Gaf je nog een les? Begin een nieuwe ronde: leerwerk voorbereiden "
            f"{ronde.voorbereiding.taak} --nieuwe-ronde",
        )


def check_observeren(ronde: Ronde) -> None:
    """Refuse an observation of a lesson that was not given yet."""
    if ronde.uitvoering is None:
        raise Geweigerd(f"De les van de ronde {ronde.id} is nog niet gegeven.", nu="Eerst nog: leerwerk uitvoeren")


def check_observatie(portfolio: Portfolio, ronde: Ronde, observatie: Observatie, taak: Taak) -> None:
    """Refuse an observation by nobody we know, or of kijkpunten that the task does not have."""
    check_observeren(ronde)
    if (observatie.rol == "student") != (observatie.wie == portfolio.student):
        raise Geweigerd(
            "De rol `student` is voor je eigen blik, en je eigen blik heeft geen andere rol.",
            nu=f"Keek je zelf terug? --wie {portfolio.student}. Keek er een medestudent? --rol collega",
        )
    if observatie.rol == "werkplekbegeleider":
        check_begeleiders(portfolio, (observatie.wie,))
    bekend = tuple(kijkpunt.id for kijkpunt in taak.kijkpunten())
    for id in (*observatie.kijkpunten, *observatie.notities):
        if id not in bekend:
            bedoeld = lijkt_op(id, bekend)
            raise Geweigerd(
                f"De taak '{taak.titel}' heeft geen kijkpunt `{id}`.",
                nu=f"Bedoel je `{bedoeld}`?" if bedoeld else _kies_uit(bekend),
            )
    if not any((*observatie.kijkpunten, *observatie.notities, *observatie.teksten)):
        raise Geweigerd("In deze observatie staat nog niets.", nu="Schrijf bij een kijkpunt op wat je zag of hoorde.")


def opnieuw_voor_te_bereiden(leerdoel: Leerdoel, taak: str) -> Ronde | None:
    """The ronde that still waits for its lesson with this task: preparing again changes it."""
    ronde = leerdoel.laatste_ronde
    wacht = ronde and ronde.uitvoering is None and ronde.voorbereiding.taak == taak
    return ronde if wacht else None


def check_gesprek(ronde: Ronde) -> None:
    """Refuse a conversation about a lesson that was not given, or that was held already."""
    check_observeren(ronde)
    if ronde.reflectie:
        raise Geweigerd(
            f"Over de les van de ronde {ronde.id} hebben jullie al gereflecteerd.",
            nu="Verder praten kan altijd: vul reflectie.md aan, of begin een nieuwe ronde met "
            f"leerwerk voorbereiden {ronde.voorbereiding.taak}",
        )


def is_gezien(ronde: Ronde) -> bool:
    """Whether somebody else than the student watched the lesson."""
    return any(observatie.van_ander for observatie in ronde.observaties)


def check_reflecteren(portfolio: Portfolio, ronde: Ronde, reflectie: Reflectie) -> None:
    """Refuse a reflection that the pair cannot stand by; each refusal says what would be right."""
    check_gesprek(ronde)
    check_begeleiders(portfolio, reflectie.samen_met)
    _check_onderdelen(ronde, reflectie.onderdelen)
    gezien = is_gezien(ronde)
    if not gezien and not reflectie.zonder_observatie:
        raise Geweigerd(
            "Er is nog geen observatie van deze les.",
            nu="Neem die eerst over met leerwerk observeren. Keek er niemand? Zeg dan waarom: "
            '--zonder-observatie "…"',
        )
    if reflectie.onderdelen and not reflectie.samen_met:
        raise Geweigerd(
            "Wat je beheerst en wat je nog oefent, stellen jullie samen vast.",
            nu="Zeg met wie je het besprak: --samen-met",
        )
    if not gezien and "beheerst" in reflectie.onderdelen.values():
        raise Geweigerd(
            "Niemand zag deze les, dus `beheerst` kan nu niet.",
            nu="Houd het op `nog oefenen` en vraag je werkplekbegeleider om bij een volgende les te kijken.",
        )
    _check_vervolgen(ronde, reflectie.volgende)


def _check_onderdelen(ronde: Ronde, onderdelen: Collection[str]) -> None:
    for onderdeel in onderdelen:
        if onderdeel not in ronde.voorbereiding.onderdelen:
            raise Geweigerd(
                f"Het onderdeel `{onderdeel}` hoorde niet bij deze ronde.",
                nu=f"Deze ronde ging over: {', '.join(ronde.voorbereiding.onderdelen)}.",
            )


def _check_vervolgen(ronde: Ronde, vervolgen: Collection[Vervolg]) -> None:
    if not vervolgen:
        raise Geweigerd(
            "Er is nog geen volgende stap gekozen.",
            nu="Kies samen: --volgende opnieuw, onderdeel, aanvullend of nieuw-leerdoel",
        )
    for vervolg in vervolgen:
        if vervolg.stap == "onderdeel" and not vervolg.onderdelen:
            raise Geweigerd(
                "Bij de volgende stap `onderdeel` hoort welk onderdeel.",
                nu=f"Kies uit: {', '.join(ronde.voorbereiding.onderdelen)}.",
            )


@dataclass(frozen=True, slots=True)
class Plek:
    """A ronde, and the leerdoel it belongs to."""

    leerdoel: Leerdoel
    ronde: Ronde

    @property
    def sleutel(self) -> str:
        """What tells this ronde from every other of the portfolio."""
        return f"{self.leerdoel.id}-{self.ronde.id}"


def vind_leerdoel(portfolio: Portfolio, id: str) -> Leerdoel:
    """The leerdoel with this id. Raises Geweigerd with the one that was probably meant."""
    bekend = {leerdoel.id: leerdoel for leerdoel in portfolio.leerdoelen}
    if id not in bekend:
        bedoeld = lijkt_op(id, bekend)
        raise Geweigerd(
            f"Er is geen leerdoel `{id}`.",
            nu=f"Bedoel je `{bedoeld}`?" if bedoeld else _kies_uit(bekend) or "Eerst: leerwerk doel",
        )
    return bekend[id]


def vind_ronde(portfolio: Portfolio, id: str, leerdoel: str = "") -> Plek:
    """The ronde with this id, among those of one leerdoel when it is given. Raises Geweigerd."""
    plekken = {plek.ronde.id: plek for plek in _plekken(portfolio, leerdoel)}
    if id not in plekken:
        raise Geweigerd(f"Er is geen ronde `{id}`.", nu=_kies_uit(plekken) or "Eerst: leerwerk voorbereiden")
    return plekken[id]


def te_geven(portfolio: Portfolio, leerdoel: str = "") -> tuple[Plek, ...]:
    """Per leerdoel the ronde whose lesson may be given now. Raises Geweigerd when there is none."""
    return _passend(portfolio, leerdoel, lambda rondes: rondes[-1:], check_uitvoeren)


def te_observeren(portfolio: Portfolio, leerdoel: str = "") -> tuple[Plek, ...]:
    """Per leerdoel the last lesson that was given. Raises Geweigerd when there is none."""
    return _passend(portfolio, leerdoel, _nieuwste_eerst, check_observeren)


def te_bespreken(portfolio: Portfolio, leerdoel: str = "") -> tuple[Plek, ...]:
    """Per leerdoel the last lesson that was given and not talked about. Raises Geweigerd when there is none."""
    return _passend(portfolio, leerdoel, _nieuwste_eerst, check_gesprek)


def _nieuwste_eerst(rondes: tuple[Ronde, ...]) -> tuple[Ronde, ...]:
    return rondes[::-1]


def _passend(
    portfolio: Portfolio,
    leerdoel: str,
    kandidaten: Callable[[tuple[Ronde, ...]], tuple[Ronde, ...]],
    check: Callable[[Ronde], None],
) -> tuple[Plek, ...]:
    """The first candidate of each leerdoel that passes `check`; else the refusal of the newest."""
    gekozen = (vind_leerdoel(portfolio, leerdoel),) if leerdoel else portfolio.leerdoelen
    passend, weigering = [], _zonder_ronde(gekozen)
    for doel in gekozen:
        for ronde in kandidaten(doel.rondes):
            try:
                check(ronde)
            except Geweigerd as nee:
                weigering = nee
                continue
            passend.append(Plek(doel, ronde))
            break
    if not passend:
        raise weigering
    return tuple(passend)


def _zonder_ronde(leerdoelen: tuple[Leerdoel, ...]) -> Geweigerd:
    if not leerdoelen:
        return Geweigerd("Je hebt nog geen leerdoel vastgesteld.", nu="Eerst: leerwerk doel")
    return Geweigerd("Je hebt nog geen les voorbereid.", nu="Eerst: leerwerk voorbereiden")


def _plekken(portfolio: Portfolio, leerdoel: str) -> Iterator[Plek]:
    for doel in portfolio.leerdoelen:
        if leerdoel in ("", doel.id):
            yield from (Plek(doel, ronde) for ronde in doel.rondes)


def _kies_uit(namen: Collection[str]) -> str:
    return f"Kies uit: {', '.join(namen)}." if namen else ""
