"""Style sheets and scripts of a page that stands alone, and the policy that lets only those in."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from leerwerk.errors import Geweigerd


def lees_stijl(mappen: Sequence[Path], naam: str) -> str:
    """A file of templates/stijl/, the school's own before the packaged one; '' when there is none.

    Raises Geweigerd for text that would end the element it is put in.
    """
    pad = next((pad for map in mappen if (pad := map / "stijl" / naam).is_file()), None)
    tekst = pad.read_text(encoding="utf-8").replace("\r\n", "\n").strip() if pad else ""
    for einde in ("</style", "</script", "<!--"):
        if einde in tekst.lower():
            raise Geweigerd(f"In dit bestand kan `{einde}` niet staan.", waar=str(pad), nu="Haal het weg.")
    return tekst


def beleidshash(tekst: str) -> str:
    """What a Content-Security-Policy calls this text: `'sha256-…'`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(tekst.encode()).digest()).decode()}'"
