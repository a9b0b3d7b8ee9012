"""From a file that was read to its findings: every eis, and the exceptions to them.

Pure. Nothing stops here: an eis that finds something hides no other.
"""

from collections.abc import Iterator, Sequence

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.bron import Bron
from leerwerk.domain.document import Sectie
from leerwerk.eisen import ALLE, BANKEISEN, BASISEISEN, BRONEISEN, EISEN, LEESEISEN, TAAKEISEN, secties_volledig
from leerwerk.eisen.blad import Bankkennis, Blad, Vondst, fragment
from leerwerk.eisen.koppen_op_volgorde import meant
from leerwerk.eisen.toets import check_passage
from leerwerk.eisen.uitzonderingen import als_bevinding, lees_uitzonderingen, pas_toe

BEKEND = frozenset(eis.ID for eis in ALLE)
VAST = frozenset({*(eis.ID for eis in LEESEISEN), "uitzondering-met-reden"})
ALTIJD = frozenset(eis.ID for eis in (*EISEN, *TAAKEISEN))
BIJ_BASIS = frozenset(eis.ID for eis in BASISEISEN)


def keur_taak(blad: Blad, gelezen: Sequence[Bevinding]) -> tuple[Bevinding, ...]:
    """What is wrong with a task: `gelezen` was found while reading it."""
    basis = blad.bank.basis is not None
    structuur = [
        als_bevinding(vondst, eis.ID, blad.document.pad, eis.ERNST)
        for eis in (*TAAKEISEN, *(BASISEISEN if basis else ()))
        for vondst in eis.check(blad)
    ]
    bevindingen = (*_zonder_verschreven(gelezen, blad.secties), *structuur, *_didactisch(blad))
    uitzonderingen = lees_uitzonderingen(blad.tekst, blad.document.romp_regelnummer - 1)
    if not uitzonderingen:
        return bevindingen
    bekeken = ALTIJD | (BIJ_BASIS if basis else frozenset())
    return pas_toe(uitzonderingen, bevindingen, BEKEND, VAST, bekeken, blad.document.pad)


def keur_bronnen(
    bronnen: tuple[Bron, ...], geciteerd: frozenset[str] | None, pad: str, tekst: str
) -> tuple[Bevinding, ...]:
    """What is wrong with the sources in one bronnen.yaml."""
    bevindingen = tuple(
        als_bevinding(vondst, eis.ID, pad, eis.ERNST) for eis in BRONEISEN for vondst in eis.check(bronnen, geciteerd)
    )
    uitzonderingen = lees_uitzonderingen(tekst, tekst.count("\n") + 1)
    bekeken = frozenset(eis.ID for eis in BRONEISEN if geciteerd is not None or eis.ID != "bron-gebruikt")
    return pas_toe(uitzonderingen, bevindingen, BEKEND, VAST, bekeken, pad)


def keur_bank(bank: Bankkennis) -> Iterator[Bevinding]:
    """What is no longer in the bank and should be."""
    for eis in BANKEISEN:
        for pad, vondst in eis.check(bank):
            yield als_bevinding(vondst, eis.ID, pad, eis.ERNST)


def _didactisch(blad: Blad) -> Iterator[Bevinding]:
    pad = blad.document.pad
    for veld, passage in blad.passages:
        tekst = passage.tekst
        if not tekst:
            continue
        for eis, treffer in check_passage(tekst, veld):
            regelnummer, kolom = passage.plaats(treffer.begin)
            woorden = " ".join(tekst[treffer.begin : treffer.eind].split())
            zelfde_regel = "\n" not in tekst[treffer.begin : treffer.eind]
            yield Bevinding(
                pad,
                regelnummer,
                kolom,
                eis.ID,
                treffer.ernst,
                f"'{_kort(woorden)}': {treffer.uitleg.waarom[:1].lower()}{treffer.uitleg.waarom[1:]}",
                treffer.uitleg.hulp,
                fragment(tekst, treffer.begin, treffer.eind),
                kolom + treffer.eind - treffer.begin if zelfde_regel else 0,
            )


def _kort(woorden: str) -> str:
    return woorden if len(woorden) <= 80 else woorden[:80].rpartition(" ")[0] + " …"


def _zonder_verschreven(gelezen: Sequence[Bevinding], secties: Sequence[Sectie]) -> Iterator[Bevinding]:
    """A misspelt heading is one mistake: that the right one is missing is not said again."""
    if not gelezen:
        return
    bedoeld = {kop for sectie in secties if (kop := meant(sectie))}
    for bevinding in gelezen:
        mist = bevinding.eis == secties_volledig.ID and any(
            f"`{kop.partition(':')[0]}" in bevinding.melding for kop in bedoeld
        )
        if not mist:
            yield bevinding


def leesfout(pad: str, regelnummer: int, kolom: int, eis: str, melding: str, hulp: str) -> Bevinding:
    """A file that could not be read, as a finding."""
    return als_bevinding(Vondst(regelnummer, kolom, melding, hulp), eis, pad, Ernst.FOUT)
