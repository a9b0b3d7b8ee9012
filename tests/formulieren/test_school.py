"""What a school makes its own: logo, colours, extra lines; and a portfolio as one document."""

import base64
import re

import pytest

from tests.deur import gelukt, leerwerk
from tests.formulieren.conftest import KWAAD
from tests.formulieren.programma import axe, draai

LOGOS = {
    "logo.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>',
    "logo.png": base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    ),
}


def test_school_puts_in_its_logo_colours_and_lines(maak, school):
    stijl = school / "templates/stijl"
    stijl.mkdir(parents=True, exist_ok=True)
    (stijl / "school.css").write_text(":root { --accent: #7a1f5c; }", encoding="utf-8")
    (stijl / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    regels = school / "templates/formulieren/schoolregels.html.j2"
    regels.write_text("<p>Geef dit terug aan de student.</p>", encoding="utf-8")
    pagina = maak("observatie").read_text(encoding="utf-8")
    for stuk in (
        "--accent: #7a1f5c",
        "data:image/svg+xml;base64,",
        "Geef dit terug aan de student.",
        "Voorbeeldschool",
    ):
        assert stuk in pagina


@pytest.mark.parametrize("naam", LOGOS)
def test_logo_stands_in_the_pdf_with_a_name(maak, school, naam):
    (school / "templates/stijl").mkdir(parents=True, exist_ok=True)
    (school / f"templates/stijl/{naam}").write_bytes(LOGOS[naam])
    pdf = maak("observatie", "--formaat", "pdf")
    assert '"/Alt": "u:Logo van Voorbeeldschool"' in draai("qpdf", "--json", pdf)


def test_broken_template_gives_file_and_line(ronde, school):
    sjabloon = school / "templates/formulieren/observatie.html.j2"
    for kapot, regel in (("een\n{% if %}\n", 2), ("een\ntwee\n{{ bestaat_niet }}\n", 3), ("{{ 1 / 0 }}", 1)):
        sjabloon.write_text(kapot, encoding="utf-8")
        weigering = leerwerk("formulier", "observatie", map=ronde)
        assert weigering.code == 1
        assert f"observatie.html.j2:{regel}" in weigering.fout


def test_style_that_ends_its_element_is_refused(ronde, school):
    (school / "templates/stijl/school.css").write_text("</style><script>1</script>", encoding="utf-8")
    assert "school.css" in leerwerk("formulier", "observatie", map=ronde).fout


def test_whole_bank_lands_in_a_folder(school, tmp_path):
    gelukt("formulier", "observatie", "--alle", "--naar", str(tmp_path / "alle"), map=school)
    namen = {pad.name for pad in (tmp_path / "alle").iterdir()}
    assert "observatie-directe-instructie.html" in namen
    assert "observatie-oude-taak.html" not in namen


def test_portfolio_is_one_document_without_a_count(ronde, browser, tmp_path):
    gelukt(
        "observeren",
        "--wie",
        "sb",
        "--gezien",
        "klein-bijsturen-1",
        "--notitie",
        f"klein-bijsturen-1={KWAAD}",
        map=ronde,
    )
    uit = gelukt("portfolio", "toon", "--formaat", "html", "--naar", str(tmp_path), map=ronde)
    pad = tmp_path / uit.strip().rpartition("/")[2]
    pagina = pad.read_text(encoding="utf-8")
    assert KWAAD not in pagina
    assert "<svg" in pagina
    assert "%" not in re.sub(r"<style>.*?</style>|<svg.*?</svg>", "", pagina, flags=re.DOTALL)
    browser.get(pad.as_uri())
    assert browser.title != "stuk"
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": axe()})
    uitslag = browser.execute_async_script("axe.run(document).then(arguments[0])")
    assert [(v["id"], [k["html"] for k in v["nodes"]]) for v in uitslag["violations"]] == []


def test_portfolio_as_pdf_is_sound(ronde, tmp_path):
    uit = gelukt("portfolio", "toon", "--formaat", "pdf", "--naar", str(tmp_path), map=ronde).strip()
    assert "No syntax" in draai("qpdf", "--check", uit)
    assert "Tagged:          yes" in draai("pdfinfo", uit)
