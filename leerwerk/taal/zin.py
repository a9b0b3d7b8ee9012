"""Sentences and their clauses.

Pure. A passage becomes sentences, a sentence becomes clauses (`zinsdelen`):
pieces with a verb of their own, cut at conjunctions, relative words and marks.
Every clause knows its verbs, what is negated in it, and who acts. It knows no
rule: whether that is good or bad is not asked here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from leerwerk.taal.lijsten import word_set
from leerwerk.taal.ontkenning import find_negated
from leerwerk.taal.werkwoorden import Werkwoord, find_verbs
from leerwerk.taal.wie import Wie, who_acts
from leerwerk.taal.woorden import Woord, read_words
from leerwerk.taal.zinsdelen import Stuk, split_clauses

EINDE = frozenset(".!?…")
AFKORTING = word_set("afkorting")
LANGSTE_ZIN = 400
LANGSTE_PASSAGE = 20_000


@dataclass(frozen=True, slots=True)
class Zinsdeel:
    """A clause: its words, its verbs, who acts, and which words are negated.

    `tekst` holds the words, normalised, each between single spaces, so that a
    phrase can be looked for; `soort` is `hoofd` or `bij`; `voeg` is the word or
    mark that joins it to the one before.
    """

    woorden: tuple[Woord, ...]
    soort: str
    voeg: str
    werkwoorden: tuple[Werkwoord, ...]
    wie: Wie
    uitvoerder: Wie
    ontkend: frozenset[int]
    tekst: str = field(compare=False)
    kenmerken: frozenset[str] = field(compare=False)

    def met(self, *namen: str) -> Iterator[int]:
        """The numbers of the words that are in one of these lists, outside quotations."""
        if self.kenmerken.isdisjoint(namen):
            return iter(())
        gezocht = frozenset(namen)
        return (
            i for i, woord in enumerate(self.woorden) if not woord.citaat and not gezocht.isdisjoint(woord.kenmerken)
        )

    def heeft(self, *namen: str) -> bool:
        """Whether a word of one of these lists occurs, outside quotations."""
        return not self.kenmerken.isdisjoint(namen)

    def doet(self, *namen: str) -> Werkwoord | None:
        """The first verb of one of these lists, or None."""
        gezocht = frozenset(namen)
        return next((werkwoord for werkwoord in self.werkwoorden if not gezocht.isdisjoint(werkwoord.soorten)), None)

    def is_ontkend(self, nummer: int) -> bool:
        """Whether the word with this number is negated or replaced."""
        return nummer in self.ontkend

    def nummer_op(self, positie: int) -> int:
        """The number of the word at a position in `tekst`."""
        return self.tekst.count(" ", 0, positie) - 1


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence of a passage, with its clauses."""

    zinsdelen: tuple[Zinsdeel, ...]
    begin: int
    eind: int
    vraag: bool

    @property
    def tekst(self) -> str:
        """The words of the sentence as in `Zinsdeel.tekst`, without marks."""
        return "".join(deel.tekst[:-1] for deel in self.zinsdelen) + " "

    def heeft(self, *namen: str) -> bool:
        """Whether a word of one of these lists occurs in the sentence."""
        return any(zinsdeel.heeft(*namen) for zinsdeel in self.zinsdelen)


Keuze = Callable[[list[Woord]], bool]


def read(tekst: str, keuze: Keuze | None = None) -> tuple[Zin, ...]:
    """The sentences of a passage, in order; with `keuze` only those whose words it accepts.

    A passage of more than LANGSTE_PASSAGE characters is no prose: of that, only
    the beginning is read.
    """
    return tuple(_zinnen(tekst[:LANGSTE_PASSAGE], keuze))


def _zinnen(tekst: str, keuze: Keuze | None) -> Iterator[Zin]:
    vorige: Wie | None = None
    for woorden in _per_zin(read_words(tekst), tekst):
        if keuze is not None and not keuze(woorden):
            vorige = Wie.LEERLING if any("leerling" in woord.kenmerken for woord in woorden) else vorige
            continue
        zinsdelen = tuple(_zinsdelen(split_clauses(woorden), vorige))
        if zinsdelen:
            vorige = next(
                (deel.uitvoerder for deel in reversed(zinsdelen) if deel.uitvoerder is Wie.LEERLING), vorige
            )
            yield Zin(zinsdelen, woorden[0].begin, woorden[-1].eind, woorden[-1].vorm == "?")


def _per_zin(woorden: list[Woord], tekst: str) -> Iterator[list[Woord]]:
    zin: list[Woord] = []
    for nummer, woord in enumerate(woorden):
        zin.append(woord)
        if len(zin) >= LANGSTE_ZIN or _is_einde(woorden, nummer, tekst):
            yield zin
            zin = []
    if zin:
        yield zin


def _is_einde(woorden: list[Woord], nummer: int, tekst: str) -> bool:
    woord = woorden[nummer]
    if woord.vorm not in EINDE or woord.citaat:
        return False
    if woord.vorm == "." and nummer and woorden[nummer - 1].vorm in AFKORTING:
        return False
    volgende = woorden[nummer + 1] if nummer + 1 < len(woorden) else None
    return volgende is None or (volgende.begin > woord.eind and not tekst[volgende.begin].islower())


def _zinsdelen(stukken: list[Stuk], vorige: Wie | None) -> Iterator[Zinsdeel]:
    gelezen: list[Zinsdeel] = []
    for stuk in stukken:
        werkwoorden = find_verbs(stuk.woorden)
        laatste = gelezen[-1] if gelezen else None
        hoofd = next((deel for deel in reversed(gelezen) if deel.soort == "hoofd"), laatste)
        wie, uitvoerder = who_acts(stuk, werkwoorden, laatste if stuk.soort == "bij" else hoofd, vorige)
        deel = Zinsdeel(
            woorden=tuple(stuk.woorden),
            soort=stuk.soort,
            voeg=stuk.voeg,
            werkwoorden=werkwoorden,
            wie=wie,
            uitvoerder=uitvoerder,
            ontkend=find_negated(stuk, werkwoorden, laatste.ontkend if laatste else frozenset()),
            kenmerken=frozenset().union(*(woord.kenmerken for woord in stuk.woorden)),
            tekst=f" {' '.join(woord.vorm for woord in stuk.woorden)} ",
        )
        gelezen.append(deel)
        yield deel
