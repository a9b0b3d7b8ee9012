"""Arrows between the layers point inward only, every library has one owner, and starting up stays light."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deur import WORTEL

PAKKET = WORTEL / "leerwerk"

# What each layer may import, besides itself and the standard library (docs/besluiten/ and ontwerp, section 2).
PIJLEN = {
    "errors": set[str](),
    "domain": {"errors"},
    "taal": {"domain", "errors"},
    "eisen": {"taal", "domain", "errors"},
    "store": {"domain", "errors"},
    "vastleggen": {"domain", "errors"},
    "synchroniseren": {"vastleggen", "domain", "errors"},
    "weergave": {"domain", "errors"},
    "output": {"domain", "errors"},
    "actions": {"eisen", "taal", "store", "vastleggen", "synchroniseren", "weergave", "output", "domain", "errors"},
    "cli": {"actions", "output", "store", "vastleggen", "domain", "errors", "__init__"},
    "__main__": {"cli"},
    "__init__": set[str](),
}
# cli shows what actions give it; from these layers it takes values and one-line questions, never a decision.
CLI_LEEST = {
    "vastleggen": {"email", "gitmap", "vooraf"},
    "weergave": set[str](),
}
EIGENAARS = {
    "yaml": ("leerwerk/store/kop.py",),
    "markdown_it": ("leerwerk/store/commonmark.py", "leerwerk/store/html.py"),
    "jinja2": ("leerwerk/weergave/",),
    "markupsafe": ("leerwerk/weergave/",),
    "weasyprint": ("leerwerk/weergave/",),
    "git": ("leerwerk/vastleggen/geschiedenis.py",),
    "typer": ("leerwerk/cli/",),
    "rich": ("leerwerk/cli/",),
}
ZWAAR = (
    "git",
    "jinja2",
    "yaml",
    "rich",
    "markdown_it",
    "weasyprint",
    "pypdf",
    "leerwerk.actions",
    "leerwerk.store.kop",
)


def invoer(bron: str) -> Iterator[tuple[str, str]]:
    """Every import in Python source, anywhere in it: the module, and the name taken from it."""
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.Import):
            yield from ((naam.name, "") for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            assert not knoop.level, "een relatieve import"
            yield from ((knoop.module or "", naam.name) for naam in knoop.names)


def laag(module: str) -> str:
    """The layer of `leerwerk.store.kop` is `store`."""
    return module.split(".")[1] if "." in module else "__init__"


def overtredingen(pad: str, bron: str) -> list[str]:
    """What in the source of the file at `pad` (from the root of the checkout) breaks the rules."""
    eigen = Path(pad).parts[1].removesuffix(".py")
    return [fout for module, naam in invoer(bron) for fout in _fouten(pad, eigen, module, naam)]


def _fouten(pad: str, eigen: str, module: str, naam: str) -> Iterator[str]:
    boven = module.partition(".")[0]
    if boven == "leerwerk":
        doel = naam if module == "leerwerk" and naam != "__version__" else laag(module)
        if doel != eigen and doel not in PIJLEN[eigen]:
            yield f"{pad}: {eigen} -> {doel}"
        elif eigen == "cli" and naam not in CLI_LEEST.get(doel, {naam}):
            yield f"{pad}: cli neemt {naam} uit {doel}"
    elif boven in EIGENAARS:
        if not pad.startswith(EIGENAARS[boven]):
            yield f"{pad}: {boven} hoort bij {EIGENAARS[boven][0]}"
    elif boven not in sys.stdlib_module_names:
        yield f"{pad}: {boven} heeft geen eigenaar"


BESTANDEN = sorted(
    pad.relative_to(WORTEL).as_posix() for pad in PAKKET.rglob("*.py") if "meegeleverd" not in pad.parts
)


@pytest.mark.parametrize("pad", BESTANDEN)
def test_arrows_point_inward_and_libraries_stay_with_their_owner(pad: str) -> None:
    assert overtredingen(pad, (WORTEL / pad).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("pad", "bron"),
    [
        ("leerwerk/domain/cyclus.py", "import git"),
        ("leerwerk/domain/cyclus.py", "from leerwerk.store.kop import lees_kop"),
        ("leerwerk/domain/cyclus.py", "def f():\n    from leerwerk.cli.uit import zeg"),
        ("leerwerk/domain/cyclus.py", "from leerwerk import actions"),
        ("leerwerk/errors.py", "from leerwerk.domain.fase import Fase"),
        ("leerwerk/eisen/x.py", "from leerwerk.store.taken import load_taak"),
        ("leerwerk/taal/x.py", "from leerwerk.eisen import EISEN"),
        ("leerwerk/store/taken.py", "from leerwerk.vastleggen import open_stap"),
        ("leerwerk/vastleggen/stap.py", "from leerwerk.store.kop import lees_kop"),
        ("leerwerk/output/json.py", "from leerwerk.actions.waar import Doelstand"),
        ("leerwerk/actions/waar.py", "from leerwerk.cli.uit import zeg"),
        ("leerwerk/actions/waar.py", "import typer"),
        ("leerwerk/cli/doel.py", "from leerwerk.vastleggen import open_stap"),
        ("leerwerk/cli/doel.py", "from leerwerk.weergave.sjablonen import render"),
        ("leerwerk/cli/doel.py", "import yaml"),
        ("leerwerk/store/taken.py", "import yaml"),
        ("leerwerk/store/kop.py", "import markdown_it"),
        ("leerwerk/vastleggen/stap.py", "import git"),
        ("leerwerk/actions/nieuw.py", "import requests"),
    ],
)
def test_planted_violation_is_found(pad: str, bron: str) -> None:
    assert overtredingen(pad, bron)


@pytest.mark.parametrize(
    ("pad", "bron"),
    [
        ("leerwerk/store/kop.py", "import yaml"),
        ("leerwerk/cli/doel.py", "from leerwerk.vastleggen import vooraf"),
        ("leerwerk/domain/cyclus.py", "from leerwerk.errors import Geweigerd"),
        ("leerwerk/cli/programma.py", "from leerwerk import __version__"),
    ],
)
def test_what_is_allowed_is_no_violation(pad: str, bron: str) -> None:
    assert overtredingen(pad, bron) == []


def test_every_layer_has_its_row() -> None:
    assert {Path(pad).parts[1].removesuffix(".py") for pad in BESTANDEN} <= set(PIJLEN)
    assert len(BESTANDEN) > 50


def geladen(opdracht: str) -> set[str]:
    """The modules that a fresh interpreter has after running `opdracht`."""
    code = f"import sys, json\n{opdracht}\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    uitkomst = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(WORTEL)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(uitkomst.stderr.splitlines()[-1]))


def zwaar(modules: set[str]) -> set[str]:
    return {naam for naam in ZWAAR for module in modules if module == naam or module.startswith(f"{naam}.")}


@pytest.mark.parametrize(
    "opdracht", ["import leerwerk.cli.main", "from leerwerk.cli.main import main; main(['--version'])"]
)
def test_starting_up_loads_nothing_heavy(opdracht: str) -> None:
    assert zwaar(geladen(opdracht)) == set()


def test_planted_heavy_import_is_found() -> None:
    assert zwaar(geladen("import leerwerk.store.kop")) == {"yaml", "leerwerk.store.kop"}
