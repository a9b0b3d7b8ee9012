"""Oefenen, niet afvinken.

Wat: een taak vraagt geen aantal taken, lessen, formulieren of uren, heeft geen
deadline, en heeft niets om af te vinken, af te tekenen of te vergelijken.

Waarom: wie telt of afvinkt, wil klaar zijn. Het gaat er niet om hoeveel je doet
of hoe snel, maar om wat je leert.

Goed: "Geef bij elk nieuw begrip twee voorbeelden uit de leefwereld van leerlingen."
Goed: "Laat leerlingen op hun planning afvinken welke opgaven ze al snappen."
Goed: "Er is geen vast aantal lessen: je oefent tot het vanzelf gaat."
Fout: "Je doet in dit blok ten minste vier leerwerktaken."
Fout: "Zet een kruisje bij elk onderdeel dat af is."
Fout: "Uiterlijk in lesweek 5 heb je deze taak gedaan."

Wat dan wel: laat het aantal en de datum weg, en vraag wat je hierna wilt oefenen.
Getallen in je gedrag mogen: wacht vijf tellen, geef acht leerlingen een beurt.
"""

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.context import leerlingen_in_de_buurt, losse_woorden, met_leerlingen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.eisen.velden import ALLE
from leerwerk.taal import Wie, Zin, Zinsdeel

ID = "niet-afvinken"
ERNST = Ernst.FOUT
TITEL = "Oefenen, niet afvinken"
VELDEN = dict.fromkeys(ALLE, Ernst.FOUT)
RAAKT = frozenset({"telling", "les", "vinkje", "afvinken", "deadline", "taakding", "taakwoord", "voortgang"})

AANTAL = Uitleg(
    "Dit vraagt een aantal. Dan telt hoeveel je doet, en niet wat je leert.",
    "Laat het aantal weg: `Oefen dit in een paar lessen, tot het vanzelf gaat`.",
)
DEADLINE = Uitleg(
    "Dit zet een termijn op de taak. Hoe snel je leert, bepalen jullie samen.",
    "Laat de datum weg. Spreek liever af wanneer je begeleider komt kijken.",
)
AFVINKEN = Uitleg(
    "Dit nodigt uit om af te vinken. Dan wordt klaar zijn het doel, in plaats van leren.",
    "Vraag wat lukte en wat je nog wilt oefenen.",
)

MINSTENS = (
    r"(?:minstens|minimaal|minimum|ten minste|tenminste|op zijn minst|op z'n minst|in totaal|meer dan|minder dan|verplichte?|vereiste?|"
    r"niet minder dan|het aantal)"
)
GETAL = (
    r"(?:\d+|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig|veertig|vijftig|honderd|enkele|alle)"
)
PERIODE = r"(?:per|in (?:dit|een|elk|het|ieder)|dit|elk|ieder|elke|iedere|deze) (?:blok|periode|week|semester|maand|kwartaal|studiejaar|jaar|stage|stageperiode)"
WERK = (
    r"(?:\S*leerwerktaken|\S*leerwerktaak|taken|taak|\S*kaarten|\S*kaart|onderdelen|onderdeel|\S*formulieren|observaties|lesobservaties|"
    r"lesbezoeken|reflecties|weekreflecties|handvatten|bronnen|\S*uren|\S*uur)"
)
QUOTA = (
    re.compile(rf" {MINSTENS} (?:\S+ ){{0,2}}{WERK} "),
    re.compile(rf" {MINSTENS} (?:{GETAL} )?(?:lessen|lesuren|keer|maal|twee-?maal|driemaal|viermaal|vijfmaal|aantal) "),
    re.compile(rf" (?:{GETAL}|verplichte) (?:\S+ )?{WERK} (?:\S+ ){{0,3}}{PERIODE} "),
    re.compile(rf" {PERIODE} (?:\S+ ){{0,4}}{GETAL} (?:\S+ )?{WERK} "),
    re.compile(rf" (?:doet|doe|doen|rond|rondt|kiest|voltooi|maak|maakt) (?:\S+ ){{0,3}}{GETAL} (?:leerwerk)?(?:taken|kaarten) "),
    re.compile(rf" {GETAL} (?:leerwerk)?(?:uren|uur|lessen) (?:\S+ ){{0,2}}(?:voor deze|aan deze|in vijf|in \S+ weken) "),
    re.compile(rf" (?:staan|staat|reken op) (?:\S+ )?{GETAL} (?:uren|uur) "),
    re.compile(rf" {GETAL} van de (?:{GETAL} )?(?:onderdelen|taken|kaarten) | nog {GETAL} te gaan "),
    re.compile(rf" aan {GETAL} lessen zit | stage-?uren vol "),
)
TELLEN = re.compile(r" (?:hoeveel|tel|telt|aantal|procent|\d+%?) (?:\S+ ){0,2}?(?:procent |van de )?(?:taak|taken|leerwerktaken|kaarten|onderdelen) ")
TERMIJN = re.compile(
    r" (?:deadline|uiterlijk|uiterste datum|inleverdatum|op tijd klaar|op schema|binnen (?:\S+ )?(?:dagen|weken|week|maand)"
    r"|(?:voor|tegen|eind|begin|vóór) (?:de |het |het eind van de |het einde van de )?(?:\d{1,2} )?(?:\S*vakantie|kerst|pasen|januari|februari|maart|"
    r"april|mei|juni|juli|augustus|september|oktober|november|december|stage|blok|periode)"
    r"|(?:in|na|vanaf) (?:les|stage)?(?:week|blok|periode) \d+|zo snel mogelijk|snelst klaar|op de helft|per veertien dagen|afhebben|af hebben) "
)
TERMIJN_STERK = re.compile(r" (?:deadline|uiterste datum|op schema|op de helft|stageperiode) ")
TAAK = re.compile(r" (?:leerwerktaak|leerwerktaken|taak|taken|kaart|kaarten|onderdeel|onderdelen|leerdoel|handvatten|handvat) ")
STREEPJE = re.compile(r" (?:van je lijst strepen|afgevinkte?|takenlijst|aftekenen|tekent? (?:\S+ ){0,3}af) ")
VERPLICHT = re.compile(r" verplichte? ")
AFGAAN = re.compile(r" (?:wilt|proberen|kiezen|gaat doen|oefenen) ")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a number, a term or a box that the student has to fill."""
    for zin in zinnen:
        for deel in zin.zinsdelen:
            vondsten = (*_aantal(zin, deel), *_termijn(zin, deel), *_vinkje(zin, deel), *_verplicht(zin, deel))
            if vondsten:
                yield vondsten[0]
                break


def _mark(deel: Zinsdeel, match: re.Match[str], uitleg: Uitleg) -> Treffer:
    return treffer(deel, (deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 2)), uitleg)


def _vrij(deel: Zinsdeel, match: re.Match[str]) -> bool:
    return not (deel.is_ontkend(deel.nummer_op(match.start() + 1)) or met_leerlingen(deel))


def _aantal(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    for patroon in (*QUOTA, TELLEN):
        match = patroon.search(deel.tekst)
        if match is not None and _vrij(deel, match):
            yield _mark(deel, match, AANTAL)


def _termijn(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    match = TERMIJN.search(deel.tekst)
    if match is None or not _vrij(deel, match) or leerlingen_in_de_buurt(zin):
        return
    if TERMIJN_STERK.search(match[0]) or any(TAAK.search(ander.tekst) for ander in zin.zinsdelen):
        yield _mark(deel, match, DEADLINE)


def _vinkje(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    over_taak = any(TAAK.search(ander.tekst) or ander.heeft("begeleider") for ander in zin.zinsdelen)
    if met_leerlingen(deel) or any(AFGAAN.search(ander.tekst) for ander in zin.zinsdelen):
        return
    werkwoord = deel.doet("afvinken")
    if werkwoord is not None and not deel.is_ontkend(werkwoord.nummer) and (over_taak or deel.uitvoerder is not Wie.DING):
        yield treffer(deel, (werkwoord.nummer, werkwoord.deel or werkwoord.nummer), AFVINKEN)
    nummer = next(losse_woorden(deel, "vinkje"), None)
    if nummer is not None and (over_taak or deel.woorden[nummer].vorm in {"paraaf", "handtekening", "handtekeningen", "voortgangsbalk"}):
        yield treffer(deel, (nummer,), AFVINKEN)


def _verplicht(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    match = VERPLICHT.search(deel.tekst)
    if match is not None and _vrij(deel, match) and TAAK.search(deel.tekst):
        yield _mark(deel, match, AANTAL)
