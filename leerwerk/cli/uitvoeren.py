"""`leerwerk uitvoeren`: de les is gegeven."""

from typing import Annotated

import typer

from leerwerk.cli.editor import bewerk as schrijf_zelf
from leerwerk.cli.editor import klaar
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import (
    Bewerk,
    Datum,
    LeerdoelId,
    RondeId,
    Student,
    lees_datum,
    lees_proza,
    lees_regel,
)
from leerwerk.cli.sessie import kies_plek, open_sessie, toon_vervolg
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, vul_aan
from leerwerk.domain import velden
from leerwerk.domain.cyclus import check_uitvoeren, te_geven, vind_leerdoel, vind_ronde
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.portfolio import Uitvoering

app = maak_app()


@app.command(cls=Opdracht)
def uitvoeren(
    tekst: Annotated[str, typer.Argument(metavar="[TEKST]", help="Wat er in de les gebeurde.")] = "",
    klas: Annotated[str, typer.Option(metavar="TEKST", help="De klas, grof: '2 havo, wiskunde'.")] = "",
    datum: Datum = "",
    leerdoel: LeerdoelId = "",
    ronde: RondeId = "",
    bewerk: Bewerk = False,
    student: Student = "",
) -> None:
    """Leg vast hoe de les ging: wat jij deed en zei, en wat leerlingen deden.

    Schrijf geen namen van leerlingen op.

    TEKST neemt ook - (lees van de invoer) en @bestand.
    """
    sessie = open_sessie(student, stap=True)
    if ronde:
        plek = vind_ronde(sessie.portfolio, ronde, leerdoel)
        check_uitvoeren(plek.ronde)
    else:
        plek = kies_plek(te_geven(sessie.portfolio, leerdoel), sessie.werkplek.hier)
    gegeven = {"gebeurtenis": lees_proza(tekst, "TEKST"), "klas": lees_regel(klas, "--klas")}
    concept = sessie.concept("uitvoeren")
    if bewerk:
        start = {**gegeven, "op": lees_datum(datum), "klas": gegeven["klas"] or plek.ronde.voorbereiding.klas}
        antwoorden = schrijf_zelf(sessie, velden.UITVOERING, start, {})
    else:
        antwoorden = {**vul_aan(VRAGEN, gegeven, concept), "op": lees_datum(datum)}
    uitvoering = Uitvoering(
        antwoorden["op"],
        antwoorden.get("klas") or plek.ronde.voorbereiding.klas,
        {"gebeurtenis": antwoorden["gebeurtenis"]},
    )
    from leerwerk.actions.uitvoeren import leg_les_vast

    portfolio = leg_les_vast(sessie.map, plek.leerdoel.id, plek.ronde.id, uitvoering)
    concept.klaar()
    klaar(sessie, velden.UITVOERING)
    zeg(f"De les van {datum_voluit(uitvoering.op)} staat in je portfolio.")
    toon_vervolg(portfolio, vind_leerdoel(portfolio, plek.leerdoel.id))


VRAGEN = {
    "gebeurtenis": Vraag(
        "TEKST",
        "Wat gebeurde er in de les? Wat deed en zei jij, wat deden de leerlingen?",
        True,
        hulp="Schrijf geen namen van leerlingen op. Meer kwijt? Gebruik leerwerk uitvoeren --bewerk.",
    ),
    "klas": Vraag("--klas", "Welke klas was het, grof aangeduid? Bijvoorbeeld: 2 havo, wiskunde."),
}
