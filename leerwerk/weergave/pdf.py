"""A page as PDF/UA with form fields, and the answers in a PDF that was filled in. Sole owner of weasyprint and pypdf.

Both are the extra `pdf`: they are imported when a PDF is asked for, and a
machine without them gets a message that says what to install.
"""

import json
from typing import Any

from leerwerk.domain.formulier import Formulier
from leerwerk.domain.kenmerk import schrijf_kenmerk
from leerwerk.weergave.inladen import laad_weasyprint

KENMERK = "leerwerk-kenmerk"
_ONZICHTBAAR = 2
_ALLEEN_LEZEN = 1
_TERUG_TE_ZETTEN = ~(1 << 14)


class Drukker:
    """Makes PDFs in one style; the style and the fonts are read once, however many are made."""

    def __init__(self, stijl: str) -> None:
        """Raises MachineWeigert."""
        self._weasyprint = laad_weasyprint()
        self._ophaler = self._weasyprint.urls.URLFetcher(allowed_protocols=("data",))  # nothing from outside a page
        self._fonts = self._weasyprint.text.fonts.FontConfiguration()
        self._stijl = self._weasyprint.CSS(string=stijl, font_config=self._fonts, url_fetcher=self._ophaler)

    def druk(self, html: str, formulier: Formulier | None = None) -> bytes:
        """The page as PDF/UA; with `formulier` its vakken are form fields."""
        document = self._weasyprint.HTML(string=html, url_fetcher=self._ophaler)
        _zonder_ids(document.etree_element)
        uit: bytes = document.write_pdf(
            pdf_variant="pdf/ua-1",
            pdf_forms=formulier is not None,
            font_config=self._fonts,
            stylesheets=[self._stijl],
            finisher=lambda _, pdf: _maak_af(pdf, formulier) if formulier else None,
        )
        return uit


def _zonder_ids(pagina: Any) -> None:
    """Take the ids of vakken off: nothing refers to them here, and what has an id shares its style with nothing."""
    for soort in ("input", "textarea"):
        for vak in pagina.iter(soort):
            vak.attrib.pop("id", None)


def _maak_af(pdf: Any, formulier: Formulier) -> None:
    """Finish what WeasyPrint leaves open: what is read aloud, choices that can be taken back, the kenmerk."""
    import pydyf  # noqa: PLC0415

    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    namen = _namen(formulier)
    velden = [ding for ding in pdf.objects if isinstance(ding, pydyf.Dictionary) and "FT" in ding]
    keuzes = {
        kind: keuze.string
        for veld in velden
        for kind, keuze in zip(veld.get("Kids", ()), veld.get("Opt", ()), strict=False)
    }
    for veld in velden:
        naam, keuze = veld["T"].string, keuzes.get(veld.reference, "")
        veld["TU"] = pydyf.String(f"{namen.get(naam, naam)} {keuze}".strip())
        if "Kids" in veld:
            veld["Ff"] &= _TERUG_TE_ZETTEN
        if keuze:
            del veld["T"]  # a choice is part of its group, not a field of its own
    form["Fields"] = pydyf.Array(veld for veld in form["Fields"] if veld not in keuzes)
    kenmerk = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Tx",
            "Rect": pydyf.Array((0, 0, 0, 0)),
            "F": _ONZICHTBAAR,
            "Ff": _ALLEEN_LEZEN,
            "T": pydyf.String(KENMERK),
            "TU": pydyf.String("Van welk formulier dit is"),
            "V": pydyf.String(json.dumps(schrijf_kenmerk(formulier.kenmerk), ensure_ascii=False)),
        }
    )
    pdf.add_object(kenmerk)
    form["Fields"].append(kenmerk.reference)


def _namen(formulier: Formulier) -> dict[str, str]:
    """What is read aloud at each vak: its label, after the kijkpunt or the onderdeel that it belongs to."""
    namen = {vak.naam: " ".join(dict.fromkeys(filter(None, (vak.label, vak.hulp)))) for vak in formulier.vakken}
    rijen = [(rij, vak) for blok in formulier.blokken for rij in blok.rijen for vak in rij.vakken]
    return namen | {
        vak.naam: f"{rij.tekst} – {vak.label}" for rij, vak in rijen if rij.tekst not in (vak.label, vak.hulp)
    }
