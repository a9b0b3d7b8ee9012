"""The schema for editors is made from the table, and agrees with the validator."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leerwerk.domain.schema import json_schema
from leerwerk.domain.velden import DOCUMENTSOORTEN, TAAK
from leerwerk.domain.waarden import read_velden
from leerwerk.errors import Geweigerd
from leerwerk.output.schema import render
from leerwerk.store.kop import lees_kop

WORTEL = Path(__file__).parents[2]
SCHEMA = WORTEL / "schema/taak.schema.json"
GOED = """\
id: vragen-stellen
titel: Vragen stellen
soort: onderwijskundig
studiejaren: [2, 3]
status: actueel
gedrag: Je stelt een vraag en wacht.
leerdoelen: [Ik wil dat meer leerlingen meedoen.]
"""
GEVALLEN = {
    "goed": GOED,
    "alle-velden": GOED + "vakken: []\nvervangen_door: x\ngebaseerd_op: x@1\ntrefwoorden: [a, b]\n",
    "getal-als-titel": GOED.replace("Vragen stellen", "2012"),
    "jaren-als-tekst": GOED.replace("[2, 3]", '["2", "3"]'),
    "onbekende-sleutel": GOED + "doel: x\n",
    "geen-gedrag": GOED.replace("gedrag: Je stelt een vraag en wacht.\n", ""),
    "leeg-gedrag": GOED.replace("Je stelt een vraag en wacht.", '""'),
    "null-gedrag": GOED.replace("Je stelt een vraag en wacht.", ""),
    "spaties-gedrag": GOED.replace("Je stelt een vraag en wacht.", '"  "'),
    "geen-leerdoelen": GOED.replace("[Ik wil dat meer leerlingen meedoen.]", "[]"),
    "leerdoel-geen-lijst": GOED.replace("[Ik wil dat meer leerlingen meedoen.]", "Ik wil meer."),
    "leerdoel-groep": GOED.replace("[Ik wil dat meer leerlingen meedoen.]", "[{a: b}]"),
    "soort-verkeerd": GOED.replace("onderwijskundig", "onderwijs"),
    "status-hoofdletter": GOED.replace("actueel", "Actueel"),
    "id-met-hoofdletter": GOED.replace("id: vragen-stellen", "id: Vragen"),
    "id-lang": GOED.replace("id: vragen-stellen", "id: " + "a" * 65),
    "id-van-windows": GOED.replace("id: vragen-stellen", "id: con"),
    "id-pad": GOED.replace("id: vragen-stellen", "id: ../vragen"),
    "jaren-tekst": GOED.replace("[2, 3]", "[twee]"),
    "jaren-los": GOED.replace("[2, 3]", "2"),
    "jaren-negatief": GOED.replace("[2, 3]", "[-1]"),
    "jaren-groot": GOED.replace("[2, 3]", "[12345]"),
    "jaren-leeg": GOED.replace("[2, 3]", "[]"),
    "lijst": "- a\n",
}


@pytest.fixture(autouse=True, scope="module")
def eigen_cache(tmp_path_factory):
    """check-jsonschema keeps things at home; nobody's home here."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def validator_vindt_goed(tekst):
    try:
        return read_velden(TAAK.velden, lees_kop(tekst, "x"), "x")[1] == ()
    except Geweigerd:
        return False


def test_the_committed_schema_is_the_one_from_the_table():
    assert SCHEMA.read_text(encoding="utf-8") == render(TAAK)


@pytest.mark.parametrize("soort", DOCUMENTSOORTEN, ids=lambda soort: soort.naam)
def test_every_field_of_every_document_is_in_its_schema_with_its_explanation(soort):
    velden = json_schema(soort)["properties"]
    assert {veld.naam: veld.uitleg for veld in soort.velden} == {
        naam: veld["description"] for naam, veld in velden.items()
    }


@pytest.fixture(scope="module")
def oordeel_van_schema(tmp_path_factory):
    """What check-jsonschema says of all cases, in one run: the names of those it refuses."""
    map = tmp_path_factory.mktemp("koppen")
    for naam, tekst in GEVALLEN.items():
        (map / f"{naam}.yaml").write_text(tekst, encoding="utf-8")
    opdracht = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(SCHEMA)]
    uit = subprocess.run([*opdracht, *map.iterdir()], capture_output=True, text=True, check=False)
    fouten = json.loads(uit.stdout)
    assert fouten["parse_errors"] == []
    return {Path(fout["filename"]).stem for fout in fouten["errors"]}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_check_jsonschema_and_the_validator_agree(geval, oordeel_van_schema):
    assert (geval not in oordeel_van_schema) == validator_vindt_goed(GEVALLEN[geval])


def test_the_front_matter_of_the_whole_bank_passes_the_schema(tmp_path):
    for pad in (WORTEL / "taken").rglob("*.md"):
        (tmp_path / f"{pad.stem}.yaml").write_text(
            pad.read_text(encoding="utf-8").split("---\n")[1], encoding="utf-8"
        )
    opdracht = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), *sorted(tmp_path.iterdir())]
    assert subprocess.run(opdracht, capture_output=True, check=False).returncode == 0


def test_the_schema_is_a_schema():
    opdracht = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(SCHEMA)]
    assert subprocess.run(opdracht, capture_output=True, check=False).returncode == 0
