"""Forms: from a word as written to its normal form, and from the word in a list to those it takes in a sentence.

Pure and generous: it may make a form that does not exist, since such a form
does no harm in a lookup. It knows Dutch spelling, and no word by itself except
the irregular ones below.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

STAM, STAM_T, HEEL, DEELWOORD, VERLEDEN = "stam", "stam+t", "heel", "deelwoord", "verleden"

_CIJFER = re.compile(r"\d")
KLINKERS = "aeiou"
VOORVOEGSELS = ("be", "ge", "ver", "ont", "her", "er")
SOMS_VOORVOEGSEL = ("onder", "over", "voor", "door", "mis", "om", "weer", "vol")

# stem, with -t, past tense (singular and plural), participle; empty where regular
ONREGELMATIG: dict[str, tuple[str, str, str, str]] = {
    "zijn": ("ben wees", "is bent", "was waren", "geweest"),
    "hebben": ("heb", "heeft hebt", "had hadden", "gehad"),
    "worden": ("", "", "werd werden", "geworden"),
    "kunnen": ("kan kun", "kunt", "kon konden", "gekund"),
    "mogen": ("mag", "", "mocht mochten", "gemogen"),
    "moeten": ("moet", "", "moest moesten", "gemoeten"),
    "zullen": ("zal zul", "zult", "zou zouden", ""),
    "willen": ("wil", "wilt", "wilde wilden wou", "gewild"),
    "weten": ("", "", "wist wisten", "geweten"),
    "gaan": ("ga", "gaat", "ging gingen", "gegaan"),
    "staan": ("sta", "staat", "stond stonden", "gestaan"),
    "slaan": ("sla", "slaat", "sloeg sloegen", "geslagen"),
    "zien": ("zie", "ziet", "zag zagen", "gezien"),
    "doen": ("doe", "doet", "deed deden", "gedaan"),
    "komen": ("kom", "komt", "kwam kwamen", "gekomen"),
    "houden": ("houd hou", "houdt", "hield hielden", "gehouden"),
    "geven": ("", "", "gaf gaven", "gegeven"),
    "nemen": ("", "", "nam namen", "genomen"),
    "schrijven": ("", "", "schreef schreven", "geschreven"),
    "lezen": ("", "", "las lazen", "gelezen"),
    "kijken": ("", "", "keek keken", "gekeken"),
    "kiezen": ("", "", "koos kozen", "gekozen"),
    "spreken": ("", "", "sprak spraken", "gesproken"),
    "bespreken": ("", "", "besprak bespraken", "besproken"),
    "sluiten": ("", "", "sloot sloten", "gesloten"),
    "laten": ("", "", "liet lieten", "gelaten"),
    "vragen": ("", "", "vroeg vroegen", "gevraagd"),
    "bieden": ("", "", "bood boden", "geboden"),
    "beginnen": ("", "", "begon begonnen", "begonnen"),
    "brengen": ("", "", "bracht brachten", "gebracht"),
    "denken": ("", "", "dacht dachten", "gedacht"),
    "zoeken": ("", "", "zocht zochten", "gezocht"),
    "lopen": ("", "", "liep liepen", "gelopen"),
    "steken": ("", "", "stak staken", "gestoken"),
    "vallen": ("", "", "viel vielen", "gevallen"),
    "vinden": ("", "", "vond vonden", "gevonden"),
    "zeggen": ("", "", "zei zeiden", "gezegd"),
    "leggen": ("", "", "", "gelegd"),
    "krijgen": ("", "", "kreeg kregen", "gekregen"),
    "begrijpen": ("", "", "begreep begrepen", "begrepen"),
    "grijpen": ("", "", "greep grepen", "gegrepen"),
    "wijzen": ("", "", "", "gewezen"),
    "zwijgen": ("", "", "zweeg zwegen", "gezwegen"),
    "blijven": ("", "", "bleef bleven", "gebleven"),
    "strijken": ("", "", "streek streken", "gestreken"),
    "tekenen": ("", "", "", "getekend"),
    "beoordelen": ("", "", "", "beoordeeld"),
    "helpen": ("", "", "hielp hielpen", "geholpen"),
    "ontwerpen": ("", "", "ontwierp ontwierpen", "ontworpen"),
    "wegen": ("", "", "woog wogen", "gewogen"),
    "zitten": ("", "", "zat zaten", "gezeten"),
    "hangen": ("", "", "hing hingen", "gehangen"),
    "roepen": ("", "", "riep riepen", "geroepen"),
    "vervallen": ("", "", "verviel", "vervallen"),
    "zingen": ("", "", "zong zongen", "gezongen"),
    "trekken": ("", "", "trok trokken", "getrokken"),
    "werpen": ("", "", "wierp wierpen", "geworpen"),
    "dragen": ("", "", "droeg droegen", "gedragen"),
    "scheppen": ("", "", "schiep schiepen", "geschapen"),
    "verlaten": ("", "", "verliet verlieten", "verlaten"),
    "verdwijnen": ("", "", "verdween verdwenen", "verdwenen"),
    "genieten": ("", "", "genoot genoten", "genoten"),
    "bevelen": ("", "", "beval bevalen", "bevolen"),
    "scoren": ("", "", "", "gescoord"),
}


def verb_forms(infinitief: str) -> Iterator[tuple[str, str]]:
    """Every form of a simple verb, without accents, with what kind of form it is."""
    for vorm, wijs in _verb_forms(infinitief):
        yield vorm.replace("ë", "e").replace("ï", "i"), wijs


def _verb_forms(infinitief: str) -> Iterator[tuple[str, str]]:
    stam, met_t, verleden, deelwoord = ONREGELMATIG.get(infinitief, ("", "", "", ""))
    stammen = tuple(stam.split()) or _stammen(infinitief)
    yield infinitief, HEEL
    for vorm in stammen:
        yield vorm, STAM
        if not stam and not vorm.endswith("t"):
            yield vorm + "t", STAM_T
    yield from ((vorm, STAM_T) for vorm in met_t.split())
    yield from ((vorm, VERLEDEN) for vorm in verleden.split() or _verleden(stammen) if vorm != infinitief)
    yield from ((vorm, DEELWOORD) for vorm in deelwoord.split() or _deelwoorden(infinitief, stammen))


def noun_forms(woord: str) -> Iterator[str]:
    """Singular, plural and diminutive of a noun."""
    yield woord
    yield from _meervouden(woord)
    for verkleind in ("je", "tje", "pje", "etje", f"{woord[-1]}etje"):
        yield woord + verkleind
        yield woord + verkleind + "s"
    yield woord + "'tje"
    yield woord + "'tjes"


def _stammen(infinitief: str) -> tuple[str, ...]:
    if infinitief.endswith("ëren"):
        return (infinitief.removesuffix("ëren") + "eer",)
    if infinitief.endswith("ën"):
        return (infinitief.removesuffix("ën"),)
    kaal = infinitief.removesuffix("en")
    kort = kaal[:-1] if len(kaal) > 2 and kaal[-1] == kaal[-2] and kaal[-1] not in KLINKERS else kaal
    kort = kort[:-1] + {"v": "f", "z": "s"}.get(kort[-1], kort[-1])
    if kort != kaal and kaal[-1] == kaal[-2]:
        return (kort,)
    if len(kaal) > 2 and kaal[-1] not in KLINKERS and kaal[-2] in KLINKERS and kaal[-3] not in KLINKERS:
        lang = kort[:-1] + kort[-2] + kort[-1]
        return (lang, kort) if _zwakke_lettergreep(kaal) else (lang,)
    return (kort,)


def _zwakke_lettergreep(kaal: str) -> bool:
    """Whether the last syllable may be unstressed: reken-en and not reek-en."""
    return kaal[-2:] in {"el", "er", "en", "em", "ig"} and any(letter in KLINKERS for letter in kaal[:-2])


def _verleden(stammen: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stam + uitgang for stam in stammen for uitgang in ("te", "de", "ten", "den"))


def _deelwoorden(infinitief: str, stammen: tuple[str, ...]) -> tuple[str, ...]:
    if infinitief.startswith(SOMS_VOORVOEGSEL):
        return tuple(voor + stam + uitgang for voor in ("", "ge") for stam in stammen for uitgang in ("t", "d"))
    voor = "" if infinitief.startswith(VOORVOEGSELS) else "ge"
    uit = tuple(voor + stam + uitgang for stam in stammen for uitgang in ("t", "d", ""))
    return uit if voor else tuple(vorm for vorm in uit if vorm not in stammen or vorm.endswith("d"))


def _meervouden(woord: str) -> Iterator[str]:
    yield from (woord + uitgang for uitgang in ("en", "s", "'s", "n"))
    if len(woord) < 3 or woord[-1] in KLINKERS:
        return
    zacht = woord[:-1] + {"f": "v", "s": "z"}.get(woord[-1], woord[-1])
    yield zacht + "en"
    if woord[-2] in KLINKERS:
        yield woord + woord[-1] + "en"
    if any(een == twee and een in KLINKERS for een, twee in pairwise(woord[-3:-1])):
        yield zacht[:-2] + zacht[-1] + "en"


@lru_cache(maxsize=32768)
def mask_digits(tekst: str) -> str:
    """With `0` for every digit: which number it is matters to no row and no weight."""
    return _CIJFER.sub("0", tekst)


def normal_form(woord: str) -> str:
    """Lower case, without accents, with a straight apostrophe; `één` stays itself."""
    klein = woord.lower()
    if klein.isascii():
        return klein
    klein = klein.replace("’", "'")
    if klein in {"één", "eén"}:
        return "één"
    kaal = "".join(teken for teken in unicodedata.normalize("NFKD", klein) if not unicodedata.combining(teken))
    return kaal or klein
