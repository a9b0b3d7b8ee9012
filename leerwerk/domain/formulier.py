"""What a form asks: one table for the page, the PDF, the Markdown and the taking in.

Pure. A form is a `Kenmerk` (which form, of which task, for which lesson) and a
row of `Vak`: the spaces to write in, in the order of the paper. Names of vakken
are ids, so that they are the same in HTML, in PDF and in a Markdown heading.
No form asks for a grade, a number or a signature.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from leerwerk.domain import velden
from leerwerk.domain.datum import datum_kort, datum_voluit
from leerwerk.domain.fase import FASEN, Fase
from leerwerk.domain.portfolio import Leerdoel, Portfolio, Ronde
from leerwerk.domain.taak import Onderdeel, Taak, zonder_verwijzingen

GEEN_NAMEN = "Schrijf geen namen van leerlingen op."
JA = "ja"


class Invoer(StrEnum):
    """How a vak is filled in."""

    TEKST = "tekst"
    REGEL = "regel"
    DATUM = "datum"
    KEUZE = "keuze"
    KRUIS = "kruis"


@dataclass(frozen=True, slots=True)
class Vak:
    """One space to write in, or one choice. `waarde` is what is known beforehand."""

    naam: str
    invoer: Invoer
    label: str
    hulp: str = ""
    keuzes: tuple[str, ...] = ()
    waarde: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    """One thing to look at: a kijkpunt with its waarom, or an onderdeel with its growing descriptions."""

    id: str
    tekst: str
    waarom: str = ""
    beschrijvingen: tuple[str, ...] = ()
    vakken: tuple[Vak, ...] = ()


@dataclass(frozen=True, slots=True)
class Blok:
    """An onderdeel on a form, or a phase on the leerroutekaart, with its rows."""

    id: str
    titel: str
    rijen: tuple[Rij, ...] = ()


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """Which form this is: enough to know, when it comes back, where it belongs."""

    formulier: str
    op: date
    taak: str = ""
    taakversie: str = ""
    student: str = ""
    leerdoel: str = ""
    ronde: str = ""
    week: str = ""
    onderdelen: tuple[str, ...] = ()

    @property
    def bestand(self) -> str:
        """The name of the form's file, without its suffix."""
        waarvan = (self.ronde or self.taak, self.week)
        return "-".join(filter(None, [self.formulier, self.student, *waarvan]))


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """What a form is made for: a task, and the ronde (or the week) when there is one."""

    op: date
    taak: Taak | None = None
    onderdelen: tuple[str, ...] = ()
    portfolio: Portfolio | None = None
    leerdoel: Leerdoel | None = None
    ronde: Ronde | None = None
    fase: Fase | None = None
    rondes: tuple[Ronde, ...] = ()
    gezien: bool = False

    def gekozen(self) -> tuple[Onderdeel, ...]:
        """The onderdelen the form is about, in the order of the task; all of them when none was chosen."""
        if not self.taak:
            return ()
        ids = self.onderdelen or (self.ronde.voorbereiding.onderdelen if self.ronde else ())
        return tuple(o for o in self.taak.onderdelen if o.id in ids) or self.taak.onderdelen


@dataclass(frozen=True, slots=True)
class Formulier:
    """A form that can be filled in."""

    kenmerk: Kenmerk
    soort: "Formuliersoort"
    aanleiding: Aanleiding
    boven: tuple[Vak, ...] = ()
    blokken: tuple[Blok, ...] = ()
    onder: tuple[Vak, ...] = ()

    @property
    def vakken(self) -> tuple[Vak, ...]:
        """All spaces to write in, in the order of the paper."""
        rijen = (vak for blok in self.blokken for rij in blok.rijen for vak in rij.vakken)
        return (*self.boven, *rijen, *self.onder)

    def vak(self, naam: str) -> Vak:
        """The vak with this name. Raises KeyError."""
        return {vak.naam: vak for vak in self.vakken}[naam]

    def heeft(self, naam: str) -> bool:
        """Whether the form has this vak."""
        return any(vak.naam == naam for vak in self.vakken)

    @property
    def titel(self) -> str:
        """What stands above it: the task, or the form itself."""
        return self.aanleiding.taak.titel if self.aanleiding.taak else self.soort.titel

    @property
    def herkomst(self) -> str:
        """The line that every form carries: the task, its version and the date."""
        taak = self.kenmerk.taak and f"taak {self.kenmerk.taak}, versie {self.kenmerk.taakversie[:8] or 'onbekend'}"
        week = self.kenmerk.week and f"week {self.kenmerk.week}"
        return ", ".join(filter(None, [self.soort.titel, taak, week, datum_voluit(self.kenmerk.op)]))

    @property
    def rijen(self) -> int:
        """How many rows share the paper: fewer rows, larger spaces."""
        return sum(len(blok.rijen) for blok in self.blokken)


@dataclass(frozen=True, slots=True)
class Formuliersoort:
    """A kind of form: its name in commands, its title, whom it addresses, and what it asks."""

    naam: str
    titel: str
    voor: str
    met_taak: bool
    boven: Callable[[Aanleiding], tuple[Vak, ...]]
    blokken: Callable[[Aanleiding], tuple[Blok, ...]]
    onder: Callable[[Aanleiding], tuple[Vak, ...]]
    neemt_over: str = field(default="")

    def maak(self, aanleiding: Aanleiding, week: str = "") -> Formulier:
        """The form for this occasion."""
        taak = aanleiding.taak if self.met_taak else None
        kenmerk = Kenmerk(
            formulier=self.naam,
            op=aanleiding.op,
            taak=taak.id if taak else "",
            taakversie=taak.versie if taak else "",
            student=aanleiding.portfolio.student if aanleiding.portfolio else "",
            leerdoel=aanleiding.leerdoel.id if aanleiding.leerdoel else "",
            ronde=aanleiding.ronde.id if aanleiding.ronde else "",
            week=week,
            onderdelen=tuple(onderdeel.id for onderdeel in aanleiding.gekozen()) if taak else (),
        )
        return Formulier(
            kenmerk,
            self,
            aanleiding,
            self.boven(aanleiding),
            self.blokken(aanleiding),
            self.onder(aanleiding),
        )


def notitie(kijkpunt: str) -> str:
    """The name of the vak for what was seen and heard at a kijkpunt."""
    return f"notitie-{kijkpunt}"


def keuze(kijkpunt: str) -> str:
    """The name of the vak for whether a kijkpunt was to be seen."""
    return f"keuze-{kijkpunt}"


def besluit(onderdeel: str) -> str:
    """The name of the vak for what the pair decides about an onderdeel."""
    return f"besluit-{onderdeel}"


def _tekst(soort: velden.Documentsoort, naam: str) -> Vak:
    """The vak of a section of prose: its title, and the same question as the command asks."""
    vak = next(vak for vak in soort.tekstvakken if vak.naam == naam)
    return Vak(naam, Invoer.TEKST, vak.titel, vak.vraag)


def _vraag(soort: velden.Documentsoort, naam: str) -> Vak:
    """The vak of a section of which the title would only say the question once more."""
    vak = _tekst(soort, naam)
    return Vak(naam, Invoer.TEKST, vak.hulp)


def _geen_vakken(aanleiding: Aanleiding) -> tuple[Vak, ...]:
    return ()


def _geen_blokken(aanleiding: Aanleiding) -> tuple[Blok, ...]:
    return ()


def _student(aanleiding: Aanleiding) -> tuple[Vak, ...]:
    """Who it is about, when that is not printed on the form already."""
    return () if aanleiding.portfolio else (Vak("student", Invoer.REGEL, "Student"),)


def _lesdag(aanleiding: Aanleiding) -> str:
    uitvoering = aanleiding.ronde.uitvoering if aanleiding.ronde else None
    return datum_kort(uitvoering.op) if uitvoering else ""


def _enige_begeleider(aanleiding: Aanleiding) -> str:
    begeleiders = aanleiding.portfolio.werkplekbegeleiders if aanleiding.portfolio else ()
    return begeleiders[0].naam if len(begeleiders) == 1 else ""


def _observatie_boven(aanleiding: Aanleiding) -> tuple[Vak, ...]:
    vraag = aanleiding.ronde.voorbereiding.kijkvraag if aanleiding.ronde else ""
    eigen = () if vraag else (Vak("kijkvraag-van-de-student", Invoer.REGEL, "Kijkvraag van de student"),)
    wat = "Wat zag en hoorde je daarbij?"
    return (
        *_student(aanleiding),
        Vak("wie", Invoer.REGEL, "Wie kijkt er?", waarde=_enige_begeleider(aanleiding)),
        Vak("op", Invoer.DATUM, "Datum van de les", waarde=_lesdag(aanleiding)),
        *eigen,
        Vak("kijkvraag", Invoer.TEKST, wat),
        _vraag(velden.OBSERVATIE, "lukte"),
    )


def _kijkpunten(aanleiding: Aanleiding) -> tuple[Blok, ...]:
    return tuple(
        Blok(onderdeel.id, onderdeel.titel.tekst, tuple(_kijkpuntrijen(onderdeel)))
        for onderdeel in aanleiding.gekozen()
    )


def _kijkpuntrijen(onderdeel: Onderdeel) -> Iterator[Rij]:
    for kijkpunt in onderdeel.kijkpunten:
        yield Rij(
            kijkpunt.id,
            zonder_verwijzingen(kijkpunt.tekst),
            zonder_verwijzingen(kijkpunt.waarom) if kijkpunt.waarom else "",
            vakken=(
                Vak(keuze(kijkpunt.id), Invoer.KEUZE, "Was dit te zien?", keuzes=velden.GEZIEN),
                Vak(notitie(kijkpunt.id), Invoer.TEKST, "Wat zag en hoorde je?"),
            ),
        )


def _rubric_boven(aanleiding: Aanleiding) -> tuple[Vak, ...]:
    return (*_student(aanleiding), *_gesprek(aanleiding))


def _gesprek(aanleiding: Aanleiding) -> tuple[Vak, ...]:
    return (
        Vak("samen-met", Invoer.REGEL, "Samen met", waarde=_enige_begeleider(aanleiding)),
        Vak("op", Invoer.DATUM, "Datum van het gesprek"),
    )


def _rubric_blokken(aanleiding: Aanleiding) -> tuple[Blok, ...]:
    return tuple(
        Blok(onderdeel.id, onderdeel.titel.tekst, (_rubricrij(onderdeel),))
        for onderdeel in aanleiding.gekozen()
        if onderdeel.rubric
    )


def _rubricrij(onderdeel: Onderdeel) -> Rij:
    beschrijvingen = tuple(zonder_verwijzingen(punt) for punt in onderdeel.rubric)
    return Rij(
        onderdeel.id,
        onderdeel.titel.tekst,
        beschrijvingen=beschrijvingen,
        vakken=(
            Vak(f"past-{onderdeel.id}", Invoer.KEUZE, "Wat past nu het best?", keuzes=beschrijvingen),
            Vak(f"voorbeeld-{onderdeel.id}", Invoer.TEKST, "Waaraan zag je dat in de les?"),
            Vak(f"straks-{onderdeel.id}", Invoer.TEKST, "Dit wil ik de volgende keer laten zien"),
        ),
    )


def _koppelkaart_boven(aanleiding: Aanleiding) -> tuple[Vak, ...]:
    zonder = Vak("zonder-observatie", Invoer.REGEL, "Keek er niemand bij de les? Schrijf hier waarom niet.")
    return (
        *_student(aanleiding),
        *_gesprek(aanleiding),
        *(_tekst(velden.REFLECTIE, naam) for naam in ("moment", "handvat", "theorie", "alternatief")),
        *(() if aanleiding.gezien else (zonder,)),
    )


def _besluiten(aanleiding: Aanleiding) -> tuple[Blok, ...]:
    rijen = tuple(
        Rij(
            onderdeel.id,
            onderdeel.titel.tekst,
            vakken=(Vak(besluit(onderdeel.id), Invoer.KEUZE, onderdeel.titel.tekst, keuzes=velden.BESLUITEN),),
        )
        for onderdeel in aanleiding.gekozen()
    )
    return (Blok("besluiten", "Stel dit samen vast", rijen),)


VERVOLG_IN_WOORDEN = {
    "opnieuw": "dezelfde taak opnieuw",
    "onderdeel": "een onderdeel opnieuw",
    "aanvullend": "een aanvullende taak",
    "nieuw-leerdoel": "een nieuw leerdoel",
}


def _vervolg(aanleiding: Aanleiding) -> tuple[Vak, ...]:
    stappen = (Vak(f"volgende-{stap}", Invoer.KRUIS, VERVOLG_IN_WOORDEN[stap]) for stap in velden.VERVOLGEN)
    return (*stappen, Vak("volgende-wat", Invoer.TEKST, "De volgende stap in je eigen woorden"))


FASEVRAGEN = {
    "leerdoel": "Wat wil ik kunnen als docent? Wat ziet mijn werkplekbegeleider mij dan doen?",
    "voorbereiden": "Welke taak of welk onderdeel kies ik? Welke theorie, en welke handvatten zet ik in?",
    "uitvoeren": "In welke les oefen ik dit? Waar let mijn werkplekbegeleider op?",
    "reflecteren": "Wat gebeurde er, en wat verklaart dat? Wat beheers ik, en wat oefen ik opnieuw?",
}


def _fasen(aanleiding: Aanleiding) -> tuple[Blok, ...]:
    return tuple(
        Blok(fase.id, fase.titel, (Rij(fase.id, FASEVRAGEN[fase.id], vakken=(_fasevak(aanleiding, fase),)),))
        for fase in FASEN
    )


def _fasevak(aanleiding: Aanleiding, fase: Fase) -> Vak:
    doel = aanleiding.leerdoel.tekst if aanleiding.leerdoel and fase.id == "leerdoel" else ""
    return Vak(f"fase-{fase.id}", Invoer.TEKST, fase.titel, FASEVRAGEN[fase.id], waarde=doel)


def _week(aanleiding: Aanleiding) -> tuple[Vak, ...]:
    teksten = (_vraag(velden.WEEKREFLECTIE, vak.naam) for vak in velden.WEEKREFLECTIE.tekstvakken)
    return (*_student(aanleiding), *teksten)


LEERROUTEKAART = Formuliersoort(
    "leerroutekaart", "Leerroutekaart", "de student", False, _student, _fasen, _geen_vakken
)
OBSERVATIE = Formuliersoort(
    "observatie",
    "Observatieformulier",
    "wie in de les kijkt",
    True,
    _observatie_boven,
    _kijkpunten,
    _geen_vakken,
    "observeren",
)
RUBRIC = Formuliersoort(
    "rubric", "Rubric", "student en werkplekbegeleider samen", True, _rubric_boven, _rubric_blokken, _geen_vakken,
    "reflecteren",
)  # fmt: skip
KOPPELKAART = Formuliersoort(
    "koppelkaart",
    "Koppelkaart",
    "student en werkplekbegeleider samen",
    True,
    _koppelkaart_boven,
    _besluiten,
    _vervolg,
    "reflecteren",
)
WEEKREFLECTIE = Formuliersoort(
    "weekreflectie", "Weekreflectie", "de student", False, _week, _geen_blokken, _geen_vakken, "weekreflectie"
)

FORMULIERSOORTEN = (LEERROUTEKAART, OBSERVATIE, RUBRIC, KOPPELKAART, WEEKREFLECTIE)
