"""A step as a document to edit: the template with what is known, and back."""

import re
from collections.abc import Mapping
from typing import Any

from leerwerk.domain.tekens import verboden_teken
from leerwerk.domain.velden import Documentsoort
from leerwerk.domain.waarden import read_velden
from leerwerk.errors import Geweigerd
from leerwerk.store.documenten import weiger
from leerwerk.store.kop import lees_document
from leerwerk.store.ontsnappen import bescherm
from leerwerk.store.plaatsen import Werkplek
from leerwerk.store.romp import lees_secties
from leerwerk.store.schrijver import veldregels
from leerwerk.weergave.sjablonen import render

_WENK = re.compile(r"^<!--.*?-->[ \t]*\n?", re.MULTILINE | re.DOTALL)
_VERBORGEN = frozenset({"taakversie", "formulier", "formulieren"})


def maak_tekst(
    werkplek: Werkplek, soort: Documentsoort, antwoorden: Mapping[str, Any], wenken: Mapping[str, Any]
) -> str:
    """The text to edit: fields that are known, the others as comments, and the questions with answers so far."""
    return render(
        werkplek.mappen("templates"),
        f"stappen/{soort.naam}.md.j2",
        velden=[
            {
                "naam": veld.naam,
                "uitleg": " ".join((veld.uitleg, *([f"Kies: {', '.join(veld.keuzes)}."] if veld.keuzes else []))),
                "regels": veldregels(veld.naam, antwoorden[veld.naam], "") if antwoorden.get(veld.naam) else [],
            }
            for veld in soort.velden
            if veld.naam not in _VERBORGEN
        ],
        vakken=[
            {
                "titel": vak.titel,
                "vraag": vak.vraag,
                "verplicht": vak.verplicht,
                "tekst": bescherm(antwoorden.get(vak.naam) or ""),
            }
            for vak in soort.tekstvakken
        ],
        **wenken,
    )


def lees_tekst(tekst: str, soort: Documentsoort, pad: str) -> dict[str, Any]:
    """The answers in an edited text. Raises Geweigerd with the line for what is missing or malformed."""
    if teken := verboden_teken(tekst):
        raise Geweigerd(f"In de tekst staat een onzichtbaar stuurteken ({teken}).", waar=pad, nu="Haal het weg.")
    document = lees_document(_WENK.sub(_lege_regels, tekst), pad, b"")
    waarden, bevindingen = read_velden(soort.velden, document.kop, pad)
    weiger(bevindingen)
    secties = lees_secties(document, tot_niveau=2)
    teksten = {sectie.titel.tekst: sectie for sectie in secties if not sectie.anker}
    for vak in soort.tekstvakken:
        sectie = teksten.get(vak.titel)
        if sectie and sectie.tekst:
            waarden[vak.naam] = sectie.tekst
        elif vak.verplicht:
            regelnummer = sectie.titel.regelnummer if sectie else 1
            raise Geweigerd(f"Onder '{vak.titel}' staat nog niets.", waar=f"{pad}:{regelnummer}", nu=vak.vraag)
    notities = {sectie.anker: sectie.tekst for sectie in secties if sectie.anker and sectie.tekst}
    return {**waarden, "notities": notities} if notities else waarden


def _lege_regels(wenk: re.Match[str]) -> str:
    return "\n" * wenk.group().count("\n")
