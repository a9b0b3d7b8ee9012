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

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.context import losse_woorden, met_leerlingen, noemt_leerlingen
from leerwerk.eisen.rijen import Rij, find_rows, frase
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.eisen.velden import ALLE
from leerwerk.taal import Wie, Zin, Zinsdeel, word_set

ID = "niet-afvinken"
TITEL = "Oefenen, niet afvinken"
VELDEN = dict.fromkeys(ALLE, Ernst.FOUT)
SIGNALEN = (
    frozenset({"getal", "telling"}),
    frozenset({"getal", "les"}),
    frozenset({"getal", "lesgroepen"}),
    frozenset({"aantal", "telling"}),
    frozenset({"aantal", "les"}),
    frozenset({"termijn", "telling"}),
    frozenset({"termijn", "klaar"}),
    frozenset({"voortgang"}),
    frozenset({"aantal", "termijn"}),
    frozenset({"vinkje"}),
    frozenset({"afvinken", "telling"}),
    frozenset({"getal", "termijn"}),
    frozenset({"telling", "meetellen"}),
    frozenset({"termijn", "formulier"}),
    frozenset({"afvinken", "deeltje"}),
)

AANTAL = Uitleg(
    "Dit vraagt een aantal. Dan telt hoeveel je doet, en niet wat je leert.",
    "Laat het aantal weg: `Oefen dit in een paar lessen, tot het vanzelf gaat`.",
)
VOORTGANG = Uitleg(
    "Dit houdt bij hoever je bent. Dan wordt vooruitkomen het doel, in plaats van leren.",
    "Vraag wat lukte en wat je nog wilt oefenen.",
)
DEADLINE = Uitleg(
    "Dit zet een termijn op de taak. Hoe snel je leert, bepalen jullie samen.",
    "Laat de datum weg. Spreek liever af wanneer je begeleider komt kijken.",
)
AFVINKEN = Uitleg(
    "Dit nodigt uit om af te vinken. Dan wordt klaar zijn het doel, in plaats van leren.",
    "Vraag wat lukte en wat je nog wilt oefenen.",
)
VERPLICHT = Uitleg(
    "Dit maakt de taak verplicht. Jullie kiezen samen een taak die past bij je leerdoel.",
    "Zeg voor welk leerdoel de taak helpt.",
)

MINSTENS = (
    r"(?:minstens|minimaal|minimum|ten minste|tenminste|op zijn minst|op z'n minst|in totaal|verplichte?|vereiste?"
    r"|niet minder dan|minimum van|(?:het |vereiste )?aantal|hoeveel|de meeste|nog)"
)
GETAL = r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig|veertig|vijftig|honderd|alle)"
LEERWERK = (
    r"(?:\S*leerwerktaken|\S*leerwerktaak|leerwerkkaarten|taken|\S*formulieren|\S*observaties|lesbezoeken|\S*reflecties|koppelkaarten|\S*gesprekken"
    r"|praktijkuren|\S*stage-?uren)"
)
DEEL = r"(?:onderdelen|onderdeel|handvatten|kaarten|kaart|taak|bronnen)"
TIJDVAK = r"(?:blok|periode|week|semester|maand|kwartaal|studiejaar|jaar|stage|stageperiode|trimester|half jaar)"
PER = rf"(?:(?:per|in (?:dit|een|elk|het|ieder)|dit|elk|ieder|elke|iedere|deze) {TIJDVAK}|wekelijks|maandelijks|in jaar \d)"
MAAND = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
MOMENT = rf"(?:(?:maan|dins|woens|donder|vrij|zon)dag|het einde? van de week|\S*vakantie|kerst|pasen|de zomer|(?:les|stage)?week \d+|{MAAND}|(?:de |het )?(?:stage|blok|periode|semester|schooljaar))"
DOEN = r"(?:doe|doet|doen|doorloop|rond|rondt|kies|kiest|kiezen|voer|voert|voltooi|voltooit|maak|maakt|haal|haalt|halen|heb|hebt|gedaan)"
GEDAAN = r"(?:af|gedaan|gehad|uitgevoerd|gegeven|afgewerkt|afgevinkt|keer|bod|geobserveerd|afgerond|behaald)"

TAAK = frase(
    r"\S*leerwerktaken|\S*leerwerktaak|leerwerkkaart|taak|taken|kaart|kaarten|onderdeel|onderdelen|leerdoel|leerdoelen|handvat|handvatten|takenbank"
)
OVER_TAAK = frase(
    r"\S*leerwerktaken|\S*leerwerktaak|leerwerkkaart|taak|taken|kaart|kaarten|onderdeel|onderdelen|leerdoel|handvat|handvatten|takenbank|lessen"
    r"|elke les|leerpunten|poging|pogingen|leeslijst|lijst|planning|\S*formulier|gelukt|gedaan|beheerst|klaar|gehad|formulieren|\S*begeleider|stappen"
)
KLAAR = frase(
    r"klaar|af|gereed|gedaan|gehad|afgerond|afronden|begonnen|gevoerd|afhebben|aan bod|ingeleverd|inleveren|lever|levert|behaald|voltooid|vol|helft"
    r"|mee|binnen"
)
KIEZEN = frase(r"wilt|wil|proberen|kies|kiezen|gaat oefenen|gaat doen|gaat proberen")

RIJEN = (
    Rij(frase(r"(?:alle|iedere|elke) student(?:en)? (?:moet|moeten|doet|doen)"), VERPLICHT, ver=True),
    Rij(frase(rf"(?:heeft|hebt) {GETAL} (?:lessen|onderdelen|keer|taken)"), AANTAL, ver=True),
    Rij(frase(rf"na {GETAL} {LEERWERK}"), AANTAL, ver=True),
    Rij(frase(rf"{GETAL} keer"), AANTAL, velden=frozenset({"titel"}), ver=True),
    Rij(frase(rf"{GETAL} {LEERWERK}"), AANTAL, velden=frozenset({"titel"}), ver=True),
    Rij(frase(r"klaar met (?:alle|de|al je) (?:onderdelen|taken|kaarten)"), VOORTGANG, ver=True),
    Rij(
        frase(rf"{GETAL} lessen"),
        AANTAL,
        met=frase("deze taak", "de taak", "deze kaart"),
        zonder=frase("klaar", "over", "af"),
        ver=True,
    ),
    Rij(frase(rf"{GETAL} weken de tijd"), DEADLINE, ver=True),
    Rij(frase(r"(?:krijgt?|verdient?) (?:je )?(?:\S+ ){0,3}(?:stempel|sticker|badge|vinkje)"), AFVINKEN, ver=True),
    Rij(
        frase(r"(?:elke|iedere) (?:les|week|keer) (?:een )?(?:\S*formulier|koppelkaart|reflectie|verslag)"),
        AANTAL,
        ver=True,
    ),
    Rij(frase(r"telt? (?:\S+ ){0,3}(?:onderdelen|taken|kaarten)"), VOORTGANG, ver=True),
    Rij(frase(rf"voor {MOMENT}"), DEADLINE, met=frase(r"\S*formulier|kaart|koppelkaart|gesprek|reflectie"), ver=True),
    Rij(frase(r"(?:vereiste|verplichte|minimum) ?aantal", r"aan je aantal", r"genoeg lessen"), AANTAL, ver=True),
    Rij(frase(r"(?:minstens|minimaal|ten minste) een (?:week|maand|dag|uur|periode)"), AANTAL, ver=True),
    Rij(frase(r"zo weinig mogelijk tijd", r"(?:mijn|je) achterstand"), VOORTGANG, ver=True),
    Rij(frase(r"(?:kruis|vink|kruist|vinkt) (?:je )?aan dat"), AFVINKEN),
    Rij(
        frase(r"binnen (?:een|\d+|twee|drie|vier) (?:dagen|weken|week|maand)"),
        DEADLINE,
        met=frase(r"\S*formulier|koppelkaart|reflectie|gesprek|verslag"),
        ver=True,
    ),
    Rij(
        frase(rf"{MINSTENS} (?:\S+ ){{0,2}}(?:{LEERWERK}|{DEEL})"), AANTAL, zonder=frase("mogelijk", "niet minstens")
    ),
    Rij(frase(rf"{MINSTENS} (?:{GETAL} )?(?:lessen|lesuren|uur les|uren|dagdelen|klassen per)"), AANTAL),
    Rij(frase(rf"{MINSTENS} (?:{GETAL} )?(?:keer|maal|tweemaal|driemaal|viermaal|vijfmaal)"), AANTAL, met=TAAK),
    Rij(frase(rf"{GETAL} (?:\S+ )?(?:{LEERWERK}|{DEEL}|lessen|keer) (?:\S+ ){{0,3}}{PER}"), AANTAL),
    Rij(frase(rf"{PER} (?:\S+ ){{0,4}}(?:{GETAL}|één) (?:\S+ )?(?:{LEERWERK}|{DEEL}|taak)"), AANTAL),
    Rij(
        frase(
            rf"{DOEN} (?:\S+ ){{0,4}}{GETAL} (?:\S+ )?{LEERWERK}",
            rf"{GETAL} (?:\S+ )?{LEERWERK} (?:\S+ ){{0,3}}{DOEN}",
        ),
        AANTAL,
    ),
    Rij(
        frase(
            rf"(?<!over )(?<!in )(?<!na ){GETAL} (?:\S+ )?lessen (?:\S+ ){{0,3}}(?:in {GETAL} weken|observeren|geven|bijwonen|volgen)"
        ),
        AANTAL,
    ),
    Rij(
        frase(rf"(?:meer|minder) dan {GETAL} (?:lessen|klassen|keer|taken|onderdelen|uur)"), AANTAL, met=frase(GEDAAN)
    ),
    Rij(
        frase(
            rf"alle (?:{GETAL} de |{GETAL} )?(?:onderdelen|taken|kaarten|handvatten|vakjes|hokjes|stappen) (?:\S+ ){{0,5}}{GEDAAN}"
        ),
        AANTAL,
    ),
    Rij(
        frase(rf"{GETAL} keer"),
        AANTAL,
        met=frase(r"elk onderdeel|elke taak|elk handvat|de taak|het onderdeel|deze taak|dit onderdeel|onderdelen"),
        ver=True,
    ),
    Rij(frase(rf"moet(?:en)? (?:\S+ )?{GETAL} (?:onderdelen|handvatten)"), AANTAL),
    Rij(frase(rf"{GETAL} weken"), DEADLINE, met=frase(r"taak|leerwerktaak|kaart|onderdeel|onderdelen"), ver=True),
    Rij(
        frase(rf"{GETAL} (?:uur|uren)"),
        AANTAL,
        met=frase("taak", "kaart", "leerwerktaak", "onderdeel", "les geven"),
        ver=True,
    ),
    Rij(
        frase(
            r"hoeveel (?:uur|uren|tijd) (?:\S+ ){0,4}(?:taak|kaart|besteed)",
            rf"aan {GETAL} lessen zit",
            r"stage-?uren vol",
        ),
        AANTAL,
    ),
    Rij(
        frase(rf"{GETAL} van de (?:{GETAL} )?(?:onderdelen|taken|kaarten|lessen)", rf"nog {GETAL} te gaan"), VOORTGANG
    ),
    Rij(
        frase(r"(?:hoeveel procent|welk percentage|\d+ procent|\d+%)"),
        VOORTGANG,
        met=frase("taak", "taken", "onderdelen", "zit je", "voortgang\S*"),
        ver=True,
    ),
    Rij(
        frase(
            r"voortgangs\S+",
            r"op schema",
            r"in tijdnood",
            r"op de helft (?:bent|zit|zijn)",
            r"snelst klaar",
            r"zo snel mogelijk",
        ),
        VOORTGANG,
        ver=True,
    ),
    Rij(frase(r"hoe sneller"), VOORTGANG, met=TAAK, ver=True),
    Rij(
        frase(r"(?:het snelst|als eerste|de meeste) (?:\S+ ){0,3}(?:klaar|taken|leerwerktaken|kaarten|onderdelen)"),
        VOORTGANG,
    ),
    Rij(frase(r"van je lijst(?:je)?", r"(?:hele|gehele) (?:takenbank|takenlijst|lijst)"), VOORTGANG, ver=True),
    Rij(
        frase("deadline", "deadlines", "uiterste datum", "inleverdatum", "einddatum", "uiterste termijn"),
        DEADLINE,
        ver=True,
    ),
    Rij(
        frase(
            r"uiterlijk",
            r"op tijd klaar",
            rf"(?:voor|tegen|eind|tot) (?:\S+ ){{0,2}}?(?:\d+ )?{MOMENT}",
            r"voor het eind(?:e)? van \S+ \S+",
        ),
        DEADLINE,
        met=TAAK,
        ver=True,
    ),
    Rij(
        frase(r"uiterlijk", rf"(?:voor|tegen|eind|tot) (?:\S+ ){{0,2}}?(?:\d+ )?{MOMENT}"),
        DEADLINE,
        met=KLAAR,
        ver=True,
    ),
    Rij(
        frase(
            r"(?:in|na|vanaf) (?:les|stage)?(?:week|blok|periode) \d+",
            rf"(?:binnen|in) (?:een|{GETAL}) (?:dagen|weken|week|maand|maanden)",
            r"per veertien dagen",
        ),
        DEADLINE,
        met=TAAK,
        ver=True,
    ),
    Rij(frase(r"afhebben", r"af (?:hebt|hebben|heb)"), DEADLINE, met=TAAK, ver=True),
    Rij(
        frase(r"verplichte?"),
        VERPLICHT,
        met=frase(r"\S*leerwerktaak|taak|taken|kaart|onderdeel|leerwerktaken"),
        ver=True,
    ),
)
STERKE_TEKENS = word_set("sterke_tekens", "eisen")
STERKE_DADEN = word_set("sterke_daden", "eisen")
LESVELDEN = frozenset(
    {"theorie", "waarom", "inleiding", "handvat", "gedrag", "kijkpunt", "uitvoering", "voorbereiding"}
)


def needs(tekens: frozenset[str], woorden: list[str], veld: str) -> bool:
    """Whether a word occurs that this eis may stop at."""
    return any(signaal <= tekens for signaal in SIGNALEN)


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a number, a term or a box that the student has to fill."""
    for zin in zinnen:
        eerste = next(
            (gevonden for soort in (find_rows(RIJEN, zin, veld), _vinkjes(zin, veld)) for gevonden in soort), None
        )
        if eerste is not None:
            yield eerste


def _vinkjes(zin: Zin, veld: str) -> Iterator[Treffer]:
    """Ticks, boxes and signatures, unless pupils set them or they keep track of pupils."""
    if KIEZEN.search(zin.tekst):
        return
    over_taak = OVER_TAAK.search(zin.tekst) is not None
    for deel in zin.zinsdelen:
        anderen = noemt_leerlingen(deel) if deel.doet("afvinken") and _door_ander(deel) else met_leerlingen(deel)
        if not anderen and not deel.heeft("klaslokaal"):
            yield from _in_deel(deel, over_taak, veld)


def _door_ander(deel: Zinsdeel) -> bool:
    """`laat hem aftekenen`: signing is what a mentor does."""
    return any(
        daad.infinitief in {"aftekenen", "paraferen", "ondertekenen", "afstempelen"} for daad in deel.werkwoorden
    )


def _in_deel(deel: Zinsdeel, over_taak: bool, veld: str) -> Iterator[Treffer]:
    werkwoord = deel.doet("afvinken")
    pupils = deel.uitvoerder is Wie.LEERLING and not _door_ander(deel)
    if werkwoord is not None and not deel.is_ontkend(werkwoord.nummer) and not pupils:
        if over_taak or werkwoord.infinitief in STERKE_DADEN:
            yield treffer(deel, (werkwoord.nummer, werkwoord.deel or werkwoord.nummer), AFVINKEN)
    daden = {daad.nummer for daad in deel.werkwoorden if daad.wijs == "heel" or not daad.nummer}
    for nummer in (woord for woord in losse_woorden(deel, "vinkje") if woord not in daden):
        if over_taak or veld not in LESVELDEN or deel.woorden[nummer].vorm in STERKE_TEKENS:
            yield treffer(deel, (nummer,), AFVINKEN)
