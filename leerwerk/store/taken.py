"""The leerwerktakenbank: files to tasks.

A task is found by its id, which is the name of its file. A student's own
version wins over the school's, the school's over the packaged one.
"""

from dataclasses import dataclass
from pathlib import Path

from leerwerk.domain.bevinding import Bevinding
from leerwerk.domain.slug import slug
from leerwerk.domain.taak import Taak, build_taak
from leerwerk.domain.versie import blob_id
from leerwerk.domain.waarden import lijkt_op
from leerwerk.errors import Geweigerd, LeerwerkFout
from leerwerk.store.bestanden import decodeer, lees_bytes
from leerwerk.store.plaatsen import Werkplek, check_id, eigen_taken, toon_pad


@dataclass(frozen=True, slots=True)
class Taakbestand:
    """A task, the file it was read from, and what was in that file at that moment."""

    taak: Taak
    pad: Path
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Bank:
    """Where tasks are looked for, in order; the first folder that has an id wins."""

    mappen: tuple[Path, ...]

    def bestanden(self) -> dict[str, tuple[Path, Path]]:
        """The file of every task and the folder of the bank that it is in, by id."""
        gevonden: dict[str, tuple[Path, Path]] = {}
        for map in self.mappen:
            for pad in sorted(map.rglob("*.md")):
                gevonden.setdefault(pad.stem, (pad, map))
        return dict(sorted(gevonden.items()))


def open_bank(werkplek: Werkplek, portfolio: Path | None = None) -> Bank:
    """The bank as seen from `werkplek`, with the student's own tasks when a portfolio is given.

    A school's own bank replaces the packaged one: what a school removes stays away.
    """
    eigen = (eigen_taken(portfolio),) if portfolio else ()
    school = next((map for map in werkplek.mappen("taken") if map.is_dir()), None)
    return Bank((*eigen, *((school,) if school else ())))


def load_taak(bank: Bank, id: str) -> Taak:
    """The task `id`. Raises VerkeerdGebruik for no id, Geweigerd when it is absent or not right."""
    return load_bestand(bank, id).taak


def load_bestand(bank: Bank, id: str) -> Taakbestand:
    """The task `id` with the file it stands in. Raises as `load_taak`."""
    pad, wortel = vind_bestand(bank, id)
    inhoud = lees_bytes(pad, wortel)
    return Taakbestand(parse_taak(inhoud, toon_pad(pad)), pad, inhoud)


def vind_bestand(bank: Bank, id: str) -> tuple[Path, Path]:
    """The file of task `id` and the folder of the bank that it is in. Raises as `load_taak`."""
    check_id(id, "taak")
    bestanden = bank.bestanden()
    if id not in bestanden:
        bedoeld = lijkt_op(id, bestanden)
        raise Geweigerd(
            f"Er is geen taak `{id}`.",
            nu=f"Bedoel je `{bedoeld}`?" if bedoeld else "Zoek een taak met: leerwerk taken",
        )
    return bestanden[id]


def nieuwe_plek(werkplek: Werkplek, taak: Taak) -> Path:
    """Where a task that the bank does not have yet goes: with tasks for the same subject, when there are any."""
    taken = werkplek.mappen("taken")[0]
    if taak.soort != "vak":
        return taken / taak.soort / f"{taak.id}.md"
    for pad, map in open_bank(werkplek).bestanden().values():
        if map == taken and set(taak.vakken) & set(read_taak(pad, map)[0].vakken):
            return pad.with_name(f"{taak.id}.md")
    return taken / "vak" / (slug(taak.vakken[0]) if taak.vakken else "algemeen") / f"{taak.id}.md"


def read_taak(pad: Path, wortel: Path) -> tuple[Taak, tuple[Bevinding, ...]]:
    """The task in file `pad` and what is wrong with it. Raises as `lees_bytes`, and KopFout."""
    return _bouw(lees_bytes(pad, wortel), toon_pad(pad))


def parse_taak(inhoud: bytes, pad: str) -> Taak:
    """The task in `inhoud`, an earlier version of a file. Raises Geweigerd."""
    taak, bevindingen = _bouw(inhoud, pad)
    _weiger(bevindingen)
    return taak


def _bouw(inhoud: bytes, pad: str) -> tuple[Taak, tuple[Bevinding, ...]]:
    from leerwerk.store.kop import lees_document  # noqa: PLC0415 - a bank that is remembered needs no YAML
    from leerwerk.store.romp import lees_secties  # noqa: PLC0415 - nor Markdown

    document = lees_document(decodeer(inhoud, pad), pad, inhoud)
    taak, bevindingen = build_taak(document, lees_secties(document))
    return taak._replace(versie=blob_id(inhoud)), bevindingen


def _weiger(bevindingen: tuple[Bevinding, ...]) -> None:
    from leerwerk.store.documenten import weiger  # noqa: PLC0415 - as above

    weiger(bevindingen)


def load_bank(bank: Bank) -> tuple[tuple[Taak, ...], tuple[LeerwerkFout, ...]]:
    """All tasks that can be read, by id, and why the others cannot."""
    taken, fouten = [], []
    for pad, map in bank.bestanden().values():
        try:
            taak, bevindingen = read_taak(pad, map)
            _weiger(bevindingen)
            taken.append(taak)
        except LeerwerkFout as fout:
            fout.waar = fout.waar or toon_pad(pad)
            fouten.append(fout)
    return tuple(taken), tuple(fouten)
