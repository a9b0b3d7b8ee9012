"""How the values of options are read: a day, a line, prose from wherever it comes."""

import re
import sys
from datetime import date, timedelta
from pathlib import Path

from leerwerk.cli.uit import waarschuw
from leerwerk.cli.vragen import Vraag, kan_vragen, vraag_als_het_kan
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.tekens import effen, verboden_teken
from leerwerk.errors import Gestopt, VerkeerdGebruik
from leerwerk.store.bestanden import MAX_BYTES, lees_tekst

JA_NEE = {"ja": "", "nee": ""}
_ISO = re.compile(r"(?P<jaar>[0-9]{4})-(?P<maand>[0-9]{2})-(?P<dag>[0-9]{2})")
_NEDERLANDS = re.compile(r"(?P<dag>[0-9]{1,2})-(?P<maand>[0-9]{1,2})-(?P<jaar>[0-9]{4})")


def lees_datum(tekst: str, vandaag: date | None = None) -> date:
    """The day meant by `tekst`; today when it is empty. Raises VerkeerdGebruik."""
    vandaag = vandaag or date.today()
    woorden = {"": vandaag, "vandaag": vandaag, "gisteren": vandaag - timedelta(days=1)}
    if tekst.lower() in woorden:
        return woorden[tekst.lower()]
    gevonden = _ISO.fullmatch(tekst) or _NEDERLANDS.fullmatch(tekst)
    try:
        if not gevonden:
            raise ValueError
        return date(*(int(gevonden[deel]) for deel in ("jaar", "maand", "dag")))
    except ValueError:
        raise VerkeerdGebruik(
            f"`{tekst[:40]}` is geen datum die bestaat.", nu="Schrijf hem als 2026-11-24 of 24-11-2026."
        ) from None


def in_het_verleden(dag: date) -> date:
    """`dag`, when it is meant: a lesson is told about afterwards. Raises Gestopt when a person says it is not.

    Without a terminal a day that has yet to come gets a word of warning.
    """
    if dag > date.today():
        let_op = f"Let op: {datum_voluit(dag)} ligt in de toekomst."
        if not kan_vragen():
            waarschuw(let_op)
        elif vraag_als_het_kan("", Vraag("--datum", f"{let_op} Klopt die datum?", True, JA_NEE)) == "nee":
            raise Gestopt("Er is niets vastgelegd.", nu="Begin opnieuw, met de goede dag bij --datum.")
    return dag


def lees_regel(waarde: str | None, optie: str) -> str:
    """An answer of one line: `lees_proza` with its line breaks as spaces."""
    return " ".join(lees_proza(waarde, optie).split())


def lees_proza(waarde: str | None, optie: str) -> str:
    """The text of an option: itself, standard input for `-`, a file for `@bestand`.

    Raises VerkeerdGebruik for characters nobody can see and for text over 1 MiB,
    and as `lees_tekst` for the file.
    """
    if not waarde:
        return ""
    tekst = effen(_haal(waarde, optie))
    if teken := verboden_teken(tekst):
        raise VerkeerdGebruik(
            f"In de tekst bij {optie} staat een onzichtbaar stuurteken ({teken}).", nu="Typ de tekst opnieuw."
        )
    if not tekst.strip():
        raise VerkeerdGebruik(f"De tekst bij {optie} is leeg.", nu="Vul hem in, of laat hem weg.")
    return tekst


def waar_vandaan(waarde: str, optie: str) -> str:
    """Where the text of an option stands, to name it in a message: the file, or the option."""
    return waarde[1:] if waarde.startswith("@") else optie


def _haal(waarde: str, optie: str) -> str:
    if waarde == "-":
        ruw = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(ruw) > MAX_BYTES:
            raise VerkeerdGebruik(f"De tekst bij {optie} is groter dan 1 MiB.", nu="Maak hem korter.")
        try:
            return ruw.decode("utf-8-sig")
        except UnicodeDecodeError as fout:
            raise VerkeerdGebruik(f"De tekst bij {optie} is geen UTF-8.", nu="Sla hem op als UTF-8.") from fout
    if waarde.startswith("@"):
        pad = Path(waarde[1:])
        return lees_tekst(pad, pad.absolute().parent)[0]
    return waarde
