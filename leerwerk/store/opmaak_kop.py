"""The front matter of a task in canonical form, with its comments."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from leerwerk.domain.document import Knoop, Lijst, Tabel, Waarde
from leerwerk.domain.velden import TAAK, Soort
from leerwerk.store.kop import Opmerking, lees_kop, opmerkingen
from leerwerk.store.schrijver import scalar

_LEEG = frozenset({"", "null", "~"})
_GETAL = re.compile(r"[0-9]{1,4}")
_KAAL = re.compile(r"[^\W\d_](?:.*\S)?")
_NIET_IN_KAAL = re.compile(
    r": |:$| #|[^ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NIET_IN_RIJ = re.compile(r"[,?\[\]{}]")
_WOORD_VAN_YAML = frozenset({"y", "yes", "n", "no", "on", "off", "true", "false", "null", "nan", "inf"})
_WOORDEN = 4


@dataclass(frozen=True, slots=True)
class _Veld:
    """A key with its value, its lines in the file, the comments above it and those inside it."""

    sleutel: Waarde
    knoop: Knoop
    boven: tuple[str, ...]
    regels: tuple[str, ...]
    binnen: tuple[Opmerking, ...]


def kop_in_vorm(kop: str, pad: str) -> list[str]:
    """The lines of `kop` in canonical form. Raises KopFout when it cannot be read."""
    tabel = lees_kop(kop, pad)
    velden, onderaan = _velden(kop, tabel)
    plek = {veld.naam: nummer for nummer, veld in enumerate(TAAK.velden)}
    op_volgorde = sorted(velden, key=lambda veld: plek.get(veld.sleutel.tekst, len(plek)))
    nieuw = [regel for veld in op_volgorde for regel in (*veld.boven, *_schrijf(veld))] + list(onderaan)
    return nieuw if _zelfde(kop, "\n".join(nieuw), pad) else [regel.rstrip() for regel in kop.split("\n")]


def _velden(kop: str, tabel: Tabel) -> tuple[list[_Veld], tuple[str, ...]]:
    """The fields in the order of the file, and the comments below the last one."""
    regels = kop.split("\n")
    alle = opmerkingen(kop)
    beginnen = [sleutel.regelnummer - 1 for sleutel, _ in tabel.paren]
    eindes = [_einde(regels, begin, volgende) for begin, volgende in pairwise([*beginnen, len(regels)])]
    velden, vorige = [], 0
    for (sleutel, knoop), begin, einde in zip(tabel.paren, beginnen, eindes, strict=True):
        binnen = tuple(opmerking for opmerking in alle if begin <= opmerking.regel < einde)
        velden.append(_Veld(sleutel, knoop, _losse(regels[vorige:begin]), tuple(regels[begin:einde]), binnen))
        vorige = einde
    return velden, _losse(regels[vorige:])


def _einde(regels: Sequence[str], begin: int, volgende: int) -> int:
    """The line after the last one of a value: blank lines and comments below it belong to what follows."""
    einde = volgende
    while einde > begin + 1 and (not regels[einde - 1].strip() or regels[einde - 1].startswith("#")):
        einde -= 1
    return einde


def _losse(regels: Sequence[str]) -> tuple[str, ...]:
    return tuple(regel.strip() for regel in regels if regel.strip())


def _schrijf(veld: _Veld) -> list[str]:
    naam = scalar(veld.sleutel.tekst)
    if len(veld.binnen) > 1 or (veld.binnen and not _achteraan(veld)):
        return _met_opmerkingen(veld)
    achter = f"  {veld.binnen[0].tekst}" if veld.binnen else ""
    if isinstance(veld.knoop, Waarde):
        return [f"{naam}: {_waarde(veld.sleutel.tekst, veld.knoop)}".rstrip() + achter]
    if isinstance(veld.knoop, Lijst) and all(isinstance(item, Waarde) for item in veld.knoop.items):
        return _lijst(veld.sleutel.tekst, naam, veld.knoop, achter)
    return [regel.rstrip() for regel in veld.regels]


def _achteraan(veld: _Veld) -> bool:
    """Whether the one comment stands behind the value, or behind the key of a list."""
    return len(veld.regels) == 1 or veld.binnen[0].regel == veld.sleutel.regelnummer - 1


def _lijst(veld: str, naam: str, lijst: Lijst, achter: str) -> list[str]:
    teksten = [item.tekst for item in lijst.items if isinstance(item, Waarde)]
    if all(_is_kort(tekst) for tekst in teksten):
        items = ", ".join(_item(veld, tekst, in_rij=True) for tekst in teksten)
        return [f"{naam}: [{items}]{achter}"]
    return [f"{naam}:{achter}", *(f"  - {_item(veld, tekst)}" for tekst in teksten)]


def _is_kort(tekst: str) -> bool:
    """Whether an item is a word or a few rather than a sentence."""
    return len(tekst.split()) <= _WOORDEN and not tekst.rstrip().endswith((".", "?", "!"))


def _met_opmerkingen(veld: _Veld) -> list[str]:
    """A list with comments between its items: only the indentation becomes the usual one."""
    regels = [regel.strip() for regel in veld.regels[1:]]
    if isinstance(veld.knoop, Lijst) and all(regel.startswith(("- ", "#")) for regel in regels):
        return [veld.regels[0].rstrip(), *(f"  {regel}" for regel in regels)]
    return [regel.rstrip() for regel in veld.regels]


def _waarde(veld: str, waarde: Waarde) -> str:
    if waarde.kaal and waarde.tekst in _LEEG:
        return waarde.tekst
    return _item(veld, waarde.tekst)


def _item(veld: str, tekst: str, *, in_rij: bool = False) -> str:
    """One value: bare when every YAML reader then sees this text, else in quotes."""
    tekst = " ".join(tekst.split())
    if _GETAL.fullmatch(tekst) and _is_getal(veld):
        return tekst
    if not _KAAL.fullmatch(tekst) or _NIET_IN_KAAL.search(tekst) or tekst.lower() in _WOORD_VAN_YAML:
        return _aangehaald(tekst)
    return _aangehaald(tekst) if in_rij and _NIET_IN_RIJ.search(tekst) else tekst


def _is_getal(naam: str) -> bool:
    return any(veld.naam == naam and veld.soort in (Soort.GETAL, Soort.GETALLEN) for veld in TAAK.velden)


def _aangehaald(tekst: str) -> str:
    return '"' + tekst.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _zelfde(oud: str, nieuw: str, pad: str) -> bool:
    """Whether two front matters hold the same keys, values and comments."""
    return _vlak(lees_kop(oud, pad)) == _vlak(lees_kop(nieuw, pad)) and Counter(
        o.tekst for o in opmerkingen(oud)
    ) == Counter(o.tekst for o in opmerkingen(nieuw))


def _vlak(knoop: Knoop) -> Any:
    if isinstance(knoop, Tabel):
        return {sleutel.tekst: _vlak(waarde) for sleutel, waarde in knoop.paren}
    if isinstance(knoop, Lijst):
        return [_vlak(item) for item in knoop.items]
    return knoop.kaal and knoop.tekst in _LEEG, " ".join(knoop.tekst.split())
