"""`leerwerk portfolio`: beginnen, lezen en de stappen terugzien."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from leerwerk.cli.formulier import check_formaat
from leerwerk.cli.groep import Groep, Opdracht, maak_app
from leerwerk.cli.opties import Datum, Json, Student, lees_datum, lees_regel
from leerwerk.cli.sessie import Sessie, open_sessie
from leerwerk.cli.uit import ruw, zeg
from leerwerk.cli.vragen import Vraag, vul_aan
from leerwerk.domain import velden
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.portfolio import Begeleider, Leerdoel, Observatie, Portfolio, Reflectie, Ronde
from leerwerk.domain.slug import slug
from leerwerk.domain.waarden import is_id
from leerwerk.errors import LeerwerkFout, VerkeerdGebruik

app = maak_app(cls=Groep)

_PERSOON = re.compile(r"(?:(?P<id>[a-z0-9-]+)=)?(?P<naam>[^<>=]+?)\s*(?:<(?P<email>[^<>\s]+@[^<>\s]+)>)?")


@app.callback(help="Begin, lees of volg een portfolio.")
def portfolio() -> None:
    pass


@app.command(cls=Opdracht)
def nieuw(
    student: Annotated[
        str, typer.Argument(metavar="[STUDENT]", help="Een korte naam voor de map; anders gemaakt van --naam.")
    ] = "",
    naam: Annotated[str, typer.Option(metavar="TEKST", help="Hoe je heet.")] = "",
    werkplekbegeleider: Annotated[
        list[str] | None,
        typer.Option(metavar="NAAM", help="'Sanne Bakker', of 'sb=Sanne Bakker <sanne@school.example>'."),
    ] = None,
    studiejaar: Annotated[str, typer.Option(metavar="GETAL", help="Je studiejaar.")] = "",
    opleiding: Annotated[str, typer.Option(metavar="TEKST", help="Je lerarenopleiding.")] = "",
    school: Annotated[str, typer.Option(metavar="TEKST", help="De school waar je lesgeeft.")] = "",
    vak: Annotated[str, typer.Option(metavar="TEKST", help="Het vak dat je geeft.")] = "",
    e_mail: Annotated[
        str, typer.Option("--e-mail", metavar="ADRES", help="Je e-mailadres; anders dat van Git.")
    ] = "",
) -> None:
    """Begin een portfolio: een eigen Git-repository in portfolios/, die van jou is.

    Het staat los van de taken, zodat alleen wie jij toegang geeft het kan lezen.
    """
    from leerwerk.actions.portfolio_nieuw import begin, check_plek
    from leerwerk.store.plaatsen import toon_pad, vind_werkplek
    from leerwerk.vastleggen import email

    werkplek = vind_werkplek(Path.cwd())
    gegeven = {
        "naam": lees_regel(naam, "--naam"),
        "werkplekbegeleiders": tuple(werkplekbegeleider or ()),
        "vak": lees_regel(vak, "--vak"),
        "school": lees_regel(school, "--school"),
        "opleiding": lees_regel(opleiding, "--opleiding"),
        "studiejaar": studiejaar,
    }
    check_plek(werkplek)
    antwoorden = vul_aan(VRAGEN, gegeven)
    nieuw_portfolio = Portfolio(
        student=student or _korte_naam(antwoorden["naam"]),
        naam=antwoorden["naam"],
        werkplekbegeleiders=_begeleiders(antwoorden["werkplekbegeleiders"]),
        studiejaar=_studiejaar(antwoorden["studiejaar"]),
        opleiding=antwoorden["opleiding"] or "",
        school=antwoorden["school"] or "",
        vak=antwoorden["vak"] or "",
        email=lees_regel(e_mail, "--e-mail") or email(werkplek.hier),
    )
    map = begin(werkplek, nieuw_portfolio)
    zeg(f"Welkom, {nieuw_portfolio.naam}. Je portfolio staat in {toon_pad(map)}.")
    zeg()
    zeg("Stel nu samen een leerdoel vast. Vaag beginnen mag:")
    zeg('leerwerk doel "strenger zijn"', "  ")


@app.command(cls=Opdracht)
def toon(
    student: Student = "",
    json: Json = False,
    formaat: Annotated[str, typer.Option(metavar="FORMAAT", help="Maak er een document van: html of pdf.")] = "",
    naar: Annotated[Path, typer.Option(metavar="MAP", help="De map voor het document.")] = Path(),
    datum: Datum = "",
) -> None:
    """Lees een portfolio: leerdoelen, rondes, wat er te zien was en wat jullie vaststelden.

    Met --formaat html of pdf wordt het een document, met de rondes per onderdeel naast elkaar.
    """
    from leerwerk.output import overzicht

    sessie = open_sessie(student, met_tekst=True)
    if formaat:
        from leerwerk.actions.portfolio_tonen import FORMATEN, maak

        check_formaat(formaat, tuple(FORMATEN))
        zeg(str(maak(sessie.werkplek, sessie.map, sessie.portfolio, lees_datum(datum), formaat, naar)))
        return
    if json:
        ruw(overzicht.portfolio(sessie.portfolio))
        return
    _toon_kop(sessie.portfolio)
    for leerdoel in sessie.portfolio.leerdoelen:
        _toon_leerdoel(sessie, leerdoel)


@app.command(cls=Opdracht)
def geschiedenis(student: Student = "", json: Json = False) -> None:
    """Zie alle stappen die je zette, de laatste bovenaan."""
    from leerwerk.actions.geschiedenis import stappen
    from leerwerk.output import overzicht

    sessie = open_sessie(student)
    rijen = [(stap.tijd, stap.auteur, stap.onderwerp) for stap in stappen(sessie.map)]
    if json:
        ruw(overzicht.stappen(sessie.portfolio.student, rijen))
        return
    for tijd, auteur, onderwerp in rijen:
        zeg(f"{datum_voluit(tijd.date())}, {tijd:%H:%M}  {onderwerp} ({auteur})")


def _begeleiders(namen: tuple[str, ...]) -> tuple[Begeleider, ...]:
    begeleiders = tuple(_begeleider(lees_regel(naam, "--werkplekbegeleider")) for naam in namen)
    ids = [begeleider.id for begeleider in begeleiders]
    if dubbel := next((id for id in ids if ids.count(id) > 1), ""):
        raise VerkeerdGebruik(
            f"Twee werkplekbegeleiders heten `{dubbel}`.", nu="Geef ze een korte naam: sb=Sanne Bakker"
        )
    return begeleiders


def _begeleider(tekst: str) -> Begeleider:
    gevonden = _PERSOON.fullmatch(tekst)
    id = (gevonden["id"] or slug(gevonden["naam"])) if gevonden else ""
    if not gevonden or not is_id(id):
        raise VerkeerdGebruik(
            f"`{tekst[:60]}` is niet te lezen als werkplekbegeleider.",
            nu="Schrijf 'Sanne Bakker' of 'sb=Sanne Bakker <sanne@school.example>'.",
        )
    return Begeleider(id, gevonden["naam"], gevonden["email"] or "")


def _studiejaar(tekst: str | None) -> int | None:
    if not tekst:
        return None
    if not re.fullmatch("[1-9]", tekst):
        raise VerkeerdGebruik(f"`{tekst[:20]}` is geen studiejaar.", nu="Schrijf een getal, zoals 2.")
    return int(tekst)


VRAGEN = {
    "naam": Vraag("--naam", "Hoe heet je?", True),
    "werkplekbegeleiders": Vraag(
        "--werkplekbegeleider", "Hoe heet je werkplekbegeleider?", True, meer=True, keur=_begeleider
    ),
    "vak": Vraag("--vak", "Welk vak geef je?"),
    "school": Vraag("--school", "Op welke school geef je les?"),
    "opleiding": Vraag("--opleiding", "Welke lerarenopleiding doe je?"),
    "studiejaar": Vraag("--studiejaar", "In welk studiejaar zit je?", keur=_studiejaar),
}


def _korte_naam(naam: str) -> str:
    """A folder name made from a full name. Raises VerkeerdGebruik for a name that gives none."""
    kort = slug(naam)
    if not is_id(kort):
        raise VerkeerdGebruik(
            f"Van `{naam[:40]}` is geen korte naam te maken.",
            nu=f'Geef er zelf een: leerwerk portfolio nieuw jouw-naam --naam "{naam[:40]}"',
        )
    return kort


def _toon_kop(portfolio: Portfolio) -> None:
    zeg(f"Portfolio van {portfolio.naam}")
    jaar = f"studiejaar {portfolio.studiejaar}" if portfolio.studiejaar else ""
    if regel := ", ".join(filter(None, [portfolio.vak, portfolio.school, portfolio.opleiding, jaar])):
        zeg(regel, "  ")
    zeg(f"Werkplekbegeleiding: {portfolio.namen(tuple(w.id for w in portfolio.werkplekbegeleiders))}", "  ")


def _toon_leerdoel(sessie: Sessie, leerdoel: Leerdoel) -> None:
    zeg()
    zeg(f"LEERDOEL: {leerdoel.tekst}")
    if leerdoel.gedrag:
        zeg(f"Dan zien we: {leerdoel.gedrag}", "  ")
    zeg(f"Vastgesteld op {datum_voluit(leerdoel.op)} met {sessie.portfolio.namen(leerdoel.samen_met)}", "  ")
    _toon_teksten(velden.LEERDOEL, leerdoel.teksten, "  ")
    for ronde in leerdoel.rondes:
        _toon_ronde(sessie, ronde)


def _toon_ronde(sessie: Sessie, ronde: Ronde) -> None:
    voorbereiding = ronde.voorbereiding
    titels = _titels(sessie, ronde)
    zeg()
    zeg(f"── {titels[voorbereiding.taak]}, {datum_voluit(voorbereiding.op)} ──", "  ")
    _rij("Onderdelen", ", ".join(titels[id] for id in voorbereiding.onderdelen))
    _rij("Les", ", ".join(filter(None, [voorbereiding.onderwerp, voorbereiding.klas])))
    for handvat in voorbereiding.handvatten:
        _rij("Handvat", handvat)
    _rij("Kijkvraag", voorbereiding.kijkvraag)
    _toon_teksten(velden.VOORBEREIDING, voorbereiding.teksten, "    ")
    if ronde.uitvoering:
        _toon_teksten(velden.UITVOERING, ronde.uitvoering.teksten, "    ")
    for observatie in ronde.observaties:
        _toon_observatie(sessie.portfolio, observatie, titels)
    if ronde.reflectie:
        _toon_reflectie(sessie.portfolio, ronde.reflectie, titels)


class _Titels(dict[str, str]):
    """Titles by id; an id without a title stands for itself."""

    def __missing__(self, id: str) -> str:
        return id


def _titels(sessie: Sessie, ronde: Ronde) -> _Titels:
    """What the ids of a ronde's task stand for, in the version that the ronde began with."""
    from leerwerk.actions.taak import taak_van_ronde
    from leerwerk.domain.taak import zonder_verwijzingen

    with suppress(LeerwerkFout):
        taak = taak_van_ronde(sessie.werkplek, sessie.map, ronde.voorbereiding).taak
        onderdelen = {onderdeel.id: onderdeel.titel.tekst for onderdeel in taak.onderdelen}
        kijkpunten = {punt.id: zonder_verwijzingen(punt.tekst) for punt in taak.kijkpunten()}
        return _Titels({taak.id: taak.titel, **onderdelen, **kijkpunten})
    return _Titels()


def _toon_observatie(portfolio: Portfolio, observatie: Observatie, titels: _Titels) -> None:
    zeg(f"Gezien door {portfolio.namen((observatie.wie,))} ({observatie.rol}):", "    ")
    for id in {**observatie.kijkpunten, **observatie.notities}:
        zeg(f"- {titels[id]}", "      ", hang=2)
        zeg(": ".join(filter(None, [observatie.kijkpunten.get(id), observatie.notities.get(id)])), "        ")
    _toon_teksten(velden.OBSERVATIE, observatie.teksten, "      ")


def _toon_reflectie(portfolio: Portfolio, reflectie: Reflectie, titels: _Titels) -> None:
    wie = f" met {portfolio.namen(reflectie.samen_met)}" if reflectie.samen_met else ""
    zeg(f"Gesprek op {datum_voluit(reflectie.op)}{wie}:", "    ")
    _toon_teksten(velden.REFLECTIE, reflectie.teksten, "      ")
    for id, besluit in reflectie.onderdelen.items():
        zeg(f"{titels[id]}: {besluit}", "      ")
    for vervolg in reflectie.volgende:
        waarover = ", ".join(filter(None, [*(titels[id] for id in vervolg.onderdelen), vervolg.taak, vervolg.wat]))
        zeg(f"Volgende stap: {vervolg.stap}" + (f" ({waarover})" if waarover else ""), "      ")


def _toon_teksten(soort: velden.Documentsoort, teksten: Any, inspringing: str) -> None:
    for vak in soort.tekstvakken:
        if tekst := teksten.get(vak.naam):
            zeg(f"{vak.titel}:", inspringing)
            zeg(tekst, inspringing + "  ")


def _rij(naam: str, waarde: str) -> None:
    if waarde:
        zeg(f"{naam}: {waarde}", "    ")
