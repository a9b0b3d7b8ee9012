"""From a task to what the eisen find in it: passage by passage, and in how it is put together."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Taak
from leerwerk.eisen import EISEN, gedrag_waarneembaar, theorie_geeft_handvat
from leerwerk.eisen.eis import Eis, Heeleis
from leerwerk.eisen.formatief import RUBRIC
from leerwerk.eisen.treffer import Treffer
from leerwerk.eisen.velden import passages
from leerwerk.eisen.zeef import Merk, Zeef, look, mark
from leerwerk.taal import LANGSTE_PASSAGE, Woord, Zin, glance, read, spellings, union

WIJKEN = frozenset({"herhaalbaar", "gedrag-waarneembaar", "theorie-geeft-handvat"})
IN_GEHEEL: tuple[Heeleis, ...] = (gedrag_waarneembaar, theorie_geeft_handvat)
# A sentence that leaves the rest free (`Dat mag, het hoeft niet`) also makes a passage one whole.
VRIJ = frozenset({"mag", "vrijwillig", "wilt", "jezelf"})
LANGSTE_CITAAT = 80


def check_taak(taak: Taak, titel: Passage | None = None) -> Iterator[Bevinding]:
    """Every didactic finding in a task. `titel` says where its title stands; without it that is line 1."""
    for veld, passage in (("titel", titel or Passage(taak.titel)), *passages(taak)):
        for eis, treffer in check_passage(passage.tekst, veld):
            woorden = _kort(passage.tekst[treffer.begin : treffer.eind])
            yield _bevinding(taak, eis, passage, treffer, f"`{woorden}`: {treffer.uitleg.waarom}")
    for passage, uitleg in theorie_geeft_handvat.check_opbouw(taak):
        treffer = Treffer(0, len(passage.tekst), uitleg, Ernst.FOUT)
        yield _bevinding(taak, theorie_geeft_handvat, passage, treffer, uitleg.waarom)


_GEHEEL = {EISEN.index(eis): eis for eis in IN_GEHEEL}


@lru_cache(maxsize=8192)
def check_passage(tekst: str, veld: str) -> tuple[tuple[Eis, Treffer], ...]:
    """What the eisen find in the text of one field; a passage that no eis has a reason to read is not read."""
    gespeld = spellings(tekst[:LANGSTE_PASSAGE])
    merk = mark(gespeld)
    kansrijk = _kansrijk(merk, veld)
    if not kansrijk.isdisjoint(_GEHEEL):
        blik = look(tekst[:LANGSTE_PASSAGE], gespeld, merk)
        kansrijk -= {nummer for nummer, eis in _GEHEEL.items() if nummer in kansrijk and eis.fine(blik)}
    if not kansrijk:
        return ()
    tekens, woorden = glance(tekst[:LANGSTE_PASSAGE])
    if not any(EISEN[nummer].needs(tekens, woorden, veld) for nummer in kansrijk):
        return ()
    nodig = [nummer for nummer, eis in enumerate(EISEN) if veld in eis.VELDEN and eis.needs(tekens, woorden, veld)]
    vrij = not VRIJ.isdisjoint(woorden)
    zinnen = read(tekst) if vrij else _lees(tekst, veld, nodig, kansrijk)
    kansen = [] if vrij else [_kansrijk(mark([woord.vorm for woord in zin.woorden]), veld) for zin in zinnen]
    gevonden: list[tuple[Eis, Treffer]] = []
    for nummer in nodig:
        eis = EISEN[nummer]
        if nummer in kansrijk and not (gevonden and eis.ID in WIJKEN):
            eigen = zinnen if vrij or nummer in _GEHEEL else _voor(nummer, zinnen, kansen)
            gevonden.extend((eis, treffer) for treffer in eis.check(eigen, veld))
    return tuple(gevonden)


def prepare() -> None:
    """Make the sieve, which the first passage would wait for."""
    _zeef()


def _kansrijk(merk: Merk, veld: str) -> set[int]:
    """The numbers of the eisen that may find something in a text of this field with these bits."""
    return {nummer for nummer, velden in _zeef().sift(merk) if veld in velden}


@cache
def _zeef() -> Zeef[tuple[int, frozenset[str]]]:
    """The numbers of the eisen with the fields they look in, by the words of a passage."""
    velden = [frozenset(eis.VELDEN) for eis in EISEN]
    return Zeef(
        (kans.weg, (nummer, velden[nummer] & kans.velden if kans.velden else velden[nummer]))
        for nummer, eis in enumerate(EISEN)
        for kans in eis.chances()
    )


def _lees(tekst: str, veld: str, nodig: list[int], kansrijk: set[int]) -> tuple[Zin, ...]:
    """The sentences in which an eis of `kansrijk` may find something, as far as one of `nodig` wants to read them."""
    eisen = [EISEN[nummer] for nummer in nodig]
    samen = kansrijk.intersection(nodig)
    if not samen.isdisjoint(_GEHEEL):
        return read(tekst)

    def is_nodig(woorden: list[Woord]) -> bool:
        gelezen = [tekst[woord.begin : woord.eind] for woord in woorden if not woord.citaat]
        tekens = union(gelezen)
        return any(eis.needs(tekens, gelezen, veld) for eis in eisen)

    def is_kansrijk(woorden: Sequence[str]) -> bool:
        return not samen.isdisjoint(_kansrijk(mark(woorden), veld))

    heel = not _GEHEEL.keys().isdisjoint(nodig)
    return read(tekst, None if heel else is_nodig, is_kansrijk, eerste=veld in RUBRIC)


def _voor(nummer: int, zinnen: tuple[Zin, ...], kansen: list[set[int]]) -> tuple[Zin, ...]:
    """The sentences in which this eis may find something; and the first, that may be a heading."""
    return tuple(
        zin for plek, (zin, kans) in enumerate(zip(zinnen, kansen, strict=True)) if not plek or nummer in kans
    )


def _bevinding(taak: Taak, eis: Eis, passage: Passage, treffer: Treffer, melding: str) -> Bevinding:
    regelnummer, kolom = passage.plaats(treffer.begin)
    return Bevinding(taak.pad, regelnummer, kolom, eis.ID, treffer.ernst, melding, treffer.uitleg.hulp)


def _kort(tekst: str) -> str:
    """The words on one line, cut off when they are many."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= LANGSTE_CITAAT else regel[: LANGSTE_CITAAT - 1].rstrip() + "…"
