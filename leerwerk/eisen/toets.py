"""From a task to what the eisen find in it: passage by passage, and in how it is put together."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Taak
from leerwerk.eisen import EISEN, theorie_geeft_handvat
from leerwerk.eisen.eis import Eis
from leerwerk.eisen.treffer import Treffer
from leerwerk.eisen.velden import passages
from leerwerk.taal import LANGSTE_PASSAGE, Woord, glance, read, union

WIJKEN = frozenset({"herhaalbaar", "gedrag-waarneembaar", "theorie-geeft-handvat"})
# These weigh a passage as a whole; so does a sentence that leaves the rest free (`Dat mag, het hoeft niet`).
IN_GEHEEL = frozenset({"gedrag-waarneembaar", "theorie-geeft-handvat"})
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


@lru_cache(maxsize=8192)
def check_passage(tekst: str, veld: str) -> tuple[tuple[Eis, Treffer], ...]:
    """What the eisen find in the text of one field; a passage that no eis has a reason to read is not read."""
    tekens, woorden = glance(tekst[:LANGSTE_PASSAGE])
    eisen = [eis for eis in EISEN if veld in eis.VELDEN and eis.needs(tekens, woorden, veld)]
    if not eisen:
        return ()
    zinnen = read(
        tekst,
        None
        if any(eis.ID in IN_GEHEEL for eis in eisen) or not VRIJ.isdisjoint(woorden)
        else _keuze(tekst, eisen, veld),
    )
    gevonden: list[tuple[Eis, Treffer]] = []
    for eis in eisen:
        if not gevonden or eis.ID not in WIJKEN:
            gevonden.extend((eis, treffer) for treffer in eis.check(zinnen, veld))
    return tuple(gevonden)


def _keuze(tekst: str, eisen: list[Eis], veld: str) -> Callable[[list[Woord]], bool]:
    """Only the sentences that one of these eisen has a reason to read."""

    def is_nodig(woorden: list[Woord]) -> bool:
        gelezen = [tekst[woord.begin : woord.eind] for woord in woorden if not woord.citaat]
        tekens = union(gelezen)
        return any(eis.needs(tekens, gelezen, veld) for eis in eisen)

    return is_nodig


def _bevinding(taak: Taak, eis: Eis, passage: Passage, treffer: Treffer, melding: str) -> Bevinding:
    regelnummer, kolom = passage.plaats(treffer.begin)
    return Bevinding(taak.pad, regelnummer, kolom, eis.ID, treffer.ernst, melding, treffer.uitleg.hulp)


def _kort(tekst: str) -> str:
    """The words on one line, cut off when they are many."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= LANGSTE_CITAAT else regel[: LANGSTE_CITAAT - 1].rstrip() + "…"
