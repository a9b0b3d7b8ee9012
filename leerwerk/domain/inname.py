"""A form that came back: is it ours, does it belong here, and what does it say.

Pure. Nothing in a form is taken on trust: a vak that the form does not have, a
choice that it does not offer or a character that nobody can see is refused, and
the file stays where it was.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from leerwerk.domain import velden
from leerwerk.domain.datum import lees_dag
from leerwerk.domain.formulier import JA, Aanleiding, Formulier, Invoer, Kenmerk, Vak, besluit, keuze, notitie
from leerwerk.domain.kenmerk import formuliersoort
from leerwerk.domain.portfolio import Observatie, Portfolio, Vervolg
from leerwerk.domain.slug import slug
from leerwerk.domain.taak import Taak
from leerwerk.domain.tekens import effen, verboden_teken, zichtbaar
from leerwerk.errors import Geweigerd

BLIJFT = "Het bestand is niet veranderd."


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """What was read from a file: which form, what was written, which vakken the file has, and its fingerprint.

    `vakken` is None for a form that only holds the vakken that were filled in.
    """

    kenmerk: Kenmerk
    antwoorden: Mapping[str, str]
    sha256: str
    vakken: frozenset[str] | None = None


def blanco(kenmerk: Kenmerk, taak: Taak | None) -> Formulier:
    """The form as it was before anyone wrote on it, with every vak that it can have."""
    soort = formuliersoort(kenmerk.formulier)
    return soort.maak(Aanleiding(kenmerk.op, taak, kenmerk.onderdelen), kenmerk.week)


def keur(formulier: Formulier, ingevuld: Ingevuld) -> dict[str, str]:
    """The answers by vak, without the empty ones. Raises Geweigerd for what this form cannot hold."""
    bekend = {vak.naam: vak for vak in formulier.vakken}
    if vreemd := [naam for naam in ingevuld.antwoorden if naam not in bekend]:
        raise Geweigerd(
            f"In dit formulier staat een vak dat er niet bij hoort: `{zichtbaar(vreemd[0])[:60]}`.",
            nu=f"{BLIJFT} Is het een formulier van een andere taak, of is het bestand aangepast?",
        )
    tekst = {naam: _keur_vak(bekend[naam], effen(ruw)) for naam, ruw in ingevuld.antwoorden.items() if ruw.strip()}
    return {naam: waarde for naam, waarde in tekst.items() if waarde}


def ontbrekend(formulier: Formulier, ingevuld: Ingevuld) -> tuple[str, ...]:
    """The vakken that this file lost: they count as empty, and whoever takes the form in hears of it."""
    if ingevuld.vakken is None:
        return ()
    kijken = [vak for blok in formulier.blokken for rij in blok.rijen for vak in rij.vakken]
    return tuple(vak.naam for vak in kijken if vak.naam not in ingevuld.vakken)


def _keur_vak(vak: Vak, tekst: str) -> str:
    if teken := verboden_teken(tekst):
        raise Geweigerd(
            f"Bij '{vak.label}' staat een onzichtbaar stuurteken ({teken}).", nu=f"{BLIJFT} Haal het teken weg."
        )
    if vak.invoer is Invoer.TEKST:
        return tekst
    regel = " ".join(tekst.split())
    if vak.invoer is Invoer.KEUZE:
        return _keur_keuze(vak, regel)
    if vak.invoer is Invoer.KRUIS:
        return JA if regel.lower() in {JA, "x", "on", "yes"} else ""
    if vak.invoer is Invoer.DATUM and not lees_dag(regel):
        raise Geweigerd(f"`{regel[:40]}` is geen datum die bestaat.", nu=f"{BLIJFT} Schrijf hem als 24-11-2026.")
    return regel


def _keur_keuze(vak: Vak, tekst: str) -> str:
    gevonden = [mogelijk for mogelijk in vak.keuzes if _kern(mogelijk) == _kern(tekst)]
    if not gevonden:
        raise Geweigerd(
            f"Bij '{vak.label}' kan `{zichtbaar(tekst)[:60]}` niet.",
            nu=f"{BLIJFT} Kies uit: {', '.join(vak.keuzes)}.",
        )
    return gevonden[0]


def _kern(tekst: str) -> str:
    """Letters and digits only: what is left of a choice after it went through an editor."""
    return re.sub(r"\W+", "", tekst.lower())


def check_student(portfolio: Portfolio, kenmerk: Kenmerk, antwoorden: Mapping[str, str]) -> None:
    """Refuse a form about somebody else."""
    if kenmerk.student and kenmerk.student != portfolio.student:
        raise Geweigerd(
            f"Dit formulier is van `{kenmerk.student}`, en dit is het portfolio van `{portfolio.student}`.",
            nu=f"{BLIJFT} Hoort het bij die student? Geef mee: --student {kenmerk.student}",
        )
    geschreven = antwoorden.get("student", "")
    eigen = {slug(deel) for deel in (portfolio.student, *portfolio.naam.split())}
    if geschreven and not eigen & {slug(deel) for deel in geschreven.split()}:
        raise Geweigerd(
            f"Op dit formulier staat '{geschreven[:60]}', en dit is het portfolio van {portfolio.naam}.",
            nu=f"{BLIJFT} Hoort het wel hier? Verander de naam op het formulier.",
        )


def check_soort(kenmerk: Kenmerk, commando: str) -> None:
    """Refuse a form that another command takes in."""
    soort = formuliersoort(kenmerk.formulier)
    if soort.neemt_over != commando:
        anders = f"Gebruik: leerwerk {soort.neemt_over} --formulier" if soort.neemt_over else "Dat houd je zelf."
        raise Geweigerd(f"Dit is een {soort.titel.lower()}; die hoort niet bij leerwerk {commando}.", nu=anders)


def check_taak(kenmerk: Kenmerk, taak: str) -> None:
    """Refuse a form of another task than the ronde is about."""
    if kenmerk.taak != taak:
        raise Geweigerd(
            f"Dit formulier gaat over de taak `{kenmerk.taak}`, en deze ronde over `{taak}`.",
            nu=f"{BLIJFT} Wijs de goede ronde aan met --ronde.",
        )


def maak_observatie(
    portfolio: Portfolio, ingevuld: Ingevuld, antwoorden: Mapping[str, str], wie: str, lesdag: date
) -> Observatie:
    """The observation on a form. `wie` is used when the form does not say who watched."""
    id, rol = _kijker(portfolio, antwoorden.get("wie") or wie)
    teksten = {naam: antwoorden[naam] for naam in ("lukte", "kijkvraag") if naam in antwoorden}
    if eigen := antwoorden.get("kijkvraag-van-de-student"):
        teksten["kijkvraag"] = effen(f"Kijkvraag: {eigen}\n\n{teksten.get('kijkvraag', '')}")
    return Observatie(
        op=lees_dag(antwoorden.get("op", "")) or lesdag,
        wie=id,
        rol=rol,
        taak=ingevuld.kenmerk.taak,
        taakversie=ingevuld.kenmerk.taakversie,
        kijkpunten=_met_voorvoegsel(antwoorden, keuze("")),
        notities=_met_voorvoegsel(antwoorden, notitie("")),
        teksten=teksten,
        formulier=ingevuld.sha256,
    )


def _met_voorvoegsel(antwoorden: Mapping[str, str], begin: str) -> dict[str, str]:
    return {naam.removeprefix(begin): tekst for naam, tekst in antwoorden.items() if naam.startswith(begin)}


def _kijker(portfolio: Portfolio, naam: str) -> tuple[str, str]:
    """Who watched, as id and role: a name of the portfolio, or a colleague."""
    if not naam:
        raise Geweigerd("Op het formulier staat niet wie er keek.", nu="Geef het mee: --wie")
    if begeleiders := herken(portfolio, naam):
        return begeleiders[0], "werkplekbegeleider"
    if slug(naam) in {portfolio.student, slug(portfolio.naam)}:
        return portfolio.student, "student"
    id = slug(naam)
    if not id:
        raise Geweigerd(f"Uit '{naam[:40]}' is geen naam te maken.", nu="Geef mee wie er keek: --wie")
    return id, "collega"


def herken(portfolio: Portfolio, namen: str) -> tuple[str, ...]:
    """The werkplekbegeleiders meant by what was written: names or short names, also more than one."""
    delen = [slug(deel) for deel in re.split(r",| en |&|\+|/", namen)]
    bekend = {sleutel: wie.id for wie in portfolio.werkplekbegeleiders for sleutel in (wie.id, slug(wie.naam))}
    voornamen = {slug(wie.naam.split()[0]): wie.id for wie in portfolio.werkplekbegeleiders}
    gevonden = (bekend.get(deel) or voornamen.get(deel) for deel in delen)
    return tuple(dict.fromkeys(id for id in gevonden if id))


def dezelfde(een: Observatie, ander: Observatie) -> bool:
    """Whether two observations say the same, whatever file each came from."""
    return replace(een, formulier="") == replace(ander, formulier="")


def lees_koppelkaart(portfolio: Portfolio, ingevuld: Ingevuld, antwoorden: Mapping[str, str]) -> dict[str, object]:
    """What a koppelkaart says, by the names that `leerwerk reflecteren` uses."""
    besluiten = _met_voorvoegsel(antwoorden, besluit(""))
    vakken = (vak.naam for vak in velden.REFLECTIE.tekstvakken if vak.naam != "rubric")
    return {
        **{naam: antwoorden[naam] for naam in vakken if naam in antwoorden},
        **_gesprek(portfolio, antwoorden),
        "zonder_observatie": antwoorden.get("zonder-observatie", ""),
        "onderdelen": besluiten,
        "volgende": tuple(_vervolgen(ingevuld.kenmerk, antwoorden, besluiten)),
        "wat": " ".join(antwoorden.get("volgende-wat", "").split()),
    }


def _gesprek(portfolio: Portfolio, antwoorden: Mapping[str, str]) -> dict[str, object]:
    namen = antwoorden.get("samen-met", "")
    samen_met = herken(portfolio, namen)
    if namen and not samen_met:
        raise Geweigerd(
            f"'{namen[:60]}' staat niet als werkplekbegeleider in je portfolio.",
            nu=f"{BLIJFT} Verander de naam op het formulier.",
        )
    return {"samen_met": samen_met, "op": lees_dag(antwoorden.get("op", ""))}


def _vervolgen(kenmerk: Kenmerk, antwoorden: Mapping[str, str], besluiten: Mapping[str, str]) -> Iterable[Vervolg]:
    for stap in velden.VERVOLGEN:
        if f"volgende-{stap}" in antwoorden:
            oefenen = tuple(id for id, keuze in besluiten.items() if keuze == "nog oefenen") or kenmerk.onderdelen
            yield Vervolg(stap, oefenen if stap == "onderdeel" else ())


def lees_rubric(portfolio: Portfolio, formulier: Formulier, antwoorden: Mapping[str, str]) -> dict[str, object]:
    """What a rubric says, as prose: the description that fits now, what showed it, and what comes next."""
    delen = []
    for blok in formulier.blokken:
        regels = [
            f"{vak.label.rstrip('?')}: {antwoorden[vak.naam]}"
            for rij in blok.rijen
            for vak in rij.vakken
            if vak.naam in antwoorden
        ]
        if regels:
            delen.append("\n\n".join([f"**{blok.titel}**", *regels]))
    return {"rubric": effen("\n\n".join(delen)), **_gesprek(portfolio, antwoorden)}
