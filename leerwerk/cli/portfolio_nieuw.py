"""`leerwerk portfolio nieuw`: een portfolio beginnen."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, vul_aan
from leerwerk.cli.waarden import lees_regel
from leerwerk.domain.portfolio import Begeleider, Portfolio
from leerwerk.domain.slug import slug
from leerwerk.domain.waarden import is_id
from leerwerk.errors import VerkeerdGebruik
from leerwerk.store.plaatsen import toon_pad, vind_werkplek

app = maak_app()

_PERSOON = re.compile(r"(?:(?P<id>[a-z0-9-]+)=)?(?P<naam>[^<>=]+?)\s*(?:<(?P<email>[^<>\s]+@[^<>\s]+)>)?")


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
    adres = lees_regel(e_mail, "--e-mail") or email(werkplek.hier)
    begonnen = _portfolio(student, antwoorden, adres)
    _toon_begin(begonnen, begin(werkplek, begonnen))


def _portfolio(student: str, antwoorden: Mapping[str, Any], adres: str) -> Portfolio:
    return Portfolio(
        student=student or _korte_naam(antwoorden["naam"]),
        naam=antwoorden["naam"],
        werkplekbegeleiders=_begeleiders(antwoorden["werkplekbegeleiders"]),
        studiejaar=_studiejaar(antwoorden["studiejaar"]),
        opleiding=antwoorden["opleiding"] or "",
        school=antwoorden["school"] or "",
        vak=antwoorden["vak"] or "",
        email=adres,
    )


def _toon_begin(begonnen: Portfolio, map: Path) -> None:
    zeg(f"Welkom, {begonnen.naam}. Je portfolio staat in {toon_pad(map)}.")
    zeg()
    zeg("Stel nu samen een leerdoel vast. Vaag beginnen mag:")
    zeg('leerwerk doel "strenger zijn"', "  ")


def _begeleiders(namen: tuple[str, ...]) -> tuple[Begeleider, ...]:
    begeleiders = tuple(
        begeleider for naam in namen for begeleider in _lees_begeleiders(lees_regel(naam, "--werkplekbegeleider"))
    )
    ids = [begeleider.id for begeleider in begeleiders]
    if dubbel := next((id for id in ids if ids.count(id) > 1), ""):
        raise VerkeerdGebruik(
            f"Twee werkplekbegeleiders heten `{dubbel}`.", nu="Geef ze een korte naam: sb=Sanne Bakker"
        )
    return begeleiders


def _lees_begeleiders(tekst: str) -> tuple[Begeleider, ...]:
    """One person, or more with commas between them."""
    return tuple(_begeleider(deel.strip()) for deel in tekst.split(",") if deel.strip())


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
        "--werkplekbegeleider",
        "Hoe heet je werkplekbegeleider?",
        True,
        meer=True,
        hulp="Zijn het er meer, zet dan een komma tussen de namen.",
        keur=_lees_begeleiders,
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
