"""A task as its author answers for it, before it is a document.

Pure. What an author leaves open gets the words that suit every task; a source
is put behind every text that rests on it, so that nothing stays untraceable.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from leerwerk.domain.slug import slug
from leerwerk.domain.waarden import lijkt_op

MINSTE_ONDERDELEN, MEESTE_ONDERDELEN = 3, 5
MEESTE_PUNTEN = 4
STUDIEJAREN = (2, 3)
VOORBEREIDEN = (
    "Kies met je werkplekbegeleider welke onderdelen je oefent en spreek af waar die op let.",
    "Kies de handvatten die je gebruikt en bedenk op welk moment in de les.",
)
UITVOEREN = ("Geef de les en oefen de onderdelen die je koos.", "Probeer hetzelfde onderdeel ook in een andere klas.")
REFLECTEREN = (
    "Welk moment uit de les wil je bespreken? Wat deed en zei je, en wat deden leerlingen?",
    "Welk handvat heb je gebruikt, en waaraan merkte je wat het opleverde?",
    "Welke theorie helpt begrijpen waarom het zo ging?",
    "Bepaal samen welke onderdelen je beheerst. Wat oefen je opnieuw, en in welke klas?",
)
_BRON = re.compile(r"(?P<wie>.+?)\s*\((?P<jaar>[12][0-9]{3})\)\s*[.:,]?\s*(?P<titel>\S.*?)\.?")
_NAAM = re.compile(r"[^,;&]+,\s*(?:[A-Z]\.[ -]?)+(?:(?:van|de|der|den|ten|ter|te|in|'t)\b\s*)*")
_TUSSEN_NAMEN = re.compile(r"\s*(?:;|&|,?\s\ben\b)\s*")


@dataclass(frozen=True, slots=True)
class Kijkpuntontwerp:
    """What to look at, and why."""

    tekst: str
    waarom: str


@dataclass(frozen=True, slots=True)
class Onderdeelontwerp:
    """An onderdeel in its author's words, resting on one source."""

    titel: str = ""
    theorie: str = ""
    handvatten: tuple[str, ...] = ()
    kijkpunten: tuple[Kijkpuntontwerp, ...] = ()


@dataclass(frozen=True, slots=True)
class Taakontwerp:
    """A task in its author's words; an onderdeel may also be a piece of Markdown."""

    titel: str
    gedrag: str
    leerdoelen: tuple[str, ...]
    vakken: tuple[str, ...] = ()
    studiejaren: tuple[int, ...] = STUDIEJAREN
    status: str = "actueel"
    trefwoorden: tuple[str, ...] = ()
    inleiding: str = ""
    voorbereiden: tuple[str, ...] = VOORBEREIDEN
    uitvoeren: tuple[str, ...] = UITVOEREN
    onderdelen: tuple[Onderdeelontwerp | str, ...] = (Onderdeelontwerp(),) * MINSTE_ONDERDELEN
    reflecteren: tuple[str, ...] = REFLECTEREN

    @property
    def soort(self) -> str:
        """For a subject when it names one, else for everybody."""
        return "vak" if self.vakken else "onderwijskundig"


@dataclass(frozen=True, slots=True)
class NieuweBron:
    """A source that the bank does not have yet, as far as an author told it."""

    sleutel: str
    auteurs: tuple[str, ...]
    jaar: str
    titel: str


@dataclass(frozen=True, slots=True)
class Bronkeuze:
    """What an author meant by a source: one that is known, a new one, or one of several."""

    sleutel: str = ""
    nieuw: NieuweBron | None = None
    mogelijk: tuple[str, ...] = field(default=())


def kies_bron(tekst: str, bekend: Iterable[str]) -> Bronkeuze:
    """The source in `tekst`: a key or the beginning of one, or `Auteur, A. (2020). Titel`."""
    sleutels = tuple(bekend)
    gezocht = tekst.strip().removeprefix("[").removesuffix("]").removeprefix("@").lower()
    if gezocht in sleutels:
        return Bronkeuze(gezocht)
    if gevonden := _BRON.fullmatch(tekst.strip()):
        nieuw = _nieuw(gevonden["wie"], gevonden["jaar"], gevonden["titel"])
        return Bronkeuze(nieuw.sleutel) if nieuw.sleutel in sleutels else Bronkeuze(nieuw.sleutel, nieuw)
    woord = slug(gezocht)
    mogelijk = tuple(sleutel for sleutel in sleutels if woord and woord in sleutel)
    if len(mogelijk) == 1:
        return Bronkeuze(mogelijk[0])
    bedoeld = lijkt_op(gezocht, sleutels)
    return Bronkeuze(mogelijk=mogelijk or ((bedoeld,) if bedoeld else ()))


def met_bron(tekst: str, sleutel: str) -> str:
    """`tekst` with the source behind it, before the full stop; a text that cites already stays as it is."""
    if not tekst or "[@" in tekst:
        return tekst
    if tekst.endswith(".") and not tekst.endswith(".."):
        return f"{tekst[:-1]} [@{sleutel}]."
    return f"{tekst} [@{sleutel}]"


def _nieuw(wie: str, jaar: str, titel: str) -> NieuweBron:
    namen = [naam.strip().rstrip(",") for naam in _NAAM.findall(wie)] or _TUSSEN_NAMEN.split(wie)
    auteurs = tuple(naam.strip().strip(",") for naam in namen if naam.strip(" ,"))
    achternamen = [slug(naam.split(",")[0]) for naam in auteurs[:2]]
    return NieuweBron("-".join(filter(None, [*achternamen, jaar])), auteurs, jaar, titel)
