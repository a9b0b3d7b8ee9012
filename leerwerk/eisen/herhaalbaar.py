"""Een taak kun je telkens opnieuw doen.

Wat: een taak of onderdeel zit niet vast aan één keer, één dag of één
gebeurtenis, en is nooit voorgoed klaar.

Waarom: je leert door te oefenen, terug te kijken en het opnieuw te proberen, ook
in een andere klas. Wie hoort dat een taak klaar is, stopt met oefenen.

Goed: "Probeer dezelfde lesstart ook in een klas die je lastiger vindt."
Goed: "Geef de instructie één keer en laat een leerling hem herhalen."
Fout: "Deze taak is bedoeld voor je introductieweek en komt daarna niet terug."
Fout: "Heb je de les gegeven, dan is deze leerwerktaak klaar."

Wat dan wel: maak er iets van wat in elke les kan. Zeg: `Doe dit de volgende keer
in een andere klas`, of: `Oefen dit onderdeel tot jullie samen zeggen dat het lukt`.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.context import leerlingen_in_de_buurt, losse_woorden, met_leerlingen
from leerwerk.eisen.rijen import Rij, find_rows, frase
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.taal import Zin, Zinsdeel, word_set

ID = "herhaalbaar"
TITEL = "Een taak kun je telkens opnieuw doen"
VELDEN = dict.fromkeys(("titel", "voorbereiding", "uitvoering", "reflectie", "handvat", "inleiding"), Ernst.FOUT)
SIGNALEN = (
    frozenset({"eenmalig", "aantal"}),
    frozenset({"eenmalig", "taakding"}),
    frozenset({"eenmalig", "taakwoord"}),
    frozenset({"taakding", "klaar"}),
    frozenset({"taakwoord", "klaar"}),
    frozenset({"taakding", "afronden"}),
    frozenset({"taakwoord", "afronden"}),
    frozenset({"gebeurtenis"}),
    frozenset({"gebonden", "dagdeel"}),
    frozenset({"maand", "getal"}),
    frozenset({"opnieuw", "ontkenning"}),
    frozenset({"klaar", "koppel"}),
)

EENMALIG = Uitleg(
    "Zo doe je de taak maar één keer. Leren gaat juist door het opnieuw te proberen.",
    "Schrijf op hoe je het nog eens doet: in een andere klas, of met één onderdeel.",
)
KLAAR = Uitleg(
    "Dit zegt dat de taak af is. Een taak is nooit af: je kunt haar altijd nog eens kiezen.",
    "Vraag wat de volgende stap is: opnieuw, één onderdeel, of een nieuw leerdoel.",
)
GEBONDEN = Uitleg(
    "Dit zit vast aan één dag of gebeurtenis. Daarna kan niemand het meer oefenen.",
    "Kies een moment dat in elke week terugkomt, zoals de start van een les.",
)

KEER = r"(?<!nog )(?<!in )(?:één|een|1) (?:keer|maal|kans|gelegenheid|poging)(?! (?:of|per les))"
STUDENTTAAK = r"(?:\S*leerwerktaak|leerwerkkaart|kaart|onderdeel(?: \d)?|leerdoel|handvat)"
TAAK = rf"(?:{STUDENTTAAK}|taak|opdracht|oefening|onderwerp)"
AF = (
    r"(?:klaar|af|afgerond|afgesloten|voltooid|gereed|erop|achter de rug|achter je|definitief|behaald|gehaald|bereikt|afgewerkt|voorgoed"
    r"|afgehandeld|gesloten|niet meer nodig|niet meer)"
)
MAAND = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
IN_DE_LES = frase(
    r"lees|leest|(?:doe|doet|lees|speel|zing|zegt?) (?:\S+ ){0,5}voor|herhaal|herhaalt|speel|noem|noemt|klap|zeg|zegt|vraag|stem|stemmen|vertel|zing|wijs|leg|teken|draai|toon|bekijk|luister"
    r"|openingszinnetje|instructie|antwoord|beurt|fragment|zonder publiek|hardop|proef|les begint"
)
VOERT_UIT = frase(
    rf"{TAAK}|voer|voert|uit|uitvoeren|doe dit|dit doe|doet dit|deze les|de les|een les|het gesprek|hiervoor|werkvorm|tijdens je stage|door naar|begin(?:t)? (?:je )?aan"
)
VOLGENDE = frase(
    r"(?:ga|gaat|kun|mag) (?:je )?(?:dan |daarna )?(?:verder|door)", "door naar", "daarna begin je", "iets anders"
)
MAG_NIET = r"(?:overdoen|herhalen|herhaald|herkansen|terug|nog eens|opnieuw|een tweede (?:poging|keer|kans)|tweede (?:poging|keer|kans))"

RIJEN = (
    Rij(frase(r"laatste les"), GEBONDEN, velden=frozenset({"titel"}), ver=True),
    Rij(frase(r"eenmalige?", r"eens en nooit", r"slechts eenmaal", r"eenmaal"), EENMALIG, zonder=IN_DE_LES, ver=True),
    Rij(frase(KEER, "één les"), EENMALIG, met=VOERT_UIT, zonder=IN_DE_LES, ver=True),
    Rij(frase(KEER), EENMALIG, met=VOLGENDE, zonder=IN_DE_LES, ver=True),
    Rij(
        frase(r"één (?:keer|les|poging) (?:\S+ ){0,3}(?:genoeg|voldoende|volstaat)"),
        EENMALIG,
        ver=True,
        zonder=frase("zelden", "niet", "nooit"),
    ),
    Rij(frase(r"enige kans", r"één specifieke (?:dag|les)"), EENMALIG, ver=True),
    Rij(
        frase(rf"{STUDENTTAAK} (?:\S+ ){{0,4}}{AF}"),
        KLAAR,
        zonder=frase("nooit", "nog niet", "kies dan", "op de kaart", "van de kaart"),
    ),
    Rij(
        frase(rf"(?:taak|opdracht|onderwerp|oefening) (?:\S+ ){{0,4}}{AF}"),
        KLAAR,
        zonder=frase("nooit", "nog niet"),
        ver=True,
    ),
    Rij(
        frase(
            r"(?:ermee|hiermee|met deze kaart|met de taak|ben je|je bent) (?:\S+ ){0,2}klaar(?! voor)",
            r"(?:deze|hij|die) is (?:af|klaar)",
        ),
        KLAAR,
        ver=True,
        zonder=frase("denk je", "als je denkt", "pas klaar", "probeer"),
    ),
    Rij(frase(r"zit dit (?:\S+ )?erop", r"is de taak over", r"dit (?:onderdeel )?achter je"), KLAAR, ver=True),
    Rij(
        frase(r"(?:alleen|slechts|uitsluitend) (?:\S+ ){0,3}(?:tijdens|(?:in|op) (?:het|de|je) (?:eerste|laatste))"),
        GEBONDEN,
        ver=True,
        zonder=frase("minuten", "minuut"),
    ),
    Rij(frase(rf"\d{{1,2}} {MAAND}", rf"het bezoek aan (?:\S+ ){{1,5}}in {MAAND}"), GEBONDEN, ver=True),
    Rij(
        frase(
            r"open (?:dag|huis)",
            r"open les",
            r"(?:dag|nacht|week) van (?:de|het)",
            r"laatste (?:lesdag|stagedag|stageweek|week van|les (?:van|voor|van het))",
            r"je laatste (?:les|week)",
            r"(?:aller)?eerste (?:week van|stagedag|lesdag|schooldag|stageweek|dag (?:op|van)|les van het (?:jaar|schooljaar))",
            r"je (?:aller)?eerste les",
            r"allereerste les",
            r"eerste kennismaking",
            r"eind(?:e)? van je (?:stage|opleiding)",
            r"begin van je (?:stage|opleiding)",
            r"dit schooljaar",
            r"examen van",
        ),
        GEBONDEN,
        ver=True,
        zonder=frase(r"minuten van (?:de|je) \S+", "vraag", "vertel", "wijst"),
    ),
)
BIJ = word_set("bij", "eisen")
NIET_OPNIEUW = (
    frase(
        rf"(?:niet|nooit|geen) (?:\S+ ){{0,3}}{MAG_NIET}",
        rf"{MAG_NIET} (?:\S+ ){{0,4}}niet",
        "geen herkansing",
        r"slaat (?:\S+ ){1,2}(?:verder )?over",
        rf"{TAAK} (?:\S+ ){{0,5}}niet (?:meer|opnieuw|terug)",
        r"niet meer (?:\S+ )?(?:om|beschikbaar|aan de orde|nodig)",
        r"nooit (?:weer|meer)",
        r"daarna niet meer",
    ),
)


def needs(tekens: frozenset[str], woorden: list[str], veld: str) -> bool:
    """Whether a word occurs that this eis may stop at."""
    return any(signaal <= tekens for signaal in SIGNALEN)


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at what ties the task to one time, or calls it finished."""
    for zin in zinnen:
        if zin.vraag:
            continue
        delen = zin.zinsdelen
        soorten = (
            find_rows(RIJEN, zin, veld),
            (gevonden for deel in delen for gevonden in _afgerond(zin, deel, veld)),
            _niet_opnieuw(zin),
            (gevonden for deel in delen for gevonden in _gebeurtenis(zin, deel, veld)),
        )
        eerste = next((gevonden for soort in soorten for gevonden in soort), None)
        if eerste is not None:
            yield eerste


def _afgerond(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    """Rounding off the task itself; a lesson or a phase of it may be rounded off."""
    werkwoord = deel.doet("afronden")
    if werkwoord is None or deel.is_ontkend(werkwoord.nummer) or met_leerlingen(deel) or veld in {"titel", "handvat"}:
        return
    if deel.heeft("taakding") or (deel.heeft("taakwoord") and not leerlingen_in_de_buurt(zin)):
        yield treffer(deel, (werkwoord.nummer, werkwoord.deel or werkwoord.nummer), KLAAR)


def _niet_opnieuw(zin: Zin) -> Iterator[Treffer]:
    """Here the negation is what is wrong: `herhalen is niet de bedoeling`."""
    if leerlingen_in_de_buurt(zin):
        return
    for patroon in NIET_OPNIEUW:
        for deel in zin.zinsdelen:
            if (match := patroon.search(deel.tekst)) is not None:
                yield treffer(deel, (deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 1)), EENMALIG)


def _gebeurtenis(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    if leerlingen_in_de_buurt(zin) or deel.doet("zeggen"):
        return
    for nummer in losse_woorden(deel, "gebeurtenis"):
        if veld != "titel" and not BIJ.intersection(
            woord.vorm for woord in deel.woorden[max(0, nummer - 4) : nummer]
        ):
            continue
        yield treffer(deel, (nummer,), GEBONDEN)
