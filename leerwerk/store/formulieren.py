"""Form files: written without ever losing one that somebody wrote on, and read back from Markdown."""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from leerwerk.domain.document import Waarde
from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.store.bestanden import decodeer, lees_bytes
from leerwerk.store.kop import lees_document
from leerwerk.store.romp import lees_secties
from leerwerk.store.schrijver import scalar

MAX_FORMULIER = 5 * 1024 * 1024
_WENK = re.compile(r"<!-- leerwerk: .*?-->[ \t]*\n?", re.DOTALL)
_KEUZE = re.compile(r"^\s*[-*+]\s*[(\[]\s*(\S?)\s*[)\]]\s*(.*\S)\s*$", re.MULTILINE)
_ONTSNAPT = re.compile(r"\\([\\`<>\[\]{}#~=-])")


def lees_formulier(pad: Path) -> bytes:
    """The content of a form that came back. Raises as `lees_bytes`."""
    echt = pad.expanduser().resolve()
    return lees_bytes(echt, echt.parent, MAX_FORMULIER)


def vingerafdruk(inhoud: bytes) -> str:
    """The sha256 of a form file, as it is kept with what was taken in."""
    return hashlib.sha256(inhoud).hexdigest()


def kopregels(kenmerk: Mapping[str, str]) -> list[str]:
    """The front matter of a Markdown form."""
    return [f"{naam}: {scalar(tekst)}" for naam, tekst in kenmerk.items()]


def lees_markdown(inhoud: bytes, pad: str) -> tuple[dict[str, object], dict[str, str]]:
    """The kenmerk and the answers by vak of a Markdown form. Raises Geweigerd with file and line."""
    document = lees_document(_WENK.sub("\n", decodeer(inhoud, pad)), pad, inhoud)
    kenmerk: dict[str, object] = {
        sleutel.tekst: knoop.tekst for sleutel, knoop in document.kop.paren if isinstance(knoop, Waarde)
    }
    antwoorden: dict[str, str] = {}
    laatste = ""
    for sectie in lees_secties(document, tot_niveau=2):
        if sectie.anker in antwoorden:
            raise Geweigerd(
                f"De kop `{sectie.anker}` staat er twee keer.", waar=f"{pad}:{sectie.titel.regelnummer}",
                nu="Haal er een weg.",
            )  # fmt: skip
        if sectie.anker:
            laatste = sectie.anker
            antwoorden[laatste] = _antwoord(sectie.tekst)
        elif laatste:  # a heading of the writer's own belongs to the answer above it
            antwoorden[laatste] += f"\n\n{'#' * sectie.niveau} {sectie.titel.tekst}\n\n{sectie.tekst}"
    return kenmerk, antwoorden


def _antwoord(tekst: str) -> str:
    keuzes = _KEUZE.findall(tekst)
    if not keuzes:
        return _ONTSNAPT.sub(r"\1", tekst)
    return " / ".join(keuze for kruis, keuze in keuzes if kruis)


def schrijf_formulier(
    map: Path, naam: str, achtervoegsel: str, inhoud: bytes, is_leeg: Callable[[Path], bool]
) -> Path:
    """Write a form into `map`; returns its path.

    A file of that name is replaced only when it is the same or, by `is_leeg`,
    when nobody wrote on it; otherwise the new one gets a number. Raises
    MachineWeigert when the folder cannot be written.
    """
    try:
        map.mkdir(parents=True, exist_ok=True)
        for nummer in range(1, 1000):
            pad = map / f"{naam}{f'-{nummer}' if nummer > 1 else ''}{achtervoegsel}"
            if not pad.exists() or pad.read_bytes() == inhoud or is_leeg(pad):
                _schrijf(pad, inhoud)
                return pad
    except OSError as fout:
        raise MachineWeigert(
            f"Hier is niet te schrijven ({fout.strerror}).", waar=str(map), nu="Kies een andere map met --naar."
        ) from fout
    raise MachineWeigert("Hier staan al te veel formulieren.", waar=str(map), nu="Kies een andere map met --naar.")


def _schrijf(pad: Path, inhoud: bytes) -> None:
    """Write whole or not at all."""
    nummer, tijdelijk = tempfile.mkstemp(dir=pad.parent, prefix=".leerwerk-")
    try:
        with os.fdopen(nummer, "wb") as bestand:
            bestand.write(inhoud)
        Path(tijdelijk).chmod(0o644)
        Path(tijdelijk).replace(pad)
    except BaseException:
        with suppress(OSError):
            Path(tijdelijk).unlink()
        raise
