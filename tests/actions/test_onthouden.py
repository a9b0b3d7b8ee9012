"""A verdict is remembered by all that it hangs on, and nobody notices that it was."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leerwerk.actions import keuren, onthouden
from leerwerk.actions.valideren import valideer
from leerwerk.store import geheugen as onthouder
from leerwerk.store.geheugen import _PAKKET, bronnen
from leerwerk.store.plaatsen import vind_werkplek
from tests.deur import WORTEL


@pytest.fixture
def bank(tmp_path, monkeypatch):
    """A small bank, with a cache of its own; in one task something is wrong."""
    school = tmp_path / "school"
    (school / "taken").mkdir(parents=True)
    (school / "leerwerk.yaml").write_text("naam: School\n", encoding="utf-8")
    shutil.copy(WORTEL / "taken/bronnen.yaml", school / "taken")
    for pad in sorted((WORTEL / "taken/onderwijskundig").glob("*.md"))[:3]:
        shutil.copy(pad, school / "taken")
    pad = school / "taken/directe-instructie.md"
    if not pad.exists():
        shutil.copy(WORTEL / "taken/onderwijskundig/directe-instructie.md", pad)
    pad.write_text(pad.read_text(encoding="utf-8") + "\n- Schrijf een verslag van je les.\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(school)
    return school / "taken"


@pytest.fixture
def gekeurd(monkeypatch):
    """The names of the tasks that were really looked at."""
    namen = []
    echt = keuren.Keurder.keur_taak

    def keur(self, plek, bank):
        namen.append(plek.stem)
        return echt(self, plek, bank)

    monkeypatch.setattr(keuren.Keurder, "keur_taak", keur)
    return namen


def kijk_na(*paden, basis=""):
    return valideer(vind_werkplek(Path.cwd()), paden, basis).bevindingen


def geheugen(bank):
    (pad,) = (bank.parents[1] / "cache/leerwerk").glob("oordelen-*")
    return pad


def test_a_file_that_did_not_change_is_not_looked_at_again(bank, gekeurd):
    eerst = kijk_na()
    assert len(gekeurd) == len(list(bank.glob("*.md")))
    assert any(bevinding.eis == "les-is-product" for bevinding in eerst)
    assert kijk_na() == eerst
    assert len(gekeurd) == len(list(bank.glob("*.md")))


def test_only_what_changed_is_looked_at(bank, gekeurd):
    kijk_na()
    gekeurd.clear()
    pad = bank / "directe-instructie.md"
    pad.write_text(pad.read_text(encoding="utf-8").replace("een verslag", "een portfolio"), encoding="utf-8")
    assert any("portfolio" in bevinding.fragment for bevinding in kijk_na())
    assert gekeurd == ["directe-instructie"]


def test_a_task_that_went_is_missed_by_the_one_that_points_to_it(bank):
    pad = bank / "directe-instructie.md"
    wijst = "status: vervallen\nvervangen_door: de-lesstart"
    pad.write_text(pad.read_text(encoding="utf-8").replace("status: actueel", wijst), encoding="utf-8")
    assert not [bevinding for bevinding in kijk_na() if bevinding.eis == "vervanger-bestaat"]
    (bank / "de-lesstart.md").unlink()
    assert [bevinding.pad for bevinding in kijk_na() if bevinding.eis == "vervanger-bestaat"] == [
        "taken/directe-instructie.md"
    ]


def test_a_source_that_went_is_missed_at_once(bank):
    kijk_na()
    bronnen = bank / "bronnen.yaml"
    bronnen.write_text(
        bronnen.read_text(encoding="utf-8").replace("id: rosenshine-2012", "id: rosenshine-1912"), "utf-8"
    )
    assert any(bevinding.eis == "bronnen-bekend" for bevinding in kijk_na())


def test_a_linked_file_that_went_is_missed_at_once(bank):
    pad = bank / "directe-instructie.md"
    (bank / "kaart.svg").write_text("<svg/>", encoding="utf-8")
    pad.write_text(pad.read_text(encoding="utf-8") + "\n- Kijk op [de kaart](kaart.svg).\n", encoding="utf-8")
    assert not [bevinding for bevinding in kijk_na() if bevinding.eis == "links-werken"]
    (bank / "kaart.svg").unlink()
    assert [bevinding.pad for bevinding in kijk_na() if bevinding.eis == "links-werken"] == [
        "taken/directe-instructie.md"
    ]
    (bank / "kaart.svg").write_text("<svg/>", encoding="utf-8")
    assert not [bevinding for bevinding in kijk_na() if bevinding.eis == "links-werken"]


def test_a_look_from_another_folder_shows_other_paths(bank, monkeypatch):
    kijk_na()
    monkeypatch.chdir(bank)
    assert {bevinding.pad for bevinding in kijk_na()} <= {pad.name for pad in bank.iterdir()}


def test_a_look_at_one_file_forgets_no_other(bank, gekeurd):
    kijk_na()
    voor = geheugen(bank).read_bytes()
    gekeurd.clear()
    kijk_na(bank / "directe-instructie.md")
    assert geheugen(bank).read_bytes() == voor
    assert gekeurd == []


@pytest.mark.parametrize("kapot", [b"", b"x" * 500, None], ids=["leeg", "onzin", "half"])
def test_a_damaged_memory_is_as_good_as_none(bank, gekeurd, kapot):
    eerst = kijk_na()
    pad = geheugen(bank)
    pad.write_bytes(pad.read_bytes()[:-5] if kapot is None else kapot)
    gekeurd.clear()
    assert kijk_na() == eerst
    assert len(gekeurd) == len(list(bank.glob("*.md")))


def test_a_memory_that_cannot_be_written_changes_nothing(bank, monkeypatch):
    eerst = kijk_na()
    (bank.parents[1] / "bezet").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(bank.parents[1] / "bezet"))
    assert kijk_na() == eerst


def test_another_leerwerk_remembers_nothing_of_this_one(bank, gekeurd, monkeypatch):
    kijk_na()
    gekeurd.clear()
    monkeypatch.setattr("leerwerk.store.geheugen._merk", lambda bepaalt: b"x" * 32)
    kijk_na()
    assert len(gekeurd) == len(list(bank.glob("*.md")))


def test_a_file_that_changes_while_it_is_checked_is_checked_again(bank, gekeurd, monkeypatch):
    echt = keuren.lees_bytes
    pad = bank / "directe-instructie.md"

    def lees(plek, wortel):
        inhoud = echt(plek, wortel)
        if plek == pad:
            pad.write_text(pad.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return inhoud

    monkeypatch.setattr(keuren, "lees_bytes", lees)
    kijk_na()
    gekeurd.clear()
    monkeypatch.setattr(keuren, "lees_bytes", echt)
    kijk_na()
    assert gekeurd == ["directe-instructie"]


def test_a_bank_that_is_known_loads_no_eis_and_no_yaml(bank):
    kijk_na()
    code = (
        "import sys; from pathlib import Path; from leerwerk.actions.valideren import valideer;"
        "from leerwerk.store.plaatsen import vind_werkplek; valideer(vind_werkplek(Path.cwd()));"
        "print(sorted({'leerwerk.eisen', 'leerwerk.taal', 'yaml', 'git'} & set(sys.modules)))"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code], cwd=bank.parent, capture_output=True, text=True, check=True, env=None
    )
    assert uit.stdout.strip() == "[]"


def test_what_python_compiles_beside_the_source_changes_no_verdict():
    bepaalt = {Path(pad) for pad in bronnen(onthouden.BEPAALT)}
    assert {pad.suffix for pad in bepaalt} == {".py", ".txt"}
    kennis = {pad for laag in ("taal", "eisen") for pad in (_PAKKET / laag).rglob("*.*")}
    assert {pad for pad in kennis if pad.suffix in (".py", ".txt")} <= bepaalt


@pytest.mark.parametrize("verander", ["naam", "inhoud", "erbij"])
def test_a_word_list_is_known_by_its_name_and_its_words(tmp_path, monkeypatch, verander):
    (tmp_path / "taal/vast").mkdir(parents=True)
    (tmp_path / "__init__.py").touch()
    lijst = tmp_path / "taal/vast/kijken.txt"
    lijst.write_text("zien\n", encoding="utf-8")
    monkeypatch.setattr(onthouder, "_PAKKET", tmp_path)
    eerst = onthouder._merk.__wrapped__(("taal",))
    assert onthouder._merk.__wrapped__(("taal",)) == eerst
    if verander == "naam":
        lijst.rename(lijst.with_name("luisteren.txt"))
    elif verander == "inhoud":
        lijst.write_text("horen\n", encoding="utf-8")
    else:
        lijst.with_name("luisteren.txt").touch()
    assert onthouder._merk.__wrapped__(("taal",)) != eerst
