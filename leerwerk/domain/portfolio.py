"""A portfolio: leerdoelen, the rondes of each, and what a ronde holds.

Values only. Which phase is due follows from what is there (`domain.cyclus`);
nothing is stored about state. `teksten` holds the prose by the name of its row
in `domain.velden`, and is empty when only the state was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Teksten = Mapping[str, str]
Kiezen = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Begeleider:
    """A werkplekbegeleider: the short name used in commands, the full name, the e-mail address."""

    id: str
    naam: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Voorbereiding:
    """What was prepared: a task or part of it, and the handvatten chosen for the lesson."""

    op: date
    taak: str
    onderdelen: tuple[str, ...]
    handvatten: tuple[str, ...]
    taakversie: str = ""
    onderwerp: str = ""
    klas: str = ""
    kijkvraag: str = ""
    teksten: Teksten = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Uitvoering:
    """The lesson as it was given."""

    op: date
    klas: str = ""
    teksten: Teksten = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Observatie:
    """What one observer saw and heard: a choice and a note per kijkpunt id."""

    op: date
    wie: str
    rol: str
    taak: str
    taakversie: str = ""
    kijkpunten: Kiezen = field(default_factory=dict)
    notities: Teksten = field(default_factory=dict)
    teksten: Teksten = field(default_factory=dict)
    formulier: str = ""

    @property
    def van_ander(self) -> bool:
        """Whether somebody else than the student watched."""
        return self.rol != "student"


@dataclass(frozen=True, slots=True)
class Vervolg:
    """A next step: one of the four kinds, and what it is about."""

    stap: str
    onderdelen: tuple[str, ...] = ()
    taak: str = ""
    wat: str = ""


@dataclass(frozen=True, slots=True)
class Reflectie:
    """The koppelkaart: what was decided per onderdeel, with whom, and what follows."""

    op: date
    volgende: tuple[Vervolg, ...]
    samen_met: tuple[str, ...] = ()
    onderdelen: Kiezen = field(default_factory=dict)
    zonder_observatie: str = ""
    teksten: Teksten = field(default_factory=dict)
    formulieren: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ronde:
    """Once round the leerroutekaart. `id` is the name of its folder."""

    id: str
    voorbereiding: Voorbereiding
    uitvoering: Uitvoering | None = None
    observaties: tuple[Observatie, ...] = ()
    reflectie: Reflectie | None = None

    @property
    def volgorde(self) -> tuple[str, int]:
        """Sorts rondes as they began: by date, then by the number behind a second one that day."""
        datum, rest = self.id[:10], self.id[10:].removeprefix(f"-{self.voorbereiding.taak}")
        nummer = rest.removeprefix("-")
        return datum, int(nummer) if nummer.isdecimal() else 1


@dataclass(frozen=True, slots=True)
class Leerdoel:
    """What the student wants to be able to do, set together with a werkplekbegeleider."""

    id: str
    op: date
    tekst: str
    samen_met: tuple[str, ...]
    gedrag: str = ""
    herkomst: str = ""
    rondes: tuple[Ronde, ...] = ()
    teksten: Teksten = field(default_factory=dict)

    @property
    def laatste_ronde(self) -> Ronde | None:
        """The ronde that began last, or None."""
        return self.rondes[-1] if self.rondes else None


@dataclass(frozen=True, slots=True)
class Weekreflectie:
    """A look back at one week, also at one without a lesson. `week` is the name of its file: `2026-w48`."""

    week: str
    op: date
    formulier: str = ""
    teksten: Teksten = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """One student's leerdoelen, in the order in which they were set."""

    student: str
    naam: str
    werkplekbegeleiders: tuple[Begeleider, ...]
    studiejaar: int | None = None
    opleiding: str = ""
    school: str = ""
    vak: str = ""
    email: str = ""
    leerdoelen: tuple[Leerdoel, ...] = ()
    weekreflecties: tuple[Weekreflectie, ...] = ()

    def begeleider(self, id: str) -> Begeleider | None:
        """The werkplekbegeleider with this short name, or None."""
        return next((wie for wie in self.werkplekbegeleiders if wie.id == id), None)

    def namen(self, ids: tuple[str, ...]) -> str:
        """The names behind short names, as one reads them: `Sanne Bakker en Tom Visser`."""
        bekend = {self.student: self.naam, **{wie.id: wie.naam for wie in self.werkplekbegeleiders}}
        namen = [bekend.get(id, id) for id in ids]
        return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))
