"""The fields and sections of every kind of document, as rows.

One table serves reading, checking, the commands' questions, the templates and
the editor schema. To add a field, add a row.
"""

from enum import StrEnum
from typing import NamedTuple


class Soort(StrEnum):
    """What a value may look like; `domain.waarden` reads each."""

    ID = "id"
    REGEL = "regel"
    DATUM = "datum"
    GETAL = "getal"
    KEUZE = "keuze"
    VERSIE = "versie"
    VERSIES = "versies"
    IDS = "ids"
    REGELS = "regels"
    GETALLEN = "getallen"
    GROEPEN = "groepen"
    KEUZES_PER_ID = "keuzes per id"


class Veld(NamedTuple):
    """One key of the front matter.

    `uitleg` is one Dutch sentence for an author. `keuzes` holds the allowed
    words of a KEUZE (or of each value of KEUZES_PER_ID), `velden` the keys of
    each group of GROEPEN.
    """

    naam: str
    soort: Soort
    uitleg: str
    verplicht: bool = False
    keuzes: tuple[str, ...] = ()
    velden: tuple["Veld", ...] = ()


class Tekstvak(NamedTuple):
    """One `##` section of prose in a step's document.

    `naam` is the key in code and templates, `titel` the heading, `vraag` what a
    person is asked.
    """

    naam: str
    titel: str
    vraag: str
    verplicht: bool = False


class Documentsoort(NamedTuple):
    """A kind of document: what it is called, its fields and its sections."""

    naam: str
    velden: tuple[Veld, ...]
    tekstvakken: tuple[Tekstvak, ...] = ()

    def veld(self, naam: str) -> Veld:
        """The row of field `naam`. Raises KeyError for a name outside the table."""
        return {veld.naam: veld for veld in self.velden}[naam]


SOORTEN_TAAK = ("onderwijskundig", "vak")
STATUSSEN = ("concept", "actueel", "vervallen")
GEZIEN = ("gezien", "niet gezien", "niet aan de orde")
BESLUITEN = ("beheerst", "nog oefenen")
VERVOLGEN = ("opnieuw", "onderdeel", "aanvullend", "nieuw-leerdoel")
ROLLEN = ("werkplekbegeleider", "collega", "student")
HERKOMSTEN = ("eigen wens", "reflectie")

_OP = Veld("op", Soort.DATUM, "De datum van deze stap, als jjjj-mm-dd.", verplicht=True)
_TAAK = Veld("taak", Soort.ID, "De leerwerktaak van deze ronde.", verplicht=True)
_VAN_FORMULIER = "De sha256 van het ingevulde formulier waaruit dit is overgenomen."
_TAAKVERSIE = Veld("taakversie", Soort.VERSIE, "De versie van de taak waarmee deze ronde begon.")

TAAK = Documentsoort(
    "taak",
    (
        Veld("id", Soort.ID, "De naam van de taak in bestanden en commando's; die verandert nooit.", True),
        Veld("titel", Soort.REGEL, "De titel zoals studenten die zien.", True),
        Veld("soort", Soort.KEUZE, "Voor alle vakken of voor een vak.", True, SOORTEN_TAAK),
        Veld("vakken", Soort.REGELS, "De vakken waarvoor de taak bedoeld is; leeg bij onderwijskundig."),
        Veld("studiejaren", Soort.GETALLEN, "De studiejaren waarin de taak past.", True),
        Veld("status", Soort.KEUZE, "Of studenten de taak kunnen kiezen.", True, STATUSSEN),
        Veld("vervangen_door", Soort.ID, "De taak die een vervallen taak vervangt."),
        Veld("gebaseerd_op", Soort.REGEL, "De taak en versie waarvan dit een eigen versie is: id@versie."),
        Veld("gedrag", Soort.REGEL, "Wat je de docent ziet en hoort doen, in een of twee zinnen.", True),
        Veld("leerdoelen", Soort.REGELS, "Hoe een student een leerdoel bij deze taak zou verwoorden.", True),
        Veld("trefwoorden", Soort.REGELS, "Woorden waarmee een student deze taak zoekt."),
    ),
)

PORTFOLIO = Documentsoort(
    "portfolio",
    (
        Veld("student", Soort.ID, "De naam van de map van dit portfolio.", True),
        Veld("naam", Soort.REGEL, "Hoe de student heet.", True),
        Veld("studiejaar", Soort.GETAL, "Het studiejaar van de student."),
        Veld("opleiding", Soort.REGEL, "De lerarenopleiding."),
        Veld("school", Soort.REGEL, "De school waar de student lesgeeft."),
        Veld("vak", Soort.REGEL, "Het vak dat de student geeft."),
        Veld("e-mail", Soort.REGEL, "Het e-mailadres waarmee de student in Git werkt."),
        Veld(
            "werkplekbegeleiders",
            Soort.GROEPEN,
            "Met wie de student leerdoelen vaststelt en reflecteert.",
            verplicht=True,
            velden=(
                Veld("id", Soort.ID, "Een korte naam voor in commando's.", True),
                Veld("naam", Soort.REGEL, "Hoe de werkplekbegeleider heet.", True),
                Veld("e-mail", Soort.REGEL, "Het e-mailadres van de werkplekbegeleider."),
            ),
        ),
    ),
)

LEERDOEL = Documentsoort(
    "leerdoel",
    (
        _OP,
        Veld("leerdoel", Soort.REGEL, "Het leerdoel in de woorden van de student.", True),
        Veld("gedrag", Soort.REGEL, "Wat je de student dan ziet en hoort doen."),
        Veld("samen_met", Soort.IDS, "De werkplekbegeleider met wie het leerdoel is vastgesteld.", True),
        Veld("herkomst", Soort.KEUZE, "Waar het leerdoel vandaan komt.", False, HERKOMSTEN),
    ),
    (Tekstvak("toelichting", "Toelichting", "Waarom wil je dit leren?"),),
)

VOORBEREIDING = Documentsoort(
    "voorbereiding",
    (
        _OP,
        _TAAK,
        _TAAKVERSIE,
        Veld("onderdelen", Soort.IDS, "De onderdelen die je in deze ronde oefent.", True),
        Veld("onderwerp", Soort.REGEL, "Waar de les over gaat."),
        Veld("klas", Soort.REGEL, "De klas, grof aangeduid: 2 havo, wiskunde."),
        Veld("handvatten", Soort.REGELS, "De handvatten die je inzet.", True),
        Veld("kijkvraag", Soort.REGEL, "Waar je werkplekbegeleider speciaal op let."),
    ),
    (Tekstvak("lesplan", "Hoe je de handvatten inzet", "Hoe zet je de handvatten in deze les in?"),),
)

UITVOERING = Documentsoort(
    "uitvoering",
    (_OP, Veld("klas", Soort.REGEL, "De klas, grof aangeduid: 2 havo, wiskunde.")),
    (Tekstvak("gebeurtenis", "Wat er gebeurde", "Wat gebeurde er in de les?", True),),
)

OBSERVATIE = Documentsoort(
    "observatie",
    (
        _OP,
        Veld("wie", Soort.ID, "Wie er keek.", True),
        Veld("rol", Soort.KEUZE, "In welke rol die keek.", True, ROLLEN),
        _TAAK,
        _TAAKVERSIE,
        Veld("kijkpunten", Soort.KEUZES_PER_ID, "Per kijkpunt of het te zien was.", False, GEZIEN),
        Veld("formulier", Soort.VERSIE, _VAN_FORMULIER),
    ),
    (
        Tekstvak("lukte", "Wat lukte", "Wat lukte er in deze les?"),
        Tekstvak("kijkvraag", "Antwoord op de kijkvraag", "Wat zag je bij de kijkvraag?"),
    ),
)

REFLECTIE = Documentsoort(
    "reflectie",
    (
        _OP,
        Veld("samen_met", Soort.IDS, "De werkplekbegeleider met wie je reflecteerde."),
        Veld("zonder_observatie", Soort.REGEL, "Waarom er niemand bij de les keek."),
        Veld("onderdelen", Soort.KEUZES_PER_ID, "Wat jullie per onderdeel vaststelden.", False, BESLUITEN),
        Veld(
            "volgende",
            Soort.GROEPEN,
            "De volgende stap, of meer dan een.",
            verplicht=True,
            velden=(
                Veld("stap", Soort.KEUZE, "Wat voor stap het is.", True, VERVOLGEN),
                Veld("onderdelen", Soort.IDS, "De onderdelen die je opnieuw oefent."),
                Veld("taak", Soort.ID, "De aanvullende taak."),
                Veld("wat", Soort.REGEL, "De stap in je eigen woorden."),
            ),
        ),
        Veld("formulieren", Soort.VERSIES, _VAN_FORMULIER),
    ),
    (
        Tekstvak(
            "moment",
            "Een moment uit de les",
            "Wat gebeurde er? Wat deed en zei jij, wat deden de leerlingen?",
            True,
        ),
        Tekstvak("handvat", "Van theorie naar praktijk", "Welk handvat heb je gebruikt? Wat leverde het op?", True),
        Tekstvak(
            "theorie",
            "Van praktijk naar theorie",
            "Welke theorie helpt begrijpen waarom dit zo ging?",
            True,
        ),
        Tekstvak("alternatief", "Wat ook had gekund", "Wat had je nog meer kunnen doen?"),
        Tekstvak("rubric", "Wat nu het best past", "Welke beschrijving past nu het best, en waaraan zag je dat?"),
    ),
)

WEEKREFLECTIE = Documentsoort(
    "weekreflectie",
    (_OP, Veld("formulier", Soort.VERSIE, _VAN_FORMULIER)),
    (
        Tekstvak("lukte", "Wat ging er goed", "Wat ging er deze week goed?"),
        Tekstvak("vraag", "Een vraag", "Welke vraag neem je mee, voor jezelf of voor een ander?"),
        Tekstvak("stap", "Mijn volgende stap", "Wat is je volgende stap?"),
    ),
)

INSTELLINGEN = Documentsoort(
    "instellingen",
    (
        Veld("naam", Soort.REGEL, "De naam van de opleidingsschool.", True),
        Veld(
            "portfolios",
            Soort.KEUZE,
            "Elk portfolio apart in een eigen Git-repository, of samen in deze.",
            keuzes=("apart", "samen"),
        ),
    ),
)

DOCUMENTSOORTEN = (
    *(INSTELLINGEN, TAAK, PORTFOLIO, LEERDOEL, VOORBEREIDING, UITVOERING, OBSERVATIE, REFLECTIE),
    WEEKREFLECTIE,
)
