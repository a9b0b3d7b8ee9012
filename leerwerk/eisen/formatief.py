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

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.context import bezitter, leerlingen_in_de_buurt, losse_woorden, met_leerlingen
from leerwerk.eisen.rijen import Rij, find_rows, frase
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.eisen.velden import ALLE
from leerwerk.taal import Wie, Zin, Zinsdeel, word_set

ID = "formatief"
TITEL = "Kijken om verder te leren, niet om te beoordelen"
VELDEN = dict.fromkeys(ALLE, Ernst.FOUT)
SIGNALEN = (
    frozenset({"oordeel"}),
    frozenset({"waardering"}),
    frozenset({"beoordelen"}),
    frozenset({"schaalwoord"}),
    frozenset({"weegwoord"}),
    frozenset({"getal", "schaalbij"}),
    frozenset({"doorgaan", "mag"}),
)

OORDEEL = Uitleg(
    "Dit is een oordeel over de student. Wie een oordeel verwacht, laat zien wat al lukt en oefent niet wat nog lastig is.",
    "Beschrijf wat je zag, en kies samen wat de student nu oefent.",
)
TELT_MEE = Uitleg(
    "Dit telt mee voor een oordeel. Daardoor wordt oefenen een examen.",
    "Laat het weg: wat hier gebeurt, blijft tussen jou en je begeleider.",
)

WOORD = r"(?:onvoldoende|voldoende|goed|uitstekend|excellent|matig|zwak|slecht|uitmuntend|ruim voldoende|zeer goed)"
CIJFER = r"(?:\d|\d[,.]\d|zes|zeven|acht|negen)"
STUDENT = frase(
    r"je krijgt|jezelf|student|studenten|stage|opleiding|\S*begeleider|\S*opleider|lector|mentor|vakcoach|\S*leerwerktaak|taak|kaart|onderdeel"
    r"|onderdelen|kijkpunt|kijkpunten|lesbezoek|koppelkaart|lesplan|lesontwerp|icalt|kijkwijzer|rubric"
)
ANDERS = frase(
    r"cbs|komma|getal|tabel|grafiek|bord|spel|quiz|ronde|teams?|getallenlijn|proef|experiment|wedstrijd|proefwerk|werkstuk|toets|schoolexamen|examen|peiling"
    r"|bron|kaart van|statistiek"
)
HAALT = frase(r"je (?:haalt|krijgt|behaalt|verdient|scoort)")
LETTERS = frozenset("OVG")
RUBRIC = frozenset({"rubric", "kijkpunt"})
VAN_DE_STUDENT = frozenset({"reflectie", "rubric", "leerdoel", "uitvoering", "voorbereiding", "inleiding"})
STERK = word_set("oordeel_zonder_leerlingen", "eisen")
SAMEN_VERDER = frase(r"oefen|oefent|oefenen|volgende (?:stap|keer)|verder|proberen|probeert|werkte")

RIJEN = (
    Rij(
        frase(r"(?:punt|cijfer|score) van \d tot \d+", r"geslaagd of gezakt", r"punten (?:\S+ ){0,5}opgeteld"),
        OORDEEL,
        zonder=ANDERS,
    ),
    Rij(frase(r"(?:beslissend|bepalend|doorslaggevend) voor (?:je|de) (?:stage|opleiding|beoordeling)"), TELT_MEE),
    Rij(
        frase(r"scoort? (?:\S+ ){0,2}(?:onvoldoende|voldoende|goed)", r"\d (?:slecht|onvoldoende|zwak)"),
        OORDEEL,
        ver=True,
    ),
    Rij(
        frase(r"verdient? een (?:goed|voldoende|v|o|g)", r"(?:deze|de) taak halen", "door te mogen"),
        OORDEEL,
        ver=True,
    ),
    Rij(frase(r"(?:taak|kaart) (?:\S+ )?(?:hoort|volgt) een (?:toets|examen)"), TELT_MEE, ver=True),
    Rij(frase(r"(?:telt|weegt) (?:zwaar|extra|dubbel)"), TELT_MEE, ver=True, zonder=ANDERS),
    Rij(
        frase(r"laag gemiddeld (?:of )?hoog", r"vergeleken met (?:andere |je )?(?:mede)?(?:studenten|stagiairs)"),
        OORDEEL,
    ),
    Rij(
        frase(r"(?:is|was|zijn) (?:on)?voldoende(?= $)"),
        OORDEEL,
        ver=True,
        zonder=frase("tijd", "ruimte", "één keer", "licht"),
    ),
    Rij(
        frase(r"(?:stage|opleiding|blok) (?:\S+ )?(?:halen|haalt)", r"niveau (?:hebt|heeft) bereikt"),
        TELT_MEE,
        ver=True,
    ),
    Rij(
        frase(r"voldoe[nt]? (?:\S+ ){0,4}(?:criteria|eisen|norm|normen|eindtermen|bekwaamheidseisen)"),
        OORDEEL,
        ver=True,
        zonder=frase("werkstuk", "product", "ontwerp", "tekst", "verslag", "formule"),
    ),
    Rij(
        frase(
            r"(?:op|haal|haalt|behaalt|bereikt|halen) (?:\S+ ){0,3}niveau"
            r" (?:\S+ )?(?:startbekwaam|gevorderd|bekwaam|excellent|lerend|voldoende|halen|behaald)"
        ),
        OORDEEL,
        ver=True,
    ),
    Rij(
        frase(r"(?:tussentijdse|definitieve) (?:beoordeling|evaluatie|oordeel)", r"het gemiddelde van"),
        OORDEEL,
        met=STUDENT,
        ver=True,
    ),
    Rij(
        frase(
            rf"(?:verdient?|krijgt?|geeft?|haalt?|scoort?) (?:\S+ ){{0,5}}een {CIJFER}(?= (?:$|voor|op|of))",
            rf"verdient? (?:\S+ ){{0,5}}een {CIJFER}",
        ),
        OORDEEL,
        ver=True,
        zonder=ANDERS,
    ),
    Rij(frase("goed genoeg", "boven verwachting", "onder verwachting", "beneden verwachting"), OORDEEL, ver=True),
    Rij(
        frase(r"rangschik jezelf", r"ten opzichte van (?:je|de|andere) (?:andere )?(?:mede)?(?:studenten|stagiairs)"),
        OORDEEL,
    ),
    Rij(
        frase(r"(?:het|dit) (?:blok|jaar|semester|module) niet halen", r"niveau van jaar \d haalt?"),
        TELT_MEE,
        ver=True,
    ),
    Rij(
        frase(r"punten (?:\S+ ){0,4}(?:verdienen|verdient|halen|haalt|scoren|behalen)", r"een punt geven"),
        OORDEEL,
        ver=True,
        zonder=ANDERS,
    ),
    Rij(frase(rf"{WOORD} (?:of |en )?{WOORD}"), OORDEEL, zonder=frase("goed of slecht")),
    Rij(
        frase(
            r"(?:een|met|haalt?|krijgt?|was|is|ruime|zonder een) (?:een )?(?:on)?voldoende (?:is|was|halen|haalt|voor|hiervoor|beoordeeld|kun|doe|scoort|gescoord)"
        ),
        OORDEEL,
    ),
    Rij(
        frase(r"(?:een|ruime|haal een|met een|zonder een) voldoende"),
        OORDEEL,
        zonder=frase(r"voldoende (?:aantal|mate|tijd|ruimte)"),
        velden=frozenset(ALLE),
    ),
    Rij(
        frase(r"(?:de les|het|dit|je|les|student) (?:\S+ )?voldoende (?:was|is|bent)", r"tekent voor voldoende"),
        OORDEEL,
        ver=True,
    ),
    Rij(
        frase(rf"(?:minimaal|minstens|hoger dan|met|lager dan|ten minste|of) een {CIJFER}(?: of hoger)?"),
        OORDEEL,
        met=frase("scoor\S*", "score", "voor", "hoger", "halen", "krijgt?"),
        zonder=ANDERS,
    ),
    Rij(
        frase(
            r"(?:een )?o (?:een )?v (?:of )?(?:een )?g",
            r"letter (?:een )?a (?:een )?b (?:of )?(?:een )?c",
            r"ja (?:/ )?nee",
            r"ja en nee",
        ),
        OORDEEL,
    ),
    Rij(
        frase(
            r"(?:op )?een schaal van",
            r"\S+puntsschaal",
            r"\S+-puntsschaal",
            r"score op \S+",
            r"op (?:tien|twintig|honderd) (?:punten)?",
        ),
        OORDEEL,
    ),
    Rij(
        frase(
            r"(?:\d+|één|twee|drie|vier|vijf|tien|maximaal|hoeveel|jezelf|begeleider) punten",
            r"punten (?:per onderdeel|halen|voor je|toe)",
            r"studiepunten?",
        ),
        OORDEEL,
        zonder=frase("tien punten op", "spel", "quiz"),
    ),
    Rij(
        frase(
            r"(?:geslaagd|slaagt?|slagen|gezakt)",
            r"zak(?:t|ken)? (?:je |veel )?(?:voor|studenten)",
            r"bekwaam",
            r"bekwaamheid",
            r"niet behaald",
            r"op niveau is",
        ),
        OORDEEL,
        ver=True,
        zonder=frase("slaagt? erin", "les geslaagd", r"geslaagde \S+", "gesprek geslaagd"),
    ),
    Rij(
        frase(
            r"1 2 3",
            r"(?:onder|boven) (?:het )?niveau",
            r"je voldoet",
            r"een plus (?:een )?plusmin",
            r"onder de maat",
        ),
        OORDEEL,
        ver=True,
    ),
    Rij(
        frase(r"(?:onderdeel|taak|niveau|stage) (?:\S+ )?(?:ge|be)haald (?:hebt|heeft|is)"),
        OORDEEL,
        ver=True,
        zonder=frase("definitief", "hiermee", "daarmee", "nu"),
    ),
    Rij(
        frase(
            r"(?:niet|wel) (?:ge|be)haald",
            r"(?:ge|be)haald of niet",
            r"haalt? (?:je )?(?:de|het|dit|deze) (?:taak|onderdeel|niveau|stage|norm)",
            r"(?:taak|onderdeel|niveau|stage) (?:\S+ )?niet haalt?",
        ),
        OORDEEL,
        ver=True,
    ),
    Rij(
        frase(
            r"(?:de|onder de|boven de|beneden de) norm",
            r"(?:vereiste|gewenste|vereist) niveau",
            r"niveau startbekwaam",
            r"aan de eisen (?:voldoet|van)",
        ),
        OORDEEL,
        ver=True,
        zonder=ANDERS,
    ),
    Rij(
        frase(
            r"(?:weegt|wegen|telt|tellen|meetelt|meeweegt|meegewogen|meegeteld|meegenomen) (?:\S+ ){0,4}(?:mee|zwaar|procent|\d+%|kwart|helft|beoordeling|eindoordeel)"
        ),
        TELT_MEE,
        met=frase(
            r"\S*beoordeling|stage|cijfer|eindcijfer|procent|\d+%|kwart|module|oordeel|lesontwerp|opleiding|taak|rubric"
        ),
        ver=True,
    ),
    Rij(
        frase(
            r"(?:telt|geldt|dient) (?:\S+ ){0,2}als (?:\S+ )?(?:toets|proeve|examen|bewijs|tentamen)",
            r"je (?:toets|examen) ",
            r"wordt getoetst",
            r"(?:maak|haal|leer voor) (?:de|het|een) (?:\S*toets|tentamen|examen)(?! op)",
        ),
        TELT_MEE,
        ver=True,
    ),
    Rij(
        frase(
            r"(?:verder|door) (?:mag|mogen|kunt)",
            r"mag je (?:verder|door)",
            r"(?:positief|negatief) (?:advies|studieadvies|resultaat)",
            r"go of no-go",
            r"je functioneren",
            r"goedgekeurd",
        ),
        TELT_MEE,
        ver=True,
    ),
    Rij(frase(r"(?:beoordelings\S+|stagebeoordeling|cesuur)"), OORDEEL, met=STUDENT),
)


def needs(tekens: frozenset[str], woorden: list[str], veld: str) -> bool:
    """Whether a word occurs that this eis may stop at."""
    kort = veld in RUBRIC and (len(woorden) <= 3 or "getal" in tekens or woorden[:1] == ["Goed"])
    return kort or LETTERS.issubset(woorden) or any(signaal <= tekens for signaal in SIGNALEN)


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a judgement of the student."""
    for nummer, zin in enumerate(zinnen):
        soorten = (
            _kop(zin, veld) if not nummer else iter(()),
            (gevonden for deel in zin.zinsdelen for gevonden in _in_deel(zin, deel, veld)),
            find_rows(RIJEN, zin, veld),
        )
        eerste = next((gevonden for soort in soorten for gevonden in soort), None)
        if eerste is not None:
            yield eerste


def _kop(zin: Zin, veld: str) -> Iterator[Treffer]:
    """A stage of a rubric that begins with a verdict: `Onvoldoende: …`."""
    deel = zin.zinsdelen[0]
    if veld in RUBRIC and KOP.fullmatch(deel.tekst):
        yield treffer(deel, (0, len(deel.woorden) - 1), OORDEEL)


KOP = frase(rf"{WOORD}(?: \d+)?|onder de maat|niet behaald|behaald|\d+ punt(?:en)?|niveau \d+ \d+ punten")
KOP = __import__("re").compile(KOP.pattern.replace("(?= )", " "))


def _in_deel(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    leerlingen = met_leerlingen(deel)
    for nummer in losse_woorden(deel, "oordeel"):
        if not leerlingen:
            yield treffer(deel, (nummer,), TELT_MEE)
    for nummer in losse_woorden(deel, "waardering"):
        if _is_van_student(zin, deel, nummer, veld):
            yield treffer(deel, (nummer,), OORDEEL)
    werkwoord = deel.doet("beoordelen")
    if (
        werkwoord is not None
        and not leerlingen
        and not deel.is_ontkend(werkwoord.nummer)
        and _oordeelt(zin, deel, werkwoord.infinitief)
    ):
        yield treffer(deel, (werkwoord.nummer, werkwoord.deel or werkwoord.nummer), OORDEEL)


def _is_van_student(zin: Zin, deel: Zinsdeel, nummer: int, veld: str) -> bool:
    """Whether a word such as `cijfer` is given to the student."""
    vorm, wie = deel.woorden[nummer].vorm, bezitter(deel, nummer)
    if wie is Wie.STUDENT:
        return (
            vorm not in {"punt", "niveau", "toets", "resultaat", "criteria"}
            or deel.doet("geven", "meetellen") is not None
        )
    if (
        wie is Wie.LEERLING
        or not (vorm in STERK or vorm.removesuffix("s") in STERK)
        or leerlingen_in_de_buurt(zin)
        or ANDERS.search(zin.tekst)
    ):
        return False
    if "beoordeling" in vorm or (deel.wie is Wie.STUDENT and HAALT.search(deel.tekst)):
        return True
    return STUDENT.search(zin.tekst) is not None or (
        vorm not in {"oordeel", "norm"} and veld in VAN_DE_STUDENT and deel.doet("leerlingwerk") is None
    )


def _oordeelt(zin: Zin, deel: Zinsdeel, infinitief: str) -> bool:
    """Whether the student is judged: by a mentor, in the passive, or by name."""
    if " samen " in zin.tekst and SAMEN_VERDER.search(zin.tekst) or infinitief in {"slagen", "zakken"}:
        return False
    if infinitief in {"toetsen", "evalueren"} and not deel.heeft("begeleider", "waardering"):
        return False
    if infinitief == "scoren" and ANDERS.search(zin.tekst):
        return False
    lijdend = any(werkwoord.infinitief == "worden" for werkwoord in deel.werkwoorden)
    return (
        lijdend or deel.heeft("begeleider", "taakding", "student") or any(woord.vorm in ME for woord in deel.woorden)
    )


ME = frozenset(["je", "jezelf", "jij", "jullie"])
