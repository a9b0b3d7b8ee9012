"""A school's own content repository: bank, templates and settings, in its first commit."""

from collections.abc import Iterator
from pathlib import Path

from leerwerk.domain.tekens import verboden_teken
from leerwerk.domain.velden import TAAK
from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.output import schema
from leerwerk.store.plaatsen import MERK, meegeleverd, toon_pad
from leerwerk.store.schrijver import scalar
from leerwerk.vastleggen import check_identiteit, herstel_stil, maak_repository, open_stap

SCHEMA = Path("schema/taak.schema.json")


def begin(map: Path, naam: str, wie: tuple[str, str] | None = None) -> Path:
    """Make a content repository for the school `naam` in `map`; returns the folder.

    `wie` is the name and e-mail address to commit with there; otherwise Git's own.

    Raises Geweigerd when `map` holds anything, MachineWeigert when Git cannot commit.
    """
    map = map.absolute()
    _check_plek(map)
    herstel_stil(map)
    if not wie:
        check_identiteit(Path.cwd())
    bestanden = dict(_inhoud(map, naam))
    _maak(map)
    if not (map / ".git" / "HEAD").exists():
        maak_repository(map, wie)
    with open_stap(map) as werkboom:
        werkboom.commit(f"Begin van de leerwerktakenbank van {naam}", bestanden)
    return map


def _check_plek(map: Path) -> None:
    if verboden_teken(str(map)):
        raise Geweigerd("In de naam van deze map staat een teken dat niet kan.", nu="Kies een andere naam.")
    try:
        vol = map.exists() and (not map.is_dir() or {plek.name for plek in map.iterdir()} - {".git"})
    except OSError as fout:
        raise _niet_te_maken(map) from fout
    if vol:
        raise Geweigerd("Deze map is niet leeg.", waar=toon_pad(map), nu="Kies een nieuwe map.")


def _maak(map: Path) -> None:
    try:
        map.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise _niet_te_maken(map) from fout


def _niet_te_maken(map: Path) -> MachineWeigert:
    return MachineWeigert(
        "Deze map is niet te maken.", waar=toon_pad(map), nu="Kies een andere plek of een kortere naam."
    )


def _inhoud(map: Path, naam: str) -> Iterator[tuple[Path, bytes]]:
    """Every file that a new repository starts with."""
    for bron in ("taken", "templates"):
        for pad, rel in _bestanden(meegeleverd(bron)):
            if not (bron == "templates" and rel.parts[0] == "nieuw"):
                yield map / bron / rel, pad.read_bytes()
    for pad, rel in _bestanden(meegeleverd("templates") / "nieuw"):
        yield map / _echte_naam(rel), pad.read_bytes()
    yield map / SCHEMA, schema.render(TAAK).encode()
    yield map / MERK, _instellingen(naam)


def _bestanden(map: Path) -> Iterator[tuple[Path, Path]]:
    for pad in sorted(map.rglob("*")):
        if pad.is_file() and "__pycache__" not in pad.parts:
            yield pad, pad.relative_to(map)


def _echte_naam(rel: Path) -> Path:
    """`dot-gitignore` stands for `.gitignore`: a hidden file would work on the package itself."""
    return Path(*(f".{deel[4:]}" if deel.startswith("dot-") else deel for deel in rel.parts))


def _instellingen(naam: str) -> bytes:
    return (
        f"# De instellingen van deze inhoudsrepository.\nnaam: {scalar(naam)}\n"
        "# apart: elk portfolio is een eigen Git-repository. samen: portfolio's staan in deze repository.\n"
        "portfolios: apart\n"
    ).encode()
