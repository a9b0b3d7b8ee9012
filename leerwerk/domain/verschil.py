"""What differs between two versions of a task, per part and in words.

Pure. Texts are compared as a person reads them: on one line, without the
citations; where only a citation differs, that is said as such.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Kijkpunt, Onderdeel, Taak, verwijzingen, zonder_verwijzingen

_LIJKT = 0.5
_KOP = 60


@dataclass(frozen=True, slots=True)
class Verschil:
    """One thing that differs: a sentence that says what, and the text before and after."""

    onderdeel: str
    zin: str
    oud: str = ""
    nieuw: str = ""


@dataclass(frozen=True, slots=True)
class Naam:
    """How a part of a task is called in a sentence: `het kijkpunt`, `een kijkpunt`."""

    de: str
    een: str


KOPDELEN: tuple[tuple[str, Callable[[Taak], str]], ...] = (
    ("De titel", lambda taak: taak.titel),
    ("Het gedrag", lambda taak: taak.gedrag.tekst),
    ("De soort", lambda taak: taak.soort),
    ("De vakken", lambda taak: ", ".join(taak.vakken)),
    ("De studiejaren", lambda taak: ", ".join(map(str, taak.studiejaren))),
    ("De trefwoorden", lambda taak: ", ".join(taak.trefwoorden)),
)
_LEERDOEL = Naam("het leerdoel", "een leerdoel")
_VRAAG = Naam("de vraag bij Reflecteren", "een vraag bij Reflecteren")
_VOOR = Naam("het punt bij Voorbereiden", "een punt bij Voorbereiden")
_TIJDENS = Naam("het punt bij Uitvoeren", "een punt bij Uitvoeren")
_INLEIDING = Naam("de alinea van de inleiding", "een alinea in de inleiding")
_HANDVAT = Naam("het handvat", "een handvat")
_KIJKPUNT = Naam("het kijkpunt", "een kijkpunt")
_TREDE = Naam("de trede van de rubric", "een trede in de rubric")
_THEORIE = Naam("de alinea theorie", "een alinea theorie")
LIJSTEN_VOOR: tuple[tuple[Naam, Callable[[Taak], Sequence[Passage]]], ...] = (
    (_LEERDOEL, lambda taak: taak.leerdoelen),
    (_INLEIDING, lambda taak: taak.inleiding),
    (_VOOR, lambda taak: taak.voorbereiden),
    (_TIJDENS, lambda taak: taak.uitvoeren),
)
LIJSTEN_NA: tuple[tuple[Naam, Callable[[Taak], Sequence[Passage]]], ...] = ((_VRAAG, lambda taak: taak.reflecteren),)


def verschillen(oud: Taak, nieuw: Taak) -> tuple[Verschil, ...]:
    """What changed from `oud` to `nieuw`, in the order of the task; empty when nothing a reader sees did."""
    return tuple(_alle(oud, nieuw))


def lijkt_op_taak(oud: Taak, andere: Taak) -> bool:
    """Whether `andere` is the same card under another id: the same title, or half of its onderdelen."""
    eigen = {onderdeel.id for onderdeel in oud.onderdelen}
    samen = eigen & {onderdeel.id for onderdeel in andere.onderdelen}
    return oud.titel == andere.titel or 2 * len(samen) >= max(len(eigen), 2)


def _alle(oud: Taak, nieuw: Taak) -> Iterator[Verschil]:
    yield from _status(oud, nieuw)
    for naam, lees in KOPDELEN:
        if lees(oud) != lees(nieuw):
            yield Verschil("", f"{naam} {_meervoud(naam)} anders.", lees(oud), lees(nieuw))
    for deel, teksten in LIJSTEN_VOOR:
        yield from _lijst("", deel, teksten(oud), teksten(nieuw))
    yield from _onderdelen(oud, nieuw)
    for deel, teksten in LIJSTEN_NA:
        yield from _lijst("", deel, teksten(oud), teksten(nieuw))


def _meervoud(naam: str) -> str:
    return "zijn" if naam.endswith("en") else "is"


def _status(oud: Taak, nieuw: Taak) -> Iterator[Verschil]:
    if oud.status == nieuw.status and oud.vervangen_door == nieuw.vervangen_door:
        return
    if nieuw.status == "vervallen":
        door = f" In plaats daarvan is er nu `{nieuw.vervangen_door}`." if nieuw.vervangen_door else ""
        yield Verschil("", f"De taak is vervallen: je kunt er geen nieuwe ronde mee beginnen.{door}")
    elif oud.status != nieuw.status:
        yield Verschil("", f"De taak was {oud.status} en is nu {nieuw.status}.")


def _onderdelen(oud: Taak, nieuw: Taak) -> Iterator[Verschil]:
    paren, weg, erbij = _koppel(oud.onderdelen, nieuw.onderdelen)
    for onderdeel in weg:
        yield Verschil(onderdeel.titel.tekst, "Dit onderdeel is er niet meer.")
    for een, ander in paren:
        yield from _onderdeel(een, ander)
    for onderdeel in erbij:
        kijkpunten = "\n".join(zonder_verwijzingen(punt.tekst) for punt in onderdeel.kijkpunten)
        yield Verschil(onderdeel.titel.tekst, "Er kwam een onderdeel bij, met deze kijkpunten:", nieuw=kijkpunten)
    volgorde = [ander.id for _, ander in paren]
    if volgorde != [onderdeel.id for onderdeel in nieuw.onderdelen if onderdeel.id in volgorde]:
        yield Verschil("", "De onderdelen staan in een andere volgorde.")


def _koppel(
    oud: Sequence[Onderdeel], nieuw: Sequence[Onderdeel]
) -> tuple[list[tuple[Onderdeel, Onderdeel]], list[Onderdeel], list[Onderdeel]]:
    """Onderdelen that are the same one, those that are gone, and those that are new."""
    over = {onderdeel.id: onderdeel for onderdeel in nieuw}
    paren, weg = [], []
    for onderdeel in oud:
        ander = over.get(onderdeel.id) or next((o for o in over.values() if _zelfde_inhoud(onderdeel, o)), None)
        if ander:
            paren.append((onderdeel, over.pop(ander.id)))
        else:
            weg.append(onderdeel)
    return paren, weg, list(over.values())


def _zelfde_inhoud(een: Onderdeel, ander: Onderdeel) -> bool:
    """Whether two onderdelen with different ids share most of their handvatten."""
    eigen = {zonder_verwijzingen(handvat) for handvat in een.handvatten}
    return 2 * len(eigen & {zonder_verwijzingen(handvat) for handvat in ander.handvatten}) > len(eigen)


def _onderdeel(oud: Onderdeel, nieuw: Onderdeel) -> Iterator[Verschil]:
    waar = nieuw.titel.tekst
    if oud.titel.tekst != waar:
        yield Verschil(waar, f"Dit onderdeel heette '{oud.titel.tekst}'.")
    if oud.id != nieuw.id:
        yield Verschil(waar, f"De id van dit onderdeel is nu `{nieuw.id}` en was `{oud.id}`.")
    yield from _lijst(waar, _THEORIE, oud.theorie, nieuw.theorie)
    yield from _lijst(waar, _HANDVAT, oud.handvatten, nieuw.handvatten)
    yield from _lijst(waar, _KIJKPUNT, [k.tekst for k in oud.kijkpunten], [k.tekst for k in nieuw.kijkpunten])
    yield from _redenen(waar, oud.kijkpunten, nieuw.kijkpunten)
    yield from _lijst(waar, _TREDE, oud.rubric, nieuw.rubric)


def _redenen(waar: str, oud: Sequence[Kijkpunt], nieuw: Sequence[Kijkpunt]) -> Iterator[Verschil]:
    """Kijkpunten that stayed, with another Waarom."""
    eerder = {zonder_verwijzingen(kijkpunt.tekst): kijkpunt.waarom or Passage("") for kijkpunt in oud}
    for kijkpunt in nieuw:
        tekst = zonder_verwijzingen(kijkpunt.tekst)
        if tekst in eerder:
            wat = _zo("Het waarom bij het kijkpunt", tekst)
            yield from _anders(waar, wat, eerder[tekst], kijkpunt.waarom or Passage(""))


def _lijst(waar: str, naam: Naam, oud: Sequence[Passage], nieuw: Sequence[Passage]) -> Iterator[Verschil]:
    """What changed in a list of texts: worded otherwise, gone, new, or in another place."""
    links, rechts = [zonder_verwijzingen(p) for p in oud], [zonder_verwijzingen(p) for p in nieuw]
    paren = _paren(links, rechts)
    gekoppeld = dict(paren)
    for i, passage in enumerate(oud):
        if i in gekoppeld:
            yield from _anders(waar, _zo(_hoofdletter(naam.de), links[i]), passage, nieuw[gekoppeld[i]])
        else:
            yield Verschil(waar, f"{_hoofdletter(naam.een)} is er niet meer:", oud=links[i])
    for j, tekst in enumerate(rechts):
        if j not in gekoppeld.values():
            yield Verschil(waar, f"Er kwam {naam.een} bij:", nieuw=tekst)
    if [j for _, j in sorted(paren)] != sorted(j for _, j in paren):
        welk = _zo(naam.de, _verplaatst(paren, rechts))
        yield Verschil(waar, f"De volgorde is anders: {welk} staat op een andere plek.")


def _paren(links: Sequence[str], rechts: Sequence[str]) -> list[tuple[int, int]]:
    """Which text on the left became which on the right: equal ones first, then those most alike."""
    paren, vrij_links, vrij_rechts = [], list(range(len(links))), list(range(len(rechts)))
    for i in list(vrij_links):
        j = next((j for j in vrij_rechts if links[i] == rechts[j]), None)
        if j is not None:
            paren.append((i, j))
            vrij_links.remove(i)
            vrij_rechts.remove(j)
    kandidaten = sorted(
        ((_gelijkenis(links[i], rechts[j]), -abs(i - j), -i, -j) for i in vrij_links for j in vrij_rechts),
        reverse=True,
    )
    for gelijkenis, _, i, j in kandidaten:
        if gelijkenis >= _LIJKT and -i in vrij_links and -j in vrij_rechts:
            paren.append((-i, -j))
            vrij_links.remove(-i)
            vrij_rechts.remove(-j)
    return paren


def _gelijkenis(een: str, ander: str) -> float:
    return SequenceMatcher(None, een.split(), ander.split(), autojunk=False).ratio()


def _verplaatst(paren: Sequence[tuple[int, int]], rechts: Sequence[str]) -> str:
    """The first text that stands before one that it used to follow."""
    plaatsen = [j for _, j in sorted(paren)]
    nummer = next(n for n in range(1, len(plaatsen)) if plaatsen[n] < max(plaatsen[:n]))
    return rechts[plaatsen[nummer]]


def _anders(waar: str, wat: str, oud: Passage, nieuw: Passage) -> Iterator[Verschil]:
    """`wat` with another text, or the same text with other sources."""
    eerst, daarna = zonder_verwijzingen(oud), zonder_verwijzingen(nieuw)
    if eerst != daarna:
        yield Verschil(waar, f"{wat} is anders verwoord.", eerst, daarna)
    elif verwijzingen(oud) != verwijzingen(nieuw):
        bronnen = [", ".join(verwijzingen(passage)) or "geen bron" for passage in (oud, nieuw)]
        yield Verschil(waar, f"{wat} verwijst naar een andere bron.", *bronnen)


def _kort(tekst: str) -> str:
    if len(tekst) <= _KOP:
        return tekst
    return tekst[:_KOP].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def _zo(naam: str, tekst: str) -> str:
    """`naam` with the beginning of its text, in quotes that the text does not use itself."""
    teken = '"' if "'" in tekst else "'"
    return f"{naam} {teken}{_kort(tekst)}{teken}"


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
