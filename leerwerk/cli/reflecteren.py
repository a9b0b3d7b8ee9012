"""`leerwerk reflecteren`: het gesprek met de koppelkaart."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Annotated, Any

import typer

from leerwerk.cli import aanvullen
from leerwerk.cli.concept import Concept
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.invoer import Invoer
from leerwerk.cli.opties import (
    Bewerk,
    Datum,
    LeerdoelId,
    RondeId,
    SamenMet,
    Student,
    in_het_verleden,
    lees_datum,
    lees_proza,
    lees_regel,
)
from leerwerk.cli.overnemen import Formulieren, bevestig, lees_gesprek, vind_doel
from leerwerk.cli.sessie import Sessie, kies_ronde, open_sessie, toon_vervolg
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, vraag_als_het_kan, vul_aan
from leerwerk.domain import velden
from leerwerk.domain.cyclus import Plek, check_gesprek, is_gezien, te_bespreken, vind_leerdoel
from leerwerk.domain.portfolio import Reflectie, Vervolg
from leerwerk.domain.waarden import lijkt_op
from leerwerk.errors import VerkeerdGebruik

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
    besluiten = _besluiten(beheerst or [], nog_oefenen or [])
    gegeven: dict[str, Any] = {
        "zonder_observatie": lees_regel(zonder_observatie, "--zonder-observatie"),
        "moment": lees_proza(moment, "--moment"),
        "handvat": lees_proza(handvat, "--handvat"),
        "theorie": lees_proza(theorie, "--theorie"),
        "alternatief": lees_proza(alternatief, "--alternatief"),
        "samen_met": tuple(samen_met or ()),
        "onderdelen": besluiten,
        "volgende": tuple(_vervolg(woorden, besluiten) for woorden in volgende or ()),
    }
    gegeven = {**gegeven, **{naam: gegeven.get(naam) or waarde for naam, waarde in ingevuld.items()}}
    _check_vervolgen(sessie, plek, gegeven["volgende"])
    op = None if datum else ingevuld.get("op")
    _leg_vast(sessie, plek, gegeven, op or lees_datum(datum), Invoer(sessie, velden.REFLECTIE, plek.sleutel, bewerk))


def _leg_vast(sessie: Sessie, plek: Plek, gegeven: dict[str, Any], op: date, invoer: Invoer) -> None:
    from leerwerk.actions.reflecteren import leg_gesprek_vast

    antwoorden = invoer.lees(_voor_editor(gegeven), op, partial(_vraag, sessie, plek, gegeven), _wenken(plek))
    volgende = tuple(v if isinstance(v, Vervolg) else Vervolg(**v) for v in antwoorden["volgende"])
    if formulieren := tuple(gegeven.get("formulieren", ())):
        _toon_gesprek(antwoorden)
        bevestig()
    reflectie = Reflectie(
        op=in_het_verleden(antwoorden["op"]),
        volgende=_met_woorden(volgende, gegeven.get("wat", "")),
        samen_met=tuple(wie for wie in antwoorden.get("samen_met") or () if wie != ALLEEN),
        onderdelen=antwoorden.get("onderdelen") or {},
        zonder_observatie=antwoorden.get("zonder_observatie") or "",
        teksten={vak.naam: tekst for vak in velden.REFLECTIE.tekstvakken if (tekst := antwoorden.get(vak.naam))},
        formulieren=formulieren,
    )
    portfolio = leg_gesprek_vast(sessie.map, plek.leerdoel.id, plek.ronde.id, reflectie)
    invoer.klaar()
    _toon_besluiten(sessie, plek, reflectie)
    toon_vervolg(portfolio, vind_leerdoel(portfolio, plek.leerdoel.id))


def _besluiten(beheerst: list[str], nog_oefenen: list[str]) -> dict[str, str]:
    if dubbel := set(beheerst) & set(nog_oefenen):
        raise VerkeerdGebruik(f"`{dubbel.pop()}` staat bij --beheerst en bij --nog-oefenen.", nu="Kies er een.")
    return {**dict.fromkeys(nog_oefenen, "nog oefenen"), **dict.fromkeys(beheerst, "beheerst")}


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


def _vervolg(woorden: str, besluiten: dict[str, str]) -> Vervolg:
    """A next step as given on the command line: `onderdeel:terugblik,uitleg` or `aanvullend:vragen-stellen`."""
    stap, _, waarover = woorden.partition(":")
    if stap not in velden.VERVOLGEN:
        bedoeld = lijkt_op(stap, velden.VERVOLGEN)
        raise VerkeerdGebruik(
            f"`{stap[:40]}` kan niet bij --volgende.",
            nu=f"Bedoel je `{bedoeld}`?" if bedoeld else f"Kies uit: {', '.join(velden.VERVOLGEN)}.",
        )
    delen = tuple(deel.strip() for deel in waarover.split(",") if deel.strip())
    if stap == "onderdeel":
        return Vervolg(stap, onderdelen=delen or tuple(id for id, b in besluiten.items() if b == "nog oefenen"))
    return Vervolg(stap, taak=delen[0] if stap == "aanvullend" and delen else "")


def _check_vervolgen(sessie: Sessie, plek: Plek, vervolgen: tuple[Vervolg, ...]) -> None:
    """Refuse a next step with a task or onderdeel that does not exist. Raises as `vind_taak`."""
    from leerwerk.actions.taak import kies_onderdelen, taak_van_ronde, vind_taak

    for vervolg in vervolgen:
        if vervolg.onderdelen:
            taak = taak_van_ronde(sessie.werkplek, sessie.map, plek.ronde.voorbereiding).taak
            kies_onderdelen(taak, vervolg.onderdelen)
        if vervolg.taak:
            vind_taak(sessie.werkplek, sessie.map, vervolg.taak)


def _vraag(sessie: Sessie, plek: Plek, gegeven: dict[str, Any], concept: Concept) -> dict[str, Any]:
    """Ask the koppelkaart from top to bottom."""
    vragen = _vragen(sessie, plek)
    antwoorden = vul_aan(vragen, gegeven, concept)
    volledig = {**gegeven, **antwoorden}
    if kan_vragen() and not gegeven["onderdelen"] and not gegeven["volgende"]:
        volledig["onderdelen"] = _vraag_besluiten(sessie, plek, volledig, concept)
    if not gegeven["volgende"]:
        stap = Vraag("--volgende", "Wat is de volgende stap?", True, UITLEG, meer=True)
        stappen = vul_aan({"volgende": stap}, {}, concept)["volgende"]
        volledig["volgende"] = tuple(_vervolg(woord, volledig["onderdelen"]) for woord in stappen)
    return volledig


def _vragen(sessie: Sessie, plek: Plek) -> dict[str, Vraag]:
    vakken = {
        vak.naam: Vraag(f"--{vak.naam}", vak.vraag, vak.verplicht)
        for vak in velden.REFLECTIE.tekstvakken
        if vak.naam != "rubric"  # comes with its own form
    }
    if not kan_vragen():
        return vakken
    begeleiders = {wie.id: wie.naam for wie in sessie.portfolio.werkplekbegeleiders}
    met = {**begeleiders, ALLEEN: "dan stellen jullie nog niet vast wat je beheerst"}
    samen = {"samen_met": Vraag("--samen-met", "Met wie bespreek je de les?", True, met, meer=True)}
    return {**({} if is_gezien(plek.ronde) else {"zonder_observatie": ZONDER}), **samen, **vakken}


def _vraag_besluiten(sessie: Sessie, plek: Plek, antwoorden: dict[str, Any], concept: Concept) -> dict[str, str]:
    if not set(antwoorden["samen_met"]) - {ALLEEN}:
        return {}
    zeg()
    zeg("Stel samen vast wat je beheerst en wat je nog oefent.")
    besluiten = {}
    titels = _titels(sessie, plek)
    keuzes = dict.fromkeys(velden.BESLUITEN if is_gezien(plek.ronde) else ("nog oefenen",), "")
    for id in plek.ronde.voorbereiding.onderdelen:
        vraag = Vraag("", titels.get(id, id), False, keuzes, leeg="Enter laat dit onderdeel zoals het was")
        if besluit := vraag_als_het_kan(f"onderdeel-{id}", vraag, concept):
            besluiten[id] = besluit
    return besluiten


def _voor_editor(gegeven: dict[str, Any]) -> dict[str, Any]:
    return {**gegeven, "volgende": [{"stap": v.stap, "onderdelen": v.onderdelen} for v in gegeven["volgende"]]}


def _wenken(plek: Plek) -> dict[str, Any]:
    return {"onderdelen": plek.ronde.voorbereiding.onderdelen}


def _titels(sessie: Sessie, plek: Plek) -> dict[str, str]:
    from leerwerk.actions.taak import taak_van_ronde

    taak = taak_van_ronde(sessie.werkplek, sessie.map, plek.ronde.voorbereiding).taak
    return {onderdeel.id: onderdeel.titel.tekst for onderdeel in taak.onderdelen}


def _toon_besluiten(sessie: Sessie, plek: Plek, reflectie: Reflectie) -> None:
    namen = sessie.portfolio.namen(reflectie.samen_met)
    wat = (
        f"Jullie gesprek staat in je portfolio, samen met {namen}" if namen else "Je reflectie staat in je portfolio"
    )
    zeg(f"{wat}.")
    titels = _titels(sessie, plek) if reflectie.onderdelen else {}
    for id, besluit in reflectie.onderdelen.items():
        zeg(f"{titels.get(id, id)}: {besluit}", "  ")


ALLEEN = "alleen"
ZONDER = Vraag(
    "--zonder-observatie",
    "Er is geen observatie van deze les. Waarom keek er niemand?",
    True,
    hulp="Keek er wel iemand? Stop met Ctrl-C en typ eerst: leerwerk observeren",
)
UITLEG = {
    "opnieuw": "de taak nog eens",
    "onderdeel": "een deel van de taak nog eens",
    "aanvullend": "een andere taak erbij",
    "nieuw-leerdoel": "samen een nieuw leerdoel",
}
