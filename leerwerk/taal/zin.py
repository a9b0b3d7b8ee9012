"""Sentences and their clauses.

Pure. A passage becomes sentences, a sentence becomes clauses (`zinsdelen`):
pieces with a verb of their own, cut at conjunctions, relative words and marks.
Every clause knows its verbs, what is negated in it, and who acts; it works
that out when it is asked, since most clauses never are. It knows no rule:
whether that is good or bad is not asked here.
"""

from collections.abc import Iterator, Sequence

from leerwerk.taal.ontkenning import find_negated
from leerwerk.taal.stukken import AFKORTING
from leerwerk.taal.werkwoorden import Werkwoord, find_verbs
from leerwerk.taal.wie import TERUG, Wie, who_acts
from leerwerk.taal.woorden import GEEN, Woord, read_words, without_references
from leerwerk.taal.zinsdelen import Stuk, has_clauses, split_clauses

EINDE = frozenset(".!?…")
LANGSTE_ZIN = 400
LANGSTE_PASSAGE = 20_000


class Zinsdeel:
    """A clause: its words, its verbs, who acts, and which words are negated.

    `tekst` holds the words, normalised, each between single spaces, so that a
    phrase can be looked for; `soort` is `hoofd` or `bij`; `voeg` is the word or
    mark that joins it to the one before.
    """

    __slots__ = ("_kenmerken", "_nummer", "_ontkend", "_stuk", "_werkwoorden", "_wie", "_zin", "tekst", "woorden")

    def __init__(self, zin: "Zin", nummer: int, stuk: Stuk) -> None:
        self.woorden = tuple(stuk.woorden)
        self.tekst = f" {' '.join([woord.vorm for woord in stuk.woorden])} "
        self._zin, self._nummer, self._stuk = zin, nummer, stuk
        self._werkwoorden: tuple[Werkwoord, ...] | None = None
        self._wie: tuple[Wie, Wie] | None = None
        self._ontkend: frozenset[int] | None = None
        self._kenmerken: frozenset[str] | None = None

    @property
    def zin(self) -> "Zin":
        """The sentence that it is a clause of."""
        return self._zin

    @property
    def soort(self) -> str:
        return self._stuk.soort

    @property
    def voeg(self) -> str:
        return self._stuk.voeg

    @property
    def werkwoorden(self) -> tuple[Werkwoord, ...]:
        """Its verbs, in order."""
        if self._werkwoorden is None:
            self._werkwoorden = find_verbs(self._stuk.woorden)
        return self._werkwoorden

    @property
    def wie(self) -> Wie:
        """Its subject."""
        return self._wie[0] if self._wie else self._wie_doet_het()[0]

    @property
    def uitvoerder(self) -> Wie:
        """Who carries out what it says: with `laten` the one who is made to."""
        return self._wie[1] if self._wie else self._wie_doet_het()[1]

    @property
    def ontkend(self) -> frozenset[int]:
        """The numbers of the words that are negated or replaced."""
        if self._ontkend is None:
            vorige: frozenset[int] = frozenset()
            for deel in self._tot_hier():
                if deel._ontkend is None:
                    deel._ontkend = find_negated(deel._stuk, deel.werkwoorden, vorige)
                vorige = deel._ontkend
        assert self._ontkend is not None
        return self._ontkend

    @property
    def kenmerken(self) -> frozenset[str]:
        """The lists that its words are in."""
        if self._kenmerken is None:
            self._kenmerken = GEEN.union(*[woord.kenmerken for woord in self.woorden])
        return self._kenmerken

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
        for werkwoord in self.werkwoorden:
            if not werkwoord.soorten.isdisjoint(namen):
                return werkwoord
        return None

    def is_ontkend(self, nummer: int) -> bool:
        """Whether the word with this number is negated or replaced."""
        return nummer in self.ontkend

    def nummer_op(self, positie: int) -> int:
        """The number of the word at a position in `tekst`."""
        return self.tekst.count(" ", 0, positie) - 1

    def _tot_hier(self) -> "Sequence[Zinsdeel]":
        return self._zin.zinsdelen[: self._nummer + 1]

    def _wie_doet_het(self) -> tuple[Wie, Wie]:
        """Work out who acts, here and in every clause before: a pronoun and an ellipsis look back."""
        laatste: Zinsdeel | None = None
        hoofd: Zinsdeel | None = None
        for deel in self._tot_hier():
            if deel._wie is None:
                vorige = laatste if deel.soort == "bij" else hoofd or laatste
                deel._wie = who_acts(deel._stuk, deel.werkwoorden, vorige, deel._genoemd())
            laatste = deel
            hoofd = deel if deel.soort == "hoofd" else hoofd
        assert self._wie is not None
        return self._wie

    def _genoemd(self) -> Wie | None:
        terug = any(woord.vorm in TERUG for woord in self.woorden)
        return Wie.LEERLING if terug and self._zin.na_leerlingen() else None


class Zin:
    """A sentence of a passage: its words and marks, and its clauses."""

    __slots__ = ("_nummer", "_verhaal", "_zinsdelen", "woorden")

    def __init__(self, woorden: list[Woord], verhaal: "_Verhaal", nummer: int) -> None:
        self.woorden = woorden
        self._verhaal = verhaal
        self._nummer = nummer
        self._zinsdelen: tuple[Zinsdeel, ...] | None = None

    @property
    def zinsdelen(self) -> tuple[Zinsdeel, ...]:
        """Its clauses, in order."""
        if self._zinsdelen is None:
            stukken = split_clauses(self.woorden)
            self._zinsdelen = tuple([Zinsdeel(self, nummer, stuk) for nummer, stuk in enumerate(stukken)])
        return self._zinsdelen

    @property
    def begin(self) -> int:
        return self.woorden[0].begin

    @property
    def eind(self) -> int:
        return self.woorden[-1].eind

    @property
    def vraag(self) -> bool:
        return self.woorden[-1].vorm == "?"

    @property
    def tekst(self) -> str:
        """The words of the sentence as in `Zinsdeel.tekst`, without marks."""
        return "".join([deel.tekst[:-1] for deel in self.zinsdelen]) + " "

    def heeft(self, *namen: str) -> bool:
        """Whether a word of one of these lists occurs in the sentence."""
        return any(zinsdeel.heeft(*namen) for zinsdeel in self.zinsdelen)

    @property
    def zin(self) -> "Zin":
        """Itself, as of a clause."""
        return self

    @property
    def eerste(self) -> bool:
        """Whether the passage begins with it."""
        return not self._nummer

    @property
    def passage(self) -> "Sequence[Zin]":
        """The sentences of the passage it stands in."""
        return self._verhaal.zinnen

    def na_leerlingen(self) -> bool:
        """Whether pupils acted in a sentence before this one."""
        return self._verhaal.leerlingen_voor(self._nummer)


class _Verhaal:
    """The sentences of a passage, which know who acted before them."""

    def __init__(self, tekst: str) -> None:
        kaal = without_references(tekst)
        per_zin = _per_zin(read_words(kaal), tekst)
        self.zinnen = [Zin(woorden, self, nummer) for nummer, woorden in enumerate(per_zin)]
        self._bekeken = 0
        self._leerlingen = False

    def leerlingen_voor(self, nummer: int) -> bool:
        while self._bekeken < nummer and not self._leerlingen:
            delen = self.zinnen[self._bekeken].zinsdelen
            self._leerlingen = any(deel.uitvoerder is Wie.LEERLING for deel in delen)
            self._bekeken += 1
        return self._leerlingen and self._bekeken <= nummer


def read(tekst: str) -> tuple[Zin, ...]:
    """The sentences of a passage, in order.

    A passage of more than LANGSTE_PASSAGE characters is no prose: of that, only
    the beginning is read.
    """
    return tuple(zin for zin in _Verhaal(tekst[:LANGSTE_PASSAGE]).zinnen if has_clauses(zin.woorden))


def _per_zin(woorden: list[Woord], tekst: str) -> Iterator[list[Woord]]:
    begin = 0
    for nummer, woord in enumerate(woorden):
        if nummer - begin + 1 >= LANGSTE_ZIN or (woord.vorm in EINDE and _is_einde(woorden, nummer, tekst)):
            yield woorden[begin : nummer + 1]
            begin = nummer + 1
    if begin < len(woorden):
        yield woorden[begin:]


def _is_einde(woorden: list[Woord], nummer: int, tekst: str) -> bool:
    woord = woorden[nummer]
    if woord.citaat or (woord.vorm == "." and nummer and woorden[nummer - 1].vorm in AFKORTING):
        return False
    volgende = woorden[nummer + 1] if nummer + 1 < len(woorden) else None
    return volgende is None or (volgende.begin > woord.eind and not tekst[volgende.begin].islower())
