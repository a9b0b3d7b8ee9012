"""Making forms: for the ronde that is open, for one task, or for the whole bank."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from leerwerk.actions.taak import alle_taken, kies_onderdelen, taak_van_ronde, vind_taak
from leerwerk.domain.cyclus import fase_van, is_gezien
from leerwerk.domain.datum import lees_dag
from leerwerk.domain.formulier import Aanleiding, Formulier, Formuliersoort
from leerwerk.domain.kenmerk import schrijf_kenmerk
from leerwerk.domain.plek import Plek
from leerwerk.domain.portfolio import Portfolio
from leerwerk.domain.week import rondes_in, week_van
from leerwerk.errors import Geweigerd, LeerwerkFout
from leerwerk.store.documenten import lees_instellingen
from leerwerk.store.formulieren import kopregels, schrijf_formulier
from leerwerk.store.plaatsen import Werkplek


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What is asked for: which form, of which task, for whom, on what day."""

    soort: Formuliersoort
    op: date
    taak: str = ""
    onderdelen: tuple[str, ...] = ()
    week: str = ""


@dataclass(frozen=True, slots=True)
class Waarvoor:
    """The portfolio that the form is for, and the ronde in it when there is one."""

    map: Path | None = None
    portfolio: Portfolio | None = None
    plek: Plek | None = None


Maker = Callable[[Formulier], bytes]


def open_rondes(portfolio: Portfolio, taak: str = "") -> tuple[Plek, ...]:
    """Per leerdoel the ronde that is under way, of one task when it is named."""
    laatste = ((doel, doel.laatste_ronde) for doel in portfolio.leerdoelen)
    return tuple(
        Plek(doel, ronde)
        for doel, ronde in laatste
        if ronde and not ronde.reflectie and taak in ("", ronde.voorbereiding.taak)
    )


def ontwerp(werkplek: Werkplek, aanvraag: Aanvraag, voor: Waarvoor) -> Formulier:
    """The form as values. Raises as `vind_taak`, and Geweigerd for a rubric of a task that has none."""
    plek = voor.plek
    aanleiding = Aanleiding(
        aanvraag.op,
        onderdelen=aanvraag.onderdelen,
        portfolio=voor.portfolio,
        leerdoel=plek.leerdoel if plek else None,
        ronde=plek.ronde if plek else None,
        fase=fase_van(plek.leerdoel) if plek else None,
        gezien=bool(plek and is_gezien(plek.ronde)),
    )
    if aanvraag.soort.met_taak:
        aanleiding = _met_taak(werkplek, aanvraag, voor, aanleiding)
    if aanvraag.soort.naam == "weekreflectie":
        week = aanvraag.week or week_van(aanvraag.op)
        rondes = rondes_in(voor.portfolio, week) if voor.portfolio else ()
        return aanvraag.soort.maak(replace(aanleiding, leerdoel=None, ronde=None, rondes=rondes), week)
    return aanvraag.soort.maak(aanleiding)


def _met_taak(werkplek: Werkplek, aanvraag: Aanvraag, voor: Waarvoor, aanleiding: Aanleiding) -> Aanleiding:
    if voor.plek and voor.map:
        taak = taak_van_ronde(werkplek, voor.map, voor.plek.ronde.voorbereiding).taak
    else:
        taak = vind_taak(werkplek, voor.map, aanvraag.taak)
    if aanvraag.soort.naam == "rubric" and not any(onderdeel.rubric for onderdeel in taak.onderdelen):
        raise Geweigerd(
            f"De taak '{taak.titel}' heeft geen rubric.",
            waar=taak.pad,
            nu=f"Gebruik de koppelkaart: leerwerk formulier koppelkaart {taak.id}",
        )
    onderdelen = kies_onderdelen(taak, aanvraag.onderdelen) if aanvraag.onderdelen else ()
    return replace(aanleiding, taak=taak, onderdelen=onderdelen)


def ontwerp_alle(werkplek: Werkplek, aanvraag: Aanvraag) -> tuple[tuple[Formulier, ...], tuple[LeerwerkFout, ...]]:
    """A form per task of the bank, and why other tasks cannot be read; a task without a rubric has no rubric."""
    taken, fouten = alle_taken(werkplek, None)
    met = (taak for taak in taken if aanvraag.soort.naam != "rubric" or any(o.rubric for o in taak.onderdelen))
    return tuple(aanvraag.soort.maak(Aanleiding(aanvraag.op, taak)) for taak in met), fouten


def maker(werkplek: Werkplek, formaat: str) -> Maker:
    """What turns a form into the bytes of a file. Raises MachineWeigert without the extra for PDF."""
    return FORMATEN[formaat](werkplek)


def schrijf(formulier: Formulier, formaat: str, maak: Maker, map: Path) -> Path:
    """Write a form into `map`; returns its path. Never over one that somebody wrote on."""
    return schrijf_formulier(map, formulier.kenmerk.bestand, f".{formaat}", maak(formulier), _nog_leeg(formulier))


def _nog_leeg(formulier: Formulier) -> Callable[[Path], bool]:
    """Whether nobody wrote on the form in a file: it says no more than what is filled in beforehand."""
    vooraf = {vak.naam: _gelijk(vak.waarde) for vak in formulier.vakken}

    def is_leeg(pad: Path) -> bool:
        from leerwerk.actions.overnemen import lees  # noqa: PLC0415 - only when the file exists already

        with suppress(LeerwerkFout):
            antwoorden = {naam: tekst for naam, tekst in lees(pad).antwoorden.items() if tekst.strip()}
            return all(_gelijk(tekst) == vooraf.get(naam) for naam, tekst in antwoorden.items())
        return False

    return is_leeg


def _gelijk(tekst: str) -> str:
    """A value in one way of writing: a day as a day."""
    dag = lees_dag(tekst)
    return dag.isoformat() if dag else tekst.strip()


def school(werkplek: Werkplek) -> str:
    """The name of the school on its forms; '' outside a content repository."""
    return str(lees_instellingen(werkplek.wortel).get("naam", "")) if werkplek.wortel else ""


def _html(werkplek: Werkplek) -> Maker:
    from leerwerk.weergave.formulieren import html  # noqa: PLC0415 - jinja2

    mappen, naam = werkplek.mappen("templates"), school(werkplek)
    return lambda formulier: html(mappen, naam, formulier).encode()


def _markdown(werkplek: Werkplek) -> Maker:
    from leerwerk.weergave.formulieren import markdown  # noqa: PLC0415 - jinja2

    mappen, naam = werkplek.mappen("templates"), school(werkplek)
    return lambda f: markdown(mappen, naam, f, kopregels(schrijf_kenmerk(f.kenmerk))).encode()


def _pdf(werkplek: Werkplek) -> Maker:
    from leerwerk.weergave.formulieren import html  # noqa: PLC0415 - jinja2
    from leerwerk.weergave.pagina import Drager, lees_stijlen  # noqa: PLC0415 - jinja2
    from leerwerk.weergave.pdf import Drukker  # noqa: PLC0415 - weasyprint

    mappen, naam = werkplek.mappen("templates"), school(werkplek)
    drukker = Drukker(lees_stijlen(mappen, Drager.PDF))
    return lambda formulier: drukker.druk(html(mappen, naam, formulier, Drager.PDF), formulier)


FORMATEN: Mapping[str, Callable[[Werkplek], Maker]] = {"html": _html, "pdf": _pdf, "md": _markdown}
