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
NABIJ = 25
DREMPEL = 0.3
_VERZADIGD = 3.0
_ZINSDEEL = 1.2
_KORT = 3.0
_FRASE = 1.5
_VAK = 0.5
VAAG = 0.5


@dataclass(frozen=True, slots=True)
class Treffer:
    """A task that fits, and in one sentence why."""

    taak: Kaart
    waarom: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """A goal as it is looked for: per word how much each stem weighs that it stands for; the subjects it names."""

    termen: tuple[Verwant, ...]
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
    gezegd = (*stammen(rest), *filter(schat.kent, gescheiden(rest)))
    termen = [
        _weegt(schat.verwant(term), VAAG if zegt_weinig(term) else 1.0, schat) for term in dict.fromkeys(gezegd)
    ]
    for doel in dict.fromkeys(schat.gezegd.bedoeld(tekst)):
        termen.append(_weegt(dict.fromkeys(schat.termen.intersection(doel), _FRASE), 1.0, schat))
    eigen, _ = schat.gezegd.splits_vakken(vak, bekend)
    return Vraag(tuple(filter(None, termen)), vakken, next(iter(sorted(eigen)), ""))


def _weegt(verwant: Verwant, maal: float, schat: Woordenschat) -> Verwant:
    return {term: nabij * maal * schat.zegt(term) for term, nabij in verwant.items()}


def _beste(kandidaten: Iterable[_Kandidaat], aantal: int) -> list[_Kandidaat]:
    op_volgorde = sorted(kandidaten, key=lambda kandidaat: (-round(kandidaat.gewicht, 6), kandidaat.kaart.id))
    return [kandidaat for kandidaat in op_volgorde[:aantal] if kandidaat.gewicht > 0]


def _weeg(kaart: Kaart, vraag: Vraag) -> float:
    gewicht = sum(_zwaarste(kaart.termen, zwaarte) for zwaarte in vraag.termen)
    if _eigen(kaart, vraag.vakken):
        gewicht += _VAK / len(kaart.vakken) ** 0.5
    return gewicht * _vakfactor(kaart, vraag)


def _zwaarste(termen: Mapping[str, float], zwaarte: Verwant) -> float:
    """What a task has to say about one word of a goal: more often says more, but ever less so."""
    return max(
        (zwaarte[term] * termen[term] / (termen[term] + _VERZADIGD) for term in zwaarte.keys() & termen.keys()),
        default=0.0,
    )


def _eigen(kaart: Kaart, vakken: Iterable[str]) -> set[str]:
    return {vak.lower() for vak in kaart.vakken} & set(vakken)


def _vakfactor(kaart: Kaart, vraag: Vraag) -> float:
    if not kaart.vakken:
        return 0.85 if vraag.vakken else 1.0
    if vraag.vakken:
        return 1.25 if _eigen(kaart, vraag.vakken) else 0.2
    if vraag.eigen_vak:
        return 1.15 if _eigen(kaart, [vraag.eigen_vak]) else 0.4
    return 0.9


def _met_zin(kandidaat: _Kandidaat, vraag: Vraag, schat: Woordenschat) -> _Kandidaat:
    gewogen = [(_gelijkenis(zin[1], vraag, schat), zin) for zin in kandidaat.kaart.zinnen]
    klinkt = max((gelijkt * ZINSOORTEN[soort].klinkt for gelijkt, (soort, _) in gewogen), default=0.0)
    zegt, zin = max(((gelijkt * ZINSOORTEN[zin[0]].zegt, zin) for gelijkt, zin in gewogen), key=lambda rij: rij[0])
    gewicht = kandidaat.gewicht + _ZINSDEEL * klinkt * _vakfactor(kandidaat.kaart, vraag)
    return _Kandidaat(kandidaat.kaart, gewicht, zin if zegt else None)


def _gelijkenis(zin: str, vraag: Vraag, schat: Woordenschat) -> float:
    """How much of a goal a sentence says, and how little else."""
    termen = set(stammen(zin))
    samen = sum(max((zwaarte[term] for term in zwaarte.keys() & termen), default=0.0) for zwaarte in vraag.termen)
    lang = sum(sorted(schat.zegt(term) for term in termen)) if samen else 0.0
    return samen / math.sqrt(lang + _KORT)
