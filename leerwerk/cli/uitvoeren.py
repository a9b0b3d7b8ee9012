"""`leerwerk uitvoeren`: de les is gegeven."""

from typing import Annotated

import typer

from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.invoer import Invoer
from leerwerk.cli.opties import Bewerk, Datum, LeerdoelId, RondeId, Student
from leerwerk.cli.sessie import kies_ronde, open_sessie, toon_vervolg
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, vul_aan
from leerwerk.cli.waarden import in_het_verleden, lees_datum, lees_proza, lees_regel
from leerwerk.domain import velden
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.plek import te_geven, vind_leerdoel
from leerwerk.domain.portfolio import Uitvoering
from leerwerk.domain.weigering import check_uitvoeren

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
    from leerwerk.actions.uitvoeren import leg_les_vast

    sessie = open_sessie(student, stap=True)
    plek = kies_ronde(sessie, ronde, leerdoel, te_geven, check_uitvoeren)
    gepland = plek.ronde.voorbereiding.klas
    gegeven = {"gebeurtenis": lees_proza(tekst, "TEKST"), "klas": lees_regel(klas, "--klas")}
    invoer = Invoer(sessie, velden.UITVOERING, plek.sleutel, bewerk)
    start = {**gegeven, "klas": gegeven["klas"] or gepland}
    antwoorden = invoer.lees(start, lees_datum(datum), lambda concept: vul_aan(_vragen(gepland), gegeven, concept))
    op = in_het_verleden(antwoorden["op"])
    uitvoering = Uitvoering(op, antwoorden.get("klas") or gepland, {"gebeurtenis": antwoorden["gebeurtenis"]})
    portfolio = leg_les_vast(sessie.map, plek.leerdoel.id, plek.ronde.id, uitvoering)
    invoer.klaar()
    zeg(f"De les van {datum_voluit(op)} staat in je portfolio.")
    toon_vervolg(portfolio, vind_leerdoel(portfolio, plek.leerdoel.id))


def _vragen(gepland: str) -> dict[str, Vraag]:
    leeg = f"Enter houdt: {gepland}" if gepland else "Enter slaat over"
    return {
        "gebeurtenis": Vraag(
            "TEKST",
            "Wat gebeurde er in de les? Wat deed en zei jij, wat deden de leerlingen?",
            True,
            hulp="Schrijf geen namen van leerlingen op. Meer kwijt? Gebruik leerwerk uitvoeren --bewerk.",
        ),
        "klas": Vraag("--klas", "Welke klas was het, grof aangeduid? Bijvoorbeeld: 2 havo, wiskunde.", leeg=leeg),
    }
