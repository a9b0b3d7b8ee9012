"""`leerwerk doel`: leerdoel vaststellen."""

from typing import Annotated, Any

import typer

from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.invoer import Invoer
from leerwerk.cli.opties import Bewerk, Datum, LeerdoelId, SamenMet, Student
from leerwerk.cli.sessie import Sessie, kies_leerdoel, open_sessie, toon_vervolg
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, ontbreekt, vul_aan
from leerwerk.cli.waarden import lees_datum, lees_proza, lees_regel
from leerwerk.domain import velden
from leerwerk.domain.plek import vind_leerdoel
from leerwerk.domain.portfolio import Leerdoel
from leerwerk.errors import Geweigerd, VerkeerdGebruik

app = maak_app()

NAMEN = {"leerdoel": "tekst", "gedrag": "gedrag", "samen_met": "samen_met", "herkomst": "herkomst"}


@app.command(cls=Opdracht)
def doel(
    tekst: Annotated[str, typer.Argument(metavar="[TEKST]", help="Je leerdoel in je eigen woorden.")] = "",
    gedrag: Annotated[str, typer.Option(metavar="TEKST", help="Wat je werkplekbegeleider je dan ziet doen.")] = "",
    samen_met: SamenMet = None,
    herkomst: Annotated[
        str, typer.Option(metavar="WOORDEN", help="Waar het vandaan komt: 'eigen wens' of 'reflectie'.")
    ] = "",
    toelichting: Annotated[str, typer.Option(metavar="TEKST", help="Waarom je dit wilt leren.")] = "",
    leerdoel: LeerdoelId = "",
    datum: Datum = "",
    bewerk: Bewerk = False,
    student: Student = "",
) -> None:
    """Stel samen met je werkplekbegeleider een leerdoel vast.

    Vaag beginnen mag: 'strenger zijn'. Zeg daarna samen wat we je dan zien doen (--gedrag). Met --gedrag,
    --toelichting of --leerdoel scherp je een leerdoel aan dat er al is.

    TEKST en opties met tekst nemen ook - (lees van de invoer) en @bestand.
    """
    sessie = open_sessie(student, stap=True)
    nieuw = {
        "leerdoel": lees_regel(tekst, "TEKST"),
        "gedrag": lees_regel(gedrag, "--gedrag"),
        "samen_met": tuple(samen_met or ()),
        "herkomst": _herkomst(herkomst),
        "toelichting": lees_proza(toelichting, "--toelichting"),
    }
    if leerdoel or (not nieuw["leerdoel"] and (nieuw["gedrag"] or nieuw["toelichting"] or nieuw["herkomst"])):
        if datum or bewerk:
            raise VerkeerdGebruik(
                f"{'--datum' if datum else '--bewerk'} hoort bij een nieuw leerdoel.",
                nu="Wil je meer veranderen, pas dan leerdoel.md aan; het volgende commando legt dat vast.",
            )
        _verander(sessie, leerdoel, nieuw)
    else:
        _stel_vast(sessie, nieuw, datum, bewerk)


def _stel_vast(sessie: Sessie, gegeven: dict[str, Any], datum: str, met_editor: bool) -> None:
    from leerwerk.actions.doel import stel_vast

    invoer = Invoer(sessie, velden.LEERDOEL, "", met_editor)
    op = lees_datum(datum)
    antwoorden = invoer.lees(gegeven, op, lambda concept: vul_aan(_vragen(sessie), gegeven, concept))
    portfolio, gekozen = stel_vast(
        sessie.map,
        Leerdoel(
            id="",
            op=antwoorden["op"],
            tekst=antwoorden["leerdoel"],
            gedrag=antwoorden.get("gedrag") or "",
            samen_met=antwoorden["samen_met"],
            herkomst=antwoorden.get("herkomst") or "",
            teksten={"toelichting": antwoorden.get("toelichting") or ""},
        ),
    )
    invoer.klaar()
    zeg(f"Leerdoel vastgesteld, samen met {sessie.portfolio.namen(gekozen.samen_met)}: {gekozen.tekst}")
    _toon_taken(sessie, gekozen)
    toon_vervolg(portfolio, gekozen)


def _verander(sessie: Sessie, id: str, gegeven: dict[str, Any]) -> None:
    from leerwerk.actions.doel import verander

    huidig = vind_leerdoel(sessie.portfolio, id) if id else _kies(sessie)
    anders: dict[str, Any] = {attribuut: gegeven[naam] for naam, attribuut in NAMEN.items() if gegeven[naam]}
    if gegeven["toelichting"]:
        anders["teksten"] = {"toelichting": gegeven["toelichting"]}
    if not anders:
        if not kan_vragen():
            raise ontbreekt(["--gedrag"])
        anders = {"gedrag": vul_aan({"gedrag": _vragen(sessie)["gedrag"]}, {})["gedrag"]}
    portfolio, leerdoel = verander(sessie.map, huidig.id, **anders)
    zeg(f"Leerdoel aangescherpt: {leerdoel.tekst}")
    if leerdoel.gedrag:
        zeg(f"Dan zien we: {leerdoel.gedrag}", "  ")
    if not leerdoel.rondes:
        _toon_taken(sessie, leerdoel)
    toon_vervolg(portfolio, leerdoel)


def _kies(sessie: Sessie) -> Leerdoel:
    if not sessie.portfolio.leerdoelen:
        raise Geweigerd("Je hebt nog geen leerdoel vastgesteld.", nu='Begin zo: leerwerk doel "Ik wil …"')
    return kies_leerdoel(sessie.portfolio.leerdoelen, sessie.werkplek.hier)


def _vragen(sessie: Sessie) -> dict[str, Vraag]:
    begeleiders = {wie.id: wie.naam for wie in sessie.portfolio.werkplekbegeleiders}
    return {
        "leerdoel": Vraag("TEKST", "Wat wil je kunnen als docent?", True, hulp="Vaag beginnen mag."),
        "gedrag": Vraag(
            "--gedrag",
            "Wat ziet je werkplekbegeleider je dan doen?",
            hulp="Bijvoorbeeld: ik wacht tot het stil is.",
        ),
        "samen_met": Vraag("--samen-met", "Met wie stel je dit vast?", True, begeleiders, meer=True),
        "herkomst": Vraag(
            "--herkomst", "Waar komt dit leerdoel vandaan?", False, dict.fromkeys(velden.HERKOMSTEN, "")
        ),
        "toelichting": Vraag("--toelichting", "Waarom wil je dit leren?"),
    }


def _herkomst(woorden: str) -> str:
    if woorden and woorden not in velden.HERKOMSTEN:
        raise VerkeerdGebruik(
            f"`{woorden[:40]}` kan niet bij --herkomst.", nu=f"Kies uit: {', '.join(velden.HERKOMSTEN)}."
        )
    return woorden


def _toon_taken(sessie: Sessie, leerdoel: Leerdoel) -> None:
    from leerwerk.actions.taken import passende_taken

    treffers = passende_taken(sessie.werkplek, sessie.map, leerdoel)
    if treffers:
        zeg()
        zeg("Deze taken kunnen passen:")
        for treffer in treffers:
            zeg(f"{treffer.taak.id} – {treffer.taak.titel}", "  ")
            zeg(treffer.waarom, "    ")
