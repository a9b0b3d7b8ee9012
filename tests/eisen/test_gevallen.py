"""Good and bad examples per eis. A trainer adds one by adding a file: no Python needed.

A file begins with `veld: <veld>`, then an empty line, then the text.
"""

from pathlib import Path

import pytest

from leerwerk.eisen import EISEN
from leerwerk.eisen.toets import check_passage
from leerwerk.eisen.velden import ALLE

MAP = Path(__file__).parent
GEVALLEN = sorted(pad for eis in EISEN for pad in (MAP / eis.ID).glob("*.md"))


@pytest.mark.parametrize("pad", GEVALLEN, ids=lambda pad: f"{pad.parent.name}/{pad.stem}")
def test_example(pad: Path) -> None:
    kop, _, tekst = pad.read_text(encoding="utf-8").partition("\n\n")
    veld = kop.removeprefix("veld:").strip()
    assert veld in ALLE
    gevonden = {eis.ID for eis, _ in check_passage(tekst.strip(), veld)}
    assert gevonden == (set() if pad.stem.startswith("goed") else {pad.parent.name})


@pytest.mark.parametrize("eis", [eis.ID for eis in EISEN])
def test_every_eis_has_a_good_and_a_bad_example(eis: str) -> None:
    namen = [pad.stem for pad in GEVALLEN if pad.parent.name == eis]
    assert any(naam.startswith("goed-") for naam in namen)
    assert any(naam.startswith("fout-") for naam in namen)


def test_every_file_of_an_eis_is_registered() -> None:
    from leerwerk import eisen

    geen_eis = {
        "__init__",
        "blad",
        "context",
        "eis",
        "keuring",
        "opmaak",
        "rijen",
        "samenloop",
        "toets",
        "treffer",
        "uitzonderingen",
        "velden",
        "voorwaarden",
        "weging",
        "zeef",
    }
    bestanden = {pad.stem for pad in Path(eisen.__file__).parent.glob("*.py")} - geen_eis
    assert bestanden == {eis.ID.replace("-", "_") for eis in eisen.ALLE}


@pytest.mark.parametrize("eis", EISEN, ids=lambda eis: eis.ID)
def test_the_explanation_says_what_why_and_what_instead(eis: object) -> None:
    uitleg = eis.__doc__ or ""
    assert all(woord in uitleg for woord in ("Wat:", "Waarom:", "Goed:", "Fout:", "Wat dan wel:"))
