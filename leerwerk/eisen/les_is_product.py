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
from leerwerk.eisen.context import (
    alleen_onderwerp,
    bezitter,
    leerlingen_in_de_buurt,
    losse_woorden,
    noemt_leerlingen,
    tegen_de_klas,
    van_leerlingen,
    vrijwillig,
)
from leerwerk.eisen.rijen import Frasen, find_rows
from leerwerk.eisen.samenloop import Samenlopen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.eisen.velden import ALLE
from leerwerk.taal import Werkwoord, Wie, Zin, Zinsdeel, word_set

ID = "les-is-product"
TITEL = "De les is het product"
VELDEN = dict.fromkeys(ALLE, Ernst.FOUT)
BUITEN = ("bestemming", "opleiding")
SAMENLOPEN = Samenlopen(
    (BUITEN, ("vormeis", "inlevering")),
    (("stuk", "product"), BUITEN),
    (("stuk", "product", "formulier"), ("inlevering",)),
)

MAKEN = Uitleg(
    "Hier maak je iets voor de opleiding of voor een map. Dan gaat je aandacht naar het papier en niet naar de les.",
    "Laat het weg, of maak er een gesprek van: `Vertel je begeleider …` of `Zet een paar woorden op de koppelkaart`.",
)
VERMOEDEN = Uitleg(
    "Met deze woorden klinkt het als werk voor de opleiding of voor een map, naast de les.",
    MAKEN.hulp,
)
INLEVEREN = Uitleg(
    "Hier lever je iets in. De les is het product: er hoeft niets naar een map of een systeem.",
    "Bespreek het met je begeleider. Je lesplan delen mag, zodat die weet waar hij op let.",
)

# A word that a student makes for the training and nothing else, unless pupils are spoken of.
STERK = (
    r"(?:verslag|verslaglegging|rapport|rapportage|portfolio|dossier|logboek|dagboek|groeiboek|groeidocument|"
    r"scriptie|paper|essay|bewijsstuk|bewijsmateriaal|bewijsmap|verhandeling|literatuurstudie|uittreksel|"
    r"zelfevaluatie|verantwoording|verantwoordingsdocument|startdocument|theoriekader)(?:je|s|en|ken|jes|'s)?$"
)
# What pupils never make.
EIGEN_PRODUCT = (
    r"^(?:reflectie|zelfreflectie|stage|ontwikkel|ontwikkelings|opleidings|bekwaamheids|competentie|evaluatie|"
    r"beroeps|werkplek|lio|leerwerk|observatie|lesbezoek|supervisie|intervisie|lesvoorbereidings|casus|starr?t?-?|"
    r"praktijk|lesanalyse|videoanalyse|zelfanalyse|swot|visie)\w*(?:verslag|verslagje|portfolio|essay|poster|"
    r"logboek|dossier|rapport|rapportage|presentatie|artikel|podcast|dagboek|map|blog|vlog|document|werkstuk|"
    r"analyse|beschrijving|verantwoording|notitie|schrift|boek|bundel|plan|stuk|filmpje|video|brief|paper|"
    r"opdracht)(?:je|s|en|ken|jes|'s)?$"
)
MET_DE_KLAS = (
    r" met (?:je |de |een |jouw |deze )?(?:\d )?(?:leerlingen|groep|\S*klas|havo|vwo|vmbo|mavo|mbo|gymnasium|pro) "
)
VERWIJST = r"^ zie | vindt? je (?:\S+ ){0,5}(?:bladzijde|pagina|hoofdstuk|meer) "
VOORBEELD = ("voorbeeld", "model")
EINDPRODUCT = r"(?:beroeps|eind|leer|stage|afstudeer)(?:product|werk|werkstuk|presentatie)(?:en|s)?$"
VAN_DE_STUDENT = frozenset(
    {"titel", "reflectie", "voorbereiding", "uitvoering", "inleiding", "rubric", "leerdoel", "waarom"}
)

FRASEN = Frasen("les_is_product", {"MAKEN": MAKEN, "INLEVEREN": INLEVEREN})
OVER_TELLING = FRASEN.frase("OVER_TELLING")
OPBRENGST = FRASEN.frase("OPBRENGST")
LESMATERIAAL = FRASEN.frase("LESMATERIAAL")
VERMENIGVULDIGING = FRASEN.frase("VERMENIGVULDIGING")
VAN_DE_KLAS = FRASEN.frase("VAN_DE_KLAS")
TE_LEZEN = FRASEN.frase("TE_LEZEN")
TITEL_OVER_STUDENT = FRASEN.frase("TITEL_OVER_STUDENT")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a product that the student makes or hands in."""
    for zin in zinnen:
        if vrijwillig(zin) or tegen_de_klas(zin, veld) or (veld == "waarom" and zin.tekst.startswith(" wie ")):
            continue
        if OVER_TELLING.search(zin) and not zin.heeft("product"):
            continue  # how many, or a verdict, is for another eis to say
        if re.search(VERWIJST, zin.tekst):
            continue  # where to read more hands in nothing
        soorten = (
            (gevonden for deel in zin.zinsdelen for gevonden in _product(zin, deel, veld)),
            (gevonden for deel in zin.zinsdelen for gevonden in _inleveren(zin, deel)),
            (gevonden for deel in zin.zinsdelen for gevonden in _voor_publiek(zin, deel)),
            find_rows(FRASEN, zin, veld),
            _samenloop(zin, veld),
        )
        eerste = next((gevonden for soort in soorten for gevonden in soort), None)
        if eerste is not None:
            yield eerste


def _samenloop(zin: Zin, veld: str) -> Iterator[Treffer]:
    """A thing on paper or screen, with where it goes or how it must look, and not something to read."""
    if veld == "theorie" or zin.heeft("oordeel", "waardering", "vinkje") or TE_LEZEN.search(zin):
        return
    if any(deel.doet("beoordelen", "afvinken") for deel in zin.zinsdelen):
        return
    if any(map(_beslist, zin.zinsdelen)):
        return
    yield from SAMENLOPEN.find(zin, INLEVEREN)


def _product(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    daden = {daad.nummer for daad in deel.werkwoorden if daad.wijs == "heel" or (not daad.nummer and veld != "titel")}
    for nummer in (woord for woord in losse_woorden(deel, "product") if woord not in daden):
        if _van_de_les(zin, deel, nummer) or _geleend(deel, nummer) or _beslist(deel):
            continue
        if veld == "titel" and _titel_over_student(deel, nummer):
            yield treffer(deel, (nummer,), MAKEN)
        over = alleen_onderwerp(deel) and veld == "titel" and not deel.werkwoorden
        over &= bezitter(deel, nummer) is not Wie.LEERLING
        over |= "over" in [woord.vorm for woord in deel.woorden[nummer + 1 : nummer + 3]] and deel.wie is Wie.STUDENT
        if _voor_de_opleiding(zin, deel, nummer) or (
            (over or _naar_buiten(deel) or not van_leerlingen(zin, deel, nummer))
            and _maakt_student(zin, deel, nummer, veld)
        ):
            yield treffer(deel, (nummer,), MAKEN)


def _van_de_les(zin: Zin, deel: Zinsdeel, nummer: int) -> bool:
    """`Een schrijfportfolio bijhouden met je klas`, `een voorbeeldverslag dat leerlingen ontleden`."""
    voorbeeld = deel.woorden[nummer].vorm.startswith(VOORBEELD)
    return re.search(MET_DE_KLAS, deel.tekst) is not None or (voorbeeld and leerlingen_in_de_buurt(zin))


def _beslist(deel: Zinsdeel) -> bool:
    """Whether something is decided, or counts: that is a verdict, for another eis to name."""
    return any(daad.infinitief in BESLISSEN for daad in deel.werkwoorden)


def _geleend(deel: Zinsdeel, nummer: int) -> bool:
    """`Kopieer een stageverslag van een leerling`: what a pupil made, and the student only uses."""
    erna = deel.woorden[nummer + 1 : nummer + 4]
    van_een_leerling = bool(erna) and erna[0].vorm == "van" and any("leerling" in woord.kenmerken for woord in erna)
    return van_een_leerling and deel.werkwoorden != () and not deel.doet("maken", "inleveren", "sturen")


def _voor_de_opleiding(zin: Zin, deel: Zinsdeel, nummer: int) -> bool:
    """What only a student makes, or what a student makes about pupils, whatever they do in the sentence."""
    vorm = deel.woorden[nummer].vorm
    if deel.uitvoerder is Wie.LEERLING or deel.doet("lezen"):
        return False
    if re.search(EIGEN_PRODUCT, vorm) and not (deel.doet("leerlingwerk") and noemt_leerlingen(deel)):
        return True
    if deel.doet("leerlingwerk"):
        return False
    if bezitter(deel, nummer) is Wie.LEERLING or not re.search(STERK, vorm) or LESMATERIAAL.search(zin):
        return False
    if zin.heeft("studentwereld"):
        return True
    maakt = deel.doet("maken", "inleveren") is not None and deel.wie is Wie.STUDENT
    return maakt and alleen_onderwerp(deel) and deel.heeft("leerling")


def _maakt_student(zin: Zin, deel: Zinsdeel, nummer: int, veld: str) -> bool:
    """Whether the student has to make this: by verb, by owner, or because nobody else can be meant."""
    vorm, wie = deel.woorden[nummer].vorm, bezitter(deel, nummer)
    if veld == "titel" and " over " not in deel.tekst and any(map(_geen_maken, deel.werkwoorden)):
        return False
    if OPBRENGST.search(deel):
        return True
    if re.search(EINDPRODUCT, vorm) or (
        deel.heeft("opleiding") and not _op_een_plek(deel, nummer) and not deel.doet("lezen")
    ):
        return _naar_buiten(deel) or not leerlingen_in_de_buurt(zin)
    if (LESMATERIAAL.search(zin) and not re.search(STERK, vorm)) or VERMENIGVULDIGING.search(deel):
        return False
    if re.search(STERK, vorm) and deel.wie is Wie.BEGELEIDER and not leerlingen_in_de_buurt(zin):
        return True
    maakt = (
        not _is_half_af(deel, nummer) and _doet(zin, deel, "maken", "inleveren") and deel.wie is not Wie.BEGELEIDER
    )
    if wie is Wie.STUDENT:
        return re.search(STERK, vorm) is not None or maakt
    if (
        veld == "titel"
        and re.search(STERK, vorm)
        and all(woord.vorm in LIDWOORD or woord.vorm.endswith("e") for woord in deel.woorden[:nummer])
        and (
            len(deel.woorden) == nummer + 1
            or deel.woorden[nummer + 1].vorm in {"van", "over", "bij", "voor", "schrijven"}
        )
    ):
        return True
    if _in_vorm_van(deel, nummer) and not leerlingen_in_de_buurt(zin):
        return True
    if deel.doet("leerlingwerk", "zeggen") and not deel.doet("inleveren"):
        return False
    if re.search(STERK, vorm):
        lijdend = deel.wie is Wie.DING and any(daad.wijs == "deelwoord" for daad in deel.werkwoorden)
        zeker = (maakt and deel.wie is Wie.STUDENT) or deel.heeft("begeleider") or (maakt and lijdend)
        gebruikt = deel.doet("leerlingwerk", "lezen") or any(daad.infinitief in PAKKEN for daad in deel.werkwoorden)
        return zeker or (veld in VAN_DE_STUDENT and not gebruikt and not leerlingen_in_de_buurt(zin))
    if _op_een_plek(deel, nummer):
        return False
    return (
        ((maakt and (deel.wie is not Wie.DING or deel.voeg == "als")) or veld == "titel")
        and not deel.doet("lezen")
        and not leerlingen_in_de_buurt(zin)
    )


def _naar_buiten(deel: Zinsdeel) -> bool:
    """Whether it goes to someone of the training, so that it cannot be the work of pupils."""
    return deel.uitvoerder is not Wie.LEERLING and any(
        deel.woorden[nummer].vorm not in OOK_VAN_SCHOOL for nummer in losse_woorden(deel, "publiek")
    )


def _titel_over_student(deel: Zinsdeel, nummer: int) -> bool:
    """`Een essay over jouw ideale klas`, `Vlog: een dag uit mijn stage`: named after what the student makes of it."""
    return nummer <= 2 and TITEL_OVER_STUDENT.search(deel) is not None and not deel.heeft("zeggen")


def _geen_maken(daad: Werkwoord) -> bool:
    """`Een verslag leren schrijven`, `… begeleiden`: what the docent does with pupils."""
    return daad.wijs == "heel" and "maken" not in daad.soorten


def _is_half_af(deel: Zinsdeel, nummer: int) -> bool:
    """`geef een half uitgewerkt verslag`: the participle tells what it is like, and another verb what is done."""
    daden = [daad for daad in deel.werkwoorden if "maken" in daad.soorten or "inleveren" in daad.soorten]
    return (
        [daad.nummer for daad in daden] == [nummer - 1] and daden[0].wijs == "deelwoord" and len(deel.werkwoorden) > 1
    )


def _in_vorm_van(deel: Zinsdeel, nummer: int) -> bool:
    """`leg in een betoog uit waarom …`: the thing is the form in which the student says it."""
    ervoor = [woord.vorm for woord in deel.woorden[max(0, nummer - 3) : nummer]]
    zegt = any(daad.infinitief in UITLEGGEN for daad in deel.werkwoorden)
    return zegt and deel.wie is Wie.STUDENT and "in" in ervoor and "een" in ervoor


def _doet(zin: Zin, deel: Zinsdeel, *soorten: str) -> bool:
    """Whether this clause does that, or, when it has no verb (`als blog of vlog`), the one before."""
    if deel.werkwoorden or deel is zin.zinsdelen[0]:
        return deel.doet(*soorten) is not None
    vorige = zin.zinsdelen[zin.zinsdelen.index(deel) - 1]
    return vorige.doet(*soorten) is not None


def _op_een_plek(deel: Zinsdeel, nummer: int) -> bool:
    """`boven elk werkstuk`, `op de website`: the place of something else."""
    return any(woord.vorm in PLEK for woord in deel.woorden[max(0, nummer - 2) : nummer])


def _inleveren(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    """Handing in, even without a word for what."""
    werkwoord = deel.doet("inleveren")
    if werkwoord is None or deel.is_ontkend(werkwoord.nummer) or _van_leerlingen_hier(zin, deel):
        return
    if VAN_DE_KLAS.search(deel):
        return
    if werkwoord.infinitief == "opleveren" and deel.woorden[0].vorm in {"dat", "dit", "het"}:
        return
    ding = next(losse_woorden(deel, "formulier", "product", "stuk"), None)
    if ding is not None or werkwoord.infinitief in ZO_AL:
        yield treffer(deel, (werkwoord.nummer, werkwoord.nummer if ding is None else ding), INLEVEREN)


def _voor_publiek(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    """Made, shown or sent to someone outside the lesson: `voor je opleider`, `aan je medestudenten`, `op Canvas`."""
    if zin.heeft("oordeel", "waardering", "vinkje") or _van_leerlingen_hier(zin, deel):
        return
    for nummer in losse_woorden(deel, "publiek"):
        ervoor = [woord.vorm for woord in deel.woorden[max(0, nummer - 4) : nummer]]
        naar = next((vorm for vorm in reversed(ervoor) if vorm in NAAR or vorm in SAMEN), "")
        daad = _daad(zin, deel)
        if daad is None:
            continue
        aan_wie = "sturen" in daad.soorten and deel.woorden[max(0, nummer - 2)].begin == _begin(daad, deel)
        if aan_wie or naar in NAAR:
            yield treffer(deel, (nummer,), INLEVEREN)


def _van_leerlingen_hier(zin: Zin, deel: Zinsdeel) -> bool:
    """Whether pupils may be meant; to someone of the training it is the student who hands in, pupils or no pupils."""
    if deel.uitvoerder is Wie.LEERLING:
        return True
    return not _naar_buiten(deel) and leerlingen_in_de_buurt(zin)


def _begin(daad: Werkwoord, deel: Zinsdeel) -> int:
    """Where the verb of this clause stands in the passage, or -1 when it is a verb of another clause."""
    return deel.woorden[daad.nummer].begin if daad in deel.werkwoorden else -1


def _daad(zin: Zin, deel: Zinsdeel) -> Werkwoord | None:
    """What the student makes or sends in this clause, or in the one before when this has no such verb."""
    plek = zin.zinsdelen.index(deel)
    for ander in (deel, *zin.zinsdelen[max(0, plek - 1) : plek]):
        daad = ander.doet("maken", "sturen", "inleveren", "tonen")
        lijdend = daad is not None and ander.wie is Wie.DING and daad.wijs == "deelwoord"
        if daad is not None and (ander.wie in ZELF or lijdend) and not ander.is_ontkend(daad.nummer):
            return daad
    return None


LIDWOORD = word_set("lidwoord")
NAAR = frozenset(["voor", "aan", "naar", "bij", "op", "in", "tijdens", "via", "tegenover", "online"])
UITLEGGEN = frozenset(["uitleggen", "toelichten", "vertellen", "verklaren", "verantwoorden", "verwoorden", "tonen"])
BESLISSEN = frozenset(["beslissen", "bepalen", "besluiten", "meewegen", "meetellen"])
SAMEN = frozenset(["met", "samen", "van", "over", "uit"])
ZELF = (Wie.STUDENT, Wie.ONBEKEND)
PAKKEN = frozenset(["kiezen", "printen", "zoeken", "pakken", "kopiëren", "gebruiken"])
PLEK = word_set("plek", "eisen")
OOK_VAN_SCHOOL = word_set("ook_van_school", "eisen")
ZO_AL = frozenset(["inleveren", "indienen", "uploaden"])
