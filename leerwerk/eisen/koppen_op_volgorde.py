"""De koppen zijn bekend en staan op volgorde.

Wat: een taak heeft `## Voorbereiden`, `## Uitvoeren`, de onderdelen en
`## Reflecteren`, in die volgorde. Onder een onderdeel staan `### Theorie`,
`### Handvatten`, `### Kijkpunten` en soms `### Rubric`. Elke kop komt daar één keer
voor.

Waarom: elke taak leest zo hetzelfde. En wat onder een kop staat die leerwerk niet kent,
komt op geen enkel formulier.

Goed: "### Kijkpunten"
Fout: "### Kijkpunt"
Fout: "#### Kijkpunten"

Wat dan wel: gebruik de kop die leerwerk voorstelt, of zet de tekst onder een kop die
er al is.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.document import Sectie
from leerwerk.domain.taak import ONDERDEEL, RUBRIC, SECTIES_ONDERDEEL, SECTIES_TAAK
from leerwerk.domain.waarden import lijkt_op
from leerwerk.eisen.blad import Blad, Vondst

ID = "koppen-op-volgorde"
TITEL = "De koppen zijn bekend en staan op volgorde"
ERNST = Ernst.FOUT
_SOORT = ONDERDEEL.rstrip(":")
VOLGORDE = {2: (*SECTIES_TAAK[:2], _SOORT, SECTIES_TAAK[2]), 3: (*SECTIES_ONDERDEEL, RUBRIC)}
HULP = "De volgorde is: Voorbereiden, Uitvoeren, de onderdelen, Reflecteren."
HULP_ONDERDEEL = "De volgorde is: Theorie, Handvatten, Kijkpunten, Rubric."


_Groep = list[tuple[str, Sectie]]  # headings that belong together, each by its name


def check(blad: Blad) -> Iterator[Vondst]:
    """Stop at a heading that is unknown, a second time there, or out of order."""
    hoofdkoppen: _Groep = []
    onder: _Groep = []
    in_onderdeel = False
    for sectie in blad.secties[1:]:
        naam = _naam(sectie)
        if sectie.niveau == 2:
            yield from _op_volgorde(onder, 3, HULP_ONDERDEEL)
            onder, in_onderdeel = [], naam == _SOORT
        if naam not in VOLGORDE.get(sectie.niveau, ()):
            yield _onbekend(sectie)
        elif sectie.niveau == 2:
            hoofdkoppen.append((naam, sectie))
        elif in_onderdeel:
            onder.append((naam, sectie))
        else:
            yield _bij(
                sectie, f"De kop `{_kop(sectie)}` hoort onder een onderdeel.", "Zet er `## Onderdeel: …` boven."
            )
    yield from _op_volgorde(onder, 3, HULP_ONDERDEEL)
    yield from _op_volgorde(hoofdkoppen, 2, HULP)


def _onbekend(sectie: Sectie) -> Vondst:
    if bedoeld := _lijkt_op_kop(sectie.titel.tekst):
        return _bij(sectie, f"De kop `{_kop(sectie)}` kent leerwerk niet.", f"Bedoel je `{bedoeld}`?")
    hulp = "Zet de tekst onder een kop die er al is, of laat haar weg."
    return _bij(sectie, f"Wat onder `{_kop(sectie)}` staat, komt op geen enkel formulier.", hulp, Ernst.WAARSCHUWING)


def meant(sectie: Sectie) -> str:
    """The heading, with its marks, that was meant by one that is unknown; '' when it is known, or like none."""
    bekend = sectie.niveau == 0 or _naam(sectie) in VOLGORDE.get(sectie.niveau, ())
    return "" if bekend else _lijkt_op_kop(sectie.titel.tekst)


@lru_cache(maxsize=1024)
def _lijkt_op_kop(titel: str) -> str:
    for niveau, namen in VOLGORDE.items():
        eerste, _, rest = titel.replace(":", " ", 1).partition(" ")
        if niveau == 2 and rest and lijkt_op(eerste, (_SOORT.lower(),)):
            return f"## {ONDERDEEL} {rest.strip()}"
        klein = {naam.lower(): naam for naam in namen if naam != _SOORT}
        if gelijk := lijkt_op(titel.rstrip(":"), tuple(klein)):
            return f"{'#' * niveau} {klein[gelijk]}"
    return ""


def _kop(sectie: Sectie) -> str:
    return f"{'#' * sectie.niveau} {sectie.titel.tekst}"


def _naam(sectie: Sectie) -> str:
    return _SOORT if sectie.niveau == 2 and sectie.titel.tekst.startswith(ONDERDEEL) else sectie.titel.tekst


def _op_volgorde(groep: _Groep, niveau: int, hulp: str) -> Iterator[Vondst]:
    rang = VOLGORDE[niveau].index
    for (vorige, _), (naam, sectie) in pairwise(groep):
        if naam == vorige != _SOORT:
            yield _bij(
                sectie,
                f"De kop `{_kop(sectie)}` staat hier voor de tweede keer.",
                "Zet de tekst bij elkaar onder één kop.",
            )
        elif rang(naam) < rang(vorige):
            yield _bij(sectie, f"De kop `{_kop(sectie)}` staat niet op zijn plaats.", hulp)


def _bij(sectie: Sectie, melding: str, hulp: str, ernst: Ernst | None = None) -> Vondst:
    return Vondst(sectie.titel.regelnummer, 1, melding, hulp, ernst=ernst)
