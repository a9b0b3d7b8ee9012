"""What is worked out of the word lists is kept, and gives the same as working it out again."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leerwerk.actions import gereedmaken
from leerwerk.actions.gereedmaken import maak_gereed, verpak
from leerwerk.eisen.rijen import ZEVEN
from leerwerk.taal import tables
from tests.deur import WORTEL
from tests.nodig import ontbreekt


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache/leerwerk"


@pytest.fixture
def taak(tmp_path):
    """A task in which every didactic eis finds something."""
    pad = tmp_path / "vragen-stellen.md"
    shutil.copy(WORTEL / "taken/onderwijskundig/vragen-stellen.md", pad)
    fouten = "- Schrijf een verslag.\n- Vink elk onderdeel af.\n- Je begeleider geeft een cijfer.\n- Deze taak doe je maar één keer.\n"
    pad.write_text(pad.read_text(encoding="utf-8") + fouten, encoding="utf-8")
    return pad


def kijk_na(pad):
    """The findings in a file, by a process that knows nothing yet."""
    opdracht = [sys.executable, "-m", "leerwerk", "valideer", str(pad), "--formaat", "json"]
    uit = subprocess.run(opdracht, capture_output=True, text=True, check=False, cwd=WORTEL)
    assert uit.returncode == 1, uit.stderr
    return json.loads(uit.stdout)


def test_what_was_kept_finds_the_same(cache, taak):
    eerst = kijk_na(taak)
    (bewaard,) = cache.glob("woorden")
    voor = bewaard.read_bytes()
    assert kijk_na(taak) == eerst
    assert bewaard.read_bytes() == voor


@pytest.mark.parametrize("kapot", [b"", b"x" * 500, None], ids=["leeg", "onzin", "half"])
def test_what_is_damaged_is_worked_out_again(cache, taak, kapot):
    eerst = kijk_na(taak)
    bewaard = cache / "woorden"
    heel = bewaard.read_bytes()
    bewaard.write_bytes(heel[: len(heel) // 2] if kapot is None else kapot)
    assert kijk_na(taak) == eerst
    assert len(bewaard.read_bytes()) == len(heel)


def test_kept_and_worked_out_are_equal(cache):
    maak_gereed()
    uitgewerkt = tables(), dict(ZEVEN)
    maak_gereed()
    assert (tables(), ZEVEN) == uitgewerkt
    assert all(uitgewerkt[0])


def test_what_is_packed_is_not_worked_out_again(cache, tmp_path, monkeypatch):
    verpak(tmp_path / "woorden")
    monkeypatch.setattr(gereedmaken, "INGEPAKT", tmp_path / "woorden")
    monkeypatch.setattr(gereedmaken, "_werk_uit", lambda: pytest.fail("staat in het pakket"))
    maak_gereed()
    assert not cache.exists()


def test_what_was_packed_with_other_sources_is_worked_out_again(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(gereedmaken, "BEPAALT", ("taal",))
    verpak(tmp_path / "woorden")
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache.parent))
    monkeypatch.setattr(gereedmaken, "INGEPAKT", tmp_path / "woorden")
    maak_gereed()
    assert (cache / "woorden").exists()


def test_an_installation_has_its_own_tables(tmp_path):
    """In a folder elsewhere, so that Python takes what is installed and not what lies here."""
    vraag = "from leerwerk.actions.gereedmaken import *; print(INGEPAKT); print(Geheugen('geen', BEPAALT, INGEPAKT).weet_iets)"
    uit = subprocess.run(
        [sys.executable, "-c", vraag], cwd=tmp_path, env=os.environ | {"PYTHONPATH": "", "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    ingepakt, weet_iets = uit.stdout.splitlines()
    if "site-packages" not in Path(ingepakt).parts:
        ontbreekt("een gewone installatie van leerwerk", "pip install '.[test]'")
    assert weet_iets == "True"
