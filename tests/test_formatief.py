"""Formative only: no grade, score, percentage, total, count of tasks or "done" in the model or in what anybody reads.

The rule. What a user can read counts, wherever it stands: the rows of `domain/velden.py`, the templates, the keys and
values of `--json`, the transcripts, and every string in `leerwerk/` that is not a name for the machine. A name for the
machine is a docstring, a key of a dict, an index, or the name of an attribute (`"verplicht"`, `klaar()`): no user sees
those. The model may hold numbers only for places in a file, school years and the order of search results.
"""

import ast
import dataclasses
import importlib
import inspect
import json
import pkgutil
import re
import typing
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import leerwerk.domain
from leerwerk.domain import velden
from tests.deur import WORTEL, gelukt
from tests.transcript import parse

PAKKET = WORTEL / "leerwerk"

# domein.md, section 2: the words to avoid, as stems; and what summative tools count.
WOORDEN = re.compile(
    r"""\b(
        afgerond\w* | afronde?n? | voltooi\w* | klaar | gehaald\w* | behaal\w* | \w*scores?\b | gescoord | resulta\w+ |
        voortgang\w* | inlever\w* | lever\w*\ .{0,20}\bin\b | deadline\w* | verplicht\w* | opdracht\w* | beoordel\w* | bewijs\w* | bewezen |
        moet\ (je\ |nog\ )+ | cijfer | eindcijfer\w* | rapport\w* | punten | procent\w* | percentage\w* | gemiddeld\w* | (on)?voldoende | geslaagd |
        gezakt | totaal | totale | eindoordeel | oordeel | toets\w* | examen\w* | certifica\w* | voldaan | afgevinkt\w* | afvink\w* |
        grade\w* | score\w* | percentage\w* | passed | failed | completed | done | total
    )\b | [0-9]\ ?% | \b[0-9]+\ (van|uit)\ (de\ )?[0-9]+\b | \b[0-9]+/[0-9]+\b""",
    re.IGNORECASE | re.VERBOSE,
)
NAMEN = re.compile(
    r"(?i)grade|score|percent|count|total|cijfer|afgerond|voltooid|klaar|gehaald|behaald|resultaat|voortgang|deadline|bewijs|aantal|klassement"
)
GETALLEN = {
    *(
        "regelnummer",
        "kolom",
        "kolommen",
        "romp_regelnummer",
        "niveau",
        "einde",
        "gewijzigd",
    ),  # where something stands in a file
    *("studiejaar", "studiejaren"),  # the year of the training
    *("gewicht", "termen", "klinkt", "zegt", "gezegd"),  # the order of search results; never shown
}
JSON_GETALLEN = {"versie", "studiejaar", "studiejaren"}


def foute_woorden(tekst: str) -> list[str]:
    return [gevonden.group() for gevonden in WOORDEN.finditer(tekst)]


def leesbaar(bron: str) -> Iterator[str]:
    """The strings in Python source that a user may get to read."""
    boom = ast.parse(bron)
    voor_de_machine = set(map(id, _voor_de_machine(boom)))
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in voor_de_machine:
            yield knoop.value


def _voor_de_machine(boom: ast.AST) -> Iterator[ast.AST]:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Module | ast.ClassDef | ast.FunctionDef) and not _is_opdracht(knoop):
            yield from (regel.value for regel in knoop.body[:1] if isinstance(regel, ast.Expr))
        elif isinstance(knoop, ast.Dict):
            yield from (sleutel for sleutel in knoop.keys if sleutel)
        elif isinstance(knoop, ast.Subscript):
            yield knoop.slice
        elif isinstance(knoop, ast.Call) and ast.unparse(knoop.func).endswith(("getattr", ".get", "compile")):
            yield from knoop.args[:2]


def _is_opdracht(knoop: ast.AST) -> bool:
    """A command shows its docstring as help."""
    return isinstance(knoop, ast.FunctionDef) and any("command" in ast.unparse(d) for d in knoop.decorator_list)


@pytest.mark.parametrize(
    "bron",
    [
        'zeg("Je taak is afgerond.")',
        'zeg(f"{n} taken gehaald")',
        'Veld("cijfer", Soort.GETAL, "Je cijfer.")',
        'def f():\n    "Uitleg."\n    return "klaar"',
        '@app.command(cls=X)\ndef f():\n    """Lever je taak in."""',
        'x = {"veld": "verplicht"}',
        'zeg("3 van 50 taken")',
        'zeg("80%")',
        'zeg("2/5")',
    ],
)
def test_planted_word_is_found(bron: str) -> None:
    assert any(foute_woorden(tekst) for tekst in leesbaar(bron))


@pytest.mark.parametrize(
    "bron",
    [
        '"""Says when it is done."""',
        'x["verplicht"]',
        'x = {"verplicht": veld.verplicht}',
        "klaar(sessie)",
        "veld.verplicht",
        'getattr(x, "klaar")',
    ],
)
def test_names_for_the_machine_are_left_alone(bron: str) -> None:
    assert not any(foute_woorden(tekst) for tekst in leesbaar(bron))


# Words of the list that mean something else there.
ANDERE_BETEKENIS = {
    "leerwerk/actions/demo.py": {"opdracht"},  # what a docent asks of pupils
    "leerwerk/domain/woorden.py": {"opdracht"},  # a word of a student that says little; never shown
    "leerwerk/vastleggen/": {
        "klaar",
        "opdracht",
        "moet je ",
        "done",
    },  # what the machine does: a lock, a command, a flag
}
# The eisen quote these words to say why they are not wanted.
BUITEN = {"meegeleverd", "eisen", "taal"}
MODULES = sorted(pad.relative_to(WORTEL).as_posix() for pad in PAKKET.rglob("*.py") if not BUITEN & set(pad.parts))


@pytest.mark.parametrize("module", MODULES)
def test_no_text_of_the_program_judges(module: str) -> None:
    teksten = list(leesbaar((WORTEL / module).read_text(encoding="utf-8")))
    mag = set().union(*(woorden for begin, woorden in ANDERE_BETEKENIS.items() if module.startswith(begin)))
    assert {tekst: fout for tekst in teksten if (fout := set(foute_woorden(tekst)) - mag)} == {}


@pytest.mark.parametrize("begin", ANDERE_BETEKENIS)
def test_an_exception_is_still_needed(begin: str) -> None:
    teksten = [t for m in MODULES if m.startswith(begin) for t in leesbaar((WORTEL / m).read_text(encoding="utf-8"))]
    gevonden = {woord for tekst in teksten for woord in foute_woorden(tekst)}
    assert ANDERE_BETEKENIS[begin] <= gevonden


def test_there_is_text_to_look_at() -> None:
    teksten = [tekst for module in MODULES for tekst in leesbaar((WORTEL / module).read_text(encoding="utf-8"))]
    assert "Je hebt nog geen leerdoel vastgesteld." in teksten
    assert len(teksten) > 500


SJABLONEN = sorted(pad for pad in (WORTEL / "templates").rglob("*") if pad.is_file())


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.name)
def test_no_template_judges(pad: Path) -> None:
    tekst = zonder_code(pad.read_text(encoding="utf-8"))
    assert not foute_woorden(re.sub(r"[0-9]+%", "", tekst) if pad.suffix == ".css" else tekst)  # widths


def zonder_code(sjabloon: str) -> str:
    """A template without what only the machine reads; the strings in an expression are shown."""
    code = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
    return code.sub(lambda stuk: " ".join(re.findall(r'"[^"]*"|\'[^\']*\'', stuk.group())), sjabloon)


def test_planted_word_in_a_template_is_found() -> None:
    assert foute_woorden(zonder_code('{{ "Verplicht." if vak.verplicht }}')) == ["Verplicht"]
    assert not foute_woorden(zonder_code("{{ vak.verplicht }}"))
    assert SJABLONEN


def rijen(veldrijen: tuple[velden.Veld, ...]) -> Iterator[velden.Veld]:
    for veld in veldrijen:
        yield veld
        yield from rijen(veld.velden)


@pytest.mark.parametrize("soort", velden.DOCUMENTSOORTEN, ids=lambda soort: soort.naam)
def test_no_field_asks_for_a_judgement(soort: velden.Documentsoort) -> None:
    for veld in rijen(soort.velden):
        assert not foute_woorden(f"{veld.naam} {veld.uitleg} {' '.join(veld.keuzes)}"), veld
        assert not NAMEN.search(veld.naam)
        assert "getal" not in veld.soort or veld.naam in GETALLEN, veld
    for vak in soort.tekstvakken:
        assert not foute_woorden(f"{vak.naam} {vak.titel} {vak.vraag}"), vak


def klassen() -> list[type]:
    modules = [
        importlib.import_module(f"leerwerk.domain.{m.name}") for m in pkgutil.iter_modules(leerwerk.domain.__path__)
    ]
    gevonden = [k for m in modules for _, k in inspect.getmembers(m, inspect.isclass) if k.__module__ == m.__name__]
    return sorted(gevonden, key=lambda klasse: klasse.__name__)


def getalvelden(klasse: type) -> set[str]:
    """The fields of a dataclass that hold a number, alone or in a tuple."""
    return {
        naam for naam, soort in typing.get_type_hints(klasse).items() if {int, float, complex} & set(_delen(soort))
    }


def _delen(soort: Any) -> Iterator[Any]:
    if not isinstance(soort, list):  # the arguments of a Callable
        yield soort
    for deel in soort if isinstance(soort, list) else typing.get_args(soort):
        yield from _delen(deel)


@pytest.mark.parametrize("klasse", [k for k in klassen() if dataclasses.is_dataclass(k)], ids=lambda k: k.__name__)
def test_no_value_of_the_model_is_a_grade_or_a_count(klasse: type) -> None:
    for veld in dataclasses.fields(klasse):
        assert not NAMEN.search(veld.name), veld.name
    assert getalvelden(klasse) <= GETALLEN


@pytest.mark.parametrize("klasse", [k for k in klassen() if issubclass(k, Enum)], ids=lambda k: k.__name__)
def test_no_kind_of_the_model_judges(klasse: type[Enum]) -> None:
    assert not [lid for lid in klasse if foute_woorden(str(lid.value))]


def test_planted_grade_in_the_model_is_found() -> None:
    klasse = dataclasses.make_dataclass("Ronde", [("cijfer", "float | None"), ("tussenstand", "tuple[int, ...]")])
    assert getalvelden(klasse) == {"cijfer", "tussenstand"}
    assert NAMEN.search("cijfer")
    assert {"Ronde", "Kijkpunt", "Reflectie"} <= {k.__name__ for k in klassen()}


def sleutels(waarde: Any, onder: str = "") -> Iterator[tuple[str, Any]]:
    """Every key of a JSON value with what stands under it; items of a list go under the key of the list."""
    if isinstance(waarde, dict):
        for sleutel, inhoud in waarde.items():
            yield from sleutels(inhoud, sleutel)
    elif isinstance(waarde, list):
        for inhoud in waarde:
            yield from sleutels(inhoud, onder)
    yield onder, waarde


LEZEND = [
    ("taken",),
    ("taken", "zoek", "orde"),
    ("taak", "toon", "orde-houden"),
    ("waar",),
    ("portfolio", "toon"),
    ("portfolio", "geschiedenis"),
]


@pytest.mark.parametrize("argv", LEZEND, ids=" ".join)
def test_json_holds_no_judgement_and_no_count(portfolio: Path, argv: tuple[str, ...]) -> None:
    gelukt("doel", "strenger zijn", "--gedrag", "Ik wacht.", "--samen-met", "sb", map=portfolio)
    gelukt("voorbereiden", "orde-houden", "--handvat", "Wachten.", map=portfolio)
    for sleutel, waarde in sleutels(json.loads(gelukt(*argv, "--json", map=portfolio))):
        assert not foute_woorden(sleutel) and not NAMEN.search(sleutel), sleutel
        assert not isinstance(waarde, int | float) or sleutel in JSON_GETALLEN, sleutel


def test_planted_count_in_json_is_found() -> None:
    assert [
        s
        for s, w in sleutels({"taken": [{"stand": 3}], "versie": 1})
        if isinstance(w, int) and s not in JSON_GETALLEN
    ] == ["stand"]


@pytest.mark.parametrize("pad", sorted(WORTEL.glob("tests/transcripts/*.txt")), ids=lambda pad: pad.stem)
def test_nothing_that_was_shown_judges(pad: Path) -> None:
    getoond = "\n".join(blok.uitkomst.alles for blok in parse(pad.read_text(encoding="utf-8")))
    assert not foute_woorden(re.sub(r"[0-9]{2}/[0-9]{2}", "", getoond))


@pytest.mark.parametrize(
    "argv",
    [
        ("--help",),
        ("doel", "--help"),
        ("reflecteren", "--help"),
        ("observeren", "--help"),
        ("waar", "--help"),
        ("voorbereiden", "--help"),
        ("uitvoeren", "--help"),
        ("portfolio", "--help"),
        ("taken", "--help"),
    ],
    ids=" ".join,
)
def test_help_does_not_judge(argv: tuple[str, ...], tmp_path: Path) -> None:
    assert not foute_woorden(gelukt(*argv, map=tmp_path))
