"""`leerwerk formulier`: een formulier om te lezen, in te vullen of af te drukken."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leerwerk.cli import aanvullen, groep
from leerwerk.cli.groep import maak_app
from leerwerk.cli.opties import Datum, LeerdoelId, RondeId, Student
from leerwerk.cli.uit import meld, zeg
from leerwerk.cli.waarden import lees_datum
from leerwerk.domain.formulier import FORMULIERSOORTEN, Formuliersoort
from leerwerk.domain.waarden import bedoel_je, kies_uit
from leerwerk.errors import LeerwerkFout, VerkeerdGebruik
from leerwerk.store.plaatsen import Werkplek

if TYPE_CHECKING:
    from leerwerk.actions.formulier import Aanvraag, Waarvoor
    from leerwerk.cli.sessie import Sessie

app = maak_app()
FORMATEN = ("html", "pdf", "md")

Formaat = Annotated[
    str,
    typer.Option(
        metavar="FORMAAT",
        help="html (lezen, invullen, afdrukken), pdf of md.",
        autocompletion=lambda: list(FORMATEN),
    ),
]
Naar = Annotated[Path, typer.Option(metavar="MAP", help="De map waar het bestand komt; anders deze map.")]


def _soorten() -> list[str]:
    return [soort.naam for soort in FORMULIERSOORTEN]


@app.command(cls=groep.Opdracht)
def formulier(
    soort: Annotated[
        str,
        typer.Argument(
            metavar="SOORT",
            help="leerroutekaart, observatie, rubric, koppelkaart of weekreflectie.",
            autocompletion=_soorten,
        ),
    ],
    taak: Annotated[
        str,
        typer.Argument(metavar="[TAAK]", help="De taak; anders die van je ronde.", autocompletion=aanvullen.taken),
    ] = "",
    formaat: Formaat = "html",
    naar: Naar = Path(),
    alle: Annotated[bool, typer.Option("--alle", help="Voor alle taken van de bank.")] = False,
    onderdeel: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Alleen dit onderdeel.", autocompletion=aanvullen.onderdelen),
    ] = None,
    datum: Datum = "",
    leerdoel: LeerdoelId = "",
    ronde: RondeId = "",
    student: Student = "",
) -> None:
    """Maak een formulier: om in te vullen in een browser zonder netwerk, als pdf, of op papier.

    Loopt er een ronde, dan staan de onderdelen, de kijkvraag en de les erop. Met TAAK maak je een leeg formulier
    van een taak.
    """
    from leerwerk.actions.formulier import Aanvraag, maker, ontwerp, schrijf
    from leerwerk.store.plaatsen import vind_werkplek

    check_formaat(formaat)
    aanvraag = Aanvraag(_soort(soort), lees_datum(datum), taak, tuple(onderdeel or ()))
    werkplek = vind_werkplek(Path.cwd())
    if alle:
        _alle(werkplek, aanvraag, formaat, naar)
        return
    voor = _waarvoor(werkplek, aanvraag, student, leerdoel, ronde)
    zeg(str(schrijf(ontwerp(werkplek, aanvraag, voor), formaat, maker(werkplek, formaat), naar)))


def check_formaat(formaat: str, formaten: tuple[str, ...] = FORMATEN) -> None:
    """Refuse a format there is not."""
    if formaat not in formaten:
        raise VerkeerdGebruik(f"`{formaat[:20]}` kan niet bij --formaat.", nu=kies_uit(formaten))


def _soort(naam: str) -> Formuliersoort:
    soorten = {soort.naam: soort for soort in FORMULIERSOORTEN}
    if naam not in soorten:
        raise VerkeerdGebruik(f"Er is geen formulier `{naam[:40]}`.", nu=bedoel_je(naam, soorten))
    return soorten[naam]


def _alle(werkplek: Werkplek, aanvraag: "Aanvraag", formaat: str, naar: Path) -> None:
    from leerwerk.actions.formulier import maker, ontwerp_alle, schrijf
    from leerwerk.cli.kaart import voortgang

    if not aanvraag.soort.met_taak or aanvraag.taak:
        raise VerkeerdGebruik(
            "--alle kan bij observatie, rubric en koppelkaart, zonder TAAK.",
            nu="Laat --alle of de taak weg.",
        )
    maak = maker(werkplek, formaat)
    formulieren, fouten = ontwerp_alle(werkplek, aanvraag)
    for formulier in voortgang(formulieren, "Formulieren maken"):
        schrijf(formulier, formaat, maak, naar)
    zeg(str(naar))
    _sluit(fouten)


def _sluit(fouten: tuple[LeerwerkFout, ...]) -> None:
    for fout in fouten:
        meld(fout.wat, fout.waar, fout.nu)
    if fouten:
        raise typer.Exit(fouten[0].exitcode)


def _waarvoor(werkplek: Werkplek, aanvraag: "Aanvraag", student: str, leerdoel: str, ronde: str) -> "Waarvoor":
    """The portfolio and the ronde that the form is for; neither for an empty form of a task."""
    from leerwerk.actions.formulier import Waarvoor, open_rondes

    if not (student or leerdoel or ronde) and not _een_portfolio(werkplek):
        if aanvraag.soort.met_taak and not aanvraag.taak:
            raise VerkeerdGebruik(
                "Van welke taak wil je het formulier?",
                nu=f"Geef de taak: leerwerk formulier {aanvraag.soort.naam} TAAK, of kies een student met --student.",
            )
        return Waarvoor()
    from leerwerk.cli.overnemen import kies_plek
    from leerwerk.cli.sessie import open_sessie
    from leerwerk.domain.plek import vind_leerdoel, vind_ronde

    sessie = open_sessie(student)
    if aanvraag.soort.naam == "weekreflectie":
        return _met_tekst(sessie)
    if ronde:
        return Waarvoor(sessie.map, sessie.portfolio, vind_ronde(sessie.portfolio, ronde, leerdoel))
    rondes = open_rondes(sessie.portfolio, aanvraag.taak)
    if leerdoel:
        gekozen = vind_leerdoel(sessie.portfolio, leerdoel)
        rondes = tuple(plek for plek in rondes if plek.leerdoel.id == gekozen.id)
    if not rondes:
        if aanvraag.soort.met_taak and not aanvraag.taak:
            raise VerkeerdGebruik(
                "Er loopt nu geen ronde.",
                nu="Begin er een met leerwerk voorbereiden, of geef een taak voor een leeg formulier.",
            )
        return Waarvoor() if aanvraag.soort.met_taak else Waarvoor(sessie.map, sessie.portfolio)
    return Waarvoor(sessie.map, sessie.portfolio, kies_plek(rondes, sessie))


def _met_tekst(sessie: "Sessie") -> "Waarvoor":
    from leerwerk.actions.formulier import Waarvoor
    from leerwerk.store.portfolios import load_portfolio

    return Waarvoor(sessie.map, load_portfolio(sessie.map, met_tekst=True))


def _een_portfolio(werkplek: Werkplek) -> bool:
    """Whether it is clear whose portfolio this is about, without asking."""
    from leerwerk.actions.plek import kandidaten

    try:
        return len(kandidaten(werkplek, "")) == 1
    except LeerwerkFout:
        return False
