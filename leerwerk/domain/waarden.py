"""From the nodes of the front matter to values, by the table of fields.

Every problem becomes a finding, and all of them are found in one run. Words of
the file are never guessed at: a misspelt key is reported with the key that was
probably meant.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.document import Knoop, Lijst, Tabel, Waarde
from leerwerk.domain.velden import Soort, Veld

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID_LENGTE = 64
VERSIE = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
GETAL = re.compile(r"[0-9]{1,4}")
DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
GERESERVEERD = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


class Ongeldig(ValueError):
    """A node that is not what its field asks for: where, and what was expected."""

    def __init__(self, knoop: Knoop, verwacht: str) -> None:
        super().__init__(verwacht)
        self.knoop = knoop
        self.verwacht = verwacht


def is_id(tekst: str) -> bool:
    """Whether `tekst` may name a task, a student, a leerdoel: it becomes a file name on every system."""
    return len(tekst) <= ID_LENGTE and bool(ID.fullmatch(tekst)) and not GERESERVEERD.fullmatch(tekst)


def lijkt_op(woord: str, bekend: "Mapping[str, Any] | tuple[str, ...]") -> str:
    """The known word that was probably meant, or ''; the beginning of just one id will do."""
    klein = woord.lower()
    begin = [id for id in bekend if id.startswith(f"{klein}-")]
    return begin[0] if len(begin) == 1 else next(iter(get_close_matches(klein, list(bekend), 1, 0.6)), "")


def bedoel_je(woord: str, bekend: "Mapping[str, Any] | tuple[str, ...]") -> str:
    """What to say about a word that is not known: the one that was probably meant, else all of them."""
    bedoeld = lijkt_op(woord, bekend)
    return f"Bedoel je `{bedoeld}`?" if bedoeld else kies_uit(bekend)


def kies_uit(bekend: Iterable[str]) -> str:
    """All words that would do, as a sentence; '' when there are none."""
    woorden = ", ".join(bekend)
    return f"Kies uit: {woorden}." if woorden else ""


def read_velden(velden: tuple[Veld, ...], tabel: Tabel, pad: str) -> tuple[dict[str, Any], tuple[Bevinding, ...]]:
    """The values of `tabel` by field name, and what is wrong with it.

    A field that is absent or malformed is missing from the values. Sequences
    become tuples, groups dicts, dates `datetime.date`.
    """
    bekend = {veld.naam: veld for veld in velden}
    waarden: dict[str, Any] = {}
    bevindingen = []
    for sleutel, knoop in tabel.paren:
        veld = bekend.get(sleutel.tekst)
        if veld is None:
            bevindingen.append(_onbekende_sleutel(sleutel, bekend, pad))
            continue
        try:
            waarden[veld.naam] = read_waarde(veld, knoop)
        except Ongeldig as fout:
            bevindingen.append(_ongeldige_waarde(veld, fout, pad))
    bevindingen += _ontbrekend(velden, waarden, tabel, pad)
    return waarden, tuple(bevindingen)


def read_waarde(veld: Veld, knoop: Knoop) -> Any:
    """The value of one field. Raises Ongeldig with the node that does not fit."""
    return LEZERS[veld.soort](veld, knoop)


def _scalar(knoop: Knoop) -> Waarde:
    if not isinstance(knoop, Waarde):
        raise Ongeldig(knoop, "één waarde, geen lijst of groep")
    return knoop


def _regel(veld: Veld, knoop: Knoop) -> str:
    waarde = _scalar(knoop)
    tekst = " ".join(waarde.tekst.split())
    if not tekst or (waarde.kaal and tekst in {"null", "~"}):
        raise Ongeldig(knoop, "tekst; hier staat niets")
    return tekst


def _id(veld: Veld, knoop: Knoop) -> str:
    tekst = _regel(veld, knoop)
    if not is_id(tekst):
        raise Ongeldig(knoop, "kleine letters, cijfers en streepjes, zoals `directe-instructie`")
    return tekst


def _datum(veld: Veld, knoop: Knoop) -> date:
    tekst = _regel(veld, knoop)
    try:
        if DATUM.fullmatch(tekst):
            return date.fromisoformat(tekst)
    except ValueError:
        pass
    raise Ongeldig(knoop, "een datum die bestaat, als jjjj-mm-dd")


def _getal(veld: Veld, knoop: Knoop) -> int:
    tekst = _regel(veld, knoop)
    if not GETAL.fullmatch(tekst):
        raise Ongeldig(knoop, "een getal")
    return int(tekst)


def _keuze(veld: Veld, knoop: Knoop) -> str:
    tekst = _regel(veld, knoop)
    if tekst not in veld.keuzes:
        bedoeld = lijkt_op(tekst, veld.keuzes)
        raise Ongeldig(knoop, " of ".join(f"`{k}`" for k in ((bedoeld,) if bedoeld else veld.keuzes)))
    return tekst


def _versie(veld: Veld, knoop: Knoop) -> str:
    tekst = _regel(veld, knoop)
    if not VERSIE.fullmatch(tekst):
        raise Ongeldig(knoop, "een versie uit Git: veertig tekens 0-9 en a-f")
    return tekst


def _lijst_van(lees: Callable[[Veld, Knoop], Any]) -> Callable[[Veld, Knoop], tuple[Any, ...]]:
    def lees_lijst(veld: Veld, knoop: Knoop) -> tuple[Any, ...]:
        if not isinstance(knoop, Lijst):
            raise Ongeldig(knoop, "een lijst: `[een, twee]` of regels die met `- ` beginnen")
        return tuple(lees(veld, item) for item in knoop.items)

    return lees_lijst


def _groep(veld: Veld, knoop: Knoop) -> dict[str, Any]:
    if not isinstance(knoop, Tabel):
        raise Ongeldig(knoop, f"een groep met {', '.join(v.naam for v in veld.velden)}")
    rijen = {rij.naam: rij for rij in veld.velden}
    groep = {}
    for sleutel, waarde in knoop.paren:
        if sleutel.tekst not in rijen:
            raise Ongeldig(sleutel, f"een van de sleutels {', '.join(rijen)}")
        groep[sleutel.tekst] = read_waarde(rijen[sleutel.tekst], waarde)
    if mist := [rij.naam for rij in veld.velden if rij.verplicht and rij.naam not in groep]:
        raise Ongeldig(knoop, f"ook `{mist[0]}` in deze groep")
    return groep


def _keuzes_per_id(veld: Veld, knoop: Knoop) -> dict[str, str]:
    if not isinstance(knoop, Tabel):
        raise Ongeldig(knoop, "regels als `onderdeel: keuze`")
    for sleutel, _ in knoop.paren:
        if not is_id(sleutel.tekst):
            raise Ongeldig(sleutel, "een id van kleine letters, cijfers en streepjes")
    return {sleutel.tekst: _keuze(veld, waarde) for sleutel, waarde in knoop.paren}


LEZERS: Mapping[Soort, Callable[[Veld, Knoop], Any]] = {
    Soort.ID: _id,
    Soort.REGEL: _regel,
    Soort.DATUM: _datum,
    Soort.GETAL: _getal,
    Soort.KEUZE: _keuze,
    Soort.VERSIE: _versie,
    Soort.IDS: _lijst_van(_id),
    Soort.VERSIES: _lijst_van(_versie),
    Soort.REGELS: _lijst_van(_regel),
    Soort.GETALLEN: _lijst_van(_getal),
    Soort.GROEPEN: _lijst_van(_groep),
    Soort.KEUZES_PER_ID: _keuzes_per_id,
}


def _onbekende_sleutel(sleutel: Waarde, bekend: Mapping[str, Veld], pad: str) -> Bevinding:
    bedoeld = lijkt_op(sleutel.tekst, bekend)
    hulp = f"Bedoel je `{bedoeld}`?" if bedoeld else f"Deze sleutels kunnen hier: {', '.join(bekend)}."
    return Bevinding(
        pad,
        sleutel.regelnummer,
        sleutel.kolom,
        "sleutels-bekend",
        Ernst.FOUT,
        f"De sleutel `{sleutel.tekst}` bestaat niet in dit document.",
        hulp,
    )


def _ongeldige_waarde(veld: Veld, fout: Ongeldig, pad: str) -> Bevinding:
    return Bevinding(
        pad,
        fout.knoop.regelnummer,
        fout.knoop.kolom,
        "waarden-geldig",
        Ernst.FOUT,
        f"Bij `{veld.naam}` hoort {fout.verwacht}.",
        veld.uitleg,
    )


def _ontbrekend(velden: tuple[Veld, ...], waarden: Mapping[str, Any], tabel: Tabel, pad: str) -> Iterator[Bevinding]:
    aanwezig = {sleutel.tekst for sleutel, _ in tabel.paren}
    for veld in velden:
        leeg = veld.naam in waarden and waarden[veld.naam] == ()
        if veld.verplicht and (leeg or veld.naam not in aanwezig):
            yield Bevinding(
                pad,
                tabel.regelnummer,
                tabel.kolom,
                "velden-volledig",
                Ernst.FOUT,
                f"`{veld.naam}` ontbreekt of is leeg.",
                f"Vul `{veld.naam}:` in. {veld.uitleg}",
            )
