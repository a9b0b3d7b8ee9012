"""The bank as kaarten: what is remembered is never stale, and may be gone."""

import json
import marshal
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerwerk.store import kaarten as module
from leerwerk.store.geheugen import Geheugen
from leerwerk.store.kaarten import load_kaarten
from leerwerk.store.taken import Bank
from tests.deur import gelukt, leerwerk

ORDE = Path("taken/onderwijskundig/orde-houden.md")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "leerwerk"


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The tasks that were read from their file, not remembered."""
    paden: list[str] = []
    echt = module.parse_taak
    monkeypatch.setattr(module, "parse_taak", lambda inhoud, pad: paden.append(Path(pad).stem) or echt(inhoud, pad))
    yield paden


def titels(school: Path) -> dict[str, str]:
    return {kaart.id: kaart.titel for kaart in load_kaarten(Bank((school / "taken",)))[0]}


def schrijf(school: Path, oud: str, nieuw: str) -> None:
    tekst = (school / ORDE).read_text(encoding="utf-8")
    (school / ORDE).write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def test_second_time_nothing_is_read_again(school: Path, gelezen: list[str]) -> None:
    eerst = load_kaarten(Bank((school / "taken",)))
    assert gelezen
    gelezen.clear()
    assert load_kaarten(Bank((school / "taken",))) == eerst
    assert gelezen == []


def test_only_what_changed_is_read_again(school: Path, gelezen: list[str]) -> None:
    titels(school)
    gelezen.clear()
    schrijf(school, "titel: Orde houden", "titel: Orde maken")
    assert titels(school)["orde-houden"] == "Orde maken"
    assert gelezen == ["orde-houden"]


def test_change_of_the_same_size_at_the_same_time_is_seen(school: Path) -> None:
    import os

    titels(school)
    tijd = (school / ORDE).stat().st_mtime_ns
    schrijf(school, "titel: Orde houden", "titel: Orde hiuden")
    os.utime(school / ORDE, ns=(tijd, tijd))
    assert titels(school)["orde-houden"] == "Orde hiuden"


def test_task_that_is_gone_is_forgotten(school: Path, cache: Path) -> None:
    titels(school)
    (school / ORDE).unlink()
    assert "orde-houden" not in titels(school)
    assert all(b"orde-houden" not in pad.read_bytes() for pad in cache.iterdir())


def test_broken_task_is_told_every_time(school: Path) -> None:
    schrijf(school, "---\n", "--\n")
    for _ in range(2):
        gevonden = leerwerk("taken", map=school)
        assert gevonden.code == 1 and "orde-houden.md" in gevonden.fout and "vragen-stellen" in gevonden.uit


def test_cache_may_be_deleted(school: Path, cache: Path) -> None:
    eerst = titels(school)
    for pad in cache.iterdir():
        pad.unlink()
    assert titels(school) == eerst


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"x",
        b"\x00" * 200,
        json.dumps({"a": 1}).encode(),
        marshal.dumps({b"x": 1}),
        b"\xff" * 64 + marshal.dumps(7),
    ],
)
def test_damaged_cache_is_as_good_as_none(school: Path, cache: Path, inhoud: bytes) -> None:
    eerst = titels(school)
    for pad in cache.iterdir():
        pad.write_bytes(inhoud)
    assert titels(school) == eerst


def test_cut_off_cache_is_as_good_as_none(school: Path, cache: Path) -> None:
    eerst = titels(school)
    for pad in cache.iterdir():
        pad.write_bytes(pad.read_bytes()[:-3])
    assert titels(school) == eerst


def test_another_leerwerk_reads_for_itself(school: Path, gelezen: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    titels(school)
    gelezen.clear()
    monkeypatch.setattr("leerwerk.store.geheugen._merk", lambda bepaalt: b"x" * 32)
    titels(school)
    assert gelezen


def test_without_a_place_to_remember_all_works(school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bezet").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "bezet"))
    assert "orde-houden" in titels(school)


def test_nothing_is_left_half_written(cache: Path) -> None:
    geheugen = Geheugen("proef")
    assert geheugen.van(b"a", lambda: (1, "x")) == (1, "x")
    geheugen.bewaar()
    assert [pad.name for pad in cache.iterdir()] == ["proef"]
    assert Geheugen("proef").van(b"a", lambda: pytest.fail("al bekend")) == (1, "x")


def test_path_is_shown_from_where_one_stands(school: Path) -> None:
    boven = json.loads(gelukt("taken", "zoek", "orde", "--json", map=school))
    binnen = json.loads(gelukt("taken", "zoek", "orde", "--json", map=school / "taken"))
    assert boven["taken"][0]["pad"] == ORDE.as_posix()
    assert binnen["taken"][0]["pad"] == ORDE.relative_to("taken").as_posix()
