"""Exceptions that an author makes: reading them, and what they do to the findings.

Pure. An exception holds for the block below it: the paragraph, list item or
key that begins on the next line that is no exception itself.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.waarden import lijkt_op
from leerwerk.eisen import uitzondering_met_reden
from leerwerk.eisen.blad import Vondst

_UITZONDERING = r"(?i)^(?P<begin>[ \t]*)(?:<!--|#)[ \t]*leerwerk[ \t]*:[ \t]*(?P<rest>.*?)[ \t]*(?:-->[ \t]*)?$"
_DELEN = r"(?s)(?P<id>[\w-]*?)(?:\s*[:–—]\s*|\s+-{1,3}\s*|-{0,3}\s+|-*$)(?P<reden>.*)"
_BEGIN = r"[ \t]*(?:[-*+][ \t]|[0-9]{1,9}[.)][ \t]|#{1,6}[ \t]|<!--|---|[A-Za-z_-]+:(?:[ \t]|$))"
_LETTER = re.compile(r"[^\W\d_]{2}")


class Uitzondering(NamedTuple):
    """An exception: for which eis, why, and for which lines it holds."""

    eis: str
    reden: str
    regelnummer: int
    kolom: int
    bereik: frozenset[int]


def lees_uitzonderingen(tekst: str, kopregels: int) -> tuple[Uitzondering, ...]:
    """The exceptions in the text of a file; the first `kopregels` lines are front matter."""
    if b"leerwerk" not in tekst.encode("utf-8", "replace").lower():  # a third of the work of a text with accents
        return ()
    return tuple(_lees(tekst.split("\n"), kopregels))


def _lees(regels: Sequence[str], kopregels: int) -> Iterator[Uitzondering]:
    merken = list(_merken(regels, kopregels))
    bereiken = _bereiken(regels, [nummer for nummer, _ in merken])
    boven = 1 + next((n for n, (nummer, _) in enumerate(merken) if nummer != n + 2), len(merken))
    for nummer, match in merken:
        delen = re.fullmatch(_DELEN, match["rest"][:1000])
        eis, reden = (delen["id"], delen["reden"]) if delen else ("", "")
        heel = {1} if nummer <= min(boven, kopregels) else set()  # at the very top: also the file as a whole
        bereik = bereiken[nummer] | heel
        yield Uitzondering(eis.strip("-").lower(), reden.strip(" -–—:"), nummer, len(match["begin"]) + 1, bereik)


def _merken(regels: Sequence[str], kopregels: int) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines that hold an exception, outside code fences."""
    hek = ""
    for nummer, regel in enumerate(regels, 1):
        kaal = regel.lstrip()
        if kaal.startswith(("```", "~~~")) and nummer > kopregels:
            hek = "" if hek == kaal[:3] else hek or kaal[:3]
        elif not hek and (match := re.match(_UITZONDERING, regel)) and (kaal[0] == "#") == (nummer <= kopregels):
            yield nummer, match


def _bereiken(regels: Sequence[str], nummers: Sequence[int]) -> dict[int, frozenset[int]]:
    """For each exception the lines of the block below it; exceptions that follow each other share theirs."""
    uit: dict[int, frozenset[int]] = {}
    for nummer in reversed(nummers):
        volgende = nummer + 1
        while volgende <= len(regels) and not regels[volgende - 1].strip():
            volgende += 1
        uit[nummer] = uit[volgende] if volgende in uit else _blok(regels, volgende)
    return uit


def _blok(regels: Sequence[str], begin: int) -> frozenset[int]:
    """The lines of the paragraph, list item or key that begins on line `begin`."""
    einde = begin + 1
    while einde <= len(regels) and regels[einde - 1].strip() and not re.match(_BEGIN, regels[einde - 1]):
        einde += 1
    return frozenset(range(begin, einde))


def pas_toe(
    uitzonderingen: Sequence[Uitzondering],
    bevindingen: Sequence[Bevinding],
    bekend: Collection[str],
    vast: Collection[str],
    bekeken: Collection[str],
    pad: str,
) -> tuple[Bevinding, ...]:
    """The findings that no exception takes away, and what is wrong with the exceptions.

    `bekend` are the ids of all eisen, `vast` those that allow no exception,
    `bekeken` those that were looked at in this run.
    """
    weg: set[Bevinding] = set()
    over: list[Bevinding] = []
    op_plek: dict[tuple[str, int], list[Bevinding]] = defaultdict(list)
    for bevinding in bevindingen:
        op_plek[bevinding.eis, bevinding.regelnummer].append(bevinding)
    for uitzondering in uitzonderingen:
        geraakt = [b for nummer in uitzondering.bereik for b in op_plek.get((uitzondering.eis, nummer), ())]
        vondst = _wat_niet(uitzondering, bool(geraakt), bekend, vast, bekeken)
        if vondst:
            over.append(als_bevinding(vondst, uitzondering_met_reden.ID, pad, Ernst.FOUT))
        if uitzondering.eis not in vast:  # without a reason that is what is said, and not both
            weg.update(geraakt)
    return (*(bevinding for bevinding in bevindingen if bevinding not in weg), *over)


def _wat_niet(
    uitzondering: Uitzondering, raakt: bool, bekend: Collection[str], vast: Collection[str], bekeken: Collection[str]
) -> Vondst | None:
    def vondst(melding: str, hulp: str, ernst: Ernst | None = None) -> Vondst:
        return Vondst(uitzondering.regelnummer, uitzondering.kolom, melding, hulp, ernst=ernst)

    eis = uitzondering.eis
    if eis not in bekend:
        bedoeld = lijkt_op(eis, tuple(bekend)) if eis else ""
        return vondst(
            f"Er is geen eis `{eis}`." if eis else "Deze uitzondering noemt geen eis.",
            f"Bedoel je `{bedoeld}`?" if bedoeld else "Bekijk alle eisen met: leerwerk uitleg",
        )
    if eis in vast:
        return vondst(f"Op `{eis}` kan geen uitzondering.", "Verbeter wat er staat, en haal de uitzondering weg.")
    if not _LETTER.search(uitzondering.reden):
        return vondst(
            "Bij deze uitzondering staat geen reden. Wie de taak later bewerkt, weet dan niet waarom dit zo mocht.",
            f"Schrijf: `leerwerk: {eis} – waarom dit hier goed is`.",
        )
    if not raakt and eis in bekeken:
        return vondst(
            f"Deze uitzondering doet niets: `{eis}` heeft hier niets aan te merken.",
            "Haal haar weg, of zet haar op de regel vlak boven de zin.",
            Ernst.WAARSCHUWING,
        )
    return None


def als_bevinding(vondst: Vondst, eis: str, pad: str, ernst: Ernst) -> Bevinding:
    """What an eis found, as a finding in a file."""
    return Bevinding(
        pad,
        vondst.regelnummer,
        vondst.kolom,
        eis,
        vondst.ernst or ernst,
        vondst.melding,
        vondst.hulp,
        vondst.fragment,
        vondst.einde,
    )
