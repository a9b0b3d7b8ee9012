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
from leerwerk.eisen.context import (
    VAN_LEERLING,
    bezitter,
    leerlingen_in_de_buurt,
    losse_woorden,
    met_leerlingen,
    noemt_leerlingen,
    tegen_de_klas,
)
from leerwerk.eisen.rijen import Frasen, find_rows
from leerwerk.eisen.samenloop import Samenlopen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.eisen.velden import ALLE
from leerwerk.taal import Wie, Zin, Zinsdeel, word_set

ID = "formatief"
TITEL = "Kijken om verder te leren, niet om te beoordelen"
VELDEN = dict.fromkeys(ALLE, Ernst.FOUT)
SAMENLOPEN = Samenlopen(
    (("uitspraak",), ("beoordelaar",)),
    (("uitspraak",), ("studieloop",)),
)

OORDEEL = Uitleg(
    "Dit is een oordeel over de student. Wie dat verwacht, laat zien wat al lukt en oefent niet wat nog lastig is.",
    "Beschrijf wat je zag, en kies samen wat de student nu oefent.",
)
VERMOEDEN = Uitleg(
    "Met deze woorden klinkt het als een oordeel over de student. Wie dat verwacht, laat zien wat al lukt.",
    OORDEEL.hulp,
)
TELT_MEE = Uitleg(
    "Dit telt mee voor een oordeel. Daardoor wordt oefenen een examen.",
    "Laat het weg: wat hier gebeurt, blijft tussen jou en je begeleider.",
)
ZAKKEN = Uitleg(
    "Dit dreigt met zakken. Dan wordt oefenen een examen, en durft niemand te proberen wat nog niet lukt.",
    "Laat het weg: wat niet lukt, is wat je hierna samen oefent.",
)

# Pupils get these too, so one in the sentence may explain them.
VAN_SCHOOL = (
    *("beoordelings", "cijfer", "toets", "examen", "tentamen", "herkansing", "certifica"),
    *("praktijkexamen", "praktijktoets", "eindtoets", "vaardigheidstoets", "kennistoets"),
    *("proeve", "assessment", "examinator", "beoordelaar", "herexamen", "diploma"),
)
RUBRIC = frozenset({"rubric", "kijkpunt"})
TOETSTITELS = frozenset({"toets", "examen", "beoordeling", "tentamen", "assessment", "proeve", "praktijktoets"})
VAN_DE_STUDENT = frozenset({"reflectie", "rubric", "leerdoel", "uitvoering", "voorbereiding", "inleiding"})
STERK = word_set("oordeel_zonder_leerlingen", "eisen")


FRASEN = Frasen("formatief", {"OORDEEL": OORDEEL, "TELT_MEE": TELT_MEE, "ZAKKEN": ZAKKEN})
STUDENT = FRASEN.frase("STUDENT")
ANDERS = FRASEN.frase("ANDERS")
HAALT = FRASEN.frase("HAALT")
ANDERS_HIER = FRASEN.frase("ANDERS_HIER")
GEEN_OORDEEL = FRASEN.frase("GEEN_OORDEEL")
BEOORDELAAR = FRASEN.frase("BEOORDELAAR")
KRIJGT = FRASEN.frase("KRIJGT")
SAMEN = FRASEN.frase("SAMEN")
TOETST_ZELF = FRASEN.frase("TOETST_ZELF")
OVER_TEKEN = FRASEN.frase("OVER_TEKEN")
VERDICT = FRASEN.frase("VERDICT")
SAMEN_VERDER = FRASEN.frase("SAMEN_VERDER")
KOP = FRASEN.frase("KOP")
ER_BUITEN = FRASEN.frase("ER_BUITEN")
OVER_AANTAL = FRASEN.frase("OVER_AANTAL")
NIET_OM = FRASEN.frase("NIET_OM")
DAG_VAN = FRASEN.frase("DAG_VAN")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a judgement of the student."""
    for zin in zinnen:
        if TOETST_ZELF.search(zin) and zin.tekst.startswith(" toets "):
            continue  # to try something out on somebody
        if OVER_TEKEN.search(zin) and not VERDICT.search(zin):
            continue  # a tick or a signature is for `niet-afvinken` to name
        if _buiten_de_les(zin) or _telt_taken(zin):
            continue
        soorten = (
            _kop(zin, veld) if zin.eerste else iter(()),
            (gevonden for deel in zin.zinsdelen for gevonden in _in_deel(zin, deel, veld)),
            (gevonden for deel in zin.zinsdelen for gevonden in _krijgt(zin, deel)),
            () if tegen_de_klas(zin, veld) else find_rows(FRASEN, zin, veld),
            _samenloop(zin, veld),
        )
        eerste = next((gevonden for soort in soorten for gevonden in soort), None)
        if eerste is not None:
            yield eerste


def _buiten_de_les(zin: Zin) -> bool:
    """Whether the verdict is left out, or the practice is what matters, or the exam is only a day."""
    if NIET_OM.search(zin) and SAMEN_VERDER.search(zin):
        return True
    return ER_BUITEN.search(zin) is not None or DAG_VAN.search(zin) is not None


def _telt_taken(zin: Zin) -> bool:
    """Whether it is about how many tasks or lessons, which is for `niet-afvinken` to name."""
    return OVER_AANTAL.search(zin) is not None and not zin.heeft("oordeel") and not VERDICT.search(zin)


def _samenloop(zin: Zin, veld: str) -> Iterator[Treffer]:
    """A verdict with someone to give it, or with what depends on it."""
    if veld == "theorie" or GEEN_OORDEEL.search(zin) or SAMEN.search(zin):
        return
    yield from SAMENLOPEN.find(zin, OORDEEL)


def _kop(zin: Zin, veld: str) -> Iterator[Treffer]:
    """A stage of a rubric that begins with a verdict: `Onvoldoende: …`; or a title that names a test: `Toets: …`."""
    deel = zin.zinsdelen[0]
    if veld == "titel" and deel.tekst.strip() in TOETSTITELS and not leerlingen_in_de_buurt(zin):
        yield treffer(deel, (0,), OORDEEL)
    if veld in RUBRIC and _is_kop(deel):
        yield treffer(deel, (0, len(deel.woorden) - 1), OORDEEL)


def _legt_uit(zin: Zin, vorm: str, veld: str) -> bool:
    """Theory may say what `summatief` is, as long as it is not about the student."""
    return (
        vorm.startswith(("summatie", "kwalificatie"))
        and veld in {"theorie", "waarom", "handvat"}
        and STUDENT.search(zin) is None
    )


def _is_kop(deel: Zinsdeel) -> bool:
    match = KOP.search(deel)
    return match is not None and not match.start() and len(deel.woorden) <= 4


def _in_deel(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    leerlingen = met_leerlingen(deel) or any(woord.vorm in VAN_LEERLING for woord in deel.woorden)
    if " achterwege " in deel.tekst:
        return
    for nummer in losse_woorden(deel, "oordeel"):
        vorm = deel.woorden[nummer].vorm
        van_school = vorm.startswith(VAN_SCHOOL) and leerlingen_in_de_buurt(zin)
        if not leerlingen and not van_school and not _legt_uit(zin, vorm, veld):
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
    erna = deel.woorden[nummer + 1 : nummer + 2]
    if vorm in {"zeven", "acht"} and not (nummer and deel.woorden[nummer - 1].vorm in {"een", "'n"}):
        return False
    if vorm in {"zeven", "acht"} and erna and "les" in erna[0].kenmerken:
        return False
    if vorm in {"ranglijst", "ranking", "punten"} and zin.heeft("telling", "vinkje", "afvinken"):
        return False  # that is about how many, not about how good
    if vorm in {"oordeel", "waardering"} and wie is Wie.STUDENT:
        return False  # `jouw oordeel` is what you think
    if vorm in {"cijfer", "cijfers"} and erna and (erna[0].vorm.isdigit() or erna[0].vorm in {"over", "uit"}):
        return False  # `het cijfer 7`, `de cijfers over werkloosheid`
    if wie is Wie.STUDENT:
        return (
            vorm not in {"punt", "niveau", "toets", "toetsen", "resultaat", "resultaten", "criteria"}
            or deel.doet("geven", "meetellen") is not None
        )
    if (
        wie is Wie.LEERLING
        or not (vorm in STERK or vorm.removesuffix("s") in STERK)
        or leerlingen_in_de_buurt(zin)
        or ANDERS.search(zin)
    ):
        return False
    if "beoordeling" in vorm or (deel.wie is Wie.STUDENT and HAALT.search(deel)):
        return True
    return STUDENT.search(zin) is not None or (
        vorm not in {"oordeel", "norm"} and veld in VAN_DE_STUDENT and deel.doet("leerlingwerk") is None
    )


def _krijgt(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    """A mark that the student gets or that a judge gives, whatever pupils do elsewhere in the sentence."""
    if not deel.heeft("rapportwoord") or noemt_leerlingen(deel) or ANDERS_HIER.search(deel):
        return
    if not (_behaalt(deel) or _wordt_gegeven(deel) or KRIJGT.search(deel)):
        return
    for nummer in losse_woorden(deel, "rapportwoord"):
        if _is_uitslag(deel, nummer):
            yield treffer(deel, (nummer,), OORDEEL)


def _behaalt(deel: Zinsdeel) -> bool:
    return deel.wie is Wie.STUDENT and any(daad.infinitief in BEHALEN for daad in deel.werkwoorden)


def _wordt_gegeven(deel: Zinsdeel) -> bool:
    return deel.wie is not Wie.STUDENT and BEOORDELAAR.search(deel) is not None and deel.doet("geven") is not None


def _is_uitslag(deel: Zinsdeel, nummer: int) -> bool:
    """Whether a word such as `zes` or `plus` stands for a mark: `een zes`, `minstens een plus`, `drie sterren`."""
    vorm = deel.woorden[nummer].vorm
    ervoor = deel.woorden[nummer - 1].vorm if nummer else ""
    erna = deel.woorden[nummer + 1].vorm if nummer + 1 < len(deel.woorden) else ""
    if vorm in LOS_CIJFER:
        return ervoor in {"een", "'n", "dikke", "ruime", "mooie", "magere", "krappe", "hoge"} and (
            not erna
            or erna in NA_CIJFER
            or erna in {werkwoord.infinitief for werkwoord in deel.werkwoorden}
            or any(werkwoord.nummer == nummer + 1 for werkwoord in deel.werkwoorden)
        )
    return True


def _oordeelt(zin: Zin, deel: Zinsdeel, infinitief: str) -> bool:
    """Whether the student is judged: by a mentor, in the passive, or by name."""
    samen = SAMEN.search(zin) is not None
    if samen and SAMEN_VERDER.search(zin) or infinitief in {"slagen", "zakken"}:
        return False
    if infinitief == "toetsen" and deel.heeft("oordeel") and STUDENT.search(zin) is None:
        return False  # `summatief toetsen` as a term
    if infinitief in {"toetsen", "evalueren"} and not deel.heeft("begeleider", "waardering"):
        return False
    if infinitief == "toetsen" and any(daad.infinitief in MET_EEN_TOETS for daad in deel.werkwoorden):
        return False  # `geeft toetsen terug`
    if infinitief == "scoren" and ANDERS.search(zin):
        return False
    lijdend = any(werkwoord.infinitief == "worden" for werkwoord in deel.werkwoorden)
    return (
        lijdend or deel.heeft("begeleider", "taakding", "student") or any(woord.vorm in ME for woord in deel.woorden)
    )


BEHALEN = word_set("behalen", "eisen")
LOS_CIJFER = word_set("los_cijfer", "eisen")
NA_CIJFER = word_set("na_cijfer", "eisen")
MET_EEN_TOETS = word_set("met_een_toets", "eisen")
ME = frozenset(["je", "jezelf", "jij", "jullie"])
