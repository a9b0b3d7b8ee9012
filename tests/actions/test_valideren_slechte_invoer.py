"""Whatever lies in a bank: never a traceback, a finding on that file, and all others still checked."""

import json
import os
import random
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerwerk.actions.valideren import valideer
from leerwerk.store.plaatsen import vind_werkplek

HIER = Path(__file__).parents[1]
GOED = (HIER / "eisen/secties-volledig/goed-1.md").read_text(encoding="utf-8")
ROMP = GOED.split("---\n", 2)[2]
SUITE = json.loads((HIER / "vendor/yaml-test-suite.json").read_text(encoding="utf-8"))


@pytest.fixture
def bank(tmp_path, monkeypatch):
    """A bank with one good task; gives its folder."""
    taken = tmp_path / "school/taken"
    taken.mkdir(parents=True)
    (tmp_path / "school/leerwerk.yaml").write_text("naam: School\n", encoding="utf-8")
    (taken / "bronnen.yaml").write_bytes((HIER / "eisen/bronnen.yaml").read_bytes())
    (taken / "vragen-stellen.md").write_text(GOED, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "school")
    return taken


def eisen(bank):
    """The eisen that say something, by the path of the file; the good task must have been checked too."""
    verslag = valideer(vind_werkplek(bank.parent))
    assert "taken/vragen-stellen.md" in verslag.paden
    gevonden = {}
    for bevinding in verslag.bevindingen:
        assert bevinding.regelnummer >= 1 and bevinding.kolom >= 1
        gevonden.setdefault(bevinding.pad, set()).add(bevinding.eis)
    return gevonden


def test_a_link_out_of_the_repository_is_a_finding(bank, tmp_path):
    (tmp_path / "buiten.md").write_text(GOED, encoding="utf-8")
    (bank / "link.md").symlink_to(tmp_path / "buiten.md")
    assert eisen(bank) == {"taken/link.md": {"bestand-leesbaar"}}


def test_a_link_to_nowhere_is_a_finding(bank):
    (bank / "link.md").symlink_to("weg.md")
    assert eisen(bank) == {"taken/link.md": {"bestand-leesbaar"}}


def test_a_linked_folder_is_a_finding_and_is_not_followed(bank, tmp_path):
    (tmp_path / "buiten").mkdir()
    (tmp_path / "buiten/x.md").write_text("x", encoding="utf-8")
    (bank / "map").symlink_to(tmp_path / "buiten")
    (bank / "rond").symlink_to(bank)
    assert eisen(bank) == {"taken/map": {"bestand-leesbaar"}, "taken/rond": {"bestand-leesbaar"}}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem kent geen FIFO")
def test_a_pipe_is_a_finding_and_nobody_waits_for_it(bank):
    os.mkfifo(bank / "pijp.md")
    assert eisen(bank) == {"taken/pijp.md": {"bestand-leesbaar"}}


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="dit systeem kent geen socketbestand")
def test_a_socket_is_a_finding(bank, monkeypatch):
    monkeypatch.chdir(bank)
    with socket.socket(socket.AF_UNIX) as stekker:
        stekker.bind("stekker.md")
        monkeypatch.chdir(bank.parent)
        assert eisen(bank) == {"taken/stekker.md": {"bestand-leesbaar"}}


def test_a_folder_called_as_a_task_is_looked_into(bank):
    (bank / "map.md").mkdir()
    assert eisen(bank) == {}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root mag alles lezen")
def test_an_unreadable_file_and_folder_are_findings(bank):
    (bank / "dicht.md").write_text(GOED, encoding="utf-8")
    (bank / "dicht.md").chmod(0)
    (bank / "map").mkdir(mode=0)
    try:
        assert eisen(bank) == {"taken/dicht.md": {"bestand-leesbaar"}, "taken/map": {"bestand-leesbaar"}}
    finally:
        (bank / "map").chmod(0o755)


def test_what_the_system_refuses_to_read_is_a_finding(bank, monkeypatch):
    (bank / "dicht.md").write_text(GOED, encoding="utf-8")
    echt = os.open

    def weiger(pad, *rest, **extra):
        if str(pad).endswith("dicht.md"):
            raise PermissionError(13, "Permission denied")
        return echt(pad, *rest, **extra)

    monkeypatch.setattr(os, "open", weiger)
    assert eisen(bank) == {"taken/dicht.md": {"bestand-leesbaar"}}


@pytest.mark.parametrize(
    ("inhoud", "eis"),
    [
        (b"", "kop-geldig"),
        (b"\xff\xfe-\x00-\x00", "bestand-leesbaar"),
        (b"---\nid: a\n---\n\0", "bestand-leesbaar"),
        (b"---\n", "kop-geldig"),
        (b"---\n---\n", "kop-geldig"),
        (b"---\n- a\n---\n", "kop-geldig"),
        (b"---\ntitel: !!python/object/apply:os.system [ls]\n---\n", "kop-geldig"),
        (b"---\na: &a [1]\nb: *a\n---\n", "kop-geldig"),
        (b"---\n" + b"[" * 50_000 + b"\n---\n", "kop-geldig"),
        (b"---\na: " + b"[" * 25_000 + b"]" * 25_000 + b"\n---\n", "kop-geldig"),
        (b"---\nid: " + b"9" * 5000 + b"\n---\n", "waarden-geldig"),
        (b'---\ntitel: "\\ud800"\n---\n', "kop-geldig"),
        (b"---\nop: 2024-02-31\n---\n", "sleutels-bekend"),
        (b"---\nx: " + b"a" * 300_000 + b"\n---\n", "kop-geldig"),
        (b"x" * (1024 * 1024 + 1), "bestand-leesbaar"),
    ],
    ids=range(15),
)
def test_a_file_that_is_no_task_is_a_finding(bank, inhoud, eis):
    (bank / "stuk.md").write_bytes(inhoud)
    assert eis in eisen(bank)["taken/stuk.md"]


@pytest.mark.parametrize(
    "regel",
    ["a" * 1_000_000, "a " * 500_000, "- " * 500_000, "[@" * 500_000, "<!--" * 250_000, "![](" * 250_000, "`" * 1_000_000, "(" * 1_000_000,
     "Je krijgt een cijfer. " * 45_000, "één, " * 160_000, "# leerwerk: " * 80_000, ">" * 1_000_000, "**" * 500_000, "'" * 1_000_000],
    ids=range(14),
)  # fmt: skip
def test_a_line_of_a_megabyte_is_read_in_time(bank, regel):
    ruimte = 1024 * 1024 - len(GOED.encode()) - 200
    (bank / "lang.md").write_text(
        GOED.replace("vragen-stellen", "lang") + "\n" + regel.encode()[:ruimte].decode(errors="ignore") + "\n",
        encoding="utf-8",
    )
    assert "taken/lang.md" in valideer(vind_werkplek(bank.parent)).paden


@pytest.mark.parametrize("zaad", range(40))
def test_random_bytes_are_a_finding(bank, zaad):
    kans = random.Random(zaad)
    inhoud = kans.randbytes(kans.randrange(5000))
    (bank / "ruis.md").write_bytes(inhoud if zaad % 2 else b"---\nid: ruis\n---\n" + inhoud)
    (bank / "ruis/bronnen.yaml").parent.mkdir()
    (bank / "ruis/bronnen.yaml").write_bytes(inhoud)
    assert {"taken/ruis.md", "taken/ruis/bronnen.yaml"} <= set(eisen(bank))


@pytest.mark.parametrize("zaad", range(60))
def test_a_task_with_a_piece_torn_out_or_doubled_is_still_read(bank, zaad):
    kans = random.Random(zaad)
    inhoud = bytearray(GOED.encode())
    for _ in range(kans.randrange(1, 30)):
        begin = kans.randrange(len(inhoud))
        stuk = inhoud[begin : begin + kans.randrange(1, 60)]
        inhoud[begin : begin + kans.choice((0, len(stuk)))] = kans.choice(
            (b"", bytes(stuk) * 2, kans.randbytes(3), b"\n", b"<!--")
        )
    (bank / "stuk.md").write_bytes(bytes(inhoud))
    assert "taken/stuk.md" in valideer(vind_werkplek(bank.parent)).paden


@pytest.mark.parametrize("geval", SUITE, ids=lambda geval: geval["id"])
def test_every_case_of_the_yaml_test_suite_is_a_finding(bank, geval):
    (bank / "geval.md").write_bytes(
        b"---\n" + geval["yaml"].encode("utf-8", "surrogatepass") + b"\n---\n" + ROMP.encode()
    )
    (bank / "onder").mkdir()
    (bank / "onder/bronnen.yaml").write_bytes(geval["yaml"].encode("utf-8", "surrogatepass"))
    gevonden = eisen(bank)
    assert gevonden["taken/geval.md"] and "kop-geldig" in gevonden["taken/onder/bronnen.yaml"]


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_below_a_heading_is_read(tekst):
    from leerwerk.domain.taak import build_taak
    from leerwerk.eisen.blad import maak_blad
    from leerwerk.eisen.keuring import keur_taak
    from leerwerk.store.kop import lees_document
    from leerwerk.store.romp import lees_secties

    heel = GOED.replace("## Reflecteren", f"{tekst}\n\n## Reflecteren", 1)
    document = lees_document(heel, "x.md", heel.encode("utf-8", "surrogatepass"))
    secties = lees_secties(document)
    taak, gelezen = build_taak(document, secties)
    for bevinding in keur_taak(maak_blad(document, secties, taak, heel), gelezen):
        assert bevinding.regelnummer <= heel.count("\n") + 1
