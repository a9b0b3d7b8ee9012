"""What the eisen ask about a word in its clause: whose is it, and who is it for?

The order of domein.md: first negation, then who does or receives it, then other
meanings. A word that nobody claims belongs to the student.
"""

import re
from collections.abc import Iterator

from leerwerk.taal import Wie, Zin, Zinsdeel, word_set

VAN_STUDENT = word_set("van_student", "eisen")
VAN_LEERLING = frozenset(["hun", "elkaars", "ieders"])
ZEGT_WAT = (
    r" (?:zegt?|noemt?|vertelt?|benoemt?|legt? uit|laat zien|vraagt|(?<! je )(?<! de )(?<! een )vraag|"
    r"schrijft?(?! op (?:hoe|wat|welke|dat|of|waar|wanneer|waarom) )|kondigt? aan|geeft? aan) "
    r"(?:\S+ ){0,3}(?:wat|welke?|dat|hoe|waarom|of|waar|wanneer) "
)
LESGEDRAG = frozenset(["gedrag", "handvat", "kijkpunt"])
VAN_HEM = frozenset(["zijn", "haar", "diens", "eigen"])
KLAS = frozenset(["klas", "klassen"])
GRENS = word_set("grens", "eisen")
OVER_WIE = frozenset(["van", "over", "bij", "rond", "uit", "tijdens", "omtrent"])
ONTMOETING = frozenset(["gesprek", "gesprekken", "interview", "contact", "les", "lessen", "werk", "omgang"])
VOORZETSEL = word_set("voorzetsel")
VRIJWILLIG = (
    r" (?:dat mag|mag wel|mag ook|mag altijd|vrijwillig|als je (?:dat )?wilt|alleen voor jezelf|voor jezelf) "
)


def losse_woorden(deel: Zinsdeel, *namen: str) -> Iterator[int]:
    """The words of these lists that are not negated."""
    return (nummer for nummer in deel.met(*namen) if not deel.is_ontkend(nummer))


def bezitter(deel: Zinsdeel, nummer: int) -> Wie | None:
    """Whose it is: `je verslag`, `hun verslag`, `het verslag van de leerling`."""
    kenmerken = deel.woorden[nummer].kenmerken
    for plek in range(nummer - 1, max(-1, nummer - 4), -1):
        woord = deel.woorden[plek]
        if any(werkwoord.nummer == plek and werkwoord.finiet for werkwoord in deel.werkwoorden):
            break
        if woord.vorm in VAN_STUDENT:
            return Wie.STUDENT
        if woord.vorm == "eigen" and plek and deel.woorden[plek - 1].vorm in VAN_STUDENT:
            return Wie.STUDENT
        if woord.vorm in VAN_LEERLING or (woord.vorm in VAN_HEM and deel.heeft("leerling")):
            return Wie.LEERLING
        if woord.vorm in GRENS:
            break
    if "van-student" in kenmerken:
        return Wie.STUDENT
    if "van-leerling" in kenmerken:
        return Wie.LEERLING
    return _erachter(deel, nummer)


def _erachter(deel: Zinsdeel, nummer: int) -> Wie | None:
    erna = [woord.vorm for woord in deel.woorden[nummer + 1 : nummer + 4]]
    if erna[:1] != ["van"]:
        return None
    for woord in deel.woorden[nummer + 2 : nummer + 5]:
        if "leerling" in woord.kenmerken:
            return Wie.LEERLING
        if woord.vorm in {"jou", "jezelf"} or "student" in woord.kenmerken:
            return Wie.STUDENT
    return None


def noemt_leerlingen(deel: Zinsdeel) -> bool:
    """Whether pupils are named; `in klas 3` and `in een andere klas` name a place."""
    return any(not _is_plek(deel, nummer) for nummer in deel.met("leerling", "van-leerling"))


def _is_plek(deel: Zinsdeel, nummer: int) -> bool:
    if deel.woorden[nummer].vorm == "rij" and deel.woorden[max(0, nummer - 2)].vorm == "op":
        return True  # `zet het op een rij`
    if deel.woorden[nummer].vorm == "teams" and deel.woorden[max(0, nummer - 1)].vorm == "op":
        return True  # `zet het op Teams`
    if _is_aantal(deel, nummer):
        return True
    if not deel.woorden[nummer].vorm.endswith(("klas", "klassen")):
        return False
    erna = deel.woorden[nummer + 1 : nummer + 2]
    if any(werkwoord.infinitief in {"kiezen", "plannen"} for werkwoord in deel.werkwoorden):
        return True
    return bool(erna and erna[0].vorm[0].isdigit()) or any(
        w.vorm == "in" for w in deel.woorden[max(0, nummer - 4) : nummer]
    )


def _is_aantal(deel: Zinsdeel, nummer: int) -> bool:
    """`een viertal observaties`, `in drie parallelklassen`, `elke klas waarin je`: how often, not who."""
    vorm, erna = deel.woorden[nummer].vorm, deel.woorden[nummer + 1 : nummer + 2]
    if vorm.endswith("tal"):
        return bool(erna) and not erna[0].kenmerken.isdisjoint({"telling", "les"})
    if not vorm.endswith(("klas", "klassen")):
        return False
    ervoor = deel.woorden[max(0, nummer - 2) : nummer]
    if any("getal" in woord.kenmerken or woord.vorm.isdigit() for woord in ervoor):
        return True
    return len(ervoor) == 2 and ervoor[0].vorm in {"voor", "bij", "in"} and ervoor[1].vorm in {"elke", "iedere"}


def met_leerlingen(deel: Zinsdeel) -> bool:
    """Whether pupils do it, receive it or are spoken of in this clause."""
    return Wie.LEERLING in (deel.wie, deel.uitvoerder) or noemt_leerlingen(deel)


def leerlingen_in_de_buurt(zin: Zin) -> bool:
    """Whether the sentence is about pupils somewhere, and names nothing that only a student has to do with."""
    return not zin.heeft("studentwereld") and any(met_leerlingen(deel) for deel in zin.zinsdelen)


def van_leerlingen(zin: Zin, deel: Zinsdeel, nummer: int) -> bool:
    """Whether a word is about pupils: theirs, or in a clause about them and not marked as the student's."""
    wie = bezitter(deel, nummer)
    return wie is Wie.LEERLING or (wie is None and met_leerlingen(deel) and not deel.heeft("studentwereld"))


def alleen_onderwerp(deel: Zinsdeel) -> bool:
    """Whether pupils are only what it is about: `een portret van een leerling`, `het gesprek met de klas`."""
    return deel.uitvoerder is not Wie.LEERLING and all(
        _naar_wat(deel, nummer) for nummer in deel.met("leerling", "van-leerling")
    )


def _naar_wat(deel: Zinsdeel, nummer: int) -> bool:
    """Whether the nearest preposition says what it is about."""
    plek = next((i for i in range(nummer - 1, max(-1, nummer - 5), -1) if deel.woorden[i].vorm in VOORZETSEL), None)
    if plek is None:
        return False
    vorm = deel.woorden[plek].vorm
    return vorm in OVER_WIE or (vorm == "met" and plek > 0 and deel.woorden[plek - 1].vorm in ONTMOETING)


def vrijwillig(zin: Zin) -> bool:
    """Whether the passage around a sentence says that it is only for who wants to."""
    return any(re.search(VRIJWILLIG, deel.tekst) for ander in zin.passage for deel in ander.zinsdelen)


def tegen_de_klas(zin: Zin, veld: str) -> bool:
    """Whether it is said in class (`Zegt wat er vrijdag af moet zijn`), and nobody of the training is named."""
    return (
        veld in LESGEDRAG
        and re.search(ZEGT_WAT, zin.tekst) is not None
        and not zin.heeft(
            "begeleider", "studentwereld", "opleiding", "publiek", "studieloop", "beoordelaar", "taakding"
        )
    )
