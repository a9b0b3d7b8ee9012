"""`leerwerk taak toon --formaat html`: one page that stands alone and runs nothing."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from leerwerk.store.html import naar_html
from tests.deur import gelukt, leerwerk

TAAK = "onderwijskundig/orde-houden.md"


class Lezer(HTMLParser):
    """Collects tags with their attributes, and checks that they nest."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "img", "link", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def lees(pagina: str) -> Lezer:
    lezer = Lezer()
    lezer.feed(pagina)
    assert lezer.open == []
    return lezer


def test_the_page_has_everything_of_the_task(school: Path) -> None:
    pagina = gelukt("taak", "toon", "orde-houden", "--formaat", "html", map=school)
    for tekst in ("<h1>Orde houden</h1>", "Klein bijsturen", "Kiest de kleinste ingreep die werkt.", "Reflecteren"):
        assert tekst in pagina
    assert '<html lang="nl">' in pagina
    assert 'href="#bron-marzano-2003"' in pagina and 'id="bron-marzano-2003"' in pagina


def test_headings_follow_each_other_and_ids_are_unique(school: Path) -> None:
    lezer = lees(gelukt("taak", "toon", "orde-houden", "--formaat", "html", map=school))
    niveaus = [int(tag[1]) for tag, _ in lezer.tags if re.fullmatch("h[1-6]", tag)]
    assert niveaus[0] == 1 and niveaus.count(1) == 1
    assert all(later - eerder <= 1 for eerder, later in zip(niveaus, niveaus[1:], strict=False))
    ids = [attrs["id"] for _, attrs in lezer.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"][1:] for tag, attrs in lezer.tags if tag == "a" and attrs["href"].startswith("#")]
    assert set(links) <= set(ids)


def test_the_policy_allows_exactly_this_style(school: Path) -> None:
    pagina = gelukt("taak", "toon", "orde-houden", "--formaat", "html", map=school)
    stijl = re.search("<style>(.*?)</style>", pagina, re.DOTALL)[1]
    som = base64.b64encode(hashlib.sha256(stijl.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{som}'" in pagina
    lezer = lees(pagina)
    assert not [tag for tag, _ in lezer.tags if tag in ("script", "img", "link", "iframe", "object")]
    assert not [attrs for _, attrs in lezer.tags if "style" in attrs or any(naam.startswith("on") for naam in attrs)]
    assert "url(" not in stijl and "@import" not in stijl


GEVAAR = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "[klik](data:text/html,x)",
    "![beeld](https://voorbeeld.nl/x.png)",
    "[klik](//voorbeeld.nl)",
    '[klik](https://voorbeeld.nl "><script>")',
    "`<b>`",
    "</style><script>",
    "{{ 7*7 }}{% raw %}",
    "\ue0000\ue001",
]


@pytest.mark.parametrize("tekst", GEVAAR)
def test_nothing_an_author_writes_becomes_code(school: Path, tekst: str) -> None:
    pad = school / "taken" / TAAK
    bron = pad.read_text(encoding="utf-8")
    pad.write_text(
        bron.replace("Wacht tot het stil is.", tekst).replace("Klein bijsturen", f"Klein {tekst}"), encoding="utf-8"
    )
    lezer = lees(gelukt("taak", "toon", "orde-houden", "--formaat", "html", map=school))
    mag = {"html", "head", "meta", "title", "style", "body", "main", "header", "section", "article", "nav", "footer"}
    mag |= {
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "a",
        "span",
        "small",
        "b",
        "cite",
        "code",
        "em",
        "strong",
    }
    assert {tag for tag, _ in lezer.tags} <= mag
    for tag, attrs in lezer.tags:
        if tag == "a":
            assert attrs["href"].startswith(("#", "https://", "http://", "mailto:"))


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        ("*schuin* en **vet**", "<em>schuin</em> en <strong>vet</strong>"),
        ("[SLO](https://slo.nl)", '<a href="https://slo.nl" rel="noopener noreferrer">SLO</a>'),
        ("![een bord](https://slo.nl/bord.png)", "[afbeelding: een bord]"),
        ("[lokaal](bord.png)", "[lokaal](bord.png)"),
        ("Zo [@x; @y].", "Zo &lt;x+y&gt;."),
        ("3 < 4 & 'ja'", "3 &lt; 4 &amp; 'ja'"),
    ],
)
def test_markdown_of_one_line(tekst: str, html: str) -> None:
    assert naar_html(tekst, lambda sleutels: f"&lt;{'+'.join(sleutels)}&gt;") == html


def test_a_file_is_written_and_named(school: Path) -> None:
    uit = gelukt("taak", "toon", "orde-houden", "--formaat", "html", "--naar", "orde.html", map=school)
    assert "orde.html" in uit
    assert (school / "orde.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_folder_that_is_not_there(school: Path) -> None:
    uitkomst = leerwerk("taak", "toon", "orde-houden", "--formaat", "html", "--naar", "weg/orde.html", map=school)
    assert (uitkomst.code, "niet opgeslagen" in uitkomst.fout) == (3, True)


def test_an_unknown_form(school: Path) -> None:
    assert leerwerk("taak", "toon", "orde-houden", "--formaat", "docx", map=school).code == 2


def test_the_schools_own_template_wins(school: Path) -> None:
    (school / "templates/taak.html.j2").write_text("<p>{{ taak.titel }}</p>", encoding="utf-8")
    assert gelukt("taak", "toon", "orde-houden", "--formaat", "html", map=school) == "<p>Orde houden</p>\n"


def test_a_broken_template_is_named(school: Path) -> None:
    (school / "templates/taak.html.j2").write_text("\n{% if %}", encoding="utf-8")
    uitkomst = leerwerk("taak", "toon", "orde-houden", "--formaat", "html", map=school)
    assert uitkomst.code == 1 and "taak.html.j2:2" in uitkomst.fout


def test_a_source_list_that_cannot_be_read_is_named(school: Path) -> None:
    (school / "taken/bronnen.yaml").write_text("references:\n  - id: [\n", encoding="utf-8")
    uitkomst = leerwerk("taak", "toon", "orde-houden", "--formaat", "html", map=school)
    assert uitkomst.code == 1 and "bronnen.yaml:" in uitkomst.fout
