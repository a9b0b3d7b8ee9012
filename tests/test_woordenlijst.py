"""docs/woordenlijst.md lists every public name of the domain: a new noun is explained before it is used."""

import ast
import re
from collections.abc import Iterator

from tests.deur import WORTEL

DOMEIN = WORTEL / "leerwerk" / "domain"
WOORDENLIJST = WORTEL / "docs" / "woordenlijst.md"


def namen(bron: str) -> Iterator[str]:
    """The public classes, functions, methods and fields in Python source."""
    boom = ast.parse(bron)
    for knoop in boom.body:
        if isinstance(knoop, ast.ClassDef | ast.FunctionDef):
            yield knoop.name
        if isinstance(knoop, ast.ClassDef):
            yield from _leden(knoop)


def _leden(klasse: ast.ClassDef) -> Iterator[str]:
    for lid in klasse.body:
        if isinstance(lid, ast.FunctionDef):
            yield lid.name
        elif isinstance(lid, ast.AnnAssign) and isinstance(lid.target, ast.Name):
            yield lid.target.id


def domeinnamen() -> dict[str, str]:
    """Every public name of the domain with the module it stands in."""
    gevonden: dict[str, str] = {}
    for pad in sorted(DOMEIN.glob("*.py")):
        for naam in (pad.stem, *namen(pad.read_text(encoding="utf-8"))):
            if not naam.startswith("_"):
                gevonden.setdefault(naam, pad.name)
    return gevonden


def vermeld(tekst: str) -> set[str]:
    """The names that a glossary explains: those in backticks in its tables."""
    return {naam for regel in tekst.splitlines() if regel.startswith("|") for naam in re.findall(r"`([^`]+)`", regel)}


def ontbrekend(tekst: str) -> list[str]:
    bekend = vermeld(tekst)
    return [f"`{naam}` (leerwerk/domain/{waar})" for naam, waar in domeinnamen().items() if naam not in bekend]


def test_every_public_name_of_the_domain_is_explained() -> None:
    mist = ontbrekend(WOORDENLIJST.read_text(encoding="utf-8"))
    assert not mist, "Zet in docs/woordenlijst.md: " + ", ".join(mist)


def test_a_name_that_is_missing_is_named_with_its_place() -> None:
    tekst = WOORDENLIJST.read_text(encoding="utf-8").replace("`laatste_ronde`", "")
    assert "`laatste_ronde` (leerwerk/domain/portfolio.py)" in ontbrekend(tekst)


def test_names_are_of_modules_classes_functions_and_fields() -> None:
    assert {"cyclus", "Leerdoel", "check_uitvoeren", "samen_met", "van_ander", "is_id"} <= set(domeinnamen())
    assert not [naam for naam in domeinnamen() if naam.startswith("_")]
