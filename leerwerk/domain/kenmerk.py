"""The identity of a form as it travels: plain text by name, there and back."""

from collections.abc import Mapping
from datetime import date

from leerwerk.domain.formulier import FORMULIERSOORTEN, Formuliersoort, Kenmerk
from leerwerk.domain.waarden import VERSIE, is_id
from leerwerk.errors import Geweigerd

VERSIE_VAN_HET_FORMULIER = "1"
_IDS = ("taak", "student", "leerdoel", "ronde", "week")


def schrijf_kenmerk(kenmerk: Kenmerk) -> dict[str, str]:
    """The kenmerk as text by name, without what is empty."""
    alles = {
        "versie": VERSIE_VAN_HET_FORMULIER,
        "formulier": kenmerk.formulier,
        "bestand": kenmerk.bestand,
        "op": kenmerk.op.isoformat(),
        "taak": kenmerk.taak,
        "taakversie": kenmerk.taakversie,
        "student": kenmerk.student,
        "leerdoel": kenmerk.leerdoel,
        "ronde": kenmerk.ronde,
        "week": kenmerk.week,
        "onderdelen": " ".join(kenmerk.onderdelen),
    }
    return {naam: tekst for naam, tekst in alles.items() if tekst}


def lees_kenmerk(tekst: Mapping[str, object]) -> Kenmerk:
    """The kenmerk in `tekst`. Raises Geweigerd when it is not one of ours: nothing in it is taken on trust."""
    waarden = {naam: waarde for naam, waarde in tekst.items() if isinstance(waarde, str)}
    if waarden.get("versie") != VERSIE_VAN_HET_FORMULIER:
        raise _onleesbaar("een andere versie van leerwerk maakte het")
    try:
        op = date.fromisoformat(waarden.get("op", ""))
    except ValueError as fout:
        raise _onleesbaar("de datum van het formulier klopt niet") from fout
    ids = {naam: waarden.get(naam, "") for naam in _IDS}
    onderdelen = tuple(waarden.get("onderdelen", "").split())
    if not all(is_id_of_leeg(id) for id in (*ids.values(), *onderdelen)):
        raise _onleesbaar("een naam in het formulier kan niet bestaan")
    taakversie = waarden.get("taakversie", "")
    if taakversie and not VERSIE.fullmatch(taakversie):
        raise _onleesbaar("de versie van de taak klopt niet")
    soort = formuliersoort(waarden.get("formulier", ""))
    return Kenmerk(soort.naam, op, taakversie=taakversie, onderdelen=onderdelen, **ids)


def is_id_of_leeg(id: str) -> bool:
    """Whether `id` may name something, or names nothing. A ronde is longer than other ids: date and task."""
    return not id or is_id(id) or (len(id) <= 80 and is_id(id[11:] or "x") and id[:10].replace("-", "").isdecimal())


def formuliersoort(naam: str) -> Formuliersoort:
    """The kind of form called `naam`. Raises Geweigerd."""
    soort = next((soort for soort in FORMULIERSOORTEN if soort.naam == naam), None)
    if soort is None:
        raise _onleesbaar("het soort formulier is niet bekend")
    return soort


def _onleesbaar(waarom: str) -> Geweigerd:
    return Geweigerd(
        f"Dit formulier is niet te lezen: {waarom}.",
        nu="Het bestand is niet veranderd. Neem het over met leerwerk observeren of leerwerk reflecteren, zonder "
        "--formulier.",
    )
