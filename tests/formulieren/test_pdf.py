"""The PDF: filled in by another program, read back, and sound by the tools that look at PDFs."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.deur import WORTEL, gelukt, leerwerk, leerwerk_proces
from tests.formulieren.conftest import KWAAD
from tests.formulieren.programma import check_pango, draai, programma

SOORTEN = [
    ("leerroutekaart",),
    ("observatie",),
    ("koppelkaart",),
    ("rubric", "het-leerlingpracticum"),
    ("weekreflectie",),
]


def vul_met_qpdf(bron: Path, doel: Path, antwoorden: dict[str, str]) -> Path:
    """Fill in a PDF with qpdf: text as text, a choice as the state of its place among the choices."""
    inhoud = json.loads(draai("qpdf", "--json-output", "--decode-level=none", bron, "-"))
    dingen = {naam: ding["value"] for naam, ding in inhoud["qpdf"][1].items() if "value" in ding}
    for ding in dingen.values():
        naam = ding.get("/T", "").removeprefix("u:") if isinstance(ding, dict) and "/FT" in ding else ""
        if naam not in antwoorden:
            continue
        if ding["/FT"] == "/Tx":
            ding["/V"] = f"u:{antwoorden[naam]}"
        elif "/Opt" in ding:
            plek = [keuze.removeprefix("u:") for keuze in ding["/Opt"]].index(antwoorden[naam])
            ding["/V"] = f"/{plek}"
            dingen[f"obj:{ding['/Kids'][plek]}"]["/AS"] = f"/{plek}"
        else:
            ding["/V"] = ding["/AS"] = "/on"
    for naam, ding in inhoud["qpdf"][1].items():
        if naam in dingen:
            ding["value"] = dingen[naam]
    tussen = doel.with_suffix(".json")
    tussen.write_text(json.dumps(inhoud), encoding="utf-8")
    draai("qpdf", "--json-input", tussen, doel)
    return doel


@pytest.mark.parametrize("welk", SOORTEN, ids=" ".join)
def test_pdf_is_sound_tagged_and_says_what_the_form_says(maak, welk):
    pad = maak(*welk, "--formaat", "pdf")
    assert "No syntax or stream encoding errors" in draai("qpdf", "--check", pad)
    feiten = draai("pdfinfo", pad)
    assert "Tagged:          yes" in feiten
    assert "Form:            AcroForm" in feiten
    assert "(A4)" in feiten
    assert 'pdfuaid:part="1"' in draai("pdfinfo", "-meta", pad)
    assert "Schrijf geen namen van leerlingen op." in draai("pdftotext", pad, "-")


@pytest.mark.parametrize("taak", ["orde-houden", "directe-instructie"])
def test_longest_tasks_of_the_bank_fit_on_the_two_sides_of_a_sheet(tmp_path, taak):
    check_pango()
    gelukt("formulier", "observatie", taak, "--formaat", "pdf", "--naar", str(tmp_path), map=WORTEL)
    assert re.search(r"Pages: +2\n", draai("pdfinfo", tmp_path / f"observatie-{taak}.pdf"))


def test_text_comes_out_in_reading_order(maak):
    tekst = " ".join(draai("pdftotext", maak("observatie", "--formaat", "pdf"), "-").split())
    volgorde = [
        "Orde houden",
        "Schrijf geen namen",
        "Wacht ik tot het stil is?",
        "Wat lukte er in deze les?",
        "Waarom:",
        "niet aan de orde",
    ]
    assert sorted(volgorde, key=tekst.index) == volgorde


def test_every_field_has_a_name_that_is_read_aloud(maak):
    import pypdf

    velden = pypdf.PdfReader(maak("observatie", "--formaat", "pdf")).get_fields()
    assert velden
    assert all(veld.get("/TU") and veld["/TU"] != naam for naam, veld in velden.items())
    assert len({veld["/TU"] for veld in velden.values()}) == len(velden), "twee velden klinken hetzelfde"
    keuzes = [kind.get_object()["/TU"] for kind in velden["keuze-klein-bijsturen-1"]["/Kids"]]
    assert [keuze.rpartition("? ")[2] for keuze in keuzes] == ["gezien", "niet gezien", "niet aan de orde"]


def test_pdf_filled_by_another_program_is_taken_in(maak, ronde, tmp_path):
    antwoorden = {
        "wie": "Sanne Bakker",
        "op": "3-3-2026",
        "lukte": "Je stem bleef rustig.",
        "kijkvraag": f"Twee keer wel. {KWAAD}",
        "notitie-verwachting-uitspreken-1": "'Alleen, in stilte.' Café, één, €.",
        "keuze-verwachting-uitspreken-1": "niet gezien",
    }
    ingevuld = vul_met_qpdf(maak("observatie", "--formaat", "pdf"), tmp_path / "ingevuld.pdf", antwoorden)
    assert "No syntax" in draai("qpdf", "--check", ingevuld)
    gelukt("observeren", "--formulier", str(ingevuld), map=ronde)
    (document,) = ronde.glob("leerdoelen/*/*/observatie-sb.md")
    tekst = document.read_text(encoding="utf-8")
    assert "verwachting-uitspreken-1: niet gezien" in tekst
    assert "'Alleen, in stilte.' Café, één, €." in tekst
    assert f"Twee keer wel. {KWAAD}" in tekst


def test_koppelkaart_as_pdf_becomes_the_reflection(maak, ronde, tmp_path):
    gelukt("observeren", "--wie", "sb", "--gezien", "verwachting-uitspreken-1", map=ronde)
    antwoorden = {
        "samen-met": "Sanne", "op": "4-3-2026", "moment": "De start.", "handvat": "Ik wachtte.",
        "theorie": "Duidelijk zijn.", "besluit-verwachting-uitspreken": "beheerst",
        "besluit-klein-bijsturen": "nog oefenen", "volgende-onderdeel": "ja", "volgende-wat": "In 3 vwo.",
    }  # fmt: skip
    ingevuld = vul_met_qpdf(maak("koppelkaart", "--formaat", "pdf"), tmp_path / "k.pdf", antwoorden)
    gelukt("reflecteren", "--formulier", str(ingevuld), map=ronde)
    (document,) = ronde.glob("leerdoelen/*/*/reflectie.md")
    tekst = document.read_text(encoding="utf-8")
    for stuk in (
        "verwachting-uitspreken: beheerst",
        "stap: onderdeel",
        "- klein-bijsturen",
        "In 3 vwo.",
        "op: 2026-03-04",
    ):
        assert stuk in tekst
    assert "Er is niets veranderd" in gelukt("reflecteren", "--formulier", str(ingevuld), map=ronde)


def test_form_that_was_written_on_is_not_overwritten(maak, tmp_path):
    pad = maak("observatie", "--formaat", "pdf")
    assert maak("observatie", "--formaat", "pdf") == pad
    vul_met_qpdf(pad, tmp_path / "x.pdf", {"lukte": "Iets."}).replace(pad)
    assert maak("observatie", "--formaat", "pdf") == pad.with_name(f"{pad.stem}-2.pdf")


def test_encrypted_pdf_is_refused(maak, ronde, tmp_path):
    dicht = tmp_path / "dicht.pdf"
    draai("qpdf", "--encrypt", "geheim", "geheim", "256", "--", maak("observatie", "--formaat", "pdf"), dicht)
    weigering = leerwerk("observeren", "--formulier", str(dicht), map=ronde)
    assert weigering.code == 1
    assert "versleuteld" in weigering.fout


def test_pdf_printed_again_is_no_form(maak, ronde, tmp_path):
    plat = tmp_path / "plat.pdf"
    subprocess.run(
        [programma("pdftocairo"), "-pdf", str(maak("observatie", "--formaat", "pdf")), str(plat)], check=True
    )
    weigering = leerwerk("observeren", "--formulier", str(plat), map=ronde)
    assert weigering.code == 1
    assert "typ het over" in weigering.fout


def test_a_pdf_leaves_nothing_in_the_folder_for_temporary_files(ronde, tmp_path):
    tijdelijk = tmp_path / "tijdelijk"
    tijdelijk.mkdir()
    argv = ("formulier", "observatie", "--formaat", "pdf", "--naar", str(tmp_path))
    assert leerwerk_proces(*argv, map=ronde, extra={"TMPDIR": str(tijdelijk)}).code == 0
    assert list(tmp_path.glob("*.pdf"))
    assert not list(tijdelijk.iterdir())


def test_without_the_extra_the_html_way_works(ronde, tmp_path):
    leeg = tmp_path / "zonder"
    leeg.mkdir()
    for naam in ("weasyprint", "pypdf"):
        (leeg / f"{naam}.py").write_text("raise ImportError('niet geinstalleerd')\n")
    wortel = Path(__file__).resolve().parents[2]
    zonder = {"PYTHONPATH": f"{leeg}:{wortel}"}
    weigering = leerwerk_proces("formulier", "observatie", "--formaat", "pdf", map=ronde, extra=zonder)
    assert weigering.code == 3
    assert "leerwerk[pdf]" in weigering.fout
    assert "--formaat html" in weigering.fout
    assert leerwerk_proces("formulier", "observatie", map=ronde, extra=zonder).code == 0
