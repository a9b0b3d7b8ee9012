"""Asking for what is missing, on a terminal; saying what is missing, without one.

A command lists its questions as rows. When every required answer was given as
an option nothing is asked; on a terminal the rest is asked too, and Enter
skips what may stay empty. What was typed before Ctrl-C is kept for the next
time (`Concept`).
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from leerwerk.cli.concept import Concept
from leerwerk.cli.uit import waarschuw, zeg
from leerwerk.domain.tekens import effen, verboden_teken
from leerwerk.domain.waarden import lijkt_op
from leerwerk.errors import Gestopt, VerkeerdGebruik

LEEG = "-"


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question: the option that answers it beforehand, the words, and what an answer may be.

    `keuzes` maps what may be answered to how it is shown; without it any text
    will do. With `meer` the answer is a tuple; with `vrij` other text than a choice will do
    as well. `hulp` is shown below the question, `leeg` says what Enter does, and `kort` shows
    the choices without their names. `keur` raises VerkeerdGebruik for text that will not do;
    `raad` says what could be better about text that will, and the person decides.
    """

    optie: str
    tekst: str
    verplicht: bool = False
    keuzes: Mapping[str, str] | None = None
    meer: bool = False
    hulp: str = ""
    vrij: bool = False
    leeg: str = "Enter slaat over"
    kort: bool = False
    keur: Callable[[str], object] | None = None
    raad: Callable[[str], str] | None = None


def kan_vragen() -> bool:
    """Whether a person can answer: standard input and output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def vul_aan(
    vragen: Mapping[str, Vraag], gegeven: Mapping[str, Any], concept: Concept | None = None
) -> dict[str, Any]:
    """The answers by name: those given, and on a terminal those asked for.

    Raises VerkeerdGebruik naming every required option that is missing when
    nobody can be asked, KeyboardInterrupt when the person stops.
    """
    antwoorden = {naam: gegeven.get(naam) for naam in vragen}
    open_vragen = [naam for naam, vraag in vragen.items() if vraag.verplicht and not antwoorden[naam]]
    if not open_vragen:
        return antwoorden
    if not kan_vragen():
        raise ontbreekt([vragen[naam].optie for naam in open_vragen])
    for naam, vraag in vragen.items():
        if antwoorden[naam] in (None, "", ()):
            antwoorden[naam] = _stel(naam, vraag, concept)
    return antwoorden


def vraag_als_het_kan(naam: str, vraag: Vraag, concept: Concept | None = None) -> Any:
    """The answer to a question that may stay empty; empty when nobody can be asked."""
    return _stel(naam, vraag, concept) if kan_vragen() else () if vraag.meer else ""


def ontbreekt(opties: Sequence[str]) -> VerkeerdGebruik:
    """The refusal that names what is missing."""
    return VerkeerdGebruik(
        f"Nog nodig: {', '.join(opties)}.", nu="Geef dit mee, of gebruik het commando in een terminal."
    )


def kies(vraag: str, keuzes: Mapping[str, str], optie: str) -> str:
    """One of `keuzes`: the only one there is, or the one the person points at."""
    if len(keuzes) == 1:
        return next(iter(keuzes))
    if not kan_vragen():
        raise VerkeerdGebruik(f"Kies met {optie}: {', '.join(keuzes)}.", nu="Geef die optie mee.")
    return str(_stel("", Vraag(optie, vraag, True, keuzes), None))


def _stel(naam: str, vraag: Vraag, concept: Concept | None) -> Any:
    """Ask until the answer will do; '' or () when a question that may stay empty is skipped."""
    eerder = (concept.antwoord(naam) if concept else None) or ""
    _toon(vraag, eerder)
    while True:
        ruw = _invoer(concept) or eerder
        if eerder and ruw == LEEG:
            ruw = ""
        if not ruw and not vraag.verplicht:
            return () if vraag.meer else ""
        try:
            antwoord = _lees(vraag, ruw)
        except VerkeerdGebruik as fout:
            waarschuw(f"{fout.wat} {fout.nu}")
            continue
        if concept and naam:
            concept.bewaar(naam, ", ".join(antwoord) if vraag.meer else antwoord)
        if vraag.raad and ruw != eerder and (raad := vraag.raad(ruw)):
            waarschuw(raad)
            zeg("Schrijf het anders, of druk op Enter om het zo te houden.")
            eerder = ruw
            continue
        return antwoord


def _toon(vraag: Vraag, eerder: str) -> None:
    wenk = _wenk(vraag, eerder)
    zeg()
    zeg(vraag.tekst + (f" ({wenk})" if wenk else ""))
    if vraag.hulp:
        zeg(vraag.hulp, "  ")
    for nummer, (sleutel, uitleg) in enumerate((vraag.keuzes or {}).items(), 1):
        tekst = uitleg if vraag.kort else " – ".join(filter(None, (sleutel, uitleg)))
        zeg(f"{nummer:>2}  {tekst}", "  ", hang=len(f"{nummer}  "))
    if eerder:
        zeg(
            f"Enter houdt wat er al stond: {eerder}" + ("" if vraag.verplicht else " – een streepje maakt leeg"), "  "
        )


def _wenk(vraag: Vraag, eerder: str) -> str:
    delen = []
    if vraag.keuzes and vraag.meer:
        delen.append(f"nummers{'' if vraag.kort else ' of namen'}, met komma's ertussen")
    elif vraag.keuzes:
        delen.append("nummer of naam")
    if not vraag.verplicht and not eerder:
        delen.append(vraag.leeg)
    return "; ".join(delen)


def _invoer(concept: Concept | None) -> str:
    with suppress(ImportError):
        import readline  # noqa: F401 - arrow keys and history in input()
    try:
        return effen(input("> ")).strip()
    except (EOFError, KeyboardInterrupt):
        bewaard = "Wat je al typte, staat er nog als je opnieuw begint." if concept and concept.begonnen else ""
        raise Gestopt("\nGestopt. Er is niets vastgelegd.", nu=bewaard) from None


def _lees(vraag: Vraag, ruw: str) -> Any:
    """The answer in what was typed. Raises VerkeerdGebruik with what would do."""
    if not ruw:
        raise VerkeerdGebruik("Hier is een antwoord nodig.", nu="Stoppen kan met Ctrl-C.")
    return _lees_keuzes(vraag, ruw) if vraag.keuzes else _lees_tekst(vraag, ruw)


def _lees_tekst(vraag: Vraag, ruw: str) -> Any:
    if teken := verboden_teken(ruw):
        raise VerkeerdGebruik(f"In je antwoord staat een onzichtbaar stuurteken ({teken}).", nu="Typ het opnieuw.")
    if vraag.keur:
        vraag.keur(ruw)
    return (ruw,) if vraag.meer else ruw


def _lees_keuzes(vraag: Vraag, ruw: str) -> Any:
    keuzes = tuple(vraag.keuzes or ())
    delen = [deel.strip() for deel in ruw.split(",") if deel.strip()] if vraag.meer else [ruw]
    try:
        gekozen = tuple(dict.fromkeys(_een_keuze(deel, keuzes) for deel in delen))
    except VerkeerdGebruik:
        if vraag.vrij and not _zijn_nummers(ruw):
            return _lees_eigen(vraag, ruw, keuzes)
        raise
    return gekozen if vraag.meer else gekozen[0]


def _zijn_nummers(ruw: str) -> bool:
    return ruw.replace(",", "").replace(" ", "").isdecimal()


def _lees_eigen(vraag: Vraag, ruw: str, keuzes: tuple[str, ...]) -> Any:
    """Other text than a choice; when more may be answered, numbers may stand before it."""
    nummer, _, rest = (deel.strip() for deel in ruw.partition(","))
    if vraag.meer and rest and nummer.isdecimal():
        eigen = _lees_keuzes(vraag, rest)
        return tuple(dict.fromkeys((_een_keuze(nummer, keuzes), *eigen)))
    return _lees_tekst(vraag, ruw)


def _een_keuze(deel: str, keuzes: tuple[str, ...]) -> str:
    if deel.isdecimal() and len(deel) < 4 and 1 <= int(deel) <= len(keuzes):
        return keuzes[int(deel) - 1]
    if deel in keuzes:
        return deel
    passend = [keuze for keuze in keuzes if keuze.startswith(deel.lower())]
    if len(passend) == 1:
        return passend[0]
    bedoeld = next(iter(passend), lijkt_op(deel, keuzes))
    hulp = f"Bedoel je `{bedoeld}`?" if bedoeld else _welk_nummer(len(keuzes))
    raise VerkeerdGebruik(f"`{deel}` staat er niet bij.", nu=hulp)


def _welk_nummer(aantal: int) -> str:
    return f"Kies een nummer van 1 tot en met {aantal}." if aantal > 1 else "Typ 1, of de naam."
