"""One step = one commit, also when the machine stops half-way. The only owner of Git.

    with open_stap(map) as werkboom:            # locked, recovered, checked
        ...                                     # read and decide
        werkboom.commit("Leerdoel vastgesteld", {pad: inhoud})

What this package offers is imported when it is first asked for: most commands only look, and a tenth of their
time would go here. The history of a folder is in `leerwerk.vastleggen.geschiedenis`, because GitPython is slower yet.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leerwerk.vastleggen.blobs import lees_blob
    from leerwerk.vastleggen.herstelling import herstel
    from leerwerk.vastleggen.onderbroken import herstel_stil
    from leerwerk.vastleggen.openen import check_identiteit, maak_repository, open_stap, vooraf
    from leerwerk.vastleggen.plaats import gitmap
    from leerwerk.vastleggen.schijf import make_folders, write_over
    from leerwerk.vastleggen.tak import Boom, Tak, basis, blijft, is_vastgelegd, leg_op_tak
    from leerwerk.vastleggen.verslag import Herstelverslag
    from leerwerk.vastleggen.werkboom import Werkboom
    from leerwerk.vastleggen.wie import email

__all__ = [
    "Boom",
    "Herstelverslag",
    "Tak",
    "Werkboom",
    "basis",
    "blijft",
    "check_identiteit",
    "email",
    "gitmap",
    "herstel",
    "herstel_stil",
    "is_vastgelegd",
    "lees_blob",
    "leg_op_tak",
    "maak_repository",
    "make_folders",
    "open_stap",
    "vooraf",
    "write_over",
]

_WAAR = {
    "Boom": "tak",
    "Herstelverslag": "verslag",
    "Tak": "tak",
    "Werkboom": "werkboom",
    "basis": "tak",
    "blijft": "tak",
    "check_identiteit": "openen",
    "email": "wie",
    "gitmap": "plaats",
    "herstel": "herstelling",
    "herstel_stil": "onderbroken",
    "is_vastgelegd": "tak",
    "lees_blob": "blobs",
    "leg_op_tak": "tak",
    "maak_repository": "openen",
    "make_folders": "schijf",
    "open_stap": "openen",
    "vooraf": "openen",
    "write_over": "schijf",
}


def __getattr__(naam: str) -> Any:
    """A name of `__all__`, from the module that has it."""
    if naam not in _WAAR:
        raise AttributeError(naam)
    return getattr(import_module(f"leerwerk.vastleggen.{_WAAR[naam]}"), naam)
