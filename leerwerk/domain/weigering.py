"""What is refused in the cycle, and why: each refusal says what would be right.

Pure. Only what would make the next conversation empty: a reflection on a lesson
that was not given, mastery that nobody saw.
"""

from collections.abc import Collection

from leerwerk.domain.cyclus import is_gezien
from leerwerk.domain.portfolio import Leerdoel, Observatie, Portfolio, Reflectie, Ronde, Vervolg
from leerwerk.domain.taak import Taak
from leerwerk.domain.waarden import bedoel_je, kies_uit
from leerwerk.errors import Geweigerd


def check_begeleiders(portfolio: Portfolio, ids: Collection[str]) -> None:
    """Refuse a name in `samen_met` that is no werkplekbegeleider of this student."""
    bekend = tuple(wie.id for wie in portfolio.werkplekbegeleiders)
    for id in ids:
        if id not in bekend:
            raise Geweigerd(
                f"`{id}` staat niet als werkplekbegeleider in je portfolio.",
                waar="portfolio.md",
                nu=bedoel_je(id, bekend),
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
    _check_kijker(portfolio, observatie)
    _check_kijkpunten(taak, (*observatie.kijkpunten, *observatie.notities))
    if not any((*observatie.kijkpunten, *observatie.notities, *observatie.teksten)):
        raise Geweigerd("In deze observatie staat nog niets.", nu="Schrijf bij een kijkpunt op wat je zag of hoorde.")


def check_gesprek(ronde: Ronde) -> None:
    """Refuse a conversation about a lesson that was not given, or that was held already."""
    check_observeren(ronde)
    if ronde.reflectie:
        raise Geweigerd(
            f"Over de les van de ronde {ronde.id} hebben jullie al gereflecteerd.",
            nu="Verder praten kan altijd: vul reflectie.md aan, of begin een nieuwe ronde met "
            f"leerwerk voorbereiden {ronde.voorbereiding.taak}",
        )


def check_reflecteren(portfolio: Portfolio, ronde: Ronde, reflectie: Reflectie) -> None:
    """Refuse a reflection that the pair cannot stand by."""
    check_gesprek(ronde)
    check_begeleiders(portfolio, reflectie.samen_met)
    _check_onderdelen(ronde, reflectie.onderdelen)
    _check_kijk(ronde, reflectie)
    _check_besluiten(ronde, reflectie)
    _check_vervolgen(ronde, reflectie.volgende)


def _check_kijker(portfolio: Portfolio, observatie: Observatie) -> None:
    if (observatie.rol == "student") != (observatie.wie == portfolio.student):
        raise Geweigerd(
            "De rol `student` is voor je eigen blik, en je eigen blik heeft geen andere rol.",
            nu=f"Keek je zelf terug? --wie {portfolio.student}. Keek er een medestudent? --rol collega",
        )
    if observatie.rol == "werkplekbegeleider":
        check_begeleiders(portfolio, (observatie.wie,))


def _check_kijkpunten(taak: Taak, ids: Collection[str]) -> None:
    bekend = tuple(kijkpunt.id for kijkpunt in taak.kijkpunten())
    for id in ids:
        if id not in bekend:
            raise Geweigerd(f"De taak '{taak.titel}' heeft geen kijkpunt `{id}`.", nu=bedoel_je(id, bekend))


def _check_onderdelen(ronde: Ronde, onderdelen: Collection[str]) -> None:
    for onderdeel in onderdelen:
        if onderdeel not in ronde.voorbereiding.onderdelen:
            raise Geweigerd(
                f"Het onderdeel `{onderdeel}` hoorde niet bij deze ronde.",
                nu=f"Deze ronde ging over: {', '.join(ronde.voorbereiding.onderdelen)}.",
            )


def _check_kijk(ronde: Ronde, reflectie: Reflectie) -> None:
    if not is_gezien(ronde) and not reflectie.zonder_observatie:
        raise Geweigerd(
            "Er is nog geen observatie van deze les.",
            nu="Neem die eerst over met leerwerk observeren. Keek er niemand? Zeg dan waarom: "
            '--zonder-observatie "…"',
        )


def _check_besluiten(ronde: Ronde, reflectie: Reflectie) -> None:
    if reflectie.onderdelen and not reflectie.samen_met:
        raise Geweigerd(
            "Wat je beheerst en wat je nog oefent, stellen jullie samen vast.",
            nu="Zeg met wie je het besprak: --samen-met",
        )
    if "beheerst" in reflectie.onderdelen.values() and not is_gezien(ronde):
        raise Geweigerd(
            "Niemand zag deze les, dus `beheerst` kan nu niet.",
            nu="Houd het op `nog oefenen` en vraag je werkplekbegeleider om bij een volgende les te kijken.",
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
                nu=kies_uit(ronde.voorbereiding.onderdelen),
            )
