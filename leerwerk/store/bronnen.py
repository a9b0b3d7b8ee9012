"""The sources of tasks: bronnen.yaml to values, and a source added to it. All other text stays as it was."""

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from leerwerk.domain.bron import REFERENTIES, Bron, build_bronnen
from leerwerk.errors import Geweigerd
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.kop import lees_kop
from leerwerk.store.plaatsen import BRONNEN, toon_pad
from leerwerk.store.schrijver import scalar

_NAAM = re.compile(r"(?P<family>[^,]+?)(?:,\s*(?P<given>.+))?")


def load_bronnen(mappen: Iterable[Path]) -> dict[str, Bron]:
    """The sources in `mappen` by citation key; the first folder that has a key wins. Raises as `lees_bronnen`."""
    gevonden: dict[str, Bron] = {}
    for map in mappen:
        pad = map / BRONNEN
        if pad.is_file():
            for bron in lees_bronnen(lees_tekst(pad, map)[0], toon_pad(pad)):
                gevonden.setdefault(bron.id, bron)
    return gevonden


def lees_bronnen(tekst: str, pad: str) -> tuple[Bron, ...]:
    """The sources in the text of a bronnen.yaml. Raises Geweigerd with the line when it cannot be read."""
    if not tekst.strip():
        return ()
    bronnen = build_bronnen(lees_kop(tekst, pad))
    if bronnen is None:
        raise Geweigerd(
            f"In dit bestand ontbreekt de lijst `{REFERENTIES}:`.", waar=f"{pad}:1", nu="Kijk hoe de bank het doet."
        )
    return bronnen


def blok(tekst: str, bronnen: Sequence[Bron], bron: Bron) -> str:
    """The lines of `bron` in the text that `bronnen` were read from."""
    regels = tekst.split("\n")
    volgende = [ander.regelnummer for ander in bronnen if ander.regelnummer > bron.regelnummer]
    eigen = regels[bron.regelnummer - 1 : min(volgende, default=len(regels) + 1) - 1]
    return textwrap.dedent("\n".join(eigen)).strip("\n")


def met_bronnen(tekst: str, erbij: Mapping[str, str], pad: str) -> str:
    """The text of a bronnen.yaml with these sources (as `blok` gives them) put in by key.

    Raises as `lees_bronnen`.
    """
    for sleutel, nieuw in sorted(erbij.items()):
        bronnen = lees_bronnen(tekst, pad)
        regels = tekst.rstrip("\n").split("\n") if tekst.strip() else [f"{REFERENTIES}:"]
        na = [bron.regelnummer - 1 for bron in bronnen if bron.id > sleutel]
        plek = min(na, default=len(regels))
        inspringing = " " * (bronnen[0].kolom - 3) if bronnen else "  "
        tekst = "\n".join([*regels[:plek], *textwrap.indent(nieuw, inspringing).split("\n"), *regels[plek:], ""])
    return tekst


def nieuwe_bron(sleutel: str, auteurs: Sequence[str], jaar: str, titel: str) -> str:
    """A book with these authors (`Ebbens, S.` or one name) as `blok` gives it."""
    return "\n".join(
        [
            f"- id: {scalar(sleutel)}",
            "  type: book",
            "  author:",
            *(regel for auteur in auteurs for regel in _auteur(auteur)),
            "  issued:",
            f"    date-parts: [[{jaar}]]",
            f"  title: {scalar(titel)}",
        ]
    )


def _auteur(naam: str) -> list[str]:
    delen = _NAAM.fullmatch(naam.strip())
    if not delen or not delen["given"]:
        return [f"    - literal: {scalar(naam.strip())}"]
    return [f"    - family: {scalar(delen['family'].strip())}", f"      given: {scalar(delen['given'].strip())}"]
