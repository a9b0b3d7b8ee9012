"""Findings as JUnit XML, for GitLab, Forgejo and others: a test case per finding, and one per clean file.

What is only advice is a case that passes, with the advice as its output.
"""

from collections.abc import Iterator
from html import escape

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.tekens import zichtbaar
from leerwerk.domain.verslag import Verslag


def render(verslag: Verslag) -> str:
    """One test suite."""
    met = {bevinding.pad for bevinding in verslag.bevindingen}
    gevallen = [
        *(_geval(bevinding) for bevinding in verslag.bevindingen),
        *(_schoon(pad) for pad in verslag.paden if pad not in met),
    ]
    mislukt = sum(bevinding.ernst is not Ernst.ADVIES for bevinding in verslag.bevindingen)
    telling = f'tests="{len(gevallen)}" failures="{mislukt}" errors="0" skipped="0"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="leerwerk valideer" tests="{len(gevallen)}" failures="{mislukt}" errors="0">',
            f'  <testsuite name="leerwerk valideer" {telling}>',
            *gevallen,
            "  </testsuite>",
            "</testsuites>",
        )
    )


def _schoon(pad: str) -> str:
    return f'    <testcase classname="{_veilig(pad)}" name="geen bevindingen"/>'


def _geval(bevinding: Bevinding) -> str:
    return "\n".join(_regels(bevinding))


def _regels(bevinding: Bevinding) -> Iterator[str]:
    naam = f"{bevinding.eis} op regel {bevinding.regelnummer}, kolom {bevinding.kolom}"
    plaats = f"{bevinding.plaats}:{bevinding.kolom}"
    tekst = _veilig("\n".join(filter(None, (plaats, bevinding.fragment, bevinding.melding, bevinding.hulp))))
    pad = _veilig(bevinding.pad)
    yield f'    <testcase classname="{pad}" name="{naam}" file="{pad}" line="{bevinding.regelnummer}">'
    if bevinding.ernst is Ernst.ADVIES:
        yield f"      <system-out>{tekst}</system-out>"
    else:
        yield f'      <failure type="{bevinding.ernst}" message="{_veilig(bevinding.melding)}">{tekst}</failure>'
    yield "    </testcase>"


def _veilig(tekst: str) -> str:
    return escape(zichtbaar(tekst), quote=True)
