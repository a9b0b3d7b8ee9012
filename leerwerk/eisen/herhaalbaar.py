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

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.context import leerlingen_in_de_buurt, met_leerlingen
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.taal import Wie, Zin, Zinsdeel

ID = "herhaalbaar"
ERNST = Ernst.FOUT
TITEL = "Een taak kun je telkens opnieuw doen"
VELDEN = dict.fromkeys(
    ("titel", "voorbereiding", "uitvoering", "reflectie", "handvat", "inleiding"), Ernst.FOUT
)
RAAKT = frozenset({"eenmalig", "afronden", "terugkomen", "gebeurtenis", "gebeurtenis_titel", "klaar", "maand"})

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

HOEVAAK = re.compile(
    r" (?:eenmalige?|eenmaal|(?<!nog )(?<!in )(?:maar |slechts |precies |hooguit )?(?:één|een|1) (?:keer|maal)|één kans|een kans|eens en nooit) "
)
ANDERE_KEER = re.compile(r" (?:nog (?:een|één) (?:keer|maal)|(?:in|per) (?:een|één) keer|(?:een|één) keer (?:of|per les|in de)) ")
DE_TAAK = re.compile(
    r" (?:(?:leerwerk)?(?:taak|taken|kaart|kaarten)|opdracht|oefening|onderdeel|onderdelen|handvat|dit|hiervoor|deze les|de les|het gesprek) "
)
GENOEG = re.compile(r" (?:één|een) (?:keer|les|poging) (?:\S+ ){0,3}(?:genoeg|voldoende|volstaat) ")
VERDER = re.compile(r" (?:ga|gaat|kun|mag) (?:je )?(?:dan |daarna )?(?:verder|door) | door naar ")
UITVOEREN = re.compile(r" (?:voer|voert|uitvoeren|doe|doet|doen|geef|geeft|krijg|krijgt|laten zien|laat) ")
IN_DE_LES = frozenset("voorlezen lezen herhalen voordoen spelen afspelen noemen klappen zeggen vragen stemmen oefenen voorspelen "
                      "voorzingen aanwijzen uitleggen tekenen kijken tellen".split())
DEZE = re.compile(r"^ (?:deze|die|hij|ze) is ")
AF = re.compile(
    r" (?:klaar|af|afgerond|afgesloten|voltooid|gereed|erop|achter de rug|achter je(?: te)? laten|definitief|behaald|gehaald|afgewerkt|"
    r"voorgoed|weg|afgehandeld|gesloten|(?:niet|geen) meer nodig|slaat (?:\S+ )?(?:verder )?over) "
)
NIET_OPNIEUW = re.compile(
    r" (?:(?:niet|nooit|geen)(?: \S+){0,3} (?:terug|overdoen|herhalen|herkansen|nodig|tweede|nog eens|opnieuw|weer)"
    r"|geen herkansing|enige kans|(?:taak|kaart|onderdeel|opdracht|ernaar|ernaar om)(?: \S+){0,4} niet (?:meer|opnieuw)|niet meer (?:\S+ )?(?:om|beschikbaar|aan de orde)|(?:overdoen|herhalen|herkansen|terug|nog eens|opnieuw|tweede (?:poging|keer|kans))(?: \S+){0,4} niet|nooit (?:weer|meer)) "
)
ALTIJD_TAAK = re.compile(r" (?:leerwerktaak|kaart|onderdeel(?: \d)?|leerdoel|handvat) ")
DATUM = re.compile(r" (?:\d{1,2}|één|eerste|laatste) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) ")
DAG = re.compile(
    r" (?:open (?:dag|les|huis)|laatste (?:les(?:dag)?|dag|week)|(?:aller)?eerste (?:les|stagedag|lesdag|schooldag|dag op|stageweek|week van)|laatste (?:stageweek|week van|lesdag|stagedag)|(?:alleen|slechts|uitsluitend) (?:tijdens|op de|in (?:het|de) (?:eerste|laatste))|(?:dag|nacht|week) van (?:de|het)"
    r"|eind(?:e)? van je stage|einde van het (?:jaar|schooljaar)) "
)
BINNEN = re.compile(r" (?:minuten|minuut|deel|fase|helft|vijf|tien) (?:van|in) ")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at what ties the task to one time, or calls it finished."""
    for zin in zinnen:
        for deel in zin.zinsdelen:
            vondsten = (*_eenmalig(zin, deel, veld), *_klaar(zin, deel, veld), *_niet_opnieuw(zin, deel), *_gebonden(zin, deel, veld))
            if vondsten:
                yield vondsten[0]
                break


def _mark(deel: Zinsdeel, match: re.Match[str], uitleg: Uitleg) -> Treffer:
    return treffer(deel, (deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 2)), uitleg)


def _eenmalig(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    match = HOEVAAK.search(deel.tekst)
    if match is None or ANDERE_KEER.search(deel.tekst) or met_leerlingen(deel) or _ontkend(deel, match):
        return
    sterk = "eenmalig" in match[0] or "nooit" in match[0]
    binnen = any(w.infinitief in IN_DE_LES for w in deel.werkwoorden)
    over_taak = DE_TAAK.search(deel.tekst) and UITVOEREN.search(deel.tekst)
    if sterk or GENOEG.search(deel.tekst) or (not binnen and (over_taak or ALTIJD_TAAK.search(deel.tekst))) or _gaat_verder(zin):
        yield _mark(deel, match, EENMALIG)


def _gaat_verder(zin: Zin) -> bool:
    return any(VERDER.search(deel.tekst) for deel in zin.zinsdelen) and not leerlingen_in_de_buurt(zin)


def _klaar(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    taak = DE_TAAK.search(deel.tekst) or (DEZE.search(deel.tekst) if zin.heeft("taakwoord", "taakding") else None)
    if taak is None or deel.is_ontkend(len(deel.woorden) - 1) and "niet" not in deel.tekst[-20:]:
        return
    eigen = ALTIJD_TAAK.search(deel.tekst)
    if (leerlingen_in_de_buurt(zin) and not eigen) or met_leerlingen(deel) or zin.vraag or veld in {"titel", "handvat"}:
        return
    if not (eigen or DEZE.search(deel.tekst) or deel.heeft("taakding", "taakwoord") or " dit " in taak[0]):
        return
    einde = AF.search(deel.tekst)
    werkwoord = deel.doet("afronden")
    if werkwoord is not None and not deel.is_ontkend(werkwoord.nummer):
        yield treffer(deel, (werkwoord.nummer, werkwoord.deel or werkwoord.nummer), KLAAR)
    elif einde is not None and not _ontkend(deel, einde):
        yield _mark(deel, einde, KLAAR)


def _niet_opnieuw(zin: Zin, deel: Zinsdeel) -> Iterator[Treffer]:
    match = NIET_OPNIEUW.search(deel.tekst)
    if match is not None and not leerlingen_in_de_buurt(zin) and not zin.vraag:
        yield _mark(deel, match, EENMALIG)


def _gebonden(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    if leerlingen_in_de_buurt(zin) or zin.vraag:
        return
    match = DATUM.search(deel.tekst) or DAG.search(deel.tekst)
    if match is not None and not BINNEN.search(deel.tekst) and not _ontkend(deel, match):
        yield _mark(deel, match, GEBONDEN)
        return
    nummer = next(deel.met("gebeurtenis"), None)
    if nummer is not None and not deel.is_ontkend(nummer) and not deel.doet("zeggen"):
        yield treffer(deel, (nummer,), GEBONDEN)


def _ontkend(deel: Zinsdeel, match: re.Match[str]) -> bool:
    return deel.is_ontkend(deel.nummer_op(match.start() + 1))
