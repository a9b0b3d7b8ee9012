"""From a goal in a student's own words to tasks that fit, best first, and why each fits.

Pure and deterministic. The words of a goal are weighed by how telling they are
in this bank (BM25), then the tasks that come near are read again sentence by
sentence: a goal that sounds like one of a task's own leerdoelen wins. A subject
that is named, or the student's own, lifts its tasks and lets those of other
subjects sink.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from leerwerk.domain.kaart import Kaart, Zin
from leerwerk.domain.waarom import ZINSOORTEN, waarom
from leerwerk.domain.woorden import gescheiden, stammen, zegt_weinig
from leerwerk.domain.woordenschat import Verwant, Woordenschat
from leerwerk.domain.zoekwoorden import Zoekwoorden

HOOGSTENS = 10
DREMPEL = 0.3
"""What fits less than this part of the best is not shown."""
NABIJ = 25
VERZADIGD, KORT = 3.0, 3.0
VAAG, FRASE, ZIN, VAK = 0.5, 1.0, 1.2, 1.0
"""What a vague word, a phrase, a sentence and a subject add, beside 1 for a word."""
GENOEMD, NIET_GENOEMD, ALGEMEEN_BIJ_EEN_VAK = 1.5, 0.2, 0.7
EIGEN, NIET_EIGEN, VAN_EEN_VAK = 1.15, 0.25, 0.9


@dataclass(frozen=True, slots=True)
class Treffer:
    """A task that fits, and in one sentence why."""

    taak: Kaart
    waarom: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """A goal as it is looked for: per word how much each stem weighs that it stands for; the subjects it names.

    `gezegd` holds the words themselves: a reason that repeats one is better than a reason that does not.
    """

    termen: tuple[Verwant, ...]
    gezegd: tuple[Verwant, ...]
    vakken: frozenset[str]
    eigen_vak: str


@dataclass(frozen=True, slots=True)
class _Kandidaat:
    kaart: Kaart
    gewicht: float
    zin: Zin | None = None


def zoek(
    kaarten: Iterable[Kaart], tekst: str, gezegd: Zoekwoorden | None = None, vak: str = ""
) -> tuple[Treffer, ...]:
    """The tasks that fit `tekst`, for a student who teaches `vak`; none when no word of it leads anywhere."""
    alle = tuple(kaarten)
    schat = Woordenschat([kaart.termen for kaart in alle], gezegd or Zoekwoorden())
    vraag = _lees(tekst, vak, alle, schat)
    nabij = _beste((_Kandidaat(kaart, _weeg(kaart, vraag)) for kaart in alle), NABIJ)
    beste = _beste((_met_zin(kandidaat, vraag, schat) for kandidaat in nabij), HOOGSTENS)
    grens = DREMPEL * beste[0].gewicht if beste else 0
    return tuple(Treffer(k.kaart, waarom(k.kaart, k.zin)) for k in beste if k.gewicht >= grens)


def _lees(tekst: str, vak: str, kaarten: Sequence[Kaart], schat: Woordenschat) -> Vraag:
    bekend = sorted({vak for kaart in kaarten for vak in kaart.vakken})
    vakken, rest = schat.gezegd.splits_vakken(tekst, bekend)
    gezegd = dict.fromkeys((*stammen(rest), *filter(schat.kent, gescheiden(rest))))
    maal = {term: VAAG if zegt_weinig(term) else 1.0 for term in gezegd}
    termen = [_weegt(schat.verwant(term), maal[term], schat) for term in gezegd]
    for doel, zeker in schat.gezegd.bedoeld(tekst).items():
        termen.append(_weegt(dict.fromkeys(schat.termen.intersection(doel), FRASE), zeker, schat))
    eigen, _ = schat.gezegd.splits_vakken(vak, bekend)
    zelf = tuple(_weegt({term: 1.0}, maal[term], schat) for term in gezegd if term in schat.termen)
    return Vraag(tuple(filter(None, termen)), zelf, vakken, next(iter(sorted(eigen)), ""))


def _weegt(verwant: Verwant, maal: float, schat: Woordenschat) -> Verwant:
    return {term: nabij * maal * schat.zegt(term) for term, nabij in verwant.items()}


def _beste(kandidaten: Iterable[_Kandidaat], aantal: int) -> list[_Kandidaat]:
    op_volgorde = sorted(kandidaten, key=lambda kandidaat: (-round(kandidaat.gewicht, 6), kandidaat.kaart.id))
    return [kandidaat for kandidaat in op_volgorde[:aantal] if kandidaat.gewicht > 0]


def _weeg(kaart: Kaart, vraag: Vraag) -> float:
    gewicht = sum(_zwaarste(kaart.termen, zwaarte) for zwaarte in vraag.termen)
    if _eigen(kaart, vraag.vakken):
        gewicht += VAK / len(kaart.vakken) ** 0.5
    return gewicht * _vakfactor(kaart, vraag)


def _zwaarste(termen: Mapping[str, float], zwaarte: Verwant) -> float:
    """What a task has to say about one word of a goal: more often says more, but ever less so."""
    return max(
        (zwaarte[term] * termen[term] / (termen[term] + VERZADIGD) for term in zwaarte.keys() & termen.keys()),
        default=0.0,
    )


def _eigen(kaart: Kaart, vakken: Iterable[str]) -> set[str]:
    return {vak.lower() for vak in kaart.vakken} & set(vakken)


def _vakfactor(kaart: Kaart, vraag: Vraag) -> float:
    """A subject that is named says most, then the one the student teaches; without either all are nearly even."""
    if not kaart.vakken:
        return ALGEMEEN_BIJ_EEN_VAK if vraag.vakken else 1.0
    if vraag.vakken:
        return GENOEMD if _eigen(kaart, vraag.vakken) else NIET_GENOEMD
    if vraag.eigen_vak:
        return EIGEN if _eigen(kaart, [vraag.eigen_vak]) else NIET_EIGEN
    return VAN_EEN_VAK


def _met_zin(kandidaat: _Kandidaat, vraag: Vraag, schat: Woordenschat) -> _Kandidaat:
    """The task with what its own sentences add, and the sentence that says best why it fits."""
    klinkt, zegt, zin = 0.0, 0.0, None
    for soort, tekst in kandidaat.kaart.zinnen:
        termen = set(stammen(tekst))
        gelijkt = _gelijkenis(termen, vraag.termen, schat)
        klinkt = max(klinkt, gelijkt * ZINSOORTEN[soort].klinkt)
        reden = (gelijkt + 2 * _gelijkenis(termen, vraag.gezegd, schat)) * ZINSOORTEN[soort].zegt
        if reden > zegt:
            zegt, zin = reden, (soort, tekst)
    return _Kandidaat(kandidaat.kaart, kandidaat.gewicht + ZIN * klinkt * _vakfactor(kandidaat.kaart, vraag), zin)


def _gelijkenis(termen: set[str], gezocht: Sequence[Verwant], schat: Woordenschat) -> float:
    """How much of a goal a sentence says, and how little else."""
    samen = sum(max((zwaarte[term] for term in zwaarte.keys() & termen), default=0.0) for zwaarte in gezocht)
    lang = sum(sorted(schat.zegt(term) for term in termen)) if samen else 0.0
    return samen / math.sqrt(lang + KORT)
