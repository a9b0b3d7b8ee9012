"""`leerwerk valideer` and `leerwerk uitleg` through the door that users take."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from leerwerk.cli.main import main

EISEN = Path(__file__).parents[1] / "eisen"
WORTEL = Path(__file__).parents[2]


@pytest.fixture
def school(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for naam in ("GITHUB_BASE_REF", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(naam, raising=False)
    (tmp_path / "taken").mkdir()
    (tmp_path / "leerwerk.yaml").write_text("naam: School\n", encoding="utf-8")
    (tmp_path / "taken/bronnen.yaml").write_bytes((EISEN / "bronnen.yaml").read_bytes())
    return tmp_path


@pytest.fixture
def leerwerk(capsys):
    def draai(*args):
        code = main(args)
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return draai


def taak(school, eis, nummer=1):
    pad = school / "taken/vragen-stellen.md"
    if eis == "formatief":
        goed = (EISEN / "secties-volledig/goed-1.md").read_text(encoding="utf-8")
        pad.write_text(f"{goed}- De werkplekbegeleider beoordeelt elk onderdeel met O, V of G.\n", encoding="utf-8")
        return
    geval = EISEN / eis / f"fout-{nummer}.md" if nummer else EISEN / "secties-volledig/goed-1.md"
    pad.write_bytes(geval.read_bytes())


def test_a_clean_bank_exits_0_and_says_so(school, leerwerk):
    taak(school, "", 0)
    assert leerwerk("valideer") == (0, "2 bestanden nagekeken, geen bevindingen.\n", "")


def test_a_fout_exits_1(school, leerwerk):
    taak(school, "formatief")
    code, uit, _ = leerwerk("valideer", "taken")
    assert code == 1
    assert uit.startswith("taken/vragen-stellen.md:")
    assert "»beoordeelt«" in uit


def test_a_waarschuwing_exits_1_only_when_streng(school, leerwerk):
    taak(school, "koppen-op-volgorde", 3)
    assert leerwerk("valideer", "taken/vragen-stellen.md")[0] == 0
    assert leerwerk("valideer", "taken/vragen-stellen.md", "--streng")[0] == 1


def test_advice_never_exits_1(school, leerwerk):
    taak(school, "zonder-leerlingnamen")
    assert leerwerk("valideer", "--streng")[0] == 0


def test_json_is_one_object_with_relative_paths(school, leerwerk, monkeypatch):
    taak(school, "formatief")
    monkeypatch.chdir(school / "taken")
    uit = json.loads(leerwerk("valideer", "--formaat", "json")[1])
    assert (uit["versie"], uit["bestanden"], uit["bevindingen"][0]["pad"]) == (1, 2, "vragen-stellen.md")


def test_a_path_that_is_not_there_is_wrong_usage(school, leerwerk):
    assert leerwerk("valideer", "taken/weg.md")[0] == 2


def test_an_unknown_format_is_wrong_usage_with_a_suggestion(school, leerwerk):
    code, _, fout = leerwerk("valideer", "--formaat", "sarf")
    assert (code, "Bedoel je `sarif`?" in fout) == (2, True)


def test_outside_a_repository_a_path_is_needed(tmp_path, monkeypatch, leerwerk):
    monkeypatch.chdir(tmp_path)
    assert leerwerk("valideer")[0] == 3


def test_github_writes_the_summary_of_the_job(school, leerwerk, monkeypatch):
    taak(school, "formatief")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(school / "samenvatting.md"))
    code, uit, _ = leerwerk("valideer", "--formaat", "github")
    assert (code, uit.startswith("::error file=taken/vragen-stellen.md")) == (1, True)
    assert "`formatief`" in (school / "samenvatting.md").read_text(encoding="utf-8")


def test_a_basis_of_github_that_is_not_fetched_is_no_problem(school, leerwerk, monkeypatch):
    taak(school, "", 0)
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    assert leerwerk("valideer", "--formaat", "github")[0] == 0


def test_uitleg_lists_every_eis(leerwerk):
    from leerwerk.eisen import ALLE

    uit = leerwerk("uitleg")[1]
    assert all(eis.ID in uit for eis in ALLE)


def test_uitleg_shows_good_and_bad(leerwerk):
    code, uit, _ = leerwerk("uitleg", "formatief")
    assert (code, uit.count("\nGoed: ") > 0, uit.count("\nFout: ") > 0) == (0, True, True)


def test_uitleg_of_a_misspelt_eis_suggests(leerwerk):
    code, _, fout = leerwerk("uitleg", "formatif")
    assert (code, "Bedoel je `formatief`?" in fout) == (2, True)


def test_the_shell_completes_ids_of_eisen():
    omgeving = {
        **os.environ,
        "_LEERWERK_COMPLETE": "complete_bash",
        "COMP_WORDS": "leerwerk uitleg herh",
        "COMP_CWORD": "2",
    }
    code = "import sys; sys.argv[0] = 'leerwerk'; from leerwerk.cli.main import main; main([])"
    uit = subprocess.run(
        [sys.executable, "-c", code], env=omgeving, cwd=WORTEL, capture_output=True, text=True, check=False
    )
    assert "herhaalbaar" in uit.stdout


def test_valideer_loads_nothing_it_does_not_need(school):
    taak(school, "", 0)
    code = (
        "import sys; from leerwerk.cli.main import main; main(['valideer']); "
        "print({'git', 'jinja2', 'rich', 'weasyprint', 'markdown_it'} & set(sys.modules))"
    )
    omgeving = {**os.environ, "PYTHONPATH": str(WORTEL)}
    uit = subprocess.run(
        [sys.executable, "-c", code], cwd=school, env=omgeving, capture_output=True, text=True, check=True
    )
    assert uit.stdout.endswith("set()\n")
