"""WeasyPrint, loaded in a third of its usual time: at its import it does more than a form needs.

Everything here is put back when the import is over. When it fails in any way,
WeasyPrint is imported once more, as everybody does.
"""

import contextlib
import ctypes.util
import importlib
import io
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from leerwerk.errors import MachineWeigert

# A tenth of a second: for fonts that vary, and where HarfBuzz cannot subset. Liberation Sans, and ours, need neither.
ZELDEN_NODIG = ("fontTools.subset", "fontTools.varLib.instancer")


def laad_weasyprint() -> Any:
    """The package weasyprint. Raises MachineWeigert with what to install when it, or Pango, is not there."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints advice in English
            return _laad()
    except (ImportError, OSError) as fout:
        wat = "WeasyPrint" if isinstance(fout, ImportError) else "Pango"
        raise MachineWeigert(
            f"Voor een pdf is {wat} nodig, en dat is er niet.",
            nu="Installeer het: pip install 'leerwerk[pdf]', en op Debian of Ubuntu ook: apt install "
            "libpangoft2-1.0-0. Zonder pdf kan het ook: --formaat html",
        ) from fout


def _laad() -> Any:
    if sys.platform == "linux":
        with contextlib.suppress(Exception), bij_naam(), uitgesteld(*ZELDEN_NODIG):
            return importlib.import_module("weasyprint")
    return importlib.import_module("weasyprint")


@contextlib.contextmanager
def bij_naam() -> Iterator[None]:
    """Let the system's loader find a library by its own name, as `libpango-1.0.so.0`.

    WeasyPrint tries other names first, and to find out that there is no `harfbuzz-0.0`
    Python starts a compiler: a quarter of a second in all.
    """
    zoek = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = zoek


@contextlib.contextmanager
def uitgesteld(*namen: str) -> Iterator[None]:
    """Let these modules be imported when something of them is called, if ever."""
    voorlopig = {naam: Uitgesteld(naam) for naam in namen if naam not in sys.modules}
    sys.modules |= voorlopig
    try:
        yield
    finally:
        for naam in voorlopig:
            del sys.modules[naam]


class Uitgesteld(ModuleType):
    """Stands for a module of which functions and classes are called, and nothing else is asked."""

    def __getattr__(self, naam: str) -> Callable[..., Any]:
        if naam.startswith("__"):
            raise AttributeError(naam)
        return lambda *args, **opties: getattr(importlib.import_module(self.__name__), naam)(*args, **opties)
