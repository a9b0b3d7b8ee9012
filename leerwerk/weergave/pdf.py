"""A page as PDF/UA with form fields, and the answers in a PDF that was filled in. Sole owner of weasyprint and pypdf.

Both are the extra `pdf`: they are imported when a PDF is asked for, and a
machine without them gets a message that says what to install.
"""

import gc
import json
from typing import Any

from leerwerk.domain.formulier import Formulier, Invoer
from leerwerk.domain.kenmerk import schrijf_kenmerk
from leerwerk.errors import MachineWeigert

KENMERK = "leerwerk-kenmerk"
_ONZICHTBAAR = 2
_ALLEEN_LEZEN = 1
_TERUG_TE_ZETTEN = ~(1 << 14)
# A browser prints the line at the end of the form; in a PDF it stands on every page.
_PAPIER = """
/* A dictionary for hyphens costs more than the page; only the narrow columns of a rubric need it. */
html { hyphens: manual !important }
.rubric .groei label { hyphens: auto !important }
.slot { display: none }
.kop { string-set: herkomst attr(data-herkomst) }
@page { @bottom-left { color: #4a5568; content: string(herkomst); font: 7.5pt Arial, sans-serif; width: 140mm } }
"""


class Drukker:
    """Makes PDFs; fonts are read once, however many are made."""

    def __init__(self) -> None:
        self._weasyprint = _laad()
        self._fonts = self._weasyprint.text.fonts.FontConfiguration()
        self._papier = self._weasyprint.CSS(string=_PAPIER, font_config=self._fonts)

    def druk(self, html: str, formulier: Formulier | None = None) -> bytes:
        """The page as PDF/UA; with `formulier` its vakken are form fields. Raises MachineWeigert."""
        document = self._weasyprint.HTML(string=html, url_fetcher=_geen_netwerk, media_type="print")
        gc.disable()  # one form makes a million small things and no cycle worth a search: a tenth faster
        try:
            uit: bytes = document.write_pdf(
                pdf_variant="pdf/ua-1",
                pdf_forms=formulier is not None,
                font_config=self._fonts,
                stylesheets=[self._papier],
                finisher=lambda _, pdf: _maak_af(pdf, formulier) if formulier else None,
            )
        finally:
            gc.enable()
        return uit


def _laad() -> Any:
    try:
        import weasyprint  # noqa: PLC0415
        import weasyprint.text.fonts  # noqa: PLC0415
    except (ImportError, OSError) as fout:
        wat = "WeasyPrint" if isinstance(fout, ImportError) else "Pango"
        raise MachineWeigert(
            f"Voor een pdf is {wat} nodig, en dat is er niet.",
            nu="Installeer het: pip install 'leerwerk[pdf]', en op Debian of Ubuntu ook: apt install "
            "libpangoft2-1.0-0. Zonder pdf kan het ook: --formaat html",
        ) from fout
    return weasyprint


def _geen_netwerk(url: str, *_: Any, **__: Any) -> Any:
    """What a page refers to: only what it holds itself."""
    if url.startswith("data:"):
        return _laad().default_url_fetcher(url)
    raise ValueError("een formulier haalt niets van buiten")


def _maak_af(pdf: Any, formulier: Formulier) -> None:
    """Finish what WeasyPrint leaves open: names of choices, choices that can be taken back, the kenmerk."""
    import pydyf  # noqa: PLC0415

    labels = {vak.naam: vak for vak in formulier.vakken}
    for ding in pdf.objects:
        if isinstance(ding, pydyf.Dictionary) and "T" in ding and "FT" in ding:
            vak = labels.get(ding["T"].string)
            if vak and vak.invoer is Invoer.KEUZE:
                ding["TU"] = pydyf.String(_label(formulier, vak.naam))
                if "Kids" in ding:
                    ding["Ff"] &= _TERUG_TE_ZETTEN
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    kinderen = {ding.reference for ding in pdf.objects if isinstance(ding, pydyf.Dictionary) and "Parent" in ding}
    for ding in pdf.objects:
        if isinstance(ding, pydyf.Dictionary) and "Parent" in ding and "FT" in ding:
            ding.pop("T", None)  # a choice is part of its group, not a field of its own
    form["Fields"] = pydyf.Array(veld for veld in form["Fields"] if veld not in kinderen)
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


def _label(formulier: Formulier, naam: str) -> str:
    """What a choice is about, for who hears the form: the kijkpunt or the onderdeel, and the question."""
    for blok in formulier.blokken:
        for rij in blok.rijen:
            for vak in rij.vakken:
                if vak.naam == naam:
                    return vak.label if vak.label == rij.tekst else f"{rij.tekst} – {vak.label}"
    return formulier.vak(naam).label
