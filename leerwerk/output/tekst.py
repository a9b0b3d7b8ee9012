"""Findings for a person: where, why it matters, the sentence, what to do."""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.verslag import Verslag

NAMEN = {
    Ernst.FOUT: ("1 fout", "fouten"),
    Ernst.WAARSCHUWING: ("1 waarschuwing", "waarschuwingen"),
    Ernst.ADVIES: ("1 advies", "adviezen"),
}


def render(verslag: Verslag) -> str:
    """Every finding in a block of its own, and a last line that counts them."""
    blokken = ["\n".join(_blok(bevinding)) for bevinding in verslag.bevindingen]
    return "\n\n".join((*blokken, samengevat(verslag)))


def samengevat(verslag: Verslag) -> str:
    """How many findings of each weight there are, and how to read more about one."""
    aantal = len(verslag.paden)
    bestanden = "1 bestand" if aantal == 1 else f"{aantal} bestanden"
    if not verslag.bevindingen:
        return f"{bestanden} nagekeken, geen bevindingen."
    delen = [_telling(ernst, verslag.telt(ernst)) for ernst in Ernst if verslag.telt(ernst)]
    rij = delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"
    return f"{bestanden} nagekeken: {rij}.\nMeer over een eis: leerwerk uitleg {verslag.bevindingen[0].eis}"


def _telling(ernst: Ernst, aantal: int) -> str:
    een, meer = NAMEN[ernst]
    return een if aantal == 1 else f"{aantal} {meer}"


def _blok(bevinding: Bevinding) -> Iterator[str]:
    """Place and weight as compilers give them, so that an editor can jump there."""
    plaats = f"{bevinding.plaats}:{bevinding.kolom}"
    yield f"{plaats}: {bevinding.ernst}: {' '.join(bevinding.melding.split())} [{bevinding.eis}]"
    if bevinding.fragment:
        yield f"    {bevinding.fragment}"
    if bevinding.hulp:
        yield f"    Doe: {bevinding.hulp}"
