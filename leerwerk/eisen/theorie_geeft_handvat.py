"""Theorie geeft een handvat: iets wat je kunt doen of zeggen.

Wat: elk handvat vertelt wat je in de les doet of zegt. Bij het voorbereiden
lees je niet alleen, je kiest ook wat je ermee gaat doen. Elke bron van een
onderdeel levert een handvat op, en elk waarom verwijst naar een bron.

Waarom: theorie helpt je pas als je haar morgen kunt gebruiken. Een samenvatting
of een leesopdracht blijft buiten de klas.

Goed: "Stel de vraag, tel in stilte, en geef dan pas een beurt."
Goed: "Lees de twee bladzijden over voorbeelden en kies het voorbeeld dat je
morgen op het bord zet."
Fout: "Lees de tekst van Rosenshine."
Fout: "Slooter onderscheidt zes rollen."

Wat dan wel: begin met een werkwoord en schrijf op wat jij doet, zegt of vraagt.
De auteur mag erbij, maar het handvat staat voorop.
"""

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.treffer import Treffer, Uitleg, hele_deel
from leerwerk.taal import Werkwoord, Wie, Zin, Zinsdeel, features, is_imperative

ID = "theorie-geeft-handvat"
ERNST = Ernst.FOUT
TITEL = "Theorie geeft een handvat"
VELDEN = {"handvat": Ernst.FOUT, "voorbereiding": Ernst.FOUT}

LEZEN = Uitleg(
    "Dit vraagt om lezen of kijken, maar zegt nog niet wat je er in de les mee doet.",
    "Voeg toe wat je kiest of doet: `Lees … en kies één vraag die je morgen stelt`.",
)
FEIT = Uitleg(
    "Dit zegt hoe het zit, maar nog niet wat je kunt doen of zeggen. Dan blijft de theorie op papier.",
    "Begin met een werkwoord: wat doe, zeg of vraag je op grond hiervan in de les?",
)

GEEN_DAAD = frozenset(
    "zijn worden hebben kunnen moeten mogen willen zullen krijgen zien vinden lijken blijven hoeven zorgen staan "
    "bestaan leveren gaan draaien werken betekenen horen merken".split()
)
STUDIE = frozenset("lezen bestuderen raadplegen inlezen verdiepen oriënteren memoriseren kennen weten begrijpen onthouden leren snappen".split())
MEESCHRIJVEN = frozenset("onderstrepen markeren samenvatten opzoeken volgen kijken onthouden".split())
OM_TE = re.compile(r" (?:helpt|werkt|loont) (?:\S+ ){0,3}om .* te ")
PAPIER = frozenset("samenvatting aantekeningen literatuur vertrouwd hoofd".split())
STUDEREN = re.compile(r" (?:samenvatting|aantekeningen|in de theorie|literatuur|vertrouwd met|uit je hoofd|bladzijde|pagina) ")
IN_DE_LES = re.compile(r" (?:hardop|voor de klas|in de les|met de klas|samen met) ")
THEORIE = re.compile(r" (?:volgens|uit onderzoek|onderzoekers?|bestaat uit|zie|voor meer) ")


def needs(tekens: frozenset[str], woorden: list[str], veld: str) -> bool:
    """False when the first word already tells what to do and no theory is named."""
    if not woorden or "theorieding" in tekens or not PAPIER.isdisjoint(woorden):
        return True
    return not (is_imperative(woorden[0]) and features(woorden[0]).isdisjoint({"lezen", "innerlijk", "hulp", "koppel", "abstract"}))


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a passage in which nothing is done or said."""
    delen = [deel for zin in zinnen for deel in zin.zinsdelen]
    lezend = next((deel for deel in delen if _is_lezen(deel)), None)
    studie = lezend is not None and any(deel.heeft("theorieding") for deel in delen)
    if not delen or any(_is_daad(deel, studie) for deel in delen):
        return
    if lezend is not None:
        yield hele_deel(lezend, LEZEN, VELDEN[veld])
    elif veld == "handvat" or _gaat_over_theorie(delen):
        yield hele_deel(delen[0], FEIT, VELDEN[veld])


def _is_daad(deel: Zinsdeel, studie: bool) -> bool:
    """Whether somebody in class does or says something here."""
    if any(woord.citaat for woord in deel.woorden):
        return True
    if OM_TE.search(deel.tekst) and deel.doet("waarneembaar"):
        return True
    if deel.wie is Wie.DING or (deel.soort == "bij" and deel.wie is not Wie.STUDENT):
        return False
    return any(_werkt(deel, werkwoord, studie) for werkwoord in deel.werkwoorden) or _onbekende_daad(deel)


def _werkt(deel: Zinsdeel, werkwoord: Werkwoord, studie: bool) -> bool:
    if werkwoord.infinitief == "laten":
        return True
    if werkwoord.infinitief in GEEN_DAAD or "innerlijk" in werkwoord.soorten or werkwoord.wijs in {"deelwoord", "verleden"}:
        return False
    if "lezen" in werkwoord.soorten:
        return not (studie and werkwoord.infinitief in MEESCHRIJVEN) and _leest_in_de_les(deel, werkwoord)
    if deel.wie is Wie.LEERLING:
        return "waarneembaar" in werkwoord.soorten
    if not werkwoord.finiet and (len(deel.woorden) == 1 or _is_opsomming(deel) or deel.doet("lezen")):
        return False
    return not STUDEREN.search(deel.tekst)


def _leest_in_de_les(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    if deel.heeft("theorieding") and not IN_DE_LES.search(deel.tekst):
        return False
    return werkwoord.infinitief not in STUDIE or deel.heeft("leerling") or bool(IN_DE_LES.search(deel.tekst))


def _onbekende_daad(deel: Zinsdeel) -> bool:
    """`je` with a verb that no list knows is taken for an act."""
    return not deel.werkwoorden and deel.soort == "hoofd" and deel.woorden[0].vorm in {"je", "jij"}


def _is_opsomming(deel: Zinsdeel) -> bool:
    """`denken, delen, uitwisselen`: names of steps, not an instruction."""
    heel = sum(werkwoord.wijs == "heel" for werkwoord in deel.werkwoorden)
    return heel > 1 and heel >= len(deel.woorden) - 2


def _is_lezen(deel: Zinsdeel) -> bool:
    return deel.doet("lezen") is not None and deel.wie in (Wie.STUDENT, Wie.ONBEKEND)


def _gaat_over_theorie(delen: list[Zinsdeel]) -> bool:
    return any(deel.heeft("theorieding") or THEORIE.search(deel.tekst) for deel in delen)
