"""Changing a document that a person may have edited: only what differs is rewritten.

Comments, the order of keys, sections of the author's own and the spacing
between them stay as they were.
"""

from collections.abc import Sequence
from typing import Any

from leerwerk.domain.document import Document, Sectie, Tabel
from leerwerk.domain.velden import Documentsoort
from leerwerk.domain.waarden import read_velden
from leerwerk.store.kop import lees_kop, splits
from leerwerk.store.ontsnappen import bescherm
from leerwerk.store.romp import lees_secties
from leerwerk.store.schrijver import check_leesbaar, vakregels, veldregels, waarden_van


def herschrijf(inhoud: str, soort: Documentsoort, waarde: Any) -> bytes:
    """`inhoud` with the fields and prose of `waarde` that differ; all other text stays as it was.

    So does prose that `waarde` does not have: state is read without it.

    Raises Geweigerd as `schrijf_document`.
    """
    kop, romp, _ = splits(inhoud, soort.naam)
    regels = kop.split("\n")
    huidig = lees_kop(kop, soort.naam)
    gelezen, _ = read_velden(soort.velden, huidig, soort.naam)
    for veld in soort.velden:
        nieuw = waarden_van((veld,), waarde).get(veld.naam)
        if nieuw != gelezen.get(veld.naam):
            regels = _vervang_veld(regels, soort, veld.naam, veldregels(veld.naam, nieuw, "") if nieuw else ())
    check_leesbaar("\n".join(regels), soort)
    return "\n".join(["---", *regels, "---", _vervang_vakken(romp, soort, waarde)]).encode("utf-8")


def zet_veld(inhoud: str, soort: Documentsoort, naam: str, regels: Sequence[str]) -> str:
    """`inhoud` with the lines of one field replaced by `regels`; none takes the field out. All else stays.

    Raises KopFout for front matter that cannot be read.
    """
    kop, romp, _ = splits(inhoud, soort.naam)
    return "\n".join(["---", *_vervang_veld(kop.split("\n"), soort, naam, regels), "---", romp])


def _vervang_veld(regels: list[str], soort: Documentsoort, naam: str, nieuwe_regels: Sequence[str]) -> list[str]:
    """Front-matter lines with the lines of one key replaced, or put where the table has it."""
    tabel = lees_kop("\n".join(regels), soort.naam)
    beginnen = {sleutel.tekst: sleutel.regelnummer - 1 for sleutel, _ in tabel.paren}
    volgorde = [veld.naam for veld in soort.velden]
    if naam in beginnen:
        begin = beginnen[naam]
        einde = min((b for b in beginnen.values() if b > begin), default=len(regels))
        while einde > begin + 1 and (not regels[einde - 1].strip() or regels[einde - 1].startswith("#")):
            einde -= 1
    else:
        later = set(volgorde[volgorde.index(naam) + 1 :])
        begin = min((b for k, b in beginnen.items() if k in later), default=len(regels))
        while begin and regels[begin - 1].startswith("#"):
            begin -= 1
        einde = begin
    return [*regels[:begin], *nieuwe_regels, *regels[einde:]]


def _vervang_vakken(romp: str, soort: Documentsoort, waarde: Any) -> str:
    """The body with the prose of `waarde` that differs replaced or added at the end."""
    for vak in soort.tekstvakken:
        if vak.naam not in waarde.teksten:
            continue
        nieuw = waarde.teksten[vak.naam]
        huidig = {s.titel.tekst: s for s in _secties(romp)}.get(vak.titel)
        if huidig is None and nieuw:
            romp = romp.rstrip("\n") + "\n" + "\n".join(["", *vakregels(vak.titel, "", nieuw)])
        elif huidig is not None and huidig.tekst != nieuw:
            romp = _vervang_sectie(romp, huidig, nieuw)
    return romp


def _vervang_sectie(romp: str, sectie: Sectie, nieuw: str) -> str:
    regels = romp.split("\n")
    begin = sectie.titel.regelnummer
    koppen = [s.titel.regelnummer - 1 for s in _secties(romp) if s.niveau]
    einde = min((kop for kop in koppen if kop >= begin), default=len(regels))
    return "\n".join([*regels[:begin], "", bescherm(nieuw), "", *regels[einde:]])


def _secties(romp: str) -> tuple[Sectie, ...]:
    return lees_secties(Document("", Tabel((), 1, 1), romp, 1, b""), tot_niveau=2)
