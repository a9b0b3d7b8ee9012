"""Crash a step anywhere, recover, and check that nothing is lost, half or left behind.

A `Proef` knows nothing of how a step is made: it runs a command in a copy of a repository, once unharmed to
see what the step should do, and then again and again with a fault. The same suite therefore also runs through
the `leerwerk` command.
"""

import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from leerwerk.vastleggen import herstel
from tests.nodig import ontbreekt
from tests.vastleggen.kraan import Repo

BESTUURDER = (sys.executable, "-m", "tests.vastleggen.bestuurder")
WORTEL = Path(__file__).parents[2]
WIJZEN_DOOD = ("dood", "scheur")
WIJZEN_FOUT = ("vol", "alleenlezen", "stuk")


@dataclass(frozen=True)
class Punt:
    """One fault: which call, how, and whether every later call is refused too."""

    nummer: int
    wijze: str
    blijft: bool = False


@dataclass(frozen=True)
class Toestand:
    """What is in the folder, the index and history; two that are equal cannot be told apart by a user."""

    commits: int
    status: tuple[str, ...]
    bestanden: dict[str, bytes]
    index: tuple[str, ...]

    @classmethod
    def of(cls, top: Path) -> "Toestand":
        repo = Repo(top)
        paden = [pad for pad in top.rglob("*") if pad.is_file() and ".git" not in pad.relative_to(top).parts]
        return cls(
            repo.commits(),
            tuple(repo.status()),
            {str(pad.relative_to(top)): pad.read_bytes() for pad in paden},
            tuple(repo.git("ls-files", "-s", "-z").split("\0")),
        )


@dataclass
class Proef:
    """A step under test: a repository to copy, the command that makes the step, the shim that harms it."""

    sjabloon: Path
    werkmap: Path
    kraan: Path
    stap: Sequence[str] = (*BESTUURDER, "stap", "{map}")
    herstel: Sequence[str] = (*BESTUURDER, "herstel", "{map}")
    voor: Toestand = field(init=False)
    na: Toestand = field(init=False)
    aantal: int = field(init=False)

    def __post_init__(self) -> None:
        """Run the step unharmed: how many calls there are, and what it should lead to."""
        self.voor = Toestand.of(self.sjabloon)
        with self.copy() as map:
            assert self.run(self.stap, map, Punt(0, "dood")) == 0
            self.na = Toestand.of(map)
            self.aantal = self._count(map)
        assert self.na.commits == self.voor.commits + 1

    def copy(self) -> "Kopie":
        return Kopie(self)

    def start(self, opdracht: Sequence[str], map: Path, punt: Punt | None = None) -> subprocess.Popen[bytes]:
        """Start a command in a process group of its own, under the shim when there is a fault."""
        return subprocess.Popen(
            [deel.format(map=map) for deel in opdracht],
            cwd=WORTEL,
            env={**os.environ, "PYTHONPATH": str(WORTEL), **(self._shim(map, punt) if punt else {})},
            stdout=subprocess.DEVNULL,
            stderr=map.with_suffix(".fout").open("wb"),
            start_new_session=True,
        )

    def run(self, opdracht: Sequence[str], map: Path, punt: Punt | None = None) -> int:
        return self.start(opdracht, map, punt).wait(timeout=60)

    def check(self, map: Path, *, bevestigd: bool) -> None:
        """Recover twice and compare with before and after: one of the two, and nothing of ours left."""
        verslag = herstel(map)
        assert verslag.klaar, verslag
        eerst = snapshot(map)
        assert herstel(map).gedaan == ()
        assert snapshot(map) == eerst, "a second recovery changed something"
        nu = Toestand.of(map)
        assert nu in (self.voor, self.na), f"half a step: {nu.status}"
        assert nu == self.na or not bevestigd, "acknowledged and lost"
        assert leftovers(map) == []
        assert Repo(map).git("fsck", "--strict", "--no-dangling") == ""

    def crash(self, punt: Punt) -> None:
        """A step that is harmed at one point, and then recovery."""
        with self.copy() as map:
            code = self.run(self.stap, map, punt)
            self._check_exit(map, code, punt)
            self.check(map, bevestigd=code == 0)

    def crash_twice(self, eerste: Punt, tweede: Punt) -> bool:
        """As `crash`, with a fault in the recovery as well; False when recovery has fewer calls than that."""
        with self.copy() as map:
            code = self.run(self.stap, map, eerste)
            self._reset(map)
            weer = self.run(self.herstel, map, tweede)
            self._check_exit(map, weer, tweede)
            gehaald = self._count(map) >= tweede.nummer
            self.check(map, bevestigd=code == 0)
            return gehaald

    def lose_power(self, nummer: int) -> None:
        """Stop at a call and empty every file that was not flushed to the disk by then."""
        with self.copy() as map:
            code = self.run(self.stap, map, Punt(nummer, "dood"))
            for pad in unflushed(map, map.with_suffix(".log"), nummer):
                pad.write_bytes(b"")
            self.check(map, bevestigd=code == 0)

    def kill_after(self, seconden: float, *, groep: bool) -> None:
        """Kill a step after a while: with all its git children, or so that they live on."""
        with self.copy() as map:
            proces = self.start(self.stap, map)
            try:
                code = proces.wait(timeout=seconden)
            except subprocess.TimeoutExpired:
                (os.killpg if groep else os.kill)(proces.pid, signal.SIGKILL)
                code = proces.wait()
            self.check(map, bevestigd=code == 0)

    def _check_exit(self, map: Path, code: int, punt: Punt) -> None:
        tekst = map.with_suffix(".fout").read_text()
        assert "Traceback" not in tekst, tekst
        if punt.wijze in WIJZEN_DOOD:
            assert code in (0, -signal.SIGKILL), tekst
        else:
            assert code in (0, 3), tekst

    def _shim(self, map: Path, punt: Punt) -> dict[str, str]:
        teller = map.with_suffix(".teller")
        if not teller.exists():
            teller.write_bytes(bytes(8))
        blijft = {"KRAAN_BLIJFT": "1"} if punt.blijft else {}
        return {
            "LD_PRELOAD": str(self.kraan),
            "KRAAN_TELLER": str(teller),
            "KRAAN_ONDER": str(map),
            "KRAAN_LOG": str(map.with_suffix(".log")),
            "KRAAN_PUNT": str(punt.nummer),
            "KRAAN_WIJZE": punt.wijze,
        } | blijft

    def _count(self, map: Path) -> int:
        return int(struct.unpack("q", map.with_suffix(".teller").read_bytes())[0])

    def _reset(self, map: Path) -> None:
        map.with_suffix(".teller").write_bytes(bytes(8))


class Kopie:
    """A copy of the template for one trial, always with a path of the same length."""

    _nummers: Iterator[int] = iter(range(10_000, 100_000))

    def __init__(self, proef: Proef) -> None:
        self.map = proef.werkmap / f"proef-{next(self._nummers)}"
        self.sjabloon = proef.sjabloon

    def __enter__(self) -> Path:
        shutil.copytree(self.sjabloon, self.map, symlinks=True)
        return self.map

    def __exit__(self, soort: object, *rest: object) -> None:
        if soort is None:  # a trial that failed is kept, to look at
            shutil.rmtree(self.map)


def leftovers(map: Path) -> list[str]:
    """What a step must not leave behind, in the Git folder or beside a file."""
    resten = [pad for patroon in ("*.lock", "*.tmp", "fast_import_crash_*") for pad in map.rglob(patroon)]
    eigen = [pad for pad in (map / ".git/leerwerk").glob("*") if pad.name not in ("lock", "merk")]
    return sorted({str(pad.relative_to(map)) for pad in resten + eigen})


def unflushed(map: Path, log: Path, voor: int) -> set[Path]:
    """Files whose last content was not flushed before call number `voor`, by the log of the shim."""
    vuil: set[Path] = set()
    for regel in log.read_text().splitlines():
        nummer, naam, doel, bron = regel.split("\t")
        pad = map / doel
        if int(nummer) >= voor:
            continue
        moved = naam.startswith(("rename", "link")) and map / bron in vuil
        if moved or naam in ("open", "write", "pwrite"):
            vuil.add(pad)
        else:  # flushed, removed, or replaced by a file that was flushed
            vuil.discard(pad)
        if naam.startswith("rename"):
            vuil.discard(map / bron)
    return {pad for pad in vuil if pad.is_file()}


def snapshot(map: Path) -> dict[str, bytes]:
    return {str(pad): pad.read_bytes() for pad in map.rglob("*") if pad.is_file()}


def in_parallel(proeven: Sequence[Callable[[], object]]) -> list[object]:
    """Run independent trials on all cores; the first that fails is raised."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda proef: proef(), proeven))


def build_shim(map: Path) -> Path:
    """Compile the shim; says what to install when there is no compiler."""
    doel = map / "crash.so"
    gcc = shutil.which("gcc") or shutil.which("cc")
    if not gcc:
        ontbreekt("een C-compiler", "apt-get install gcc libc6-dev")
    bron = Path(__file__).with_name("crash.c")
    subprocess.run([gcc, "-shared", "-fPIC", "-O1", "-Wall", "-o", doel, bron, "-ldl"], check=True)
    return doel
