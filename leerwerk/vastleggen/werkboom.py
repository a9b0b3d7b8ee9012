"""The work tree as a step sees it: what changed in it, and the commit of exactly the files that it names.

What `commit` was given is in history when it returns, or it was refused and says so.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from leerwerk.errors import LeerwerkFout, MachineWeigert
from leerwerk.vastleggen import controle, indexslot, journaal, paden, plan, schijf, stap, vreemd
from leerwerk.vastleggen.controle import Toestand
from leerwerk.vastleggen.git import Git, GitFout, GitOntbreekt
from leerwerk.vastleggen.journaal import Journaal
from leerwerk.vastleggen.ondertekening import NietOndertekend
from leerwerk.vastleggen.plaats import Plaats
from leerwerk.vastleggen.verslag import Herstelverslag, unfinished

_WACHT_OP_INDEX = 10.0
_RESERVE = 1 << 20


class Werkboom:
    """A locked work tree on which a step may be made."""

    def __init__(self, plaats: Plaats, git: Git, toestand: Toestand, hersteld: Herstelverslag) -> None:
        self.top = plaats.top
        self.gitdir = plaats.gitdir
        self.hersteld = hersteld
        self.behouden: tuple[Path, ...] = ()  # of the last commit: files that the user changed meanwhile
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
        if self._plaats.journaal.exists():  # an earlier commit here failed half-way: keep its text
            raise MachineWeigert(
                "Er staat nog een stap klaar die eerst af moet.",
                waar=str(self.top),
                nu="Geef het commando opnieuw: dan maakt leerwerk die stap eerst af.",
            )
        plan.check_message(boodschap)
        wijzigingen = plan.make(self.top, bestanden, verwacht or {})
        stand = self._toestand
        lopend = Journaal(
            journaal.new_id(), stand.ref, stand.oid, stand.auteur, stand.committer, stand.ondertekenen,
            boodschap, wijzigingen,
        )  # fmt: skip
        self._save(lopend)
        uitslag = self._carry_out(lopend)
        self._toestand = replace(stand, oid=uitslag.commit)
        self.behouden = tuple(self.top / naam for naam in uitslag.behouden)
        return uitslag.commit

    def vastgelegd(self, onder: Path) -> dict[str, str]:
        """The blob id in HEAD of every file below `onder`, by its path from there. Reads trees, no index."""
        antwoord = self._git("ls-tree", "-r", "-z", f"HEAD:{paden.below(self.top, onder)}".removesuffix("."))
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

    def _save(self, lopend: Journaal) -> None:
        nodig = 4 * sum(len(w.nieuw) for w in lopend.wijzigingen) + _RESERVE
        try:
            if shutil.disk_usage(self.gitdir).free < nodig:
                raise OSError("de schijf is vol")
            journaal.save(self._plaats, lopend)
        except OSError as fout:
            self._withdraw(fout)
            raise MachineWeigert(
                f"De stap is niet opgeslagen: {schijf.explain(fout)}.",
                waar=str(self.top),
                nu="Er is niets veranderd. Maak ruimte op de schijf en probeer het opnieuw.",
            ) from fout

    def _withdraw(self, reden: OSError) -> None:
        """Make sure that a step of which we say that it was not made is not made later either."""
        try:
            journaal.withdraw(self._plaats)
        except OSError:
            raise unfinished(self._plaats, reden) from reden

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
            raise unfinished(self._plaats, fout) from fout
        return uitslag

    @contextmanager
    def _hold_index(self) -> Iterator[None]:
        if not indexslot.take(self._plaats, _WACHT_OP_INDEX):
            raise vreemd.locked((self._plaats.indexslot,))
        try:
            controle.check_idle(self._plaats)
            if controle.branch(self._plaats) != self._toestand.ref:
                raise _moved()
            yield
        finally:
            indexslot.release(self._plaats)


def _moved() -> MachineWeigert:
    return MachineWeigert(
        "Iemand wisselde intussen van branch.", nu="Geef het commando opnieuw. Er is niets veranderd."
    )


def _not_signed(fout: NietOndertekend) -> MachineWeigert:
    return MachineWeigert(
        f"Git kon de stap niet ondertekenen: {fout}.",
        nu="Er is niets veranderd. Controleer je sleutel, of zet ondertekenen uit met:"
        " git config commit.gpgsign false",
    )
