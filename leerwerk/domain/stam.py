"""The stem of a Dutch word: the same for `luistert`, `luisteren` and `geluisterd`.

Pure, and coarse on purpose. A stem need not be a word. Two different words that
share a stem cost little in a bank of tasks; two forms that do not, hide a task
from a student.
"""

import re
from functools import cache

SCHEIDBAAR = re.compile("uit|voor|na|mee|af|op|aan|in|door|samen|over|terug|bij|weg|om|tegen|toe|vast|nieuw|rond|los")
_KLINKERS = "aeiouy"
_OPEN = re.compile(r"(?:^|[^aeiouy])[aeou][^aeiouyhjqwx]$")
_ZWAK = re.compile(r"[aeiouy].*[^aeiouy](?:e[rln]|ig|el)$")
_MEERVOUD_S = re.compile(
    r"(?:[^aeiouy]e[lrnm]|ing|or|ar|on|um|ie|[^aeiouy][aoiu]|[aeiouy][a-z]*(?:[^aeiouyl]|[aeiouy]l)e)s$"
)
_DEELWOORD = re.compile(rf"((?:{SCHEIDBAAR.pattern})?)ge([a-z]{{3,}})[dt]")
_VERKLEIND = (
    ("nnetje", "n"),
    ("lletje", "l"),
    ("mmetje", "m"),
    ("rretje", "r"),
    ("ppetje", "p"),
    ("ggetje", "g"),
    ("inkje", "ing"),
    ("mpje", "m"),
    ("ntje", "n"),
    ("ltje", "l"),
    ("je", ""),
)
_UITGANGEN = (
    ("aties", "eren"),
    ("atie", "eren"),
    ("heden", ""),
    ("heid", ""),
    ("ingen", "en"),
    ("ing", "en"),
    ("ende", "en"),
    ("end", "en"),
)
_KLANKEN = (
    ("eau", "o"),
    ("ei", "y"),
    ("ij", "y"),
    ("au", "ou"),
    ("ouw", "oud"),
    ("isch", "is"),
    ("sch", "sg"),
    ("ch", "g"),
    ("cti", "ksi"),
    ("ti", "si"),
    ("ce", "se"),
    ("ci", "si"),
    ("ck", "k"),
    ("c", "k"),
    ("qu", "kw"),
    ("x", "ks"),
    ("ph", "f"),
    ("th", "t"),
    ("v", "f"),
    ("z", "s"),
    ("ie", "i"),
    ("dt", "t"),
)
_ONREGELMATIG = {
    "begrepen": "begrijp",
    "begreep": "begrijp",
    "besproken": "bespreek",
    "deeltje": "deeltje",
    "deeltjes": "deeltje",
    "dacht": "denk",
    "gedacht": "denk",
    "nagedacht": "nadenk",
    "gaan": "ga",
    "gaat": "ga",
    "gegeven": "geef",
    "gekozen": "kies",
    "gekeken": "kijk",
    "kiezen": "kies",
    "gelezen": "lees",
    "geschreven": "schrijf",
    "gesproken": "spreek",
    "sprak": "spreek",
    "sprek": "spreek",
    "geholpen": "help",
    "gevonden": "vind",
    "onthouden": "onthoud",
    "dichtheid": "dichtheid",
    "haakje": "haakje",
    "haakjes": "haakje",
    "planning": "planning",
    "practica": "practicum",
    "practicums": "practicum",
    "ruzies": "ruzie",
    "spelling": "spelling",
    "stelling": "stelling",
    "stellingen": "stelling",
    "tijden": "tijden",
    "bijen": "bijen",
    "zeggen": "zeg",
    "zout": "zout",
    "zouten": "zout",
    "gezegd": "zeg",
    "staan": "sta",
    "staat": "sta",
    "zien": "zie",
    "ziet": "zie",
    "gezien": "zie",
    "doen": "doe",
    "doet": "doe",
    "gedaan": "doe",
    "verstaan": "versta",
    "verstaat": "versta",
    "voordoen": "voordoe",
    "voorgedaan": "voordoe",
    "meedoen": "meedoe",
    "meedoet": "meedoe",
}


@cache
def stam(woord: str) -> str:
    """What forms of one word have in common."""
    if woord in _ONREGELMATIG:
        return _ONREGELMATIG[woord]
    if len(woord) < 4:
        return woord
    return _eind(_zonder_uitgang(_zonder_ge(_enkelvoud(woord))))


def klank(woord: str) -> str:
    """How a word sounds, near enough to match `praktikum` with `practicum`."""
    for letters, zo in _KLANKEN:
        woord = woord.replace(letters, zo)
    return re.sub(r"(.)\1", r"\1", woord)


def _enkelvoud(woord: str) -> str:
    """Without -s of the plural, and not small any more."""
    if len(woord) > 4 and _MEERVOUD_S.search(woord):
        woord = woord[:-1]
    if len(woord) > 5 and woord.endswith("je"):
        eind, heel = next(rij for rij in _VERKLEIND if woord.endswith(rij[0]))
        return woord[: -len(eind)] + heel
    return woord


def _zonder_ge(woord: str) -> str:
    """`geluisterd` and `uitgelegd` as `luister` and `uitleg`."""
    deelwoord = _DEELWOORD.fullmatch(woord)
    return "".join(deelwoord.groups()) if deelwoord else woord


def _zonder_uitgang(woord: str) -> str:
    for uitgang, plaats in _UITGANGEN:
        if woord.endswith(uitgang) and len(woord) - len(uitgang) > 3:
            woord = woord[: -len(uitgang)] + plaats
            break
    for uitgang in ("en", "e"):
        if woord.endswith(uitgang) and len(woord) - len(uitgang) > 1:
            return _gesloten(woord[: -len(uitgang)])
    return woord


def _gesloten(woord: str) -> str:
    """As the word is written without its ending: `less` is `les`, `mak` is `maak`."""
    if woord[-1] == woord[-2:-1] and woord[-1] not in _KLINKERS:
        return woord[:-1]
    if _OPEN.search(woord) and not _ZWAK.search(woord):
        return woord[:-1] + woord[-2] + woord[-1]
    return woord


def _eind(woord: str) -> str:
    """One spelling for the last sounds: `durv` and `durf`, `legt` and `leg`, `controleer` and `controler`."""
    if len(woord) > 3 and woord[-1] in "td" and woord[-2] in "td":
        woord = woord[:-1]
    if len(woord) > 3 and woord[-1] == "t":
        woord = woord[:-1]
    if len(woord) > 6 and woord.endswith("eer"):
        woord = woord[:-3] + "er"
    return woord[:-1] + {"v": "f", "z": "s"}.get(woord[-1], woord[-1])
