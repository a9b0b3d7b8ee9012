"""Taken in de vaste vorm zetten: the canonical form of task files, on disk. No step: an author commits it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leerwerk.errors import LeerwerkFout, MachineWeigert
from leerwerk.store.bestanden import lees_tekst
from leerwerk.store.opmaak import in_vorm
from leerwerk.store.plaatsen import Werkplek, eigen_taken, omsluitend_portfolio, toon_pad
from leerwerk.vastleggen import write_over


@dataclass(frozen=True, slots=True)
class Opgemaakt:
    """A task file: whether its form was another, or why it could not be read."""

    pad: Path
    anders: bool = False
    fout: LeerwerkFout | None = None


def maak_op(werkplek: Werkplek, paden: Sequence[Path], *, schrijf: bool) -> tuple[Opgemaakt, ...]:
    """Every task file in `paden` (the bank, or one's own tasks, when there are none), written when `schrijf`.

    One file that cannot be read hides no other. Raises MachineWeigert for a path that is not there.
    """
    return tuple(_maak_op(pad, schrijf) for pad in _bestanden(paden or _gewoon(werkplek)))


def _gewoon(werkplek: Werkplek) -> tuple[Path, ...]:
    """Where the tasks are: those of the portfolio one stands in, else the bank's."""
    if portfolio := omsluitend_portfolio(werkplek.hier):
        return (eigen_taken(portfolio),) if eigen_taken(portfolio).is_dir() else ()
    if werkplek.wortel is None:
        raise MachineWeigert(
            "Hier is geen leerwerktakenbank.",
            waar=toon_pad(werkplek.hier),
            nu="Noem de bestanden: leerwerk taak opmaak PAD …",
        )
    return (werkplek.wortel / "taken",)


def _bestanden(paden: Iterable[Path]) -> Iterator[Path]:
    gezien = set[Path]()
    for pad in paden:
        if not pad.exists():
            raise MachineWeigert("Dit bestand of deze map is er niet.", waar=str(pad), nu="Kijk of de naam klopt.")
        for bestand in sorted(pad.rglob("*.md")) if pad.is_dir() else (pad,):
            if bestand not in gezien:
                gezien.add(bestand)
                yield bestand


def _maak_op(pad: Path, schrijf: bool) -> Opgemaakt:
    try:
        tekst, inhoud = lees_tekst(pad, pad.parent)
        nieuw = in_vorm(tekst, toon_pad(pad)).encode("utf-8")
        if nieuw != inhoud and schrijf:
            _bewaar(pad, nieuw)
        return Opgemaakt(pad, anders=nieuw != inhoud)
    except LeerwerkFout as fout:
        fout.waar = fout.waar or toon_pad(pad)
        return Opgemaakt(pad, fout=fout)


def _bewaar(pad: Path, inhoud: bytes) -> None:
    try:
        write_over(pad, inhoud)
    except OSError as fout:
        raise MachineWeigert(
            f"Dit bestand is niet te schrijven ({fout.strerror}).", waar=toon_pad(pad), nu="Mag jij het veranderen?"
        ) from fout
