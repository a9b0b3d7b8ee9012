"""A mentor with a laptop and no network: Chromium opens, fills in, keeps and saves the form."""

import json
from pathlib import Path

import pytest

from tests.deur import gelukt, leerwerk
from tests.formulieren.conftest import wacht_op
from tests.formulieren.programma import axe

FORMULIEREN = [
    ("leerroutekaart",),
    ("observatie",),
    ("observatie", "directe-instructie"),
    ("koppelkaart",),
    ("rubric", "het-leerlingpracticum"),
    ("weekreflectie",),
]


def open_vers(browser, pad: Path) -> None:
    """Open a form as on a machine that never saw it."""
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get(pad.as_uri())
    browser.execute_script("localStorage.clear()")
    browser.get(pad.as_uri())


def vul_alles(browser) -> dict[str, str]:
    """Type in every vak, and choose the last of every choice; what was answered."""
    from selenium.webdriver.common.by import By

    antwoorden = {}
    for vak in browser.find_elements(By.CSS_SELECTOR, "textarea, input[type=text]"):
        naam = vak.get_attribute("name")
        antwoorden[naam] = vak.get_attribute("value") or f"Wat ik zag bij {naam} </script> & 'zo'"
        vak.clear()
        vak.send_keys(antwoorden[naam])
    for vak in browser.find_elements(By.CSS_SELECTOR, "input[type=radio], input[type=checkbox]"):
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", vak)
        vak.click()
        antwoorden[vak.get_attribute("name")] = vak.get_attribute("value")
    return antwoorden


def staat_er(browser) -> dict[str, str]:
    return browser.execute_script(
        "const uit = {}; for (const el of document.getElementById('formulier').elements) {"
        " if (!el.name) continue; if (['radio','checkbox'].includes(el.type)) { if (el.checked) uit[el.name] = el.value }"
        " else if (el.value) uit[el.name] = el.value } return uit"
    )


def test_form_is_filled_in_kept_saved_and_taken_in(browser, maak, ronde, downloads):
    pad = maak("observatie")
    open_vers(browser, pad)
    antwoorden = vul_alles(browser)
    browser.refresh()
    assert {naam: staat_er(browser).get(naam) for naam in antwoorden} == antwoorden
    browser.find_element("id", "opslaan").click()
    bestand = wacht_op(downloads / f"{pad.stem}-ingevuld.html")
    uit = gelukt("observeren", "--wie", "sb", "--formulier", str(bestand), map=ronde)
    assert "staat in je portfolio" in uit
    (document,) = ronde.glob("leerdoelen/*/*/observatie-*.md")
    tekst = document.read_text(encoding="utf-8")
    assert "Wat ik zag bij notitie-" in tekst
    assert tekst.count("niet aan de orde") >= 2
    assert "Er is niets veranderd" in gelukt("observeren", "--formulier", str(bestand), map=ronde)


def test_saved_file_opens_again_with_its_answers(browser, maak, downloads):
    pad = maak("koppelkaart")
    open_vers(browser, pad)
    antwoorden = vul_alles(browser)
    browser.find_element("id", "opslaan").click()
    bestand = wacht_op(downloads / f"{pad.stem}-ingevuld.html")
    open_vers(browser, bestand)
    assert staat_er(browser) == {**staat_er(browser), **antwoorden}
    assert [regel for regel in browser.get_log("browser") if regel["level"] == "SEVERE"] == []


def test_page_saved_by_the_browser_itself_is_taken_in(browser, maak, ronde, tmp_path):
    """Ctrl+S instead of the button: any browser writes the page as it is then."""
    open_vers(browser, maak("observatie"))
    vul_alles(browser)
    bestand = tmp_path / "Observatieformulier.html"
    bestand.write_text("<!-- saved from url=(0016)about:internet -->\n" + browser.page_source, encoding="utf-8")
    assert leerwerk("observeren", "--wie", "sb", "--formulier", str(bestand), map=ronde).code == 0


@pytest.mark.parametrize("welk", FORMULIEREN, ids=" ".join)
def test_axe_finds_no_violation(browser, maak, welk):
    open_vers(browser, maak(*welk))
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": axe()})
    opties = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    uitslag = browser.execute_async_script(
        "const klaar = arguments[1]; axe.run(document, arguments[0]).then(klaar)", opties
    )
    assert [(v["id"], [k["html"] for k in v["nodes"]]) for v in uitslag["violations"]] == []


@pytest.mark.parametrize("welk", FORMULIEREN, ids=" ".join)
def test_nothing_runs_loads_or_sends(browser, maak, welk):
    """Hostile words are shown as words, and the page asks for nothing but itself."""
    open_vers(browser, maak(*welk))
    assert browser.title != "stuk"
    assert (
        browser.execute_script("return document.querySelectorAll('img[src^=http], iframe, object, link').length") == 0
    )
    gevraagd = [
        bericht["params"]["request"]["url"]
        for regel in browser.get_log("performance")
        if (bericht := json.loads(regel["message"])["message"])["method"] == "Network.requestWillBeSent"
    ]
    assert [url for url in gevraagd if not url.startswith(("file:", "data:", "blob:"))] == []


def test_policy_stops_what_gets_in_anyway(browser, maak):
    open_vers(browser, maak("observatie"))
    browser.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.raak = 1'; document.body.append(s);"
        "const d = document.createElement('div'); d.innerHTML = '<img src=x onerror=\"window.raak = 2\">';"
        "document.body.append(d)"
    )
    assert browser.execute_script("return window.raak === undefined")


def test_keyboard_alone_reaches_and_operates_everything(browser, maak):
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    open_vers(browser, maak("koppelkaart"))
    nodig = {
        el.get_attribute("name") or el.get_attribute("id")
        for el in browser.find_elements(By.CSS_SELECTOR, "textarea, input, button")
        if el.is_displayed()
    }
    bereikt: set[str] = set()
    browser.find_element(By.TAG_NAME, "body").click()
    for _ in range(60):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        hier = browser.switch_to.active_element
        bereikt.add(hier.get_attribute("name") or hier.get_attribute("id"))
        if hier.get_attribute("type") in ("radio", "checkbox") and not hier.is_selected():
            hier.send_keys(Keys.SPACE)
            assert hier.is_selected()
    assert nodig <= bereikt


def test_a_choice_can_be_taken_back(browser, maak):
    open_vers(browser, maak("observatie"))
    browser.find_element("css selector", "input[type=radio]").click()
    browser.find_element("css selector", "button.wis:not([hidden])").click()
    assert not browser.find_elements("css selector", "input[type=radio]:checked")


def test_paper_holds_what_was_typed_however_long(browser, maak, tmp_path):
    """Printed from the browser: nothing that was typed is cut off."""
    import base64

    from tests.formulieren.programma import draai

    open_vers(browser, maak("observatie"))
    woorden = " ".join(f"woord{nummer}" for nummer in range(300))
    browser.execute_script(
        "const el = document.querySelector('.rij textarea'); el.value = arguments[0];"
        "el.dispatchEvent(new Event('input', {bubbles: true}))", woorden
    )  # fmt: skip
    pdf = tmp_path / "afdruk.pdf"
    pdf.write_bytes(base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]))
    assert "woord299" in draai("pdftotext", pdf, "-")
