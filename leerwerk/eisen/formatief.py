"""Kijken om verder te leren, niet om te beoordelen.

Wat: een taak geeft de student geen cijfer, score, punten, voldoende of ander
eindoordeel, en telt nergens voor mee.

Waarom: wie beoordeeld wordt, laat zien wat al lukt. Wie oefent, durft te
proberen wat nog niet lukt. De uitkomst is daarom altijd een volgende stap.

Goed: "Beoordeel samen waar je in de rubric nu staat en kies wat je wilt oefenen."
Goed: "Neem een korte toets af om te zien welke stap leerlingen nog missen."
Goed: "Geef leerlingen voldoende tijd om hun antwoord op te schrijven."
Fout: "De werkplekbegeleider beoordeelt elk onderdeel met O, V of G."
Fout: "Voor deze leerwerktaak kun je maximaal 10 punten halen."
Fout: "Beoordeel samen of de les voldoende was."

Wat dan wel: beschrijf wat je zag en kies samen wat je hierna oefent. Cijfers en
toetsen van leerlingen mogen blijven: die horen bij de les.
"""

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.context import bezitter, leerlingen_in_de_buurt, losse_woorden, met_leerlingen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.eisen.velden import ALLE
from leerwerk.taal import Wie, Zin, Zinsdeel

ID = "formatief"
ERNST = Ernst.FOUT
TITEL = "Kijken om verder te leren, niet om te beoordelen"
VELDEN = dict.fromkeys(ALLE, Ernst.FOUT)
RAAKT = frozenset({"oordeel", "waardering", "beoordelen", "meetellen", "oordeelswoord", "schaalwoord"})

OORDEEL = Uitleg(
    "Dit is een oordeel over de student. Wie een oordeel verwacht, laat zien wat al lukt en oefent niet wat nog lastig is.",
    "Beschrijf wat je zag, en kies samen wat de student nu oefent.",
)
TELT_MEE = Uitleg(
    "Dit telt mee voor een oordeel. Daardoor wordt oefenen een examen.",
    "Laat het weg: wat hier gebeurt, blijft tussen jou en je begeleider.",
)

SAMEN_VERDER = re.compile(r" (?:oefen|oefent|oefenen|volgende (?:stap|keer)|verder|proberen|probeert) ")
SCHAAL = re.compile(
    r" (?:onvoldoende (?:/ )?(?:matig |)?voldoende|voldoende goed|gehaald of niet|goed of uitstekend|zwak matig|ja ?/ ?nee|o v of g|a b of c|niet behaald"
    r"|op niveau|go of no-go|no-go|op twintig|op tien|maximaal \d+|één tot vier punten|\d,\d of hoger|minimaal een \d|minstens een \w+ voor) "
)
KOP = re.compile(r"^ (?:onvoldoende|voldoende|goed|uitstekend|excellent|matig|zwak|niet behaald|behaald|\d+ punt(?:en)?) (?:\d+ )?$")
EEN_VOLDOENDE = re.compile(r" (?:een|met|haal(?:t)?|was|is|halen|zonder een|voor) (?:on)?voldoende (?:is|was|halen|voor|hiervoor|beoordeeld|$|kun|doe)| voldoende (?:was|is|beheersing) ")
PUNTEN = re.compile(r" (?:\d+|één|twee|tien|tot vier|punten|maximaal) punten | punten (?:per|voor|halen|toe)| tel (?:ze|de) op | studiepunten? | tien punten ")
GESLAAGD = re.compile(r" (?:geslaagd|slaagt|zakt|zak je|gezakt|slagen|bekwaam) ")
NORM = re.compile(r" (?:de norm|onder de norm|het (?:vereiste )?niveau|norm van de opleiding|startbekwaam) ")
ANDER_PUNT = re.compile(r" (?:welk punt|op welk punt|een punt op|dit punt|kernpunt|punt op de) ")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a judgement of the student."""
    for zin in zinnen:
        for deel in zin.zinsdelen:
            vondsten = (*_kop(deel, veld), *_oordeel(zin, deel), *_waardering(zin, deel, veld), *_beoordelen(zin, deel), *_frase(zin, deel))
            if vondsten:
                yield vondsten[0]
                break


def _mark(deel: Zinsdeel, match: re.Match[str], uitleg: Uitleg) -> Treffer:
    return treffer(deel, (deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 2)), uitleg)


def _kop(deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    if veld in {"rubric", "kijkpunt"} and (match := KOP.search(deel.tekst)):
        yield _mark(deel, match, OORDEEL)


def _oordeel(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    """Words that only ever judge a student."""
    for nummer in losse_woorden(deel, "oordeel"):
        if not met_leerlingen(deel):
            yield treffer(deel, (nummer,), TELT_MEE)


def _waardering(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    """Words such as `cijfer`, which are a judgement only when they are given to the student."""
    for nummer in losse_woorden(deel, "waardering"):
        wie = bezitter(deel, nummer)
        if wie is Wie.STUDENT or (not met_leerlingen(deel) and _krijgt_student(zin, deel)):
            if not (deel.woorden[nummer].vorm == "punt" and ANDER_PUNT.search(deel.tekst)):
                yield treffer(deel, (nummer,), OORDEEL)


def _krijgt_student(zin: Zin, deel: Zinsdeel) -> bool:
    """Whether the judgement lands on the student: given by a mentor, on the task, or to yourself."""
    return deel.heeft("begeleider") or " jezelf " in deel.tekst or " je krijgt " in deel.tekst


def _beoordelen(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    werkwoord = deel.doet("beoordelen")
    if werkwoord is None or deel.is_ontkend(werkwoord.nummer) or met_leerlingen(deel):
        return
    if " samen " in deel.tekst and any(SAMEN_VERDER.search(ander.tekst) for ander in zin.zinsdelen):
        return
    doel = deel.heeft("begeleider", "taakding", "student") or any(f" {woord} " in deel.tekst for woord in ("je", "jezelf", "jij"))
    if werkwoord.infinitief in {"toetsen", "evalueren"} and not deel.heeft("begeleider", "waardering"):
        return
    if doel:
        yield treffer(deel, (werkwoord.nummer, werkwoord.deel or werkwoord.nummer), OORDEEL)


def _frase(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    """Fixed phrases for a scale, a pass mark or something that counts."""
    if met_leerlingen(deel) or leerlingen_in_de_buurt(zin):
        return
    for patroon in (SCHAAL, EEN_VOLDOENDE, PUNTEN, GESLAAGD, NORM):
        match = patroon.search(deel.tekst)
        if match is not None and not deel.is_ontkend(deel.nummer_op(match.start() + 1)):
            yield _mark(deel, match, OORDEEL)
