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
from leerwerk.vastleggen.verslag import Herstelverslag
from leerwerk.vastleggen.werkboom import Werkboom
from leerwerk.vastleggen.wie import email

__all__ = [
    "Herstelverslag",
    "Werkboom",
    "check_identiteit",
    "email",
    "gitmap",
    "herstel",
    "herstel_stil",
    "lees_blob",
    "maak_repository",
    "open_stap",
    "vooraf",
]
