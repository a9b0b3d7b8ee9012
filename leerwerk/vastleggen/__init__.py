"""One step = one commit, also when the machine stops half-way. The only owner of Git.

    with open_stap(map) as werkboom:            # locked, recovered, checked
        ...                                     # read and decide
        werkboom.commit("Leerdoel vastgesteld", {pad: inhoud})

The history of a folder is in `leerwerk.vastleggen.geschiedenis`, apart because GitPython is slow to import.
"""

from leerwerk.vastleggen.blobs import blob_id, lees_blob
from leerwerk.vastleggen.herstelling import herstel, herstel_stil
from leerwerk.vastleggen.openen import maak_repository, open_stap, vooraf
from leerwerk.vastleggen.verslag import Herstelverslag
from leerwerk.vastleggen.werkboom import Werkboom

__all__ = [
    "Herstelverslag",
    "Werkboom",
    "blob_id",
    "herstel",
    "herstel_stil",
    "lees_blob",
    "maak_repository",
    "open_stap",
    "vooraf",
]
