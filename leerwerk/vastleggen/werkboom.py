"""A step: decide under the lock, then commit exactly the files it names.

The door of this package. What a caller gets here is locked, recovered and checked; what it commits is in
history when `commit` returns, or it was refused and says so.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from leerwerk.errors import Geweigerd, LeerwerkFout, MachineWeigert
from leerwerk.vastleggen import controle, herstelling, journaal, paden, schijf, slot, stap
from leerwerk.vastleggen.controle import Toestand
from leerwerk.vastleggen.git import Git, GitFout, GitOntbreekt
from leerwerk.vastleggen.herstelling import Herstelverslag
from leerwerk.vastleggen.journaal import Journaal, Wijziging, fingerprint
from leerwerk.vastleggen.ondertekening import NietOndertekend
from leerwerk.vastleggen.plaats import Plaats, find, is_top

_WACHT_OP_INDEX = 10.0
_RESERVE = 1 << 20


class Werkboom:
    """A locked work tree on which a step may be made."""

    def __init__(self, plaats: Plaats, git: Git, toestand: Toestand, hersteld: Herstelverslag) -> None:
        self.top = plaats.top
        self.gitdir = plaats.gitdir
        self.hersteld = hersteld
        self._plaats = plaats
        self._git = git
        self._toestand = toestand

    def commit(
        self,
        boodschap: str,
        bestanden: Mapping[Path, bytes],
        *,
        verwacht: Mapping[Path, bytes | None] | None = None,
    ) -> str:
        """Write `bestanden` and commit exactly those; returns the commit id.

        `verwacht` is the old content that the decision was based on; a file that is not in it is expected
        to be what is on disk now.
        """
        _check_message(boodschap)
        wijzigingen = self._plan(bestanden, verwacht or {})
        stand = self._toestand
        lopend = Journaal(
            journaal.new_id(), stand.ref, stand.oid, stand.auteur, stand.committer, stand.ondertekenen,
            boodschap, wijzigingen,
        )  # fmt: skip
        self._save(lopend)
        uitslag = self._carry_out(lopend)
        self._toestand = replace(stand, oid=uitslag.commit)
        return uitslag.commit

    def vastgelegd(self, onder: Path) -> dict[str, str]:
        """The blob id in HEAD of every file below `onder`, by its path from there. Reads trees, no index."""
        rel = Path(os.path.realpath(onder)).relative_to(self.top).as_posix()
        boom = "HEAD:" if rel == "." else f"HEAD:{rel}"
        antwoord = self._git("ls-tree", "-r", "-z", boom)
        if antwoord.code:  # nothing of it was ever committed
            return {}
        regels = antwoord.uit.decode("utf-8", "surrogateescape").split("\0")
        return {naam: kop.split()[2] for kop, _, naam in (regel.partition("\t") for regel in regels if regel)}

    def gewijzigd(self, onder: Path) -> tuple[Path, ...]:
        """Files below `onder` that are new, changed or staged, as Git sees them."""
        rel = paden.below(self.top, onder)
        antwoord = self._git(
            "--no-optional-locks", "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames",
            "--", f":(literal){rel}",
        )  # fmt: skip
        if antwoord.code:
            raise MachineWeigert("Git kan niet zien wat er veranderd is.", waar=str(onder), nu=antwoord.fout)
        namen = antwoord.uit.decode("utf-8", "surrogateescape").split("\0")
        return tuple(self.top / naam[3:] for naam in namen if naam)

    def _plan(self, bestanden: Mapping[Path, bytes], verwacht: Mapping[Path, bytes | None]) -> tuple[Wijziging, ...]:
        """Check every path and read what is there; refuse when that is not what was decided on."""
        if not bestanden:
            raise ValueError("a step writes at least one file")
        gerekend_op = {paden.relative(self.top, pad): inhoud for pad, inhoud in verwacht.items()}
        wijzigingen = []
        for pad, nieuw in bestanden.items():
            naam = paden.relative(self.top, pad)
            _check_writable(self.top / naam)
            nu = _read(self.top / naam)
            if naam in gerekend_op and gerekend_op[naam] != nu:
                raise _changed(self.top / naam)
            wijzigingen.append(Wijziging(naam, fingerprint(nu), nieuw))
        return tuple(wijzigingen)

    def _save(self, lopend: Journaal) -> None:
        nodig = 4 * sum(len(w.nieuw) for w in lopend.wijzigingen) + _RESERVE
        try:
            if shutil.disk_usage(self.gitdir).free < nodig:
                raise OSError("de schijf is vol")
            journaal.save(self._plaats, lopend)
        except OSError as fout:
            raise MachineWeigert(
                f"De stap is niet opgeslagen: {schijf.explain(fout)}.",
                waar=str(self.top),
                nu="Er is niets veranderd. Maak ruimte op de schijf en probeer het opnieuw.",
            ) from fout

    def _carry_out(self, lopend: Journaal) -> stap.Uitslag:
        try:
            try:
                with self._hold_index():
                    uitslag = stap.carry_out(self._plaats, self._git, lopend)
            except GitOntbreekt:
                raise
            except (LeerwerkFout, NietOndertekend):  # refused before a byte of the step was written
                journaal.withdraw(self._plaats)
                raise
            journaal.withdraw(self._plaats)
        except NietOndertekend as fout:
            raise _not_signed(fout) from fout
        except (GitFout, GitOntbreekt, OSError) as fout:
            raise herstelling.unfinished(self._plaats, fout) from fout
        return uitslag

    @contextmanager
    def _hold_index(self) -> Iterator[None]:
        if not slot.take_index(self._plaats, _WACHT_OP_INDEX):
            raise controle.locked((self._plaats.indexslot,))
        try:
            controle.check_idle(self._plaats)
            if controle.branch(self._plaats) != self._toestand.ref:
                raise _moved()
            yield
        finally:
            slot.release_index(self._plaats)


@contextmanager
def open_stap(map: Path, *, wacht: float = 30.0) -> Iterator[Werkboom]:
    """Lock the repository around `map`, finish what a crash left, check that a step may be made."""
    plaats = find(map)
    with slot.hold(plaats, wacht) as fd:
        yield _prepare(plaats, Git(plaats.top, fds=(fd,)))


def vooraf(map: Path) -> None:
    """Refuse now what `open_stap` would refuse, before a user has typed anything; writes nothing."""
    plaats = find(map)
    _check(plaats, Git(plaats.top))


def check_identiteit(map: Path) -> None:
    """Refuse when Git does not know who commits in `map`; there need not be a repository yet."""
    controle.check_identity(Git(map))


def maak_repository(map: Path, wie: tuple[str, str] | None = None) -> None:
    """Make `map` a repository of its own, also inside another one; `wie` (name, e-mail) commits there if given."""
    if is_top(map):
        raise Geweigerd("Deze map is al een Git-repository.", waar=str(map), nu="Kies een andere map.")
    map.mkdir(parents=True, exist_ok=True)
    antwoord = Git(map)("init", "--quiet", "--initial-branch=main")
    if antwoord.code:
        raise MachineWeigert("Git kon hier geen repository maken.", waar=str(map), nu=antwoord.fout)
    for sleutel, waarde in zip(("user.name", "user.email"), wie or (), strict=False):
        Git(map)("config", "--local", "--", sleutel, waarde)


def _prepare(plaats: Plaats, git: Git) -> Werkboom:
    hersteld = herstelling.recover(plaats, git)
    if hersteld.open:
        raise MachineWeigert(hersteld.open[0], waar=str(plaats.top), nu="Daarna kun je verder.")
    return Werkboom(plaats, git, _check(plaats, git), hersteld)


def _check(plaats: Plaats, git: Git) -> Toestand:
    try:
        return controle.check(plaats, git)
    except OSError as fout:
        raise MachineWeigert(
            f"Leerwerk kan deze map niet goed lezen: {schijf.explain(fout)}.",
            waar=str(plaats.gitdir),
            nu="Er is niets veranderd. Kijk of de schijf in orde is.",
        ) from fout


def _check_message(boodschap: str) -> None:
    if not boodschap.strip():
        raise ValueError("a step has a message")
    try:
        boodschap.encode()
    except UnicodeEncodeError as fout:
        raise Geweigerd("De tekst bevat een teken dat niet bestaat.", nu="Typ de tekst opnieuw.") from fout
    if "\0" in boodschap:
        raise Geweigerd("De tekst bevat een onzichtbaar teken (NUL).", nu="Typ de tekst opnieuw.")


def _check_writable(pad: Path) -> None:
    """Refuse before the journal what would otherwise keep failing after it."""
    map = next(boven for boven in pad.parents if boven.exists())
    if not os.access(map, os.W_OK | os.X_OK):
        raise MachineWeigert("Je mag in deze map niet schrijven.", waar=str(map), nu="Vraag schrijfrecht.")


def _read(pad: Path) -> bytes | None:
    try:
        return pad.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fout:
        raise MachineWeigert(
            f"Dit bestand is niet te lezen: {schijf.explain(fout)}.",
            waar=str(pad),
            nu="Er is niets veranderd.",
        ) from fout


def _changed(pad: Path) -> Geweigerd:
    return Geweigerd(
        "Dit bestand is intussen veranderd; je eigen versie blijft staan.",
        waar=str(pad),
        nu="Bekijk het bestand en geef de opdracht opnieuw. Er is niets opgeslagen.",
    )


def _moved() -> MachineWeigert:
    return MachineWeigert(
        "Iemand wisselde intussen van branch.", nu="Geef de opdracht opnieuw. Er is niets veranderd."
    )


def _not_signed(fout: NietOndertekend) -> MachineWeigert:
    return MachineWeigert(
        f"Git kon de stap niet ondertekenen: {fout}.",
        nu="Er is niets veranderd. Controleer je sleutel, of zet ondertekenen uit met:"
        " git config commit.gpgsign false",
    )
