"""The canonical form: once is enough, nothing is lost, and a task means what it meant."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from leerwerk.domain.document import Passage
from leerwerk.domain.tekens import VERBODEN
from leerwerk.domain.velden import TAAK
from leerwerk.errors import Geweigerd
from leerwerk.store.kop import lees_document, lees_kop
from leerwerk.store.opmaak import in_vorm
from leerwerk.store.romp import lees_secties

BANK = sorted((Path(__file__).parents[2] / "taken").rglob("*.md"))


def lees(tekst):
    """What the reader makes of a text, without where it stands: (front matter, sections)."""
    from leerwerk.domain.taak import build_taak

    document = lees_document(tekst, "x.md", b"")
    secties = lees_secties(document)
    taak, bevindingen = build_taak(document, secties)
    return plat(taak), sorted((b.eis, b.melding) for b in bevindingen)


def plat(waarde):
    if isinstance(waarde, Passage):
        return " ".join(waarde.tekst.split())
    if is_dataclass(waarde):
        return {f.name: plat(getattr(waarde, f.name)) for f in fields(waarde)}
    if isinstance(waarde, tuple):
        return [plat(item) for item in waarde]
    return waarde


def woorden(tekst):
    """The characters of a text that are no layout."""
    return re.sub(r"[\s*+#\-.)0-9\"'\[\],:\\|>]", "", tekst)


kopregel = st.sampled_from(
    [
        "# een opmerking",
        "",
        "onbekend: {a: 1, b: [2, 3]}",
        "titel: 'Biologie: kijken'  # zo heet hij",
        "titel: Kijken",
        "trefwoorden: [een, 'twee: drie', \"vier, vijf\"]",
        "trefwoorden:\n- een\n# ertussen\n- 'twee woorden'  # achter",
        "trefwoorden: [een,  # eerst\n   twee]",
        "leerdoelen:\n    - Ik wil leren.\n    - \"Ik wil: dit\"",
        "leerdoelen: # bovenaan\n  - Ik wil leren.",
        "leerdoelen: []",
        "gedrag: >\n  Je legt uit\n  in stappen.",
        "gedrag: |  # letterlijk\n  Je legt uit.\n\n  En nog iets. # geen opmerking\n",
        "gedrag: Je telt,\n  en wacht.",
        "studiejaren: [2,3]",
        "studiejaren:\n- 2\n- 3",
        "soort: no",
        "status: ~",
        "vervangen_door:",
        "id: \"12:30\"",
        "id: #leeg",
        "vakken: ['wiskunde', 'Nederlandse taal en cultuur in de bovenbouw', yes, '1.10']",
        "vakken: ['é: ü', 'tabelletje']",
    ]
)  # fmt: skip
kop = st.lists(kopregel, max_size=7).map("\n".join)
rompregel = st.sampled_from(
    [
        "", "", "", "## Onderdeel: Kijken {#oud}", "##   Voorbereiden  ##", "### Kijkpunten", "#geen kop", "  ### Theorie",
        "- punt", "* ster", "+ plus  ", "  - onder", "    * dieper", "1. een", "3) drie", "10. tien", "   - onder een",
        "  vervolg", "tekst  ", "tekst\\", "    code", "\t- tab", "-\tna tab", "```", "~~~", "    - in code",
        "<!-- leerwerk: formatief – reden -->", "<!-- open", "-->", "  <!-- binnen -->", "<div>", "</div>", "> citaat", "> - in citaat",
        "[x]: http://voorbeeld.nl", "---", "===", "***", "- - dubbel", "- ## kop in punt", "-", "- a [@bron-1; @bron-2].", "2. twee",
        "  - Waarom: omdat [@bron-1].", "\\# geen kop", "    - Waarom: te diep",
    ]
)  # fmt: skip
romp = st.lists(rompregel, max_size=14).map("\n".join)


def leesbaar(tekst):
    try:
        lees_document(tekst, "x.md", b"")
    except Geweigerd:
        return False
    return True


taaktekst = st.builds("---\n{}\n---\n{}".format, kop, romp).filter(leesbaar)


@given(taaktekst)
@settings(max_examples=150)
def test_twice_is_once(tekst):
    eens = in_vorm(tekst, "x.md")
    assert in_vorm(eens, "x.md") == eens


@given(taaktekst)
@settings(max_examples=150)
def test_a_task_means_what_it_meant(tekst):
    assert lees(in_vorm(tekst, "x.md")) == lees(tekst)


@given(taaktekst)
@settings(max_examples=100)
def test_no_word_and_no_comment_is_lost(tekst):
    nieuw = in_vorm(tekst, "x.md")
    assert sorted(woorden(nieuw)) == sorted(woorden(tekst))
    assert sorted(
        re.findall("# een opmerking|# ertussen|# zo heet hij|# bovenaan|# letterlijk|# eerst", nieuw)
    ) == sorted(re.findall("# een opmerking|# ertussen|# zo heet hij|# bovenaan|# letterlijk|# eerst", tekst))


@given(taaktekst)
def test_the_end_is_one_line_break(tekst):
    nieuw = in_vorm(tekst, "x.md")
    assert nieuw.endswith("\n") and not nieuw.endswith("\n\n")


@given(st.text(max_size=60).map(lambda t: " ".join(t.split())).filter(lambda t: t and not VERBODEN.search(t)))
@settings(max_examples=200)
def test_every_yaml_reader_sees_the_same_text(tekst):
    """What stands without quotes is text to PyYAML (YAML 1.1) as well as to us."""
    geciteerd = '"' + tekst.replace("\\", "\\\\").replace('"', '\\"') + '"'
    bron = f"---\ntitel: {geciteerd}\nvakken: [{geciteerd}]\nleerdoelen:\n  - {geciteerd}\n---\n"
    kop_ = in_vorm(bron, "x.md").split("---\n")[1] if "---\n" not in tekst else ""
    if kop_:
        gelezen = yaml.safe_load(kop_)
        assert gelezen == {"titel": tekst, "vakken": [tekst], "leerdoelen": [tekst]}
        assert len(lees_kop(kop_, "x.md").paren) == 3


@pytest.mark.parametrize("pad", BANK, ids=lambda pad: pad.stem)
def test_the_bank_is_in_canonical_form(pad):
    tekst = pad.read_bytes().decode("utf-8")
    assert in_vorm(tekst, str(pad)) == tekst


SLORDIG = """---
titel: 'Kijken naar leerlingen'
# de naam in bestanden
id: kijken
gedrag: Je kijkt rond.
soort: "onderwijskundig"            # onderwijskundig | vak
studiejaren:
- 2
- 3
status: actueel
leerdoelen: [Ik wil zien wie meedoet.]
trefwoorden:
  - kijken
  - 'zien: merken'
vakken: []
---
Waarom je dit oefent.


##   Voorbereiden
* Kies een plek.
* Spreek af wat je bekijkt.
## Uitvoeren ##

-   Kijk eerst rond.

-   Vraag dan pas.   
<!-- leerwerk: formatief – dit is van leerlingen -->
### Kijkpunten
+ Kijkt rond
  voordat de uitleg begint.
    + Waarom: zo zie je wie er nog niet is.
1) een
1) twee
"""
NET = """---
# de naam in bestanden
id: kijken
titel: Kijken naar leerlingen
soort: onderwijskundig  # onderwijskundig | vak
vakken: []
studiejaren: [2, 3]
status: actueel
gedrag: Je kijkt rond.
leerdoelen:
  - Ik wil zien wie meedoet.
trefwoorden: [kijken, "zien: merken"]
---

Waarom je dit oefent.

## Voorbereiden

- Kies een plek.
- Spreek af wat je bekijkt.

## Uitvoeren

- Kijk eerst rond.
- Vraag dan pas.
<!-- leerwerk: formatief – dit is van leerlingen -->
### Kijkpunten

- Kijkt rond
  voordat de uitleg begint.
  - Waarom: zo zie je wie er nog niet is.
1. een
2. twee
"""


def test_a_careless_file_becomes_a_neat_one():
    assert in_vorm(SLORDIG, "x.md") == NET


def test_code_keeps_its_spaces():
    tekst = "---\nid: x\n---\n\n```\na  \n\n\n   b\n```\n"
    assert in_vorm(tekst, "x.md") == tekst


def test_the_order_of_the_table_is_the_order_of_the_file():
    regels = "\n".join(f"{veld.naam}: x" for veld in reversed(TAAK.velden))
    nieuw = in_vorm(f"---\n{regels}\n---\n", "x.md")
    assert re.findall(r"^(\w+):", nieuw, re.MULTILINE) == [veld.naam for veld in TAAK.velden]
