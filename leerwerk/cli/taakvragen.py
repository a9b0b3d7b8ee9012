"""The conversation that leads to a task: which behaviour, which handvatten, what to look at and why."""

from dataclasses import replace
from functools import partial
from typing import Any

from leerwerk.cli.concept import Concept
from leerwerk.cli.uit import zeg
from leerwerk.cli.vragen import Vraag, kan_vragen, ontbreekt, vraag_als_het_kan
from leerwerk.domain.ontwerp import (
    MEESTE_ONDERDELEN,
    MEESTE_PUNTEN,
    MINSTE_ONDERDELEN,
    REFLECTEREN,
    UITVOEREN,
    VOORBEREIDEN,
    Bronkeuze,
    Kijkpuntontwerp,
    NieuweBron,
    Onderdeelontwerp,
    kies_bron,
    met_bron,
)
from leerwerk.errors import VerkeerdGebruik


def _raad(veld: str, tekst: str) -> str:
    """What the eisen say about an answer while its author still has it in mind."""
    from leerwerk.actions.taak_nieuw import raad

    return raad(veld, tekst)


VRAGEN = {
    "titel": Vraag(
        "--titel",
        "Hoe heet de taak?",
        True,
        hulp="Een paar woorden, zoals 'Orde houden'.",
        raad=partial(_raad, "titel"),
    ),
    "gedrag": Vraag(
        "--gedrag",
        "Welk gedrag wil je van de docent zien?",
        True,
        hulp="Schrijf wat iemand achterin het lokaal ziet en hoort. Niet 'je bent streng', "
        "wel 'je zegt wat je verwacht en wacht tot het stil is'.",
        raad=partial(_raad, "gedrag"),
    ),
    "leerdoelen": Vraag(
        "--leerdoel",
        "Hoe zou een student dit leerdoel in eigen woorden zeggen?",
        True,
        meer=True,
        hulp="Vaag mag: 'Ik wil strenger zijn.'",
    ),
    "vakken": Vraag("--vak", "Voor welk vak is de taak?", meer=True, leeg="Enter: voor alle vakken"),
    "trefwoorden": Vraag("--trefwoord", "Met welk woord zou je deze taak zoeken?", meer=True),
    "inleiding": Vraag(
        "--inleiding",
        "Wat oefen je in deze taak, en waarom is dat belangrijk in de klas?",
        True,
        hulp="Een paar zinnen.",
        raad=partial(_raad, "inleiding"),
    ),
}
_ONDERDEEL = Vraag(
    "",
    "Hoe heet onderdeel {}?",
    True,
    hulp="Een deel dat je apart kunt oefenen, zoals 'Terugblik'.",
    raad=partial(_raad, "titel"),
)
_MEER_ONDERDELEN = replace(_ONDERDEEL, verplicht=False, leeg="Enter: dit waren alle onderdelen")
_THEORIE = Vraag(
    "", "Wat is daarover bekend?", True, hulp="In gewone woorden, genoeg om er morgen iets mee te kunnen."
)
_BRON = Vraag(
    "",
    "Waar staat dat?",
    True,
    hulp="Een bron van de bank, zoals rosenshine-2012. Of een nieuwe: Ebbens, S. & Ettekoven, S. (2015). "
    "Effectief leren",
)
_HANDVAT = Vraag(
    "",
    "Welk handvat geeft die theorie? Wat kun je morgen doen of zeggen?",
    True,
    hulp="Begin met wat je doet: Stel, Zeg, Laat …",
    raad=partial(_raad, "handvat"),
)
_KIJKPUNT = Vraag(
    "",
    "Wat ziet of hoort iemand dan in de les?",
    True,
    hulp="Begin met een werkwoord: 'Wacht met praten tot het stil is.'",
    raad=partial(_raad, "kijkpunt"),
)
_WAAROM = Vraag("", "Waarom let je daarop?", True, hulp="Eén zin, voor wie de theorie niet kent.")
_NOG_EEN = "Enter: verder"
_PAST_BIJ_ELKE = "Enter neemt wat bij elke taak past"
REEKSEN = {
    "voorbereiden": (
        Vraag("", "Wat kies en bedenk je vooraf?", leeg=_PAST_BIJ_ELKE, raad=partial(_raad, "voorbereiding")),
        VOORBEREIDEN,
    ),
    "uitvoeren": (
        Vraag("", "Wat oefen je in de les?", leeg=_PAST_BIJ_ELKE, raad=partial(_raad, "uitvoering")),
        UITVOEREN,
    ),
    "reflecteren": (
        Vraag(
            "", "Welke vraag helpt in het gesprek na de les?", leeg=_PAST_BIJ_ELKE, raad=partial(_raad, "reflectie")
        ),
        REFLECTEREN,
    ),
}


class Gesprek:
    """Asks what is below the title, onderdeel by onderdeel; keeps every answer until the task is there."""

    def __init__(self, concept: Concept, bekend: tuple[str, ...]) -> None:
        self.concept = concept
        self.bekend = bekend
        self.nieuwe_bronnen: tuple[NieuweBron, ...] = ()

    def vraag_verder(self) -> dict[str, Any]:
        """The onderdelen, and what to do before, during and after the lesson.

        Raises VerkeerdGebruik when nobody can be asked.
        """
        if not kan_vragen():
            raise ontbreekt(["--onderdeel (drie tot vijf keer), of --van, of --bewerk"])
        onderdelen = self._onderdelen()
        return {"onderdelen": onderdelen, **{naam: self._reeks(naam, *rij) for naam, rij in REEKSEN.items()}}

    def _onderdelen(self) -> tuple[Onderdeelontwerp, ...]:
        gevraagd: list[Onderdeelontwerp] = []
        while len(gevraagd) < MEESTE_ONDERDELEN:
            nummer = len(gevraagd) + 1
            vraag = _ONDERDEEL if nummer <= MINSTE_ONDERDELEN else _MEER_ONDERDELEN
            titel = self._stel(f"onderdeel-{nummer}", replace(vraag, tekst=vraag.tekst.format(nummer)))
            if not titel:
                break
            gevraagd.append(self._onderdeel(f"onderdeel-{nummer}", titel))
        return tuple(gevraagd)

    def _onderdeel(self, naam: str, titel: str) -> Onderdeelontwerp:
        theorie = self._stel(f"{naam}-theorie", _THEORIE)
        bron = self._bron(f"{naam}-bron")
        handvatten = self._lijst(f"{naam}-handvat", _HANDVAT)
        kijkpunten = []
        for nummer in range(1, MEESTE_PUNTEN + 1):
            tekst = self._stel(f"{naam}-kijkpunt-{nummer}", _nog_een(_KIJKPUNT, nummer))
            if not tekst:
                break
            waarom = self._stel(f"{naam}-waarom-{nummer}", _WAAROM)
            kijkpunten.append(Kijkpuntontwerp(tekst, met_bron(waarom, bron)))
        met = tuple(met_bron(handvat, bron) if not nummer else handvat for nummer, handvat in enumerate(handvatten))
        return Onderdeelontwerp(titel, met_bron(theorie, bron), met, tuple(kijkpunten))

    def _lijst(self, naam: str, vraag: Vraag) -> tuple[str, ...]:
        """One to four answers; Enter ends."""
        teksten = []
        for nummer in range(1, MEESTE_PUNTEN + 1):
            tekst = self._stel(f"{naam}-{nummer}", _nog_een(vraag, nummer))
            if not tekst:
                break
            teksten.append(tekst)
        return tuple(teksten)

    def _reeks(self, naam: str, vraag: Vraag, anders: tuple[str, ...]) -> tuple[str, ...]:
        """Answers until Enter; those that suit every task when there is none."""
        teksten: list[str] = []
        while tekst := self._stel(f"{naam}-{len(teksten) + 1}", replace(vraag, leeg=_NOG_EEN) if teksten else vraag):
            teksten.append(tekst)
        return tuple(teksten) or anders

    def _bron(self, naam: str) -> str:
        """The key of a source: one that is known, or a new one that is kept to be written too."""
        keuze = self._kies_bron(self._stel(naam, replace(_BRON, keur=self._kies_bron)))
        if keuze.nieuw:
            self.nieuwe_bronnen = (*self.nieuwe_bronnen, keuze.nieuw)
        zeg(f"Bron: {keuze.sleutel}", "  ")
        return keuze.sleutel

    def _kies_bron(self, tekst: str) -> Bronkeuze:
        keuze = kies_bron(tekst, (*self.bekend, *(bron.sleutel for bron in self.nieuwe_bronnen)))
        if keuze.sleutel:
            return keuze
        mogelijk = ", ".join(keuze.mogelijk[:8])
        raise VerkeerdGebruik(
            "Die bron ken ik niet.",
            nu=f"Bedoel je een van deze? {mogelijk}" if mogelijk else "Schrijf hem zo: Auteur, A. (2020). Titel",
        )

    def _stel(self, naam: str, vraag: Vraag) -> str:
        return str(vraag_als_het_kan(naam, vraag, self.concept))


def _nog_een(vraag: Vraag, nummer: int) -> Vraag:
    """The same question for a next answer, that may stay empty."""
    return vraag if nummer == 1 else replace(vraag, verplicht=False, leeg=_NOG_EEN, hulp="")
