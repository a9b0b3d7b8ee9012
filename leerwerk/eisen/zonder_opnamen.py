"""Een taak vraagt niet om opnamen van leerlingen.

Wat: een taak vraagt de student niet om te filmen, foto's te maken of geluid op te nemen
in de les. Staat het er toch, dan zegt de taak erbij: alleen voor jezelf, volgens de
regels van de school, en daarna weg.

Waarom: op een opname staan leerlingen. Wat daarmee mag, verschilt per school, en een
student kan dat niet zelf regelen.

Goed: "Je werkplekbegeleider let op hoe lang je wacht, en schrijft dat op."
Goed: "Neem alleen je eigen stem op, volgens de regels van de school, en wis het daarna."
Fout: "Film een les en bekijk de opname samen."

Wat dan wel: laat je werkplekbegeleider kijken en opschrijven wat die ziet en hoort.
Dit is een advies: leerwerk houdt je er niet om tegen.
"""

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.blad import Blad, Vondst, vondst

ID = "zonder-opnamen"
TITEL = "Een taak vraagt niet om opnamen van leerlingen"
ERNST = Ernst.ADVIES

# Where a pattern finds something, this stands in small letters: a quick look at a passage.
_IN_OPNAME = ("film", "opnam", "camera", "video", "foto", "telefoon", "op beeld ")
_IN_NEEM_OP = "neem"
_DE_LES = r"(?:je|jezelf|(?:de|een|je) les|een (?:deel|stuk)|leerlingen|de klas|elkaar|hoe|wat|de (?:eerste|laatste))"
_OPNAME = (
    rf"(?i)\b(?:[Ff]ilm(?:t|en)?(?= {_DE_LES}\b)"
    r"|(?:les|jezelf|leerlingen|klas|stukje|fragment) (?:te )?filmen|gefilmde?"
    r"|(?:video|geluids|beeld|film|les)-?opnam(?:e|en|es)"
    r"|(?:maak|maakt|maken) (?:\w+ ){0,3}(?:opnam(?:e|en|es)|filmpje|video|foto'?s?) (?:van|in|tijdens) "
    r"(?:\w+ ){0,2}(?:les|klas|leerlingen?|jezelf|gesprek|groepjes?)"
    r"|op (?:video|film|beeld|camera) (?:op|vast|gezet|staan)"
    r"|(?:met|op) (?:een|de|je) (?:camera|telefoon) (?:op|vast))"
)
_NEEM_OP = (
    r"[Nn]eemt? (?:\w+ ){0,5}(?:les|uitleg|gesprek|klas|stem|leerlingen|instructie)(?: \w+){0,3} op"
    r"(?! (?:het|een|de|in|school|je)\b)(?= met|,|\.| en|$| video| film| beeld)"
)
_GOED = (
    r"\b(?:geen|niet|zonder|nooit|in plaats van|regels van de school|toestemming|alleen voor jezelf"
    r"|wis|wist|wissen|verwijder\w*|gooi\w* .{0,20}weg"
    r"|[Ll]aat leerlingen|[Ll]aat (?:een|elk|ieder|de)\b|[Ll]eerlingen (?:filmen|maken|nemen))"
)
NIET_IN = frozenset({"titel", "theorie", "waarom"})
MELDING = "Hier vraagt de taak om een opname. Daar staan leerlingen op, en wat daarmee mag verschilt per school."
HULP = (
    "Laat je werkplekbegeleider kijken en opschrijven, of zet erbij: "
    "alleen voor jezelf, volgens de regels van de school, en daarna weg."
)


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a request to record, unless the passage says how to keep pupils out of it."""
    for veld, passage in blad.passages:
        tekst = passage.tekst
        if veld in NIET_IN:
            continue
        klein = tekst.lower()
        match = re.search(_OPNAME, tekst) if _noemt_opname(klein) else None
        match = match or (re.search(_NEEM_OP, tekst) if _IN_NEEM_OP in klein else None)
        if match and not re.search(_GOED, tekst):
            yield vondst(passage, match.start(), match.end(), MELDING, HULP)


def _noemt_opname(klein: str) -> bool:
    for woord in _IN_OPNAME:  # noqa: SIM110 - `any` takes five times as long
        if woord in klein:
            return True
    return False
