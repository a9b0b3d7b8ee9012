"""The explanation of eisen: one in full, all in a list, or as JSON."""

import json
import re
from collections.abc import Iterable

from leerwerk.domain.verslag import Eistekst

VERSIE = 1
_NIEUW = re.compile(r"(?:Wat|Waarom|Goed|Fout|Wat dan wel): ")


def een(eis: Eistekst) -> str:
    """An eis with its explanation, one line per paragraph so that a terminal can fold it."""
    regels: list[str] = []
    for regel in eis.uitleg.split("\n"):
        if regel and regels and regels[-1] and not _NIEUW.match(regel):
            regels[-1] += f" {regel}"
        else:
            regels.append(regel)
    return "\n".join((eis.id, *regels))


def lijst(eisen: Iterable[Eistekst]) -> str:
    """Every eis on a line."""
    rijen = list(eisen)
    breed = max(len(eis.id) for eis in rijen)
    return "\n".join(
        (*(f"{eis.id:<{breed}}  {eis.titel}" for eis in rijen), "", "Lees er een met: leerwerk uitleg EIS")
    )


def als_json(eisen: Iterable[Eistekst]) -> str:
    """`{"versie", "eisen": [{"id", "titel", "uitleg"}]}`."""
    rijen = [{"id": eis.id, "titel": eis.titel, "uitleg": eis.uitleg} for eis in eisen]
    return json.dumps({"versie": VERSIE, "eisen": rijen}, ensure_ascii=False, indent=2)
