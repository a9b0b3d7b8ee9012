"""`leerwerk taak nieuw`: zelf een taak bedenken."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from leerwerk.cli.concept import Concept
from leerwerk.cli.editor import Kladblok
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Bewerk, Student
from leerwerk.cli.sessie import open_sessie
from leerwerk.cli.taakvragen import VRAGEN, Gesprek
from leerwerk.cli.uit import zeg, zeg_rijen
from leerwerk.cli.vragen import vul_aan
from leerwerk.cli.waarden import lees_proza, lees_regel, waar_vandaan
from leerwerk.domain.ontwerp import MEESTE_ONDERDELEN, MINSTE_ONDERDELEN, STUDIEJAREN, NieuweBron, Taakontwerp
from leerwerk.domain.slug import slug
from leerwerk.errors import VerkeerdGebruik
from leerwerk.store.plaatsen import Werkplek, toon_pad, vind_werkplek

app = maak_app()


@app.command(cls=Opdracht)
def nieuw(
    taak: Annotated[str, typer.Argument(metavar="[ID]", help="De id; anders gemaakt van de titel.")] = "",
    titel: Annotated[str, typer.Option(metavar="TEKST", help="Hoe de taak heet.")] = "",
    gedrag: Annotated[str, typer.Option(metavar="TEKST", help="Welk gedrag je van de docent wilt zien.")] = "",
    leerdoel: Annotated[
        list[str] | None, typer.Option(metavar="TEKST", help="Hoe een student dit leerdoel zou zeggen.")
    ] = None,
    vak: Annotated[list[str] | None, typer.Option(metavar="VAK", help="Voor dit vak; anders voor elk vak.")] = None,
    studiejaar: Annotated[
        list[int] | None, typer.Option(metavar="GETAL", help="Voor dit studiejaar; anders 2 en 3.")
    ] = None,
    trefwoord: Annotated[
        list[str] | None, typer.Option(metavar="WOORD", help="Een woord waarmee je de taak zoekt.")
    ] = None,
    inleiding: Annotated[str, typer.Option(metavar="TEKST", help="Waarom dit belangrijk is in de klas.")] = "",
    onderdeel: Annotated[
        list[str] | None,
        typer.Option(metavar="@BESTAND", help="Een onderdeel in Markdown, vanaf `## Onderdeel:`."),
    ] = None,
    van: Annotated[str, typer.Option(metavar="@BESTAND", help="De hele taak in Markdown.")] = "",
    bank: Annotated[bool, typer.Option("--bank", help="Schrijf de taak in de bank; voor opleiders.")] = False,
    bewerk: Bewerk = False,
    student: Student = "",
) -> None:
    """Bedenk zelf een taak, als er in de bank niets bij je leerdoel past.

    Leerwerk vraagt welk gedrag je wilt zien, welke handvatten de theorie geeft en waar een ander op let.
    De taak komt in je portfolio. Met --bank komt hij als bestand in de bank: leg het vast in een pull request.
    """
    from leerwerk.actions.taak_nieuw import bank_map
    from leerwerk.vastleggen import gitmap, vooraf

    werkplek = vind_werkplek(Path.cwd())
    if bank:
        map, kladmap, naam = None, gitmap(bank_map(werkplek)) / "leerwerk", "bank"
    else:
        sessie = open_sessie(student, stap=True)
        vooraf(sessie.map)
        map, kladmap, naam = sessie.map, sessie.gitmap / "leerwerk", sessie.portfolio.student
    gegeven = {
        "titel": lees_regel(titel, "--titel"),
        "gedrag": lees_regel(gedrag, "--gedrag"),
        "leerdoelen": tuple(lees_regel(tekst, "--leerdoel") for tekst in leerdoel or ()),
        "vakken": tuple(lees_regel(tekst, "--vak") for tekst in vak or ()),
        "studiejaren": tuple(studiejaar or ()),
        "trefwoorden": tuple(lees_regel(tekst, "--trefwoord") for tekst in trefwoord or ()),
        "inleiding": lees_proza(inleiding, "--inleiding"),
        "onderdelen": tuple(lees_proza(tekst, "--onderdeel") for tekst in onderdeel or ()),
    }
    _Schrijver(werkplek, map, kladmap, naam).schrijf(taak, gegeven, van, bewerk)


class _Schrijver:
    """Makes one task, for the portfolio at `map` or (None) for the bank."""

    def __init__(self, werkplek: Werkplek, map: Path | None, kladmap: Path, naam: str) -> None:
        self.werkplek = werkplek
        self.map = map
        self.kladblok = Kladblok(kladmap / f"bewerk-{naam}-taak-nieuw.md")
        self.concept = Concept(kladmap.parent, f"{naam}-taak-nieuw")

    def schrijf(self, id: str, gegeven: dict[str, Any], van: str, bewerk: bool) -> None:
        """Get the text, keep it, and say what may follow."""
        from leerwerk.actions import taak_nieuw

        erbij: tuple[NieuweBron, ...] = ()
        if van:
            _, inhoud = taak_nieuw.lees(lees_proza(van, "--van"), waar_vandaan(van, "--van"), id)
        elif bewerk:
            inhoud = self.kladblok.schrijf(self._begin(id, gegeven), self._lees(id))
        else:
            inhoud, erbij = self._vraag(id, gegeven)
        if self.map:
            gemaakt = taak_nieuw.bewaar_eigen(self.werkplek, self.map, inhoud, erbij)
        else:
            gemaakt = taak_nieuw.bewaar_in_bank(self.werkplek, inhoud, erbij)
        self.concept.klaar()
        self.kladblok.klaar()
        _toon(gemaakt.taak.titel, gemaakt.taak.id, gemaakt.pad, in_bank=self.map is None)

    def _begin(self, id: str, gegeven: dict[str, Any]) -> Callable[[], str]:
        """The text to begin with in the editor: what was given, and hints."""
        from leerwerk.actions.taak_nieuw import check_vrij, maak_tekst

        def maak() -> str:
            if naam := id or slug(gegeven["titel"]):
                check_vrij(self.werkplek, self.map, naam)
            return maak_tekst(self.werkplek, naam, self._ontwerp(gegeven))

        return maak

    def _lees(self, id: str) -> Callable[[str, str], bytes]:
        from leerwerk.actions.taak_nieuw import check_vrij, lees

        def lees_af(tekst: str, waar: str) -> bytes:
            taak, inhoud = lees(tekst, waar, id)
            check_vrij(self.werkplek, self.map, taak.id)
            return inhoud

        return lees_af

    def _vraag(self, id: str, gegeven: dict[str, Any]) -> tuple[bytes, tuple[NieuweBron, ...]]:
        from leerwerk.actions import taak_nieuw

        antwoorden = {**gegeven, **vul_aan(VRAGEN, gegeven, self.concept)}
        id = id or slug(antwoorden["titel"])
        taak_nieuw.check_vrij(self.werkplek, self.map, id)
        gesprek = Gesprek(self.concept, taak_nieuw.bronnen(self.werkplek, self.map))
        if not antwoorden["onderdelen"]:
            antwoorden.update(gesprek.vraag_verder())
        elif not MINSTE_ONDERDELEN <= len(antwoorden["onderdelen"]) <= MEESTE_ONDERDELEN:
            raise VerkeerdGebruik(
                "Een taak heeft drie, vier of vijf onderdelen.", nu="Geef --onderdeel drie, vier of vijf keer."
            )
        tekst = taak_nieuw.maak_tekst(self.werkplek, id, self._ontwerp(antwoorden))
        return taak_nieuw.lees(tekst, "je antwoorden", id)[1], gesprek.nieuwe_bronnen

    def _ontwerp(self, antwoorden: dict[str, Any]) -> Taakontwerp:
        """What was answered; the rest as it suits every task."""
        gevuld = {naam: waarde for naam, waarde in antwoorden.items() if waarde}
        for naam in ("vakken", "trefwoorden"):
            gevuld[naam] = tuple(
                deel.strip() for tekst in gevuld.get(naam, ()) for deel in tekst.split(",") if deel.strip()
            )
        jaren = tuple(int(jaar) for jaar in gevuld.pop("studiejaren", STUDIEJAREN))
        vast = {"titel": "", "gedrag": "", "leerdoelen": ()}
        status = "actueel" if self.map else "concept"
        return Taakontwerp(**{**vast, **gevuld, "studiejaren": jaren, "status": status})


def _toon(titel: str, id: str, pad: Path, *, in_bank: bool) -> None:
    zeg(f"De taak '{titel}' staat {'in de bank' if in_bank else 'in je portfolio'}.")
    zeg(toon_pad(pad), "  ")
    zeg()
    zeg("Nu kan:")
    if in_bank:
        zeg_rijen(
            [
                (f"git switch -c taak/{id}", "Werk op een eigen branch."),
                ("git add taken", "Neem de taak op. Leg haar vast en open een pull request."),
                ("leerwerk valideer", "Zie wat er aan de taken beter kan."),
            ]
        )
        zeg("De status is `concept`. Maak er `actueel` van als studenten de taak kunnen kiezen.")
        return
    zeg_rijen(
        [
            (f"leerwerk voorbereiden {id}", "Oefen ermee in een les."),
            (f"leerwerk taak aanpassen {id}", "Schrijf er verder aan."),
            (f"leerwerk taak voorstellen {id}", "Stel hem voor aan de bank."),
        ]
    )
