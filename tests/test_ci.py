"""What runs `leerwerk valideer` for others: pre-commit, and the workflow files of a new repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

WORTEL = Path(__file__).parents[1]
NIEUW = WORTEL / "templates/nieuw"
EISEN = WORTEL / "tests/eisen"
HAAK = yaml.safe_load((WORTEL / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]


def draai(*opdracht, map, **extra):
    return subprocess.run(opdracht, cwd=map, capture_output=True, text=True, check=False, **extra)


@pytest.fixture(autouse=True)
def eigen_cache(tmp_path, monkeypatch):
    """pre-commit and check-jsonschema keep things at home; nobody's home here."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def school(tmp_path):
    """A repository that uses our hook from a copy of this project, with Git and pre-commit as they are."""
    haken, school = tmp_path / "leerwerk", tmp_path / "school"
    haken.mkdir()
    shutil.copy(WORTEL / ".pre-commit-hooks.yaml", haken)
    (haken / "setup.py").write_text(
        "from setuptools import setup\nsetup(name='leerwerk-haak', version='0', py_modules=[])\n", encoding="utf-8"
    )
    vastleggen(haken)
    (school / "taken").mkdir(parents=True)
    (school / "leerwerk.yaml").write_text("naam: School\n", encoding="utf-8")
    (school / "taken/bronnen.yaml").write_bytes((EISEN / "bronnen.yaml").read_bytes())
    (school / "README.md").write_text("Geen taak.\n", encoding="utf-8")
    rev = draai("git", "rev-parse", "HEAD", map=haken).stdout.strip()
    config = {
        "repos": [
            {
                "repo": str(haken),
                "rev": rev,
                "hooks": [{"id": HAAK["id"], "language": "system", "entry": f"{sys.executable} -m {HAAK['entry']}"}],
            }
        ]
    }
    (school / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    vastleggen(school)
    return school


def vastleggen(map):
    for opdracht in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=T", "-c", "user.email=t@example.nl", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *opdracht], cwd=map, check=True, capture_output=True)


def pre_commit(school, *args):
    omgeving = {**os.environ, "PRE_COMMIT_HOME": str(school.parent / "cache"), "PYTHONPATH": str(WORTEL)}
    return draai(sys.executable, "-m", "pre_commit", *args, map=school, env=omgeving)


def zet_klaar(school, geval):
    (school / "taken/vragen-stellen.md").write_bytes((EISEN / geval).read_bytes())
    draai("git", "add", "-A", map=school)


def test_our_hooks_are_as_pre_commit_wants_them():
    uit = draai(
        sys.executable, "-m", "pre_commit", "validate-manifest", str(WORTEL / ".pre-commit-hooks.yaml"), map=WORTEL
    )
    assert uit.returncode == 0, uit.stdout + uit.stderr


def test_pre_commit_lets_a_good_task_pass(school):
    zet_klaar(school, "secties-volledig/goed-1.md")
    uit = pre_commit(school, "run")
    assert (uit.returncode, "Passed" in uit.stdout) == (0, True), uit.stdout + uit.stderr


def test_pre_commit_stops_a_bad_task_and_shows_why(school):
    zet_klaar(school, "kijkpunt-heeft-waarom/fout-1.md")
    uit = pre_commit(school, "run")
    assert uit.returncode == 1
    assert "taken/vragen-stellen.md:" in uit.stdout
    assert "[kijkpunt-heeft-waarom]" in uit.stdout


def test_pre_commit_looks_at_tasks_and_sources_only(school):
    (school / "README.md").write_text("Nog steeds geen taak.\n", encoding="utf-8")
    draai("git", "add", "-A", map=school)
    assert "no files to check" in pre_commit(school, "run").stdout


@pytest.mark.parametrize(
    ("pad", "schema"),
    [
        ("dot-github/workflows/valideer.yml", "vendor.github-workflows"),
        ("dot-forgejo/workflows/valideer.yml", "vendor.github-workflows"),
        ("dot-gitlab-ci.yml", "vendor.gitlab-ci"),
    ],
)
def test_a_workflow_file_follows_the_schema_of_its_host(pad, schema):
    uit = draai(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(NIEUW / pad), map=WORTEL)
    assert uit.returncode == 0, uit.stdout


@pytest.mark.parametrize("pad", sorted(NIEUW.rglob("*.yml")), ids=lambda pad: pad.parent.name)
def test_every_command_in_a_workflow_exists(pad):
    regels = [regel.strip().removeprefix("- ") for regel in pad.read_text(encoding="utf-8").splitlines()]
    opdrachten = [regel for regel in regels if regel.removeprefix("run: ").startswith("leerwerk ")]
    assert opdrachten
    assert all(opdracht.removeprefix("run: ").startswith("leerwerk valideer") for opdracht in opdrachten)


@pytest.mark.skipif(os.name == "nt", reason="de stappen zijn voor een shell")
def test_the_steps_of_gitlab_leave_a_report_and_the_right_exit_code(school):
    zet_klaar(school, "kijkpunt-heeft-waarom/fout-1.md")
    stappen = yaml.safe_load((NIEUW / "dot-gitlab-ci.yml").read_text(encoding="utf-8"))["leerwerktaken"]["script"]
    bak = school.parent / "bin"
    bak.mkdir()
    (bak / "leerwerk").write_text(
        f'#!/bin/sh\nPYTHONPATH={WORTEL} exec {sys.executable} -m leerwerk "$@"\n', encoding="utf-8"
    )
    (bak / "leerwerk").chmod(0o755)
    script = "set -e\n" + "\n".join(stap for stap in stappen if not stap.startswith("pip "))
    uit = draai("sh", "-c", script, map=school, env={**os.environ, "PATH": f"{bak}:{os.environ['PATH']}"})
    assert uit.returncode == 1, uit.stdout + uit.stderr
    assert "<failure" in (school / "leerwerk.xml").read_text(encoding="utf-8")
