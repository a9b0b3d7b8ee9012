"""Who acts in a clause.

Pure. The subject, or, with `laten`, the one who is made to act. Without a
subject the form of the verb tells (`Vraag …`, `Vraagt …`: the student); a
pronoun refers back to the pupils named before.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from leerwerk.taal.lexicon import VOORZETSEL, lezingen
from leerwerk.taal.lijsten import word_set
from leerwerk.taal.vormen import DEELWOORD, HEEL, STAM, STAM_T
from leerwerk.taal.werkwoorden import HULP, LIDWOORD, Werkwoord
from leerwerk.taal.woorden import Woord
from leerwerk.taal.zinsdelen import Stuk


class Wie(StrEnum):
    """The parties in a task; DING for a subject that is no person, ONBEKEND for none."""

    STUDENT = "student"
    LEERLING = "leerling"
    BEGELEIDER = "begeleider"
    OPLEIDING = "opleiding"
    DING = "ding"
    ONBEKEND = "onbekend"


class Gelezen(Protocol):
    """What is needed of the clause before."""

    @property
    def wie(self) -> Wie: ...
    @property
    def uitvoerder(self) -> Wie: ...
    @property
    def woorden(self) -> tuple[Woord, ...]: ...


JIJ = word_set("jij")
BIJWOORD = word_set("bijwoord")
TERUG = word_set("terug")
BEPAALT = (LIDWOORD | {"jouw", "die", "dat"}) - {"zijn", "haar", "hun", "meer", "veel", "minder", "weinig"}
ONDER = word_set("onder") - {"die", "dat", "voor", "tot"}
BEGRIP = frozenset(["abstract", "theorie", "theorieding"])
WIJST_AAN = frozenset(["deze", "die", "haar", "elk"])
NIET_LATEN = word_set("niet_laten")
PARTIJEN = (
    ("leerling", Wie.LEERLING),
    ("student", Wie.STUDENT),
    ("begeleider", Wie.BEGELEIDER),
    ("opleiding", Wie.OPLEIDING),
)


def who_acts(
    stuk: Stuk, werkwoorden: Sequence[Werkwoord], vorige: Gelezen | None, genoemd: Wie | None
) -> tuple[Wie, Wie]:
    """The subject of a clause, and who carries out what it says."""
    woorden = stuk.woorden
    wie = _subject(stuk, werkwoorden, vorige, genoemd)
    laat = next((w for w in werkwoorden if w.infinitief == "laten" and w.finiet), None) or next(
        (w for w in werkwoorden if w.infinitief == "laten"), None
    )
    if laat is None:
        return wie, wie
    anders = any(woord.vorm in NIET_LATEN for woord in woorden[laat.nummer + 1 if laat.finiet else 0 :])
    begin = laat.nummer if laat.finiet else 0
    gelaten = _door(woorden) or _eerste_partij(woorden, begin, len(woorden))
    if gelaten in (Wie.BEGELEIDER, Wie.LEERLING):
        return wie, wie if anders and gelaten is Wie.BEGELEIDER else gelaten
    return wie, wie if anders else Wie.LEERLING


def partij(woord: Woord) -> Wie | None:
    """The party that a word names."""
    return next((wie for naam, wie in PARTIJEN if naam in woord.kenmerken), None)


def _subject(stuk: Stuk, werkwoorden: Sequence[Werkwoord], vorige: Gelezen | None, genoemd: Wie | None) -> Wie:
    woorden = stuk.woorden
    persoonsvorm = next((w for w in werkwoorden if w.finiet), None)
    if door := _na_door(woorden, werkwoorden):
        return door
    if stuk.soort == "bij":
        return _in_bijzin(stuk, vorige, genoemd)
    if persoonsvorm is None:
        return _zonder_persoonsvorm(stuk, werkwoorden, vorige)
    nummer = persoonsvorm.nummer
    if _jij_bij(woorden, nummer):
        return Wie.STUDENT
    if nummer == 0:
        return _vooraan(woorden, stuk, vorige)
    if nummer == 1 and woorden[0].vorm == "maar" and persoonsvorm.wijs == STAM:
        return Wie.STUDENT
    ervoor = _partij_of_terug(woorden, 0, nummer, genoemd, vorige)
    if ervoor is not None:
        return ervoor
    if nummer <= 2 and not _na_voorzetsel(woorden, nummer - 1) and BEGRIP & woorden[nummer - 1].kenmerken:
        return Wie.DING  # `voorspelbaarheid geeft pubers houvast`
    enkelvoud = persoonsvorm.wijs == STAM_T
    erna = _eerste_partij(woorden, nummer + 1, nummer + 4, alleen_vooraan=True, enkelvoud=enkelvoud)
    if erna is not None and not (persoonsvorm.wijs == STAM and _alleen_bijwoord(woorden, nummer)):
        return erna
    if (
        nummer
        and persoonsvorm.infinitief == "zijn"
        and nummer + 1 < len(woorden)
        and woorden[nummer + 1].vorm in BEPAALT
    ):
        return Wie.DING  # `en dan is deze kaart …`
    if stuk.voeg in {"en", "of", ",", "maar"} and vorige is not None and _alleen_bijwoord(woorden, nummer):
        return vorige.wie
    return Wie.STUDENT if _alleen_bijwoord(woorden, nummer) else Wie.DING


def _vooraan(woorden: Sequence[Woord], stuk: Stuk, vorige: Gelezen | None) -> Wie:
    """The verb comes first: a question, a continued sentence, or an imperative or kijkpunt."""
    if _gebiedt(woorden):
        return Wie.STUDENT
    if vorige is not None and stuk.voeg == "," and vorige.woorden[0].vorm in ONDER:
        return _na_bijzin(woorden)
    erna = _eerste_partij(woorden, 1, 3, alleen_vooraan=True)
    if erna is not None and len(woorden) > 2 and vorige is None and woorden[1].vorm in {"de", "het"}:
        return erna
    return vorige.wie if vorige is not None and stuk.voeg in {"en", "of", ",", "maar"} else Wie.STUDENT


def _na_bijzin(woorden: Sequence[Woord]) -> Wie:
    """The main clause behind a subordinate one: its subject follows its verb, unless it is an imperative."""
    erna = _eerste_partij(woorden, 1, 4, alleen_vooraan=True)
    if erna is not None:
        return erna
    aanwijzend = len(woorden) > 1 and woorden[1].vorm in BEPAALT and woorden[0].vorm.endswith("t")
    return Wie.DING if aanwijzend else Wie.STUDENT


def _gebiedt(woorden: Sequence[Woord]) -> bool:
    """Whether the first word can only be an imperative: `stuur`, but not `stuurt`, `zet` or `kan`."""
    vorm = woorden[0].vorm
    wijzen = {lezing.wijs for lezing in lezingen(vorm)}
    return (wijzen == {STAM} and not vorm.endswith("t") and vorm not in HULP) or vorm == "laat"


def _zonder_persoonsvorm(stuk: Stuk, werkwoorden: Sequence[Werkwoord], vorige: Gelezen | None) -> Wie:
    heel = next((w for w in werkwoorden if w.wijs == HEEL), None)
    if heel is not None and _is_meervoud(stuk.woorden, heel.nummer):
        return _eerste_partij(stuk.woorden, 0, heel.nummer) or Wie.DING
    if heel is not None:
        eerste = _eerste_partij(stuk.woorden, 0, heel.nummer)
        if eerste is not None and heel.nummer <= 6:
            return eerste
        return vorige.wie if vorige is not None and stuk.voeg in {"en", "of"} else Wie.STUDENT
    if (genoemd := _eerste_partij(stuk.woorden, 0, 3)) is not None:
        return genoemd
    return vorige.wie if vorige is not None and stuk.voeg else Wie.ONBEKEND


def _is_meervoud(woorden: Sequence[Woord], nummer: int) -> bool:
    """`werkvormen verhogen de …`: the infinitive form has a plural subject before it and its object behind it."""
    if not nummer or nummer + 1 >= len(woorden) or not woorden[nummer - 1].vorm.endswith(("en", "s")):
        return False
    erna = woorden[nummer + 1]
    return woorden[nummer - 1].vorm not in BIJWOORD and (erna.vorm in LIDWOORD or partij(erna) is not None)


def _in_bijzin(stuk: Stuk, vorige: Gelezen | None, genoemd: Wie | None) -> Wie:
    woorden = stuk.woorden
    if any(woord.vorm in JIJ for woord in woorden[1:4]):
        return Wie.STUDENT
    eerste = _partij_of_terug(woorden, 1, len(woorden), genoemd, vorige)
    if eerste is not None:
        return eerste
    if stuk.voeg == "die" and vorige is not None and partij(vorige.woorden[-1]) is Wie.LEERLING:
        return Wie.LEERLING
    return vorige.wie if vorige is not None and stuk.voeg in {"die", "en", "of"} else Wie.DING


def _jij_bij(woorden: Sequence[Woord], nummer: int) -> bool:
    """`je` right before the verb, or right after it when no noun follows that it owns."""
    if nummer and woorden[nummer - 1].vorm in JIJ:
        return True
    if nummer + 1 < len(woorden) and woorden[nummer + 1].vorm in JIJ:
        return nummer > 0 or woorden[nummer + 1].vorm in {"jij", "we", "wij"} or _is_onderwerp(woorden, nummer)
    return False


def _is_onderwerp(woorden: Sequence[Woord], nummer: int) -> bool:
    return nummer + 2 >= len(woorden) or woorden[nummer + 2].vorm in {
        *LIDWOORD,
        *VOORZETSEL,
        "nu",
        "dan",
        "niet",
        "je",
    }


def _na_door(woorden: Sequence[Woord], werkwoorden: Sequence[Werkwoord]) -> Wie | None:
    if not any(w.infinitief == "worden" for w in werkwoorden) or not any(w.wijs == DEELWOORD for w in werkwoorden):
        return None
    return _door(woorden)


def _door(woorden: Sequence[Woord]) -> Wie | None:
    """Who stands behind `door`."""
    door = next((i for i, woord in enumerate(woorden) if woord.vorm == "door"), None)
    na_door = () if door is None else woorden[door + 1 : door + 5]
    return next((wie for woord in na_door if (wie := partij(woord)) is not None), None)


def _partij_of_terug(
    woorden: Sequence[Woord], begin: int, eind: int, genoemd: Wie | None, vorige: Gelezen | None
) -> Wie | None:
    for nummer in range(begin, min(eind, len(woorden))):
        woord = woorden[nummer]
        if (wie := partij(woord)) is not None and not _na_voorzetsel(woorden, nummer):
            return wie
        if woord.vorm in TERUG and nummer < begin + 2 and genoemd is not None and not _bij_naamwoord(woorden, nummer):
            return genoemd
        if woord.vorm in {"ze", "zij"} and vorige is not None and vorige.uitvoerder is Wie.LEERLING:
            return Wie.LEERLING
    return None


def _bij_naamwoord(woorden: Sequence[Woord], nummer: int) -> bool:
    """`deze taak`, `haar naam`: the word points at the noun behind it, and not back at somebody."""
    if woorden[nummer].vorm not in WIJST_AAN or nummer + 1 >= len(woorden):
        return False
    erna = woorden[nummer + 1].vorm
    return erna not in VOORZETSEL and erna not in BIJWOORD and not lezingen(erna)


def _eerste_partij(
    woorden: Sequence[Woord], begin: int, eind: int, *, alleen_vooraan: bool = False, enkelvoud: bool = False
) -> Wie | None:
    for nummer in range(begin, min(eind, len(woorden))):
        wie = partij(woorden[nummer])
        if enkelvoud and woorden[nummer].vorm.endswith(("en", "jes")):
            continue
        if wie is not None and not _na_voorzetsel(woorden, nummer):
            return wie
        if wie is not None and not alleen_vooraan and woorden[nummer - 1].vorm == "door":
            return wie
        if woorden[nummer].vorm in {"ze", "hen", "hem"} and not alleen_vooraan:
            return Wie.LEERLING
    return None


def _na_voorzetsel(woorden: Sequence[Woord], nummer: int) -> bool:
    return any(woord.vorm in VOORZETSEL for woord in woorden[max(0, nummer - 3) : nummer])


def _alleen_bijwoord(woorden: Sequence[Woord], nummer: int) -> bool:
    """Whether what stands before the verb cannot be its subject: `Teken dan`, `Haal dus`, `Bij twijfel vraag je`."""
    eerste = woorden[0].vorm
    return nummer <= 2 and eerste not in LIDWOORD and not _is_zelfstandig(woorden[:nummer])


def _is_zelfstandig(woorden: Sequence[Woord]) -> bool:
    return any(woord.vorm not in BIJWOORD for woord in woorden)
