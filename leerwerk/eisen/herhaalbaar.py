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
from leerwerk.eisen.rijen import Frasen, find_rows
from leerwerk.eisen.treffer import Treffer, Uitleg, treffer
from leerwerk.taal import Zin, Zinsdeel, word_set

ID = "herhaalbaar"
TITEL = "Een taak kun je telkens opnieuw doen"
VELDEN = dict.fromkeys(
    ("titel", "gedrag", "voorbereiding", "uitvoering", "reflectie", "handvat", "inleiding"), Ernst.FOUT
)

EENMALIG = Uitleg(
    "Zo doe je de taak maar één keer. Leren gaat juist door het opnieuw te proberen.",
    "Schrijf op hoe je het nog eens doet: in een andere klas, of met één onderdeel.",
)
VERMOEDEN = Uitleg(
    "Met deze woorden klinkt het als iets wat je één keer doet, of wat daarna af is.",
    EENMALIG.hulp,
)
KLAAR = Uitleg(
    "Dit zegt dat de taak af is. Een taak is nooit af: je kunt haar altijd nog eens kiezen.",
    "Vraag wat de volgende stap is: opnieuw, één onderdeel, of een nieuw leerdoel.",
)
NOOIT = Uitleg(
    "Dit zegt dat de taak niet terugkomt. Leren gaat juist door het opnieuw te proberen.",
    "Zeg wat er daarna kan: nog een keer, in een andere klas, of één onderdeel.",
)
GEBONDEN = Uitleg(
    "Dit zit vast aan één dag of gebeurtenis. Daarna kan niemand het meer oefenen.",
    "Kies een moment dat in elke week terugkomt, zoals de start van een les.",
)
IN_TITEL = Uitleg(
    "Deze titel noemt één dag of gebeurtenis. Daarna kan niemand het meer oefenen.",
    "Noem wat je oefent en wat in elke week terugkomt, zoals `De start van een les`.",
)

BIJ = word_set("bij", "eisen")

FRASEN = Frasen(
    "herhaalbaar", {"GEBONDEN": GEBONDEN, "EENMALIG": EENMALIG, "KLAAR": KLAAR, "NOOIT": NOOIT, "TITEL": IN_TITEL}
)
VRAAGWOORD = word_set("vraagwoord")
VRAAG_ZELF = VRAAGWOORD | word_set("hulpvorm")
OVER_IETS = FRASEN.frase("OVER_IETS")
NU_DAT = FRASEN.frase("NU_DAT")
VAN_DE_LES = FRASEN.frase("VAN_DE_LES")
NIET_OPNIEUW = FRASEN.frase("NIET_OPNIEUW")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at what ties the task to one time, or calls it finished."""
    for zin in zinnen:
        if zin.vraag and not _veronderstelt(zin):
            continue
        delen = zin.zinsdelen
        soorten = (
            find_rows(FRASEN, zin, veld),
            (gevonden for deel in delen for gevonden in _afgerond(zin, deel, veld)),
            _niet_opnieuw(zin),
            (gevonden for deel in delen for gevonden in _gebeurtenis(zin, deel, veld)),
        )
        eerste = next((gevonden for soort in soorten for gevonden in soort), None)
        if eerste is not None:
            yield eerste


def _veronderstelt(zin: Zin) -> bool:
    """Whether a question takes something for granted: `nu die erop zit`, `De taak zit erop; hoe …?`."""
    if NU_DAT.search(zin) is not None:
        return True
    eerste = [woord.vorm for woord in zin.zinsdelen[0].woorden[:2]]
    return (
        len(zin.zinsdelen) > 1
        and zin.zinsdelen[-1].voeg in VRAAGWOORD
        and VRAAG_ZELF.isdisjoint(eerste[:1])
        and eerste[1:] not in (["je"], ["jij"], ["jullie"])
    )


def _afgerond(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    """Rounding off the task itself; a lesson or a phase of it may be rounded off."""
    werkwoord = deel.doet("afronden")
    if werkwoord is None or deel.is_ontkend(werkwoord.nummer) or met_leerlingen(deel) or veld in {"titel", "handvat"}:
        return
    if VAN_DE_LES.search(deel):
        return
    if deel.heeft("taakding") or (deel.heeft("taakwoord") and not leerlingen_in_de_buurt(zin)):
        yield treffer(deel, (werkwoord.nummer, werkwoord.deel or werkwoord.nummer), KLAAR)


def _niet_opnieuw(zin: Zin) -> Iterator[Treffer]:
    """Here the negation is what is wrong: `herhalen is niet de bedoeling`."""
    if leerlingen_in_de_buurt(zin) or any(deel.doet("zeggen") for deel in zin.zinsdelen):
        return
    for deel in zin.zinsdelen:
        if (match := NIET_OPNIEUW.search(deel)) is not None:
            yield treffer(deel, (deel.nummer_op(match.start() + 1), deel.nummer_op(match.end() - 1)), EENMALIG)


def _gebeurtenis(zin: Zin, deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    if leerlingen_in_de_buurt(zin) or deel.doet("zeggen") or OVER_IETS.search(deel):
        return
    for nummer in losse_woorden(deel, "gebeurtenis"):
        if veld != "titel" and not BIJ.intersection(
            woord.vorm for woord in deel.woorden[max(0, nummer - 4) : nummer]
        ):
            continue
        yield treffer(deel, (nummer,), GEBONDEN)
