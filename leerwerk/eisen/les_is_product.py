"""De les is het product.

Wat: een taak vraagt je niet om iets te maken of in te leveren voor de opleiding,
voor een map of voor het oordeel van een ander. Geen verslag, geen portfolio,
geen presentatie voor medestudenten.

Waarom: je leert door les te geven en daarop terug te kijken. Wie een verslag
moet schrijven, gaat werken voor het verslag.

Goed: "Je schrijft géén verslag van deze les."
Goed: "Leerlingen schrijven na de proef een kort verslag; jij bespreekt met elk
groepje de conclusie."
Goed: "Ontwerp een werkblad met drie tussenstappen."
Fout: "Schrijf een verslag waarin je terugkijkt op je instructie."
Fout: "Verwerk je observaties in een presentatie voor je leerteam."

Wat dan wel: bespreek de les met je begeleider en zet een paar woorden op de
koppelkaart. Alles wat leerlingen maken, mag blijven.
"""

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.context import bezitter, losse_woorden, met_leerlingen, van_leerlingen, vrijwillig
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.eisen.velden import ALLE
from leerwerk.taal import Wie, Zin, Zinsdeel

ID = "les-is-product"
ERNST = Ernst.FOUT
TITEL = "De les is het product"
VELDEN = dict.fromkeys(ALLE, Ernst.FOUT)
RAAKT = frozenset({"product", "formulier", "inleveren", "sturen", "papier"})

MAKEN = Uitleg(
    "Hier maak je iets voor de opleiding of voor een map. Dan gaat je aandacht naar het papier en niet naar de les.",
    "Laat het weg, of maak er een gesprek van: `Vertel je begeleider …` of `Zet een paar woorden op de koppelkaart`.",
)
INLEVEREN = Uitleg(
    "Hier lever je iets in. De les is het product: er hoeft niets naar een map of een systeem.",
    "Bespreek het met je begeleider. Je lesplan delen mag, zodat die weet waar hij op let.",
)

STERK = re.compile(r"(?:verslag|portfolio|dossier|logboek|dagboek|scriptie|rapport)(?:je|s|en|jes|'s)?$")
DING_MET_VELE_KANTEN = re.compile(
    r"(?:poster|artikel|filmpje|video|map|product|website|blog|samenvatting|magazine|folder|brochure|podcast|powerpoint|"
    r"schrift|presentatie|handleiding|montage|betoog|column|collage|prezi|nota|flyer|uitwerking|infographic)(?:je|jes|s|en|'s)?$"
)
EINDPRODUCT = re.compile(r"(?:beroeps|eind|leer)(?:product|werk)(?:en)?$")
OPBRENGST = re.compile(r" (?:opbrengst|resultaat|uitkomst|eindpunt|het product van deze) ")
OMVANG = re.compile(
    r" (?:pagina|pagina's|bladzijde|bladzijden|kantje|kantjes|a4|a4'tje|a4'tjes|woorden|velletje) "
)
OP_PAPIER = re.compile(r" (?:op papier|schriftelijk|schriftelijke|zwart op wit) ")
LESMATERIAAL = re.compile(r" (?:dia's|dia|slides?|voor je (?:uitleg|les|klas)|voor de klas|gespreksregels|naast het bord|op het bord) ")
TER_BEOORDELING = re.compile(r" (?:ter beoordeling|ter goedkeuring) ")
SLOT = re.compile(r" (?:paar woorden|een zin|één zin|koppelkaart|kaartje) ")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a product that the student makes or hands in."""
    if vrijwillig(zinnen):
        return
    for zin in zinnen:
        for deel in zin.zinsdelen:
            gevonden = next((*_product(zin, deel, veld), *_inleveren(zin, deel), *_op_papier(zin, deel)).__iter__(), None)
            if gevonden is not None:
                yield gevonden
                break


def _product(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    for nummer in losse_woorden(deel, "product"):
        if not van_leerlingen(zin, deel, nummer) and _is_van_student(zin, deel, nummer, veld):
            yield treffer(deel, (nummer,), MAKEN)


def _is_van_student(zin: Zin, deel: Zinsdeel, nummer: int, veld: str) -> bool:
    vorm, wie = deel.woorden[nummer].vorm, bezitter(deel, nummer)
    if EINDPRODUCT.search(vorm) or deel.heeft("opleiding") or OPBRENGST.search(deel.tekst):
        return True
    if LESMATERIAAL.search(deel.tekst) or (deel.doet("leerlingwerk") and wie is None and not deel.doet("inleveren")):
        return False
    maakt = deel.doet("maken", "inleveren", "sturen") is not None and deel.wie is not Wie.BEGELEIDER
    if DING_MET_VELE_KANTEN.search(vorm):
        return maakt and not deel.doet("lezen", "waarneembaar_lezen") and not zin.heeft("leerling")
    if wie is Wie.STUDENT:
        return True
    if veld == "titel":
        return not zin.heeft("leerling")
    return maakt and not (STERK.search(vorm) and zin.heeft("leerling") and not deel.heeft("begeleider"))


def _inleveren(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    """Handing in, even without a word for what."""
    werkwoord = deel.doet("inleveren")
    if werkwoord is None or deel.is_ontkend(werkwoord.nummer) or met_leerlingen(deel):
        return
    ding = next(losse_woorden(deel, "formulier", "product"), None)
    if werkwoord.infinitief in {"inleveren", "indienen", "uploaden"} and deel.wie is not Wie.ONBEKEND or ding is not None:
        if deel.uitvoerder in (Wie.STUDENT, Wie.DING) and werkwoord.infinitief not in {"plaatsen", "voegen"}:
            yield treffer(deel, (werkwoord.nummer, ding if ding is not None else werkwoord.nummer), INLEVEREN)


def _op_papier(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    """An account in writing: a page, a number of words, on paper."""
    if met_leerlingen(deel) or deel.is_ontkend(0) or deel.is_ontkend(len(deel.woorden) - 1):
        return
    schrijft = deel.doet("maken")
    omvang = OMVANG.search(deel.tekst)
    if omvang and schrijft and schrijft.infinitief in {"schrijven", "beschrijven", "opschrijven", "uitschrijven", "uitwerken", "typen"}:
        yield treffer(deel, (schrijft.nummer, deel.nummer_op(omvang.start() + 1)), MAKEN)
    papier = OP_PAPIER.search(deel.tekst)
    if papier and deel.heeft("formulier", "product", "student", "begeleider") and deel.wie is not Wie.LEERLING:
        yield treffer(deel, (deel.nummer_op(papier.start() + 1),), MAKEN)
    sturen = deel.doet("sturen")
    if sturen and deel.wie is Wie.STUDENT and (deel.heeft("opleiding") or TER_BEOORDELING.search(deel.tekst)):
        if not deel.is_ontkend(sturen.nummer):
            yield treffer(deel, (sturen.nummer,), INLEVEREN)
