"""`leerwerk reflecteren`: het gesprek met de koppelkaart."""

from dataclasses import asdict, replace
from datetime import date
from functools import partial
from typing import Annotated, Any

import typer

from leerwerk.cli import aanvullen
from leerwerk.cli.gespreksvragen import ALLEEN, lees_besluiten, lees_vervolg, titels_van, vraag
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.invoer import Invoer
from leerwerk.cli.opties import Bewerk, Datum, LeerdoelId, RondeId, SamenMet, Student
from leerwerk.cli.overnemen import Formulieren, bevestig, lees_gesprek, vind_doel
from leerwerk.cli.sessie import Sessie, kies_ronde, open_sessie, toon_vervolg
from leerwerk.cli.uit import zeg
from leerwerk.cli.waarden import in_het_verleden, lees_datum, lees_proza, lees_regel
from leerwerk.domain import velden
from leerwerk.domain.plek import Plek, te_bespreken, vind_leerdoel
from leerwerk.domain.portfolio import Reflectie, Vervolg
from leerwerk.domain.weigering import check_gesprek

app = maak_app()

Besluit = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", help="Dit onderdeel beheers je.", autocompletion=aanvullen.onderdelen),
]


@app.command(cls=Opdracht)
def reflecteren(
    moment: Annotated[str, typer.Option(metavar="TEKST", help="Een moment uit de les.")] = "",
    handvat: Annotated[str, typer.Option(metavar="TEKST", help="Welk handvat je gebruikte, en wat dat deed.")] = "",
    theorie: Annotated[str, typer.Option(metavar="TEKST", help="Welke theorie het helpt begrijpen.")] = "",
    alternatief: Annotated[str, typer.Option(metavar="TEKST", help="Wat je nog meer had kunnen doen.")] = "",
    samen_met: SamenMet = None,
    beheerst: Besluit = None,
    nog_oefenen: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Dit onderdeel oefen je nog.", autocompletion=aanvullen.onderdelen),
    ] = None,
    volgende: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STAP",
            help="opnieuw, onderdeel[:ID,ID], aanvullend[:TAAK] of nieuw-leerdoel.",
        ),
    ] = None,
    zonder_observatie: Annotated[str, typer.Option(metavar="REDEN", help="Waarom er niemand bij de les keek.")] = "",
    datum: Datum = "",
    leerdoel: LeerdoelId = "",
    ronde: RondeId = "",
    formulier: Formulieren = None,
    bewerk: Bewerk = False,
    student: Student = "",
) -> None:
    """Bespreek samen de les met de koppelkaart.

    Koppel theorie en praktijk, stel per onderdeel samen vast wat je beheerst en wat je nog oefent, en kies de
    volgende stap. Een paar regels per vraag is genoeg.

    Opties met tekst nemen ook - (lees van de invoer) en @bestand.
    """
    sessie = open_sessie(student, stap=True)
    ingevuld: dict[str, Any] = {}
    if formulier:
        gesprek = lees_gesprek(sessie, formulier, leerdoel, ronde)
        if gesprek is None or _is_aanvulling(sessie, *gesprek):
            return
        leerdoel, ronde, ingevuld = gesprek[0].leerdoel.id, gesprek[0].ronde.id, gesprek[1]
    plek = kies_ronde(sessie, ronde, leerdoel, te_bespreken, check_gesprek)
    besluiten = lees_besluiten(beheerst or [], nog_oefenen or [])
    gegeven: dict[str, Any] = {
        "zonder_observatie": lees_regel(zonder_observatie, "--zonder-observatie"),
        "moment": lees_proza(moment, "--moment"),
        "handvat": lees_proza(handvat, "--handvat"),
        "theorie": lees_proza(theorie, "--theorie"),
        "alternatief": lees_proza(alternatief, "--alternatief"),
        "samen_met": tuple(samen_met or ()),
        "onderdelen": besluiten,
        "volgende": tuple(lees_vervolg(woorden, besluiten) for woorden in volgende or ()),
    }
    gegeven = {**gegeven, **{naam: gegeven.get(naam) or waarde for naam, waarde in ingevuld.items()}}
    _check_vervolgen(sessie, plek, gegeven["volgende"])
    op = None if datum else ingevuld.get("op")
    _leg_vast(sessie, plek, gegeven, op or lees_datum(datum), Invoer(sessie, velden.REFLECTIE, plek.sleutel, bewerk))


def _leg_vast(sessie: Sessie, plek: Plek, gegeven: dict[str, Any], op: date, invoer: Invoer) -> None:
    from leerwerk.actions.reflecteren import leg_gesprek_vast

    antwoorden = invoer.lees(_voor_editor(gegeven), op, partial(vraag, sessie, plek, gegeven), _wenken(plek))
    reflectie = _reflectie(antwoorden, gegeven)
    _check_vervolgen(sessie, plek, reflectie.volgende)
    if reflectie.formulieren:
        _toon_gesprek(antwoorden)
        bevestig()
    portfolio = leg_gesprek_vast(sessie.map, plek.leerdoel.id, plek.ronde.id, reflectie)
    invoer.klaar()
    _toon_besluiten(sessie, plek, reflectie)
    toon_vervolg(portfolio, vind_leerdoel(portfolio, plek.leerdoel.id))


def _reflectie(antwoorden: dict[str, Any], gegeven: dict[str, Any]) -> Reflectie:
    volgende = tuple(v if isinstance(v, Vervolg) else Vervolg(**v) for v in antwoorden["volgende"])
    return Reflectie(
        op=in_het_verleden(antwoorden["op"]),
        volgende=_met_woorden(volgende, gegeven.get("wat", "")),
        samen_met=tuple(wie for wie in antwoorden.get("samen_met") or () if wie != ALLEEN),
        onderdelen=antwoorden.get("onderdelen") or {},
        zonder_observatie=antwoorden.get("zonder_observatie") or "",
        teksten={vak.naam: tekst for vak in velden.REFLECTIE.tekstvakken if (tekst := antwoorden.get(vak.naam))},
        formulieren=tuple(gegeven.get("formulieren", ())),
    )


def _is_aanvulling(sessie: Sessie, plek: Plek, antwoorden: dict[str, Any]) -> bool:
    """Whether this is a rubric beside a conversation that was recorded already; then it is put there."""
    from leerwerk.actions.reflecteren import vul_rubric_aan

    if not plek.ronde.reflectie or set(antwoorden) - {"rubric", "samen_met", "op", "formulieren"}:
        return False
    rubric = antwoorden.get("rubric", "")
    zeg(rubric, "  ")
    bevestig()
    vul_rubric_aan(sessie.map, plek.leerdoel.id, plek.ronde.id, rubric, antwoorden["formulieren"])
    zeg("De rubric staat bij jullie gesprek in je portfolio.")
    toon_vervolg(*vind_doel(sessie, plek))
    return True


def _toon_gesprek(antwoorden: dict[str, Any]) -> None:
    """What was on the forms, before it is recorded."""
    for vak in velden.REFLECTIE.tekstvakken:
        if tekst := antwoorden.get(vak.naam):
            zeg(f"{vak.titel}: {tekst}", "  ")
    zeg()


def _met_woorden(volgende: tuple[Vervolg, ...], wat: str) -> tuple[Vervolg, ...]:
    """The next steps, with the pair's own words at the first."""
    return (replace(volgende[0], wat=wat), *volgende[1:]) if volgende and wat else volgende


def _check_vervolgen(sessie: Sessie, plek: Plek, vervolgen: tuple[Vervolg, ...]) -> None:
    """Refuse a next step with a task or onderdeel that does not exist. Raises as `vind_taak`."""
    from leerwerk.actions.taak import kies_onderdelen, taak_van_ronde, vind_taak

    for vervolg in vervolgen:
        if vervolg.onderdelen:
            taak = taak_van_ronde(sessie.werkplek, sessie.map, plek.ronde.voorbereiding).taak
            kies_onderdelen(taak, vervolg.onderdelen)
        if vervolg.taak:
            vind_taak(sessie.werkplek, sessie.map, vervolg.taak)


def _voor_editor(gegeven: dict[str, Any]) -> dict[str, Any]:
    groepen = [
        {naam: waarde for naam, waarde in asdict(vervolg).items() if waarde} for vervolg in gegeven["volgende"]
    ]
    return {**gegeven, "volgende": groepen}


def _wenken(plek: Plek) -> dict[str, Any]:
    return {"onderdelen": plek.ronde.voorbereiding.onderdelen}


def _toon_besluiten(sessie: Sessie, plek: Plek, reflectie: Reflectie) -> None:
    namen = sessie.portfolio.namen(reflectie.samen_met)
    wat = (
        f"Jullie gesprek staat in je portfolio, samen met {namen}" if namen else "Je reflectie staat in je portfolio"
    )
    zeg(f"{wat}.")
    titels = titels_van(sessie, plek) if reflectie.onderdelen else {}
    for id, besluit in reflectie.onderdelen.items():
        zeg(f"{titels.get(id, id)}: {besluit}", "  ")
