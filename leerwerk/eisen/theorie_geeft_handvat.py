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

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Taak, verwijzingen
from leerwerk.eisen.rijen import Frasen
from leerwerk.eisen.treffer import Treffer, Uitleg, hele_deel
from leerwerk.taal import Werkwoord, Wie, Woord, Zin, Zinsdeel, features, imperatives, word_set

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

GEEN_DAAD = word_set("geen_daad", "eisen")
STUDIE = word_set("studie", "eisen")
BIJWOORD = word_set("bijwoord")
FRASEN = Frasen("theorie_geeft_handvat")
OM_TE = FRASEN.frase("OM_TE")
GEEN_HANDVAT = Uitleg(
    "Dit onderdeel heeft geen handvat: de theorie zegt nog niet wat je kunt doen.",
    "Zet onder `### Handvatten` ten minste één zin die begint met een werkwoord.",
)
WAAROM_ZONDER_BRON = Uitleg(
    "Dit waarom verwijst niet naar een bron. Wie observeert, wil weten waar het op rust.",
    "Zet er de bron achter, zoals `[@rosenshine-2012]`.",
)
PAPIER = frozenset(
    [
        "mindmap",
        "eigen",
        "achtergrondinformatie",
        "informatie",
        "internet",
        "samenvatting",
        "aantekeningen",
        "literatuur",
        "vertrouwd",
        "hoofd",
        "kennis",
    ]
)
STUDEREN = FRASEN.frase("STUDEREN")
IN_DE_LES = FRASEN.frase("IN_DE_LES")
THEORIE = FRASEN.frase("THEORIE")
BEWERING = FRASEN.frase("BEWERING")


def needs(tekens: frozenset[str], woorden: list[str], veld: str) -> bool:
    """False when the first word already tells what to do and no theory is named."""
    if not woorden or not PAPIER.isdisjoint(woorden):
        return True
    return not (
        imperatives(woorden[0]) - GEEN_DAAD
        and features(woorden[0]).isdisjoint({"lezen", "innerlijk", "hulp", "koppel"})
    )


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a passage in which nothing is done or said."""
    delen = [deel for zin in zinnen for deel in zin.zinsdelen]
    lezend = next((deel for deel in delen if _is_lezen(deel)), None)
    studie = lezend is not None and any(deel.heeft("theorieding", "theorie") for deel in delen)
    if not delen or all(zin.vraag and not zin.heeft("theorie") for zin in zinnen):
        return
    if any(_is_daad(deel, studie) for deel in delen) or (lezend is None and _begint_met(delen, "zorgen")):
        return
    if lezend is not None:
        yield hele_deel(lezend, LEZEN, VELDEN[veld])
    elif _gaat_over_theorie(delen) or (veld == "handvat" and _is_bewering(delen)):
        yield hele_deel(delen[0], FEIT, VELDEN[veld])


def check_opbouw(taak: Taak) -> Iterator[tuple[Passage, Uitleg]]:
    """What is missing between sources, handvatten and kijkpunten."""
    gegeven = {
        sleutel
        for onderdeel in taak.onderdelen
        for handvat in onderdeel.handvatten
        for sleutel in verwijzingen(handvat)
    }
    for onderdeel in taak.onderdelen:
        if not onderdeel.handvatten:
            yield onderdeel.titel, GEEN_HANDVAT
        for theorie in onderdeel.theorie:
            if ongebruikt := [sleutel for sleutel in verwijzingen(theorie) if sleutel not in gegeven]:
                yield theorie, _bron_zonder_handvat(ongebruikt[0])
                gegeven.update(ongebruikt)
        for kijkpunt in onderdeel.kijkpunten:
            if kijkpunt.waarom is not None and not verwijzingen(kijkpunt.waarom):
                yield kijkpunt.waarom, WAAROM_ZONDER_BRON


def _bron_zonder_handvat(sleutel: str) -> Uitleg:
    return Uitleg(
        f"Bij de bron `{sleutel}` hoort nog geen handvat. Theorie helpt pas als je er iets mee kunt doen of zeggen.",
        f"Schrijf bij de handvatten wat je op grond hiervan doet, met `[@{sleutel}]` erachter.",
    )


def _is_daad(deel: Zinsdeel, studie: bool) -> bool:
    """Whether somebody in class does or says something here."""
    if any(woord.citaat for woord in deel.woorden):
        return True
    if BEWERING.search(deel.tekst):
        return False
    if " hardop " in deel.tekst and deel.wie is Wie.STUDENT:
        return True
    if OM_TE.search(deel.tekst) and deel.doet("waarneembaar"):
        return True
    if deel.wie is Wie.DING or (deel.soort == "bij" and deel.wie is not Wie.STUDENT):
        return False
    return any(_werkt(deel, werkwoord, studie) for werkwoord in deel.werkwoorden) or _onbekende_daad(deel)


def _werkt(deel: Zinsdeel, werkwoord: Werkwoord, studie: bool) -> bool:
    if werkwoord.infinitief == "laten":
        return True
    if werkwoord.infinitief in {"gaan", "staan"} and werkwoord.wijs == "stam" and not werkwoord.nummer:
        return True
    if (
        werkwoord.infinitief in GEEN_DAAD
        or "innerlijk" in werkwoord.soorten
        or werkwoord.wijs in {"deelwoord", "verleden"}
    ):
        return False
    if "lezen" in werkwoord.soorten:
        return _leest_in_de_les(deel, werkwoord, studie)
    if deel.wie is Wie.LEERLING:
        return "waarneembaar" in werkwoord.soorten and not _na_te(deel, werkwoord)
    if not werkwoord.finiet and (len(deel.woorden) == 1 or _is_opsomming(deel) or deel.doet("lezen")):
        return False
    return deel.heeft("leerling") or not STUDEREN.search(deel.tekst)


def _na_te(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    return werkwoord.nummer > 0 and deel.woorden[werkwoord.nummer - 1].vorm == "te"


def _leest_in_de_les(deel: Zinsdeel, werkwoord: Werkwoord, studie: bool) -> bool:
    if IN_DE_LES.search(deel.tekst):
        return True
    if studie or deel.heeft("theorieding", "theorie"):
        return False
    return werkwoord.infinitief not in STUDIE or deel.heeft("leerling")


def _onbekende_daad(deel: Zinsdeel) -> bool:
    """`je` with a verb that no list knows is taken for an act."""
    return not deel.werkwoorden and deel.soort == "hoofd" and deel.woorden[0].vorm in {"je", "jij"}


def _is_opsomming(deel: Zinsdeel) -> bool:
    """`denken, delen, uitwisselen`: names of steps, not an instruction."""
    heel = sum(werkwoord.wijs == "heel" for werkwoord in deel.werkwoorden)
    return heel > 1 and heel >= len(deel.woorden) - 2


def _is_lezen(deel: Zinsdeel) -> bool:
    return deel.doet("lezen") is not None and deel.wie in (Wie.STUDENT, Wie.ONBEKEND)


def _begint_met(delen: list[Zinsdeel], infinitief: str) -> bool:
    return any(daad.infinitief == infinitief and not daad.nummer for daad in delen[0].werkwoorden)


def _is_bewering(delen: list[Zinsdeel]) -> bool:
    """A statement, or a term with or without its meaning; not a hint without a verb: `Korte zinnen, …`."""
    if any(deel.werkwoorden or any(map(_lijkt_werkwoord, deel.woorden[1:])) for deel in delen):
        return True
    eerste = delen[0]
    if len(delen) > 1 and delen[1].voeg == ":":
        return len(eerste.woorden) <= 2 and eerste.woorden[0].vorm not in {
            "bij",
            "na",
            "voor",
            "eerst",
            "dan",
            "liever",
        }
    return len(delen) == 1 and len(eerste.woorden) <= 3


def _lijkt_werkwoord(woord: Woord) -> bool:
    """Whether a word may be a verb that no list knows."""
    onbekend = woord.vorm not in BIJWOORD and not features(woord.vorm)
    return woord.vorm.endswith("t") and len(woord.vorm) > 4 and onbekend


def _gaat_over_theorie(delen: list[Zinsdeel]) -> bool:
    return any(deel.heeft("theorie") or THEORIE.search(deel.tekst) for deel in delen)
