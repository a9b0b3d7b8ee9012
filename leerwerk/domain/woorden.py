"""The words of a text for searching: which say something, which stand apart, and how far two are from each other.

Pure. Words are compared by their stem (`leerwerk.domain.stam`).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from leerwerk.domain.stam import SCHEIDBAAR, stam

_WOORD = re.compile(r"[a-z0-9]+")
_ERVOOR, _ERNA, _DICHTBIJ = 6, 2, 3
_LOS = """
aan al alle alleen als altijd andere ben bent bij daar daarna dan dat de der deze die dit doe doen doet door dus
een eens eigenlijk elk elke en er ergens even gaan gaat ga geen geeft gewoon goed goede haar had hadden heb hebben
heeft heel hem hen het hier hij hoe hun iets ik in is ja je jij jou jouw juist kan kon kunnen kunt laat laten les
lessen leer leren maak maakt maar maken mag me meer meestal men met mij mijn moet moeten mogen na naar nee niet
niets niks nog nou nu of om omdat ons onze ook op over paar per s soms steeds t te tegen tijdens toch toe tot
tussen u uit uw v van vaak veel vind vinden vindt voor waar waardoor wanneer wat we weer wel welke werd weten wie
wij wil willen word worden wordt zal ze zei zelf zich zien ziet zij zijn zit zitten zo zodat zonder zou zouden
klas klassen leerling leerlingen docent lesgeven beter betere dingen ding manier graag hele alles iemand
aangezien achteraf allebei allemaal almaar alsof alvast anders beide beiden best bijna bijv bovendien bv
dadelijk degene dikwijls direct dmv dr echter eerst enz erg etc euh ff gauw geleden goeie hoor idd immers
inderdaad ineens ipv ivm jullie kids kind kinderen lln mijne misschien moest moesten momenteel mss nauwelijks
net nogal noch nooit ondertussen ongeveer onze ooit overal pas precies qua reeds slechts sinds stuk super
tenzij trouwens uiteindelijk vanaf vanwege vanzelf via volgens vlak vrij waarschijnlijk want wellicht
wss zeer zelfs zn zoiets zolang zomaar zowel zulke zo'n
een twee drie vier vijf zes zeven acht negen tien twaalf twintig dertig honderd duizend keer minuut minuten
effe effen efkes amai allee ge gij uwe gans pls aub svp okee ok bro gast
mavo havo vwo vmbo gymnasium atheneum bovenbouw school vak
"""
_MET_ER = ("er", "daar", "hier", "waar")
_VOORZETSELS = """
aan achter af bij binnen bovenop door heen in langs mee na naar naast om onder op over rond toe toen
tussen uit van vandaan vandoor vanuit voor
"""

_VAAG = """
aanleren aanpakken aanreiken begeleiden bezig bijbrengen bieden brengen echt gebruiken geven gebeuren halen
helpen inzetten kijken krijgen leuk lastig lukken makkelijk moeilijk onderwerp organiseren plaats proberen stellen
toepassen verbeteren voorbereiden werken weten zeggen zetten zorgen iedereen ander opdracht manieren
"""


def woorden(tekst: str) -> list[str]:
    """The words of `tekst` in plain lower-case letters."""
    plat = tekst.replace("'", "")
    if not plat.isascii():
        plat = unicodedata.normalize("NFKD", plat).encode("ascii", "ignore").decode()
    return _WOORD.findall(plat.lower())


def stammen(tekst: str) -> list[str]:
    """The stems of the words of `tekst` that say something, in order."""
    return [zegt for woord in woorden(tekst) if (zegt := _zeggend(woord))]


@cache
def _zeggend(woord: str) -> str:
    """The stem of a word; empty when it says nothing by itself, as numbers do."""
    return "" if woord in LOS or woord.isdigit() else stam(woord)


def tel_stammen(tekst: str) -> dict[str, int]:
    """How often each of `stammen` occurs. Finds the stem of a word once: a large bank reads faster."""
    geteld = dict[str, int]()
    for woord, keer in Counter(woorden(tekst)).items():
        if zegt := _zeggend(woord):
            geteld[zegt] = geteld.get(zegt, 0) + keer
    return geteld


def gescheiden(tekst: str) -> Iterator[str]:
    """Verbs that may stand apart in `tekst`: `nadenk` for `ze denken niet na` and for `na te denken`."""
    gezegd = woorden(tekst)
    for plek, deel in enumerate(gezegd):
        if SCHEIDBAAR.fullmatch(deel):
            ervoor = gezegd[max(0, plek - _ERVOOR) : plek]
            if _hoort_bij_er(ervoor):
                continue
            for woord in ervoor + gezegd[plek + 1 : plek + 1 + _ERNA]:
                if len(woord) > 2 and not SCHEIDBAAR.fullmatch(woord):
                    yield deel + stam(woord)


def _hoort_bij_er(ervoor: list[str]) -> bool:
    """Whether what follows belongs to a word like `er`: in `ik doe er niks mee` nobody joins in.

    In `er doet niemand mee` somebody might: there `er` comes before the verb.
    """
    er = max((plek for plek, woord in enumerate(ervoor) if woord in _MET_ER), default=-1)
    return er > 0 and len(ervoor) - er <= _DICHTBIJ


def zegt_weinig(term: str) -> bool:
    """Whether a stem is of a word that goes with any goal."""
    return term in _VAGE_STAMMEN


def toegestaan(woord: str) -> int:
    """How many letters may be wrong in a word of this length."""
    return 0 if len(woord) < 5 else 1 if len(woord) < 8 else 2


def afstand(een: str, ander: str, hoogstens: int) -> int:
    """How many letters are wrong, missing, extra or swapped; `hoogstens + 1` when more than that."""
    if abs(len(een) - len(ander)) > hoogstens:
        return hoogstens + 1
    vorige: list[int] = []
    rij = list(range(len(ander) + 1))
    for i, letter in enumerate(een, 1):
        nieuw = [i]
        for j, teken in enumerate(ander, 1):
            kosten = min(nieuw[j - 1] + 1, rij[j] + 1, rij[j - 1] + (letter != teken))
            if i > 1 and j > 1 and letter == ander[j - 2] and een[i - 2] == teken:
                kosten = min(kosten, vorige[j - 2] + 1)
            nieuw.append(kosten)
        if min(nieuw) > hoogstens:
            return hoogstens + 1
        vorige, rij = rij, nieuw
    return rij[-1]


LOS = frozenset((*woorden(_LOS), *(er + bij for er in _MET_ER for bij in woorden(_VOORZETSELS))))
"""Words that say nothing by themselves."""
_VAGE_STAMMEN = frozenset(stam(woord) for woord in woorden(_VAAG))
