"""Every structural eis has good and bad examples, and says something about the bad ones only.

An example is a whole task, a bronnen.yaml or a bank: LEESMIJ.md. Those of the
didactic eisen are passages: test_gevallen.py.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from leerwerk.actions.valideren import valideer
from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen import ALLE, EISEN
from leerwerk.store.plaatsen import vind_werkplek

HIER = Path(__file__).parent
STRUCTUUR = tuple(eis for eis in ALLE if eis not in EISEN)
NAMEN = tuple(eis.ID for eis in STRUCTUUR)
GEVALLEN = sorted(pad for eis in NAMEN for pad in (HIER / eis).glob("*") if pad.name[:5] in {"goed-", "fout-"})
GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "init.defaultBranch=main")


def naam(geval):
    return f"{geval.parent.name}/{geval.name}"


def bouw(geval, school):
    """The bank of an example below `school`; returns the revision to compare with, or ''."""
    (school / "taken").mkdir(parents=True)
    (school / "leerwerk.yaml").write_text("naam: School\n", encoding="utf-8")
    shutil.copy(HIER / "bronnen.yaml", school / "taken")
    if geval.is_file():
        taak = HIER / "secties-volledig/goed-1.md" if geval.suffix == ".yaml" else geval
        shutil.copy(taak, school / "taken" / f"{taak_id(taak)}.md")
        if geval.suffix == ".yaml":
            shutil.copy(geval, school / "taken/bronnen.yaml")
        return ""
    basis = ""
    if (geval / "eerder").is_dir():
        shutil.copytree(geval / "eerder", school, dirs_exist_ok=True)
        subprocess.run([*GIT, "init", "-q"], cwd=school, check=True)
        subprocess.run([*GIT, "add", "-A"], cwd=school, check=True)
        subprocess.run([*GIT, "commit", "-qm", "Eerder"], cwd=school, check=True)
        shutil.rmtree(school / "taken")
        (school / "taken").mkdir()
        shutil.copy(HIER / "bronnen.yaml", school / "taken")
        basis = "HEAD"
    shutil.copytree(geval / "taken", school / "taken", dirs_exist_ok=True)
    return basis


def taak_id(pad):
    regels = pad.read_text(encoding="latin-1").splitlines()
    return next((regel.removeprefix("id: ") for regel in regels if regel.startswith("id: ")), "taak")


def bevindingen(geval, school, monkeypatch):
    basis = bouw(geval, school)
    monkeypatch.chdir(school)
    return valideer(vind_werkplek(school), (), basis).bevindingen


@pytest.mark.parametrize("eis", NAMEN)
def test_every_eis_has_a_good_and_a_bad_example(eis):
    soorten = {geval.name[:4] for geval in GEVALLEN if geval.parent.name == eis}
    assert soorten == {"goed", "fout"}


def test_every_folder_is_named_after_an_eis():
    mappen = {map.name for map in HIER.iterdir() if map.is_dir() and map.name not in {"zinnen", "__pycache__"}}
    assert mappen == {eis.ID for eis in ALLE}


@pytest.mark.parametrize("eis", STRUCTUUR, ids=lambda eis: eis.ID)
def test_every_eis_explains_itself(eis):
    assert eis.__doc__.startswith(eis.TITEL)
    assert all(f"\n{deel}: " in eis.__doc__ for deel in ("Wat", "Waarom", "Goed", "Fout", "Wat dan wel"))


@pytest.mark.parametrize("eis", ALLE, ids=lambda eis: eis.ID)
def test_the_file_of_an_eis_has_its_name(eis):
    assert eis.__name__.rpartition(".")[2] == eis.ID.replace("-", "_")


@pytest.mark.parametrize("geval", [geval for geval in GEVALLEN if geval.name[:4] == "goed"], ids=naam)
def test_a_good_example_has_no_findings(geval, tmp_path, monkeypatch):
    gevonden = bevindingen(geval, tmp_path / "school", monkeypatch)
    assert [
        (b.plaats, b.eis, b.melding)
        for b in gevonden
        if b.eis != "bron-gebruikt" and b.ernst is not Ernst.ADVIES or b.eis == geval.parent.name
    ] == []


@pytest.mark.parametrize("geval", [geval for geval in GEVALLEN if geval.name[:4] == "fout"], ids=naam)
def test_of_a_bad_example_exactly_its_eis_says_something(geval, tmp_path, monkeypatch):
    gevonden = bevindingen(geval, tmp_path / "school", monkeypatch)
    assert {b.eis for b in gevonden} - {"bron-gebruikt"} | {
        b.eis for b in gevonden if b.eis == geval.parent.name
    } == {geval.parent.name}
    assert all(b.melding and b.hulp for b in gevonden)
