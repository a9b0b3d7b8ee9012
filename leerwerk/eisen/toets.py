"""From a task to what the eisen find in it: passage by passage, and in how it is put together."""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Taak
from leerwerk.eisen import EISEN, theorie_geeft_handvat
from leerwerk.eisen.eis import Eis
from leerwerk.eisen.treffer import Treffer
from leerwerk.eisen.velden import passages
from leerwerk.taal import glance, read

WIJKEN = frozenset({"herhaalbaar", "gedrag-waarneembaar", "theorie-geeft-handvat"})
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


def check_passage(tekst: str, veld: str) -> Iterator[tuple[Eis, Treffer]]:
    """What the eisen find in the text of one field; a passage that no eis has a reason to read is not read."""
    tekens, woorden = glance(tekst)
    eisen = [eis for eis in EISEN if veld in eis.VELDEN and eis.needs(tekens, woorden, veld)]
    gevonden = False
    for eis in eisen:
        if gevonden and eis.ID in WIJKEN:
            continue
        for treffer in eis.check(read(tekst), veld):
            gevonden = True
            yield eis, treffer


def _bevinding(taak: Taak, eis: Eis, passage: Passage, treffer: Treffer, melding: str) -> Bevinding:
    regelnummer, kolom = passage.plaats(treffer.begin)
    return Bevinding(taak.pad, regelnummer, kolom, eis.ID, treffer.ernst, melding, treffer.uitleg.hulp)


def _kort(tekst: str) -> str:
    """The words on one line, cut off when they are many."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= LANGSTE_CITAAT else regel[: LANGSTE_CITAAT - 1].rstrip() + "…"
