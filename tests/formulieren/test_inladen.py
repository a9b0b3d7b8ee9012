"""WeasyPrint loaded the quick way: nothing of the trick stays behind, and when it fails there is the plain way."""

import importlib
import subprocess
import sys

import pytest

from leerwerk.errors import MachineWeigert
from leerwerk.weergave import inladen
from tests.deur import WORTEL
from tests.formulieren.programma import check_pango

NETJES = """
import ctypes.util, gc, sys
zoek = ctypes.util.find_library
from leerwerk.weergave import inladen
inladen.laad_weasyprint()
assert ctypes.util.find_library is zoek
assert gc.isenabled()
assert not [naam for naam, module in sys.modules.items() if isinstance(module, inladen.Uitgesteld)]
assert "fontTools.subset" not in sys.modules
import weasyprint.pdf.fonts
assert weasyprint.pdf.fonts.subset.Options().retain_gids is False
assert "fontTools.subset" in sys.modules
"""


def test_the_quick_way_leaves_nothing_behind():
    check_pango()
    subprocess.run([sys.executable, "-c", NETJES], cwd=WORTEL, check=True)


def test_a_failure_of_the_quick_way_is_no_failure(monkeypatch):
    monkeypatch.setattr(inladen, "ZELDEN_NODIG", (None,))  # not a name: the quick way ends in an error
    check_pango()
    assert inladen.laad_weasyprint().__name__ == "weasyprint"


@pytest.mark.parametrize(("fout", "wat"), [(ImportError, "WeasyPrint"), (OSError, "Pango")])
def test_what_is_missing_is_named(monkeypatch, capfd, fout, wat):
    def mist(naam):
        print("advice in English")
        raise fout(naam)

    monkeypatch.setattr(importlib, "import_module", mist)
    with pytest.raises(MachineWeigert, match=f"Voor een pdf is {wat} nodig"):
        inladen.laad_weasyprint()
    assert capfd.readouterr().out == ""
