"""Findings as GitHub workflow commands, and the whole list for the summary of the job.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the
rest without a word. So what is new comes first, and a last line says how many
more there are.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.verslag import Verslag
from leerwerk.output.tekst import samengevat

HOOGSTENS = 10
MAX_SAMENVATTING = 1_000_000  # GitHub refuses a summary above 1 MiB
_COMMANDO = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.ADVIES: "notice"}


def render(verslag: Verslag) -> str:
    """At most ten commands of each kind, those on changed lines first."""
    op_volgorde = _op_volgorde(verslag)
    regels, over = [], 0
    for ernst in Ernst:
        alle = [bevinding for bevinding in op_volgorde if bevinding.ernst is ernst]
        regels += [_commando(bevinding) for bevinding in alle[:HOOGSTENS]]
        over += len(alle[HOOGSTENS:])
    regels.append(samengevat(verslag))
    if over:
        regels.append(f"+ {over} meer: zie de samenvatting van deze job.")
    return "\n".join(regels)


def summary(verslag: Verslag) -> str:
    """All findings as Markdown, for $GITHUB_STEP_SUMMARY."""
    delen, lengte = ["## leerwerk valideer", "", _veilig(samengevat(verslag).partition("\n")[0]), ""], 0
    for bevinding in _op_volgorde(verslag):
        punt = "\n".join(_punt(bevinding, verslag.is_nieuw(bevinding)))
        lengte += len(punt.encode()) + 1
        if lengte > MAX_SAMENVATTING:
            delen.append("- … en meer: draai `leerwerk valideer` op je eigen computer voor de hele lijst.")
            break
        delen.append(punt)
    return "\n".join(delen) + "\n"


def _op_volgorde(verslag: Verslag) -> list[Bevinding]:
    return sorted(verslag.bevindingen, key=lambda bevinding: (not verslag.is_nieuw(bevinding), bevinding))


def _commando(bevinding: Bevinding) -> str:
    plek = {"file": bevinding.pad, "line": str(bevinding.regelnummer), "col": str(bevinding.kolom)}
    if bevinding.einde > bevinding.kolom:
        plek |= {"endLine": str(bevinding.regelnummer), "endColumn": str(bevinding.einde)}
    plek["title"] = f"{bevinding.ernst}: {bevinding.eis}"
    eigenschappen = ",".join(f"{naam}={_eigenschap(waarde)}" for naam, waarde in plek.items())
    tekst = "\n".join(filter(None, (bevinding.fragment, bevinding.melding, bevinding.hulp)))
    return f"::{_COMMANDO[bevinding.ernst]} {eigenschappen}::{_gegeven(tekst)}"


def _gegeven(tekst: str) -> str:
    return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _eigenschap(tekst: str) -> str:
    return _gegeven(tekst).replace(":", "%3A").replace(",", "%2C")


def _punt(bevinding: Bevinding, nieuw: bool) -> Iterator[str]:
    plaats = _code(f"{bevinding.plaats}:{bevinding.kolom}")
    yield f"- **{bevinding.ernst}** `{bevinding.eis}`{' (nieuw)' if nieuw else ''}: {plaats}"
    if bevinding.fragment:
        yield f"  > {_veilig(bevinding.fragment)}"
        yield ""
    yield from (f"  {_veilig(tekst)}  " for tekst in (bevinding.melding, bevinding.hulp) if tekst)


def _code(tekst: str) -> str:
    hek = "``" if "`" in tekst else "`"
    return f"{hek} {tekst} {hek}" if "`" in tekst else f"{hek}{tekst}{hek}"


def _veilig(tekst: str) -> str:
    """Text that stays text in Markdown: no HTML, no link, no mention."""
    vlak = " ".join(tekst.split()).replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;")
    return (
        vlak.replace("[", "\\[").replace("*", "\\*").replace("_", "\\_").replace("@", "@\u200b").replace("#", "\\#")
    )
