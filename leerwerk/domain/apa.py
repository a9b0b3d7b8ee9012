"""A source as a reference in APA style, as one writes it in Dutch. Pure.

Where APA leaves it to the language, Dutch custom holds: a prefix stands behind
the initials (`Rooijen, B. van`), `Red.` for editors, `z.d.` without a year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leerwerk.domain.bron import Bron
from leerwerk.domain.document import Lijst, Tabel, Waarde

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_MET_DAG = frozenset({"article-magazine", "article-newspaper", "post-weblog", "webpage"})
_IN_BOEK = frozenset({"chapter", "entry-encyclopedia"})
_ZINSEINDE = (".", "?", "!")


@dataclass(frozen=True, slots=True)
class Referentie:
    """A reference around its title, which a page sets apart; together they are the whole."""

    voor: str
    titel: str
    na: str
    adres: str


def apa(bron: Bron) -> str:
    """The reference of `bron` on one line: who, when, what, where. What the source does not say is left out."""
    referentie = build_referentie(bron)
    return " ".join(filter(None, [referentie.voor + referentie.titel + referentie.na, referentie.adres]))


def build_referentie(bron: Bron) -> Referentie:
    """The reference of `bron` in its parts; `voor` is empty when nobody is named, and the year follows the title."""
    wie, wanneer, titel, erbij = _wie(bron), f"({_wanneer(bron)})", bron.tekst("title"), _erbij(bron)
    rest = [deel for deel in (_waarin(bron), _uitgever(bron)) if deel]
    punt = "" if not erbij and titel.endswith(_ZINSEINDE) else "."
    na = " ".join([erbij + punt, *map(_met_punt, rest if wie else [wanneer, *rest])])
    return Referentie(f"{_met_punt(wie)} {wanneer}. " if wie else "", titel, na, _adres(bron))


def _wie(bron: Bron) -> str:
    auteurs, redactie = _namen(bron, "author"), _namen(bron, "editor")
    if auteurs or bron.tekst("type") in _IN_BOEK:
        return _opsomming([_achternaam_eerst(naam) for naam in auteurs])
    return f"{_opsomming([_achternaam_eerst(naam) for naam in redactie])} (Red.)" if redactie else ""


def _wanneer(bron: Bron) -> str:
    jaar, *rest = _datum(bron) or ("z.d.",)
    if not rest or bron.tekst("type") not in _MET_DAG:
        return jaar
    maand, *dag = rest
    return f"{jaar}, {' '.join([*dag, MAANDEN[int(maand) - 1]])}"


def _erbij(bron: Bron) -> str:
    """What stands directly behind the title: which edition, and what kind of text."""
    druk, soort = bron.tekst("edition"), bron.tekst("genre")
    tussen = f" ({druk}e druk)" if druk.isdigit() else f" ({druk})" if druk else ""
    return tussen + (f" [{soort[:1].upper()}{soort[1:]}]" if soort else "")


def _waarin(bron: Bron) -> str:
    """The journal, book, website or conference that holds it, and where in there."""
    geheel, bladzijden = bron.tekst("container-title") or bron.tekst("event-title"), _bladzijden(bron)
    if not geheel or geheel == _wie(bron):
        return ""
    if bron.tekst("type") in _IN_BOEK:
        redactie = _opsomming([_voorletters_eerst(naam) for naam in _namen(bron, "editor")], " & ")
        plek = f" (pp. {bladzijden})" if bladzijden else ""
        return f"In {f'{redactie} (Red.), ' if redactie else ''}{geheel}{plek}"
    deel, nummer = bron.tekst("volume"), bron.tekst("issue")
    jaargang = f"{deel}({nummer})" if deel and nummer else deel or (nummer and f"({nummer})")
    artikel = f"artikel {bron.tekst('number')}" if bron.tekst("number") else ""
    return ", ".join(filter(None, [geheel, jaargang, artikel, bladzijden]))


def _uitgever(bron: Bron) -> str:
    uitgever = bron.tekst("publisher")
    return "" if uitgever == _wie(bron) else uitgever


def _adres(bron: Bron) -> str:
    """Where it can be read: its DOI as a link, else its web address."""
    doi, url = bron.tekst("DOI"), bron.tekst("URL")
    return f"https://doi.org/{doi}" if doi else url if url.startswith(("https://", "http://")) else ""


def _bladzijden(bron: Bron) -> str:
    return bron.tekst("page").replace("--", "–").replace("-", "–")


def _datum(bron: Bron) -> tuple[str, ...]:
    """Year, month and day, as far as known; a year in words as it stands."""
    issued = bron.velden.get("issued")
    velden = {sleutel.tekst: knoop for sleutel, knoop in issued.paren} if isinstance(issued, Tabel) else {}
    for naam in ("literal", "raw"):
        if isinstance(tekst := velden.get(naam), Waarde):
            return (tekst.tekst,)
    datum = velden.get("date-parts")
    while isinstance(datum, Lijst) and datum.items and isinstance(datum.items[0], Lijst):
        datum = datum.items[0]
    return tuple(deel.tekst for deel in datum.items if isinstance(deel, Waarde)) if isinstance(datum, Lijst) else ()


_Naam = dict[str, str]


def _namen(bron: Bron, veld: str) -> list[_Naam]:
    knoop = bron.velden.get(veld)
    return list(_lees_namen(knoop)) if isinstance(knoop, Lijst) else []


def _lees_namen(lijst: Lijst) -> Iterator[_Naam]:
    for item in lijst.items:
        if isinstance(item, Tabel):
            yield {sleutel.tekst: deel.tekst for sleutel, deel in item.paren if isinstance(deel, Waarde)}


def _achternaam_eerst(naam: _Naam) -> str:
    achter = " ".join(filter(None, [_voorletters(naam), _voorvoegsel(naam)]))
    return naam.get("literal") or ", ".join(filter(None, [naam.get("family", ""), achter]))


def _voorletters_eerst(naam: _Naam) -> str:
    delen = [_voorletters(naam), _voorvoegsel(naam), naam.get("family", "")]
    return naam.get("literal") or " ".join(filter(None, delen))


def _voorvoegsel(naam: _Naam) -> str:
    return naam.get("non-dropping-particle") or naam.get("dropping-particle", "")


def _voorletters(naam: _Naam) -> str:
    """`Jan-Willem Piet` as `J.-W. P.`; initials stay as they are."""
    woorden = naam.get("given", "").replace(".", ". ").split()
    return " ".join("-".join(f"{deel[0]}." for deel in woord.split("-") if deel) for woord in woorden)


def _opsomming(namen: Sequence[str], laatste: str = ", & ") -> str:
    return laatste.join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))


def _met_punt(tekst: str) -> str:
    return tekst if tekst.endswith(_ZINSEINDE) else f"{tekst}."
