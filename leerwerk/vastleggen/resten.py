"""What a step that was cut off leaves in the Git folder: remove it, as far as it is certainly ours."""

import time

from leerwerk.vastleggen import indexslot, journaal, schijf
from leerwerk.vastleggen.journaal import Journaal
from leerwerk.vastleggen.plaats import Plaats

_RESTEN = ("journal.json.tmp", "index", "index.lock", "merk.tmp", "merk.proef")


def remove_leftovers(plaats: Plaats, lopend: Journaal | None) -> tuple[str, ...]:
    """Our own locks and copies; a crash report of fast-import only when it is from this step."""
    gedaan: tuple[str, ...] = ()
    begin = journaal.started(plaats) if lopend else time.time()
    if indexslot.is_ours(plaats) or (lopend and indexslot.is_ours_cut_off(plaats, begin)):
        schijf.remove(plaats.indexslot)
        gedaan = ("Een slot dat leerwerk had laten staan is weggehaald.",)
    for naam in _RESTEN:
        schijf.remove(plaats.eigen / naam)
    for map in {plaats.gitdir, plaats.gedeeld} if lopend else ():
        for pad in map.glob("fast_import_crash_*"):
            if pad.stat().st_mtime >= begin:
                schijf.remove(pad)
    return gedaan
