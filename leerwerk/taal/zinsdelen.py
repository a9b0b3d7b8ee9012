"""Cutting a sentence into clauses.

Pure. A mark such as `;` always cuts. A comma, `en` or `of` only cuts when what
follows has a verb of its own, so that an enumeration stays whole and a negation
keeps its reach ("geen verslag, poster of map").
"""

from collections.abc import Iterator, Sequence

from leerwerk.taal.lexicon import VOORZETSEL, lezingen
from leerwerk.taal.lijsten import word_set
from leerwerk.taal.vormen import HEEL, STAM, STAM_T, VERLEDEN
from leerwerk.taal.werkwoorden import LIDWOORD, NOOIT_WERKWOORD, is_noun
from leerwerk.taal.woorden import Woord

HARD = frozenset(";:–—()")
STIL = frozenset("\"'“”„«»‘’*_`#.!?…[]|")
NEVEN = word_set("neven")
TEGEN = word_set("tegen")
ONDER = word_set("onder")
BETREKKELIJK = word_set("betrekkelijk")
VRAAGWOORD = word_set("vraagwoord")
SLECHTS = word_set("slechts")
MEERVOUD = word_set("meervoud")
LANGSTE_STUK = 60


class Stuk:
    """A clause in the making; at its `naden` a piece without a verb was joined on."""

    __slots__ = ("naden", "soort", "voeg", "woorden")

    def __init__(self, soort: str, voeg: str, *woorden: Woord) -> None:
        self.soort = soort
        self.voeg = voeg
        self.woorden = list(woorden)
        self.naden: list[int] = []


def split_clauses(woorden: Sequence[Woord]) -> list[Stuk]:
    """The clauses of a sentence; pieces without a verb join the one before."""
    stukken: list[Stuk] = []
    gevuld = (stuk for stuk in _knip(woorden) if stuk.woorden)
    for stuk in sorted(gevuld, key=lambda stuk: stuk.woorden[0].begin):
        if stukken and _hoort_bij_vorige(stuk, stukken[-1]) and len(stukken[-1].woorden) < LANGSTE_STUK:
            stukken[-1].naden.append(len(stukken[-1].woorden))
            stukken[-1].woorden.extend(stuk.woorden)
        else:
            if stuk.voeg in NEVEN and _is_persoonsvorm(stuk.woorden, 0):
                stuk.soort = "hoofd"
            stukken.append(stuk)
    return stukken


def has_clauses(woorden: Sequence[Woord]) -> bool:
    """Whether a sentence has any clause: a word that is no mark, and does not only join."""
    return any(not woord.leesteken and woord.vorm not in NEVEN for woord in woorden)


def has_finite(woorden: Sequence[Woord]) -> bool:
    """Whether a clause has a verb that can carry a subject."""
    return any(_is_persoonsvorm(woorden, nummer) for nummer in range(len(woorden)))


def _knip(woorden: Sequence[Woord]) -> Iterator[Stuk]:
    stuk, buiten = Stuk("hoofd", ""), None
    for nummer, woord in enumerate(woorden):
        vorm = woord.vorm
        if woord.leesteken and vorm in STIL:
            continue
        if vorm == "(" and buiten is None:
            stuk, buiten = Stuk("bij", vorm), stuk
        elif vorm == ")" and buiten is not None:
            yield stuk
            stuk, buiten = buiten, None
        elif vorm in HARD or vorm == "," or (vorm == "-" and _staat_los(woorden, nummer)):
            yield stuk
            stuk = Stuk("hoofd", vorm)
        elif woord.leesteken:
            continue
        elif vorm in NEVEN or (vorm in TEGEN and stuk.woorden and not _is_bijwoord(woorden, nummer)):
            yield stuk
            stuk = Stuk(stuk.soort if vorm in NEVEN else "hoofd", vorm)
        elif _opent_bijzin(woorden, nummer, stuk) or len(stuk.woorden) >= LANGSTE_STUK:
            yield stuk
            stuk = Stuk("bij", vorm, woord)
        else:
            if vorm == "maar" and not stuk.woorden:
                stuk.voeg = vorm
            stuk.woorden.append(woord)
    yield from (stuk, buiten) if buiten else (stuk,)


def _opent_bijzin(woorden: Sequence[Woord], nummer: int, stuk: Stuk) -> bool:
    vorm = woorden[nummer].vorm
    if vorm not in ONDER:
        return False
    if not stuk.woorden:
        stuk.soort = "bij" if nummer and vorm not in {"voor", "die", "dat"} else stuk.soort
        stuk.voeg = vorm if stuk.soort == "bij" else stuk.voeg
        return False
    vorige, volgende = stuk.woorden[-1].vorm, woorden[nummer + 1].vorm if nummer + 1 < len(woorden) else ""
    if vorm in {"voor", "tot"}:
        return volgende in {"je", "hij", "ze", "jij", "iedereen", "leerlingen", "iemand"} and has_finite(
            _tot_grens(woorden, nummer + 1)
        )
    if vorm in BETREKKELIJK:
        na_werkwoord = _is_persoonsvorm(stuk.woorden, len(stuk.woorden) - 1)
        rest = _tot_grens(woorden, nummer + 1)
        return (vorige not in VOORZETSEL or volgende in {"je", "hij", "jij"}) and (
            not na_werkwoord or (vorm == "dat" and len(rest) > 1 and has_finite(rest))
        )
    if vorm in {"als", "of"}:
        return has_finite(_tot_grens(woorden, nummer + 1))
    return True  # also behind a particle: `neem dit op waarin je …`, `werken door terwijl jij …`


def _tot_grens(woorden: Sequence[Woord], begin: int) -> Sequence[Woord]:
    """The words up to the next mark or conjunction."""
    einde = begin
    while einde < min(begin + 15, len(woorden)) and not woorden[einde].leesteken and woorden[einde].vorm not in NEVEN:
        einde += 1
    return woorden[begin:einde]


def _hoort_bij_vorige(stuk: Stuk, vorige: Stuk) -> bool:
    if (
        stuk.voeg in NEVEN
        and _is_onderwerp(vorige.woorden)
        and len(stuk.woorden) > 1
        and _is_persoonsvorm(stuk.woorden, 1)
    ):
        return True
    if stuk.voeg not in {",", *NEVEN} or stuk.woorden[0].vorm in TEGEN:
        return False
    if len(stuk.woorden) == 1 and stuk.voeg in NEVEN and not has_finite(vorige.woorden):
        return True
    return not has_finite(stuk.woorden)


def _is_onderwerp(woorden: Sequence[Woord]) -> bool:
    """The first half of a subject: `een rapport (of verslag komt niet)`."""
    return len(woorden) <= 2 and woorden[0].vorm in LIDWOORD and not has_finite(woorden)


def _is_persoonsvorm(woorden: Sequence[Woord], nummer: int) -> bool:
    woord = woorden[nummer]
    if not lezingen(woord.vorm):
        return False
    if woord.citaat or woord.vorm in NOOIT_WERKWOORD or woord.vorm in LIDWOORD - {"zijn"}:
        return False
    wijzen = {lezing.wijs for lezing in lezingen(woord.vorm)}
    if not wijzen or is_noun(woorden, nummer):
        return False
    if wijzen & {STAM, STAM_T, VERLEDEN}:
        return True
    return HEEL in wijzen and (
        nummer == 0 or woorden[nummer - 1].vorm in MEERVOUD or "leerling" in woorden[nummer - 1].kenmerken
    )


def _is_bijwoord(woorden: Sequence[Woord], nummer: int) -> bool:
    """`maar één keer`, `haal dus`: no conjunction."""
    if nummer + 1 >= len(woorden):
        return True
    return woorden[nummer].vorm != "want" and (
        woorden[nummer].vorm == "dus" or woorden[nummer + 1].vorm in SLECHTS or woorden[nummer + 1].vorm.isdigit()
    )


def _staat_los(woorden: Sequence[Woord], nummer: int) -> bool:
    ervoor = nummer == 0 or woorden[nummer - 1].eind < woorden[nummer].begin
    erna = nummer + 1 >= len(woorden) or woorden[nummer + 1].begin > woorden[nummer].eind
    return ervoor and erna
