"""Oefenen, niet afvinken.

Wat: een taak vraagt geen aantal taken, lessen, formulieren of uren, heeft geen
deadline, en heeft niets om af te vinken, af te tekenen of te vergelijken.

Waarom: wie telt of afvinkt, wil klaar zijn. Het gaat er niet om hoeveel je doet
of hoe snel, maar om wat je leert.

Goed: "Geef bij elk nieuw begrip twee voorbeelden uit de leefwereld van leerlingen."
Goed: "Laat leerlingen op hun planning afvinken welke opgaven ze al snappen."
Goed: "Er is geen vast aantal lessen: je oefent tot het vanzelf gaat."
Fout: "Je doet in dit blok ten minste vier leerwerktaken."
Fout: "Zet een kruisje bij elk onderdeel dat af is."
Fout: "Uiterlijk in lesweek 5 heb je deze taak gedaan."

Wat dan wel: laat het aantal en de datum weg, en vraag wat je hierna wilt oefenen.
Getallen in je gedrag mogen: wacht vijf tellen, geef acht leerlingen een beurt.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.context import (
    bezitter,
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

ID = "niet-afvinken"
TITEL = "Oefenen, niet afvinken"
VELDEN = dict.fromkeys(ALLE, Ernst.FOUT)
TAAK = ("studentwerk", "telling")
SAMENLOPEN = Samenlopen(
    (("maat",), TAAK, ("afgedaan",)),
    (("maat",), TAAK, ("tijdvak",)),
    (("maat",), ("afgedaan",), ("tijdvak",)),
    (("afgedaan",), TAAK, ("tijdvak",)),
)
KORT = frozenset({"kijkpunt", "rubric"})

AANTAL = Uitleg(
    "Dit vraagt een aantal. Dan telt hoeveel je doet, en niet wat je leert.",
    "Laat het aantal weg: `Oefen dit in een paar lessen, tot het vanzelf gaat`.",
)
VOORTGANG = Uitleg(
    "Dit houdt bij hoever je bent. Dan wordt vooruitkomen het doel, in plaats van leren.",
    "Vraag wat lukte en wat je nog wilt oefenen.",
)
VERMOEDEN = Uitleg(
    "Met deze woorden klinkt het als iets om te tellen, af te vinken of op tijd af te hebben.",
    VOORTGANG.hulp,
)
DEADLINE = Uitleg(
    "Dit zet een termijn op de taak. Hoe snel je leert, bepalen jullie samen.",
    "Laat de datum weg. Spreek liever af wanneer je begeleider komt kijken.",
)
AFVINKEN = Uitleg(
    "Dit nodigt uit om af te vinken. Dan wordt klaar zijn het doel, in plaats van leren.",
    "Vraag wat lukte en wat je nog wilt oefenen.",
)
TEKEN = Uitleg(
    "Dit vraagt een teken dat iets gedaan is. Dan wordt klaar zijn het doel, in plaats van leren.",
    "Vraag wat lukte en wat je nog wilt oefenen.",
)
VERPLICHT = Uitleg(
    "Dit maakt de taak verplicht. Jullie kiezen samen een taak die past bij je leerdoel.",
    "Zeg voor welk leerdoel de taak helpt.",
)


STERKE_TEKENS = word_set("sterke_tekens", "eisen")
STERKE_DADEN = word_set("sterke_daden", "eisen")
LESVELDEN = frozenset(
    {"theorie", "waarom", "inleiding", "handvat", "gedrag", "kijkpunt", "uitvoering", "voorbereiding"}
)

FRASEN = Frasen(
    "niet_afvinken",
    {
        "AANTAL": AANTAL,
        "VOORTGANG": VOORTGANG,
        "DEADLINE": DEADLINE,
        "AFVINKEN": AFVINKEN,
        "VERPLICHT": VERPLICHT,
        "TEKEN": TEKEN,
    },
)
OVER_TAAK = FRASEN.frase("OVER_TAAK")
KIEZEN = FRASEN.frase("KIEZEN")
OVER_OORDEEL = FRASEN.frase("OVER_OORDEEL")
TERMIJN_OORDEEL = FRASEN.frase("TERMIJN_OORDEEL")
VAN_LEERLINGEN = FRASEN.frase("VAN_LEERLINGEN")
OP_HET_BORD = FRASEN.frase("OP_HET_BORD")
STUDENTLIJST = FRASEN.frase("STUDENTLIJST")
OVER_EINDE = FRASEN.frase("OVER_EINDE")
TOCH = FRASEN.frase("TOCH")
NIET_TELLEN = FRASEN.frase("NIET_TELLEN")
MOET = FRASEN.frase("MOET")
ZONDER_HAAST = FRASEN.frase("ZONDER_HAAST")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a number, a term or a box that the student has to fill."""
    for zin in zinnen:
        if _voor_een_andere_eis(zin, veld) or _mag(zin, veld):
            continue
        soorten = (find_rows(FRASEN, zin, veld), _vinkjes(zin, veld), _samenloop(zin, veld))
        eerste = next((gevonden for soort in soorten for gevonden in soort), None)
        if eerste is not None:
            yield eerste


def _voor_een_andere_eis(zin: Zin, veld: str) -> bool:
    """Whether `formatief` speaks here, of a verdict, or `herhaalbaar`, of what happens once."""
    oordeelt = zin.heeft("oordeel") or OVER_OORDEEL.search(zin)
    over_taken = TERMIJN_OORDEEL.search(zin) or (veld == "titel" and STUDENTLIJST.search(zin))
    if oordeelt and not over_taken:
        return True
    return OVER_EINDE.search(zin) is not None and TOCH.search(zin) is None


def _mag(zin: Zin, veld: str) -> bool:
    """Whether pupils tick it, it is said to them, or the sentence itself says that numbers do not matter."""
    if VAN_LEERLINGEN.search(zin):
        return True
    if OP_HET_BORD.search(zin) and not zin.heeft("studentwerk", "studentwereld"):
        return True
    if tegen_de_klas(zin, veld) and not zin.heeft("vinkje", "studentwerk"):
        return True
    telt_niet = NIET_TELLEN.search(zin) and " of meer " not in zin.tekst
    return bool(telt_niet and not MOET.search(zin))


def _samenloop(zin: Zin, veld: str) -> Iterator[Treffer]:
    """A task with how many, by when and what is done: three of these in one sentence are about getting it done."""
    if veld == "theorie" or ZONDER_HAAST.search(zin) or zin.heeft("oordeel", "bestemming", "vormeis", "uitspraak"):
        return
    if any(deel.doet("inleveren") for deel in zin.zinsdelen):
        return
    yield from SAMENLOPEN.find(zin, AANTAL)


def _vinkjes(zin: Zin, veld: str) -> Iterator[Treffer]:
    """Ticks, boxes and signatures, unless pupils set them or they keep track of pupils."""
    if KIEZEN.search(zin) or zin.heeft("oordeel"):
        return
    over_taak = OVER_TAAK.search(zin) is not None
    for deel in zin.zinsdelen:
        anderen = noemt_leerlingen(deel) if deel.doet("afvinken") and _door_ander(deel) else met_leerlingen(deel)
        if (
            not anderen
            and not zin.heeft("klaslokaal")
            and (zin.heeft("studentwereld") or not deel.doet("leerlingwerk"))
        ):
            yield from _in_deel(deel, over_taak, veld)


def _door_ander(deel: Zinsdeel) -> bool:
    """`laat hem aftekenen`: signing is what a mentor does."""
    return any(
        daad.infinitief in {"aftekenen", "paraferen", "ondertekenen", "afstempelen"} for daad in deel.werkwoorden
    )


def _in_deel(deel: Zinsdeel, over_taak: bool, veld: str) -> Iterator[Treffer]:
    werkwoord = deel.doet("afvinken")
    leerlingen = deel.uitvoerder is Wie.LEERLING and not _door_ander(deel)
    telt = werkwoord is not None and (over_taak or werkwoord.infinitief in STERKE_DADEN) and not leerlingen
    if werkwoord is not None and telt and not deel.is_ontkend(werkwoord.nummer):
        yield treffer(deel, (werkwoord.nummer, werkwoord.deel or werkwoord.nummer), AFVINKEN)
    daden = {daad.nummer for daad in deel.werkwoorden if daad.wijs == "heel" or not daad.nummer}
    for nummer in (woord for woord in losse_woorden(deel, "vinkje") if woord not in daden):
        if (
            over_taak
            or veld not in LESVELDEN
            or bezitter(deel, nummer) is Wie.STUDENT
            or deel.woorden[nummer].vorm in STERKE_TEKENS
        ):
            yield treffer(deel, (nummer,), AFVINKEN)
