"""From a title to an id: one way, everywhere."""

import re
import unicodedata

LENGTE = 64


def slug(tekst: str, lengte: int = LENGTE) -> str:
    """`tekst` as lower-case ASCII words joined by hyphens, cut at a word; '' when nothing is left."""
    plat = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    woorden = re.findall(r"[a-z0-9]+", plat.replace("'", ""))
    uit = ""
    for woord in woorden:
        if uit and len(uit) + 1 + len(woord) > lengte:
            break
        uit = f"{uit}-{woord}" if uit else woord[:lengte]
    return uit
