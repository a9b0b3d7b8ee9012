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
from leerwerk.eisen.context import VAN_LEERLING, bezitter, leerlingen_in_de_buurt, losse_woorden, met_leerlingen
from leerwerk.eisen.rijen import Frasen, find_in_clauses, find_rows
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
    frozenset({"vergelijking", "student"}),
    frozenset({"vergelijking", "opleiding"}),
    frozenset({"vergelijking", "telling"}),
    frozenset({"getal", "schaalbij"}),
    frozenset({"doorgaan", "mag"}),
)

OORDEEL = Uitleg(
    "Dit is een oordeel over de student. Wie dat verwacht, laat zien wat al lukt en oefent niet wat nog lastig is.",
    "Beschrijf wat je zag, en kies samen wat de student nu oefent.",
)
TELT_MEE = Uitleg(
    "Dit telt mee voor een oordeel. Daardoor wordt oefenen een examen.",
    "Laat het weg: wat hier gebeurt, blijft tussen jou en je begeleider.",
)
ZAKKEN = Uitleg(
    "Dit dreigt met zakken. Dan wordt oefenen een examen, en durft niemand te proberen wat nog niet lukt.",
    "Laat het weg: wat niet lukt, is wat je hierna samen oefent.",
)

LETTERS = frozenset("OVG")
# Pupils get these too, so one in the sentence may explain them.
VAN_SCHOOL = ("beoordelings", "cijfer", "toets", "examen", "tentamen", "herkansing", "certificaat")
RUBRIC = frozenset({"rubric", "kijkpunt"})
VAN_DE_STUDENT = frozenset({"reflectie", "rubric", "leerdoel", "uitvoering", "voorbereiding", "inleiding"})
STERK = word_set("oordeel_zonder_leerlingen", "eisen")


FRASEN = Frasen("formatief", {"OORDEEL": OORDEEL, "TELT_MEE": TELT_MEE, "ZAKKEN": ZAKKEN})
RIJEN = tuple(rij for rij in FRASEN.rijen if rij.uitleg is not ZAKKEN)
ZAKKEN_RIJEN = tuple(rij for rij in FRASEN.rijen if rij.uitleg is ZAKKEN)
STUDENT = FRASEN.frase("STUDENT")
ANDERS = FRASEN.frase("ANDERS")
HAALT = FRASEN.frase("HAALT")
SAMEN = FRASEN.frase("SAMEN")
SAMEN_VERDER = FRASEN.frase("SAMEN_VERDER")


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
            () if leerlingen_in_de_buurt(zin) else find_in_clauses(ZAKKEN_RIJEN, zin),
        )
        eerste = next((gevonden for soort in soorten for gevonden in soort), None)
        if eerste is not None:
            yield eerste


def _kop(zin: Zin, veld: str) -> Iterator[Treffer]:
    """A stage of a rubric that begins with a verdict: `Onvoldoende: …`."""
    deel = zin.zinsdelen[0]
    if veld in RUBRIC and _is_kop(deel):
        yield treffer(deel, (0, len(deel.woorden) - 1), OORDEEL)


KOP = FRASEN.frase("KOP")


def _legt_uit(zin: Zin, vorm: str, veld: str) -> bool:
    """Theory may say what `summatief` is, as long as it is not about the student."""
    return (
        vorm.startswith("summatie") and veld in {"theorie", "waarom", "handvat"} and STUDENT.search(zin.tekst) is None
    )


def _is_kop(deel: Zinsdeel) -> bool:
    match = KOP.search(deel.tekst)
    return match is not None and not match.start() and len(deel.woorden) <= 3


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
    if vorm == "oordeel" and wie is Wie.STUDENT:
        return False  # `jouw oordeel` is what you think
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
    samen = SAMEN.search(zin.tekst) is not None
    if samen and SAMEN_VERDER.search(zin.tekst) or infinitief in {"slagen", "zakken"}:
        return False
    if infinitief == "toetsen" and deel.heeft("oordeel") and STUDENT.search(zin.tekst) is None:
        return False  # `summatief toetsen` as a term
    if infinitief in {"toetsen", "evalueren"} and not deel.heeft("begeleider", "waardering"):
        return False
    if infinitief == "scoren" and ANDERS.search(zin.tekst):
        return False
    lijdend = any(werkwoord.infinitief == "worden" for werkwoord in deel.werkwoorden)
    return (
        lijdend or deel.heeft("begeleider", "taakding", "student") or any(woord.vorm in ME for woord in deel.woorden)
    )


ME = frozenset(["je", "jezelf", "jij", "jullie"])
