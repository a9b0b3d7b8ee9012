"""Answers in a form that came back: a page that was saved, or a PDF that was filled in.

Reads and judges nothing: kenmerk and answers as they are in the file, by the
name of their vak. What cannot be read is refused with the reason.
"""

import io
import json
from html.parser import HTMLParser
from typing import Any

from leerwerk.errors import Geweigerd, MachineWeigert

BLIJFT = "Het bestand is niet veranderd."
KENMERK = "leerwerk-kenmerk"
ANTWOORDEN = "leerwerk-antwoorden"
MAX_VELDEN = 2000
Teruggelezen = tuple[dict[str, object], dict[str, str], frozenset[str] | None]


def lees_html(tekst: str) -> Teruggelezen:
    """Kenmerk and answers of a saved page. Raises Geweigerd when it is not a form of ours, or damaged."""
    lezer = _Blokken()
    lezer.feed(tekst)
    lezer.close()
    if KENMERK not in lezer.blokken:
        raise _geen_formulier()
    if "</html>" not in tekst[-2000:].lower():
        raise _beschadigd("het einde ontbreekt")
    kenmerk = _json(lezer.blokken[KENMERK])
    antwoorden = _json(lezer.blokken.get(ANTWOORDEN, "{}")).get("antwoorden", {})
    if not isinstance(antwoorden, dict) or not all(isinstance(waarde, str) for waarde in antwoorden.values()):
        raise _beschadigd("de antwoorden zijn niet te lezen")
    return kenmerk, antwoorden, None


class _Blokken(HTMLParser):
    """The two data blocks of a form."""

    def __init__(self) -> None:
        super().__init__()
        self.blokken: dict[str, str] = {}
        self._nu = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        id = dict(attrs).get("id") or ""
        self._nu = id if tag == "script" and id in (KENMERK, ANTWOORDEN) else ""
        if self._nu:
            self.blokken.setdefault(self._nu, "")

    def handle_endtag(self, tag: str) -> None:
        self._nu = ""

    def handle_data(self, data: str) -> None:
        if self._nu:
            self.blokken[self._nu] += data


def _json(tekst: str) -> dict[str, Any]:
    try:
        waarde = json.loads(tekst)
    except (ValueError, RecursionError) as fout:
        raise _beschadigd("de gegevens zijn niet te lezen") from fout
    if not isinstance(waarde, dict):
        raise _beschadigd("de gegevens zijn niet te lezen")
    return waarde


def lees_pdf(inhoud: bytes) -> Teruggelezen:
    """Kenmerk and answers of a filled PDF. Raises Geweigerd for one that is damaged, locked or not ours."""
    try:
        import pypdf  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as fout:
        raise MachineWeigert(
            "Om een pdf te lezen is pypdf nodig, en dat is er niet.", nu="Installeer het: pip install 'leerwerk[pdf]'"
        ) from fout
    try:
        velden = _velden(pypdf.PdfReader(io.BytesIO(inhoud)))
    except pypdf.errors.DependencyError as fout:  # it would need a cipher that is not installed
        raise _versleuteld() from fout
    except Geweigerd:
        raise
    except Exception as fout:  # a parser of damaged files raises whatever it stumbles on
        raise _beschadigd(type(fout).__name__) from fout
    if KENMERK not in velden:
        raise _geen_formulier()
    kenmerk = _json(velden.pop(KENMERK))
    return kenmerk, {naam: waarde for naam, waarde in velden.items() if waarde}, frozenset(velden)


def _velden(lezer: Any) -> dict[str, str]:
    if lezer.is_encrypted:
        raise _versleuteld()
    form = lezer.trailer["/Root"].get("/AcroForm")
    rijen = form.get_object().get("/Fields") if form else None
    if not rijen:
        raise _geen_formulier()
    if len(rijen) > MAX_VELDEN:
        raise Geweigerd(
            f"Deze pdf heeft meer dan {MAX_VELDEN} velden; geen enkel formulier heeft er zoveel.", nu=BLIJFT
        )
    velden = {}
    for rij in rijen:
        veld = rij.get_object()
        if "/T" in veld:
            velden[str(veld["/T"])] = _waarde(veld)
    return velden


def _waarde(veld: Any) -> str:
    """The value of a field as text; of a group of choices the text of the choice."""
    if veld.get("/FT") != "/Btn":
        ruw = veld.get("/V", "")
        return ruw.decode("utf-8", "replace") if isinstance(ruw, bytes) else str(ruw).replace("\r", "\n")
    stand = str(veld.get("/V", "/Off"))
    if stand == "/Off":  # some readers only mark the choice itself
        standen = (str(kind.get_object().get("/AS", "/Off")) for kind in list(veld.get("/Kids", ()))[:50])
        stand = next((gezet for gezet in standen if gezet != "/Off"), "/Off")
    keuze = stand.removeprefix("/")
    keuzes = list(veld.get("/Opt", ()))
    if keuze.isdecimal() and int(keuze) < len(keuzes):
        return str(keuzes[int(keuze)])
    return "" if keuze == "Off" else keuze


def _geen_formulier() -> Geweigerd:
    return Geweigerd(
        "Dit bestand is geen formulier van leerwerk.",
        nu=f"{BLIJFT} Een formulier dat als plaatje is opgeslagen of opnieuw is afgedrukt, is niet te lezen: "
        "typ het over.",
    )


def _versleuteld() -> Geweigerd:
    return Geweigerd("Deze pdf is versleuteld.", nu=f"{BLIJFT} Sla hem op zonder wachtwoord.")


def _beschadigd(waarom: str) -> Geweigerd:
    return Geweigerd(
        f"Dit formulier is beschadigd ({waarom}).", nu=f"{BLIJFT} Vraag het opnieuw op, of typ het over."
    )
