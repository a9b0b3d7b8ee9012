"""Break a task of the bank in one place per eis: exactly that eis says something."""

import re
import shutil
from pathlib import Path

import pytest

from leerwerk.actions.valideren import valideer
from leerwerk.eisen import BANKEISEN, BASISEISEN, EISEN, TAAKEISEN
from leerwerk.store.plaatsen import vind_werkplek

WORTEL = Path(__file__).parents[2]
TAAK = "onderwijskundig/orde-houden.md"


def sectie(tekst, kop):
    """Where the text below the first heading `kop` begins and ends."""
    begin = re.search(rf"^#+ {kop}\n\n", tekst, re.MULTILINE).end()
    return begin, re.compile(r"^#|\Z", re.MULTILINE).search(tekst, begin).start()


def punt(tekst, kop, regel, *, erbij=False, waarom=""):
    """Replace the first point below a heading, or add one; or let its Waarom also cite `waarom`."""
    begin, _ = sectie(tekst, kop)
    einde = tekst.index("\n", begin)
    if waarom:
        return re.sub(r"(  - Waarom: .*?)(\[@)", rf"\1{waarom} \2", tekst, count=1)
    return tekst[:begin] + regel + ("\n" + tekst[begin:] if erbij else tekst[einde:])


def zonder_punten(tekst, kop):
    begin, einde = sectie(tekst, kop)
    return tekst[:begin] + re.sub(r"(?m)^- ", "", tekst[begin:einde]) + tekst[einde:]


def eerste_onderdeel(tekst):
    begin = tekst.index("## Onderdeel:")
    return begin, min(plek for kop in ("## Onderdeel:", "## Reflecteren") if (plek := tekst.find(kop, begin + 5)) > 0)


def dubbel(tekst, naam):
    """Repeat the first onderdeel under another title."""
    begin, einde = eerste_onderdeel(tekst)
    return tekst[:einde] + re.sub(r"^## Onderdeel: .*", f"## Onderdeel: {naam}", tekst[begin:einde]) + tekst[einde:]


def eender(tekst):
    """Give the second onderdeel the title of the first."""
    titels = re.findall(r"(?m)^## Onderdeel: .*", tekst)
    return tekst.replace(titels[1], titels[0], 1)


def kijkpunten(tekst, erbij):
    begin, einde = sectie(tekst, "Kijkpunten")
    eerste = tekst[begin:einde].split("\n- ")[0].rstrip("\n") + "\n"
    return tekst[:begin] + eerste * erbij + tekst[begin:]


KAPOT = {
    "gedrag-waarneembaar": lambda t: punt(t, "Kijkpunten", "- Kent de fasen van het directe-instructiemodel."),
    "theorie-geeft-handvat": lambda t: punt(t, "Handvatten", "- Slooter onderscheidt zes rollen.", erbij=True),
    "les-is-product": lambda t: punt(t, "Reflecteren", "- Schrijf een verslag waarin je terugkijkt op je les.", erbij=True),
    "herhaalbaar": lambda t: punt(t, "Uitvoeren", "- Heb je de les gegeven, dan is deze leerwerktaak klaar.", erbij=True),
    "niet-afvinken": lambda t: punt(t, "Uitvoeren", "- Uiterlijk in lesweek 5 heb je deze taak gedaan.", erbij=True),
    "formatief": lambda t: punt(t, "Reflecteren", "- Voor deze leerwerktaak kun je maximaal 10 punten halen.", erbij=True),
    "drie-tot-vijf-onderdelen": lambda t: dubbel(dubbel(dubbel(t, "A"), "B"), "C"),
    "onderdelen-uniek": eender,
    "koppen-op-volgorde": lambda t: t.replace("### Kijkpunten", "### Kijkpunte", 1),
    "punten-als-lijst": lambda t: zonder_punten(t, "Uitvoeren"),
    "een-tot-vier-kijkpunten": lambda t: kijkpunten(t, 4),
    "kijkpunt-heeft-waarom": lambda t: re.sub(r"\n  - Waarom: .*", "", t, count=1),
    "waarom-noemt-bron": lambda t: re.sub(r"(  - Waarom: .*?) \[@.*?\]", r"\1", t, count=1),
    "bronnen-bekend": lambda t: re.sub(r"(  - Waarom: .*?)\[@[^\]]*\]", r"\1[@bestaat-niet]", t, count=1),
    "bron-geeft-handvat": lambda t: punt(t, "Kijkpunten", None, waarom="[@johnstone-1991]"),
    "id-is-bestandsnaam": lambda t: t.replace("id: orde-houden", "id: orde", 1),
    "id-volgt-titel": lambda t: t.replace("titel: Orde houden", "titel: Rust in de klas", 1),
    "id-uniek": lambda t: t,
    "vervanger-bestaat": lambda t: t.replace("status: actueel", "status: vervallen\nvervangen_door: orde-houdn", 1),
    "vakken-bij-soort": lambda t: t.replace("vakken: []", "vakken: [wiskunde]", 1),
    "links-werken": lambda t: t.replace("\n## Voorbereiden", "\nZie [de kaart](weg.svg).\n\n## Voorbereiden", 1),
    "beeld-heeft-tekst": lambda t: t.replace("\n## Voorbereiden", "\n![](https://www.slo.nl/kaart.svg)\n\n## Voorbereiden", 1),
    "zonder-html": lambda t: t.replace("\n## Voorbereiden", "\nEen<br>regel.\n\n## Voorbereiden", 1),
    "zonder-leerlingnamen": lambda t: t.replace("\n## Voorbereiden", "\nVandaag let je op Fatima.\n\n## Voorbereiden", 1),
    "zonder-opnamen": lambda t: punt(t, "Uitvoeren", "- Film de les en kijk samen naar het begin.", erbij=True),
    "taal-eenvoudig": lambda t: t.replace("\n## Voorbereiden", f"\nJe oefent {'rustig en ' * 20}kalm.\n\n## Voorbereiden", 1),
}  # fmt: skip


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    school = tmp_path_factory.mktemp("school")
    shutil.copytree(WORTEL / "taken", school / "taken")
    (school / "leerwerk.yaml").write_text("naam: School\n", encoding="utf-8")
    return school


def test_every_eis_that_looks_at_a_task_has_a_mutation():
    zonder_basis = {eis.ID for eis in (*EISEN, *TAAKEISEN)}
    assert set(KAPOT) == zonder_basis
    assert {eis.ID for eis in (*BASISEISEN, *BANKEISEN)} == {
        "id-blijft",
        "onderdeel-blijft",
        "taak-blijft",
    }  # in test_basis


@pytest.mark.parametrize("eis", KAPOT)
def test_exactly_the_broken_eis_says_something(eis, bank, monkeypatch):
    monkeypatch.chdir(bank)
    pad = bank / "taken" / TAAK
    goed = pad.read_text(encoding="utf-8")
    kapot = KAPOT[eis](goed)
    ander = bank / "taken/vak/orde-houden.md"
    try:
        if eis == "id-uniek":
            ander.write_text(goed, encoding="utf-8")
        else:
            assert kapot != goed
            pad.write_text(kapot, encoding="utf-8")
        gevonden = valideer(vind_werkplek(bank), [pad, *([ander] if ander.exists() else [])]).bevindingen
    finally:
        pad.write_text(goed, encoding="utf-8")
        ander.unlink(missing_ok=True)
    assert {bevinding.eis for bevinding in gevonden} == {eis}


def test_the_whole_bank_is_clean(bank, monkeypatch):
    monkeypatch.chdir(bank)
    verslag = valideer(vind_werkplek(bank))
    assert [(b.plaats, b.eis) for b in verslag.bevindingen if b.ernst != "advies"] == []
