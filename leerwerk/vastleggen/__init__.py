"""One step = one commit, also when the machine stops half-way. The only owner of Git.

    with open_stap(map) as werkboom:            # locked, recovered, checked
        ...                                     # read and decide
        werkboom.commit("Leerdoel vastgesteld", {pad: inhoud})

The history of a folder is in `leerwerk.vastleggen.geschiedenis`, apart because GitPython is slow to import.
"""

from leerwerk.vastleggen.blobs import lees_blob
from leerwerk.vastleggen.herstelling import herstel, herstel_stil
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
