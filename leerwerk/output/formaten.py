"""The formats in which findings are shown, as rows. To add one, add a module with `render` and its row."""

import importlib
from collections.abc import Mapping

from leerwerk.domain.verslag import Verslag

FORMATS: Mapping[str, str] = {
    "tekst": "leerwerk.output.tekst",
    "json": "leerwerk.output.json_",
    "github": "leerwerk.output.github",
    "sarif": "leerwerk.output.sarif",
    "junit": "leerwerk.output.junit",
}


def render(formaat: str, verslag: Verslag) -> str:
    """The findings in a format of FORMATS; only that one is imported."""
    tekst: str = importlib.import_module(FORMATS[formaat]).render(verslag)
    return tekst
