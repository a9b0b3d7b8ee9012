"""Put files on a branch of their own, beside everything the user is doing.

Work tree, index and HEAD are not touched: the commit is made with an index of
our own, and the branch is made only when it does not exist yet. A branch that
exists is never moved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.vastleggen import blobs, controle, paden, schijf, slot
from leerwerk.vastleggen.git import Git, GitFout
from leerwerk.vastleggen.plaats import Plaats, find

_WACHT = 30.0
# Where a proposal goes is what the school shares; without a remote it is what one stands on.
_BASIS = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "HEAD")


@dataclass(frozen=True, slots=True)
class Tak:
    """A branch with files on it; `nieuw` when it was made now, `gedeeld` when the repository knows a remote."""

    naam: str
    commit: str
    nieuw: bool
    gedeeld: bool


class Boom:
    """The files of one commit of the repository around `map`, by absolute path."""

    def __init__(self, map: Path, commit: str) -> None:
        self.commit = commit
        self._plaats = find(map)
        self._git = Git(self._plaats.top)

    def bestanden(self, onder: Path) -> dict[Path, str]:
        """The blob id of every file below `onder`."""
        rel = self._rel(onder)
        antwoord = self._git("ls-tree", "-r", "-z", "--full-tree", self.commit, "--", f"{rel}/")
        if antwoord.code:
            raise MachineWeigert("Git kan deze versie niet lezen.", waar=str(onder), nu=antwoord.fout)
        regels = antwoord.uit.decode("utf-8", "surrogateescape").split("\0")
        paren = (regel.partition("\t") for regel in regels if regel)
        return {self._plaats.top / naam: kop.split()[2] for kop, _, naam in paren}

    def inhoud(self, pad: Path) -> bytes | None:
        """The content of the file at `pad`; None when it is not there."""
        antwoord = self._git("cat-file", "blob", f"{self.commit}:{self._rel(pad)}")
        return None if antwoord.code else antwoord.uit

    def blob(self, pad: Path) -> str:
        """The blob id of the file at `pad`; '' when it is not there."""
        if not pad.is_relative_to(self._plaats.top):
            return ""
        return self._git("rev-parse", "--quiet", "--verify", f"{self.commit}:{self._rel(pad)}").tekst

    def omvat(self, commit: str) -> bool:
        """Whether `commit` is in the history of this one."""
        return not self._git("merge-base", "--is-ancestor", commit, self.commit).code

    def toen(self, pad: Path, blob: str) -> "Boom":
        """The last commit up to this one in which `pad` held `blob`; this one when there was none."""
        rel = self._rel(pad)
        commits = self._git("rev-list", self.commit, "--", rel).tekst.split()
        if not commits:
            return self
        vragen = "".join(f"{oid}:{rel}\n" for oid in commits).encode()
        antwoorden = self._git("cat-file", "--batch-check=%(objectname)", invoer=vragen).tekst.split("\n")
        gevonden = next((oid for oid, wat in zip(commits, antwoorden, strict=True) if wat == blob), None)
        if gevonden is None or gevonden == commits[0]:
            return self
        return Boom(self._plaats.top, gevonden)

    def _rel(self, pad: Path) -> str:
        return pad.relative_to(self._plaats.top).as_posix()


def basis(map: Path) -> Boom:
    """What a proposal builds on: the shared main branch, else the branch one is on. Raises MachineWeigert."""
    plaats = find(map)
    git = Git(plaats.top)
    for ref in _BASIS:
        antwoord = git("rev-parse", "--quiet", "--verify", f"{ref}^{{commit}}")
        if antwoord.code == 0:
            return Boom(plaats.top, antwoord.tekst)
    raise MachineWeigert(
        "In deze Git-repository is nog niets vastgelegd.",
        waar=str(plaats.top),
        nu='Leg eerst vast wat er is: git add . && git commit -m "Begin"',
    )


def is_vastgelegd(map: Path, pad: Path, blob: str) -> bool:
    """Whether the last commit of the repository around `map` holds content `blob` at `pad`."""
    return Boom(map, "HEAD").blob(pad) == blob


def blijft(map: Path, pad: Path, blob: str) -> bool:
    """Whether content `blob` of the file at `pad` is in a commit that is sure to stay; False in doubt.

    Sure is what the repository around `map` shares with others, and what one is on as far as it lies behind that.
    """
    try:
        gedeeld = basis(map)
    except MachineWeigert:  # no repository, or nothing in it yet
        return False
    hier = Boom(map, "HEAD")
    return gedeeld.blob(pad) == blob or (hier.blob(pad) == blob and gedeeld.omvat(hier.commit))


def leg_op_tak(boom: Boom, naam: str, boodschap: str, bestanden: Mapping[Path, bytes]) -> Tak:
    """Make branch `naam` on top of `boom` with exactly these files changed; returns it.

    The same proposal twice is one branch. Raises Geweigerd when the branch holds other contents,
    MachineWeigert when Git cannot commit.
    """
    plaats = find(boom._plaats.top)
    with slot.hold(plaats, _WACHT) as fd:
        git = Git(plaats.top, fds=(fd,))
        controle.check_identity(git)
        try:
            inhouden = {paden.relative(plaats.top, pad): inhoud for pad, inhoud in bestanden.items()}
            return _maak(plaats, git, boom.commit, naam, boodschap, blobs.store(git, inhouden))
        except (GitFout, OSError) as fout:
            raise MachineWeigert(
                f"Git kon de branch {naam} niet maken.", waar=str(plaats.top), nu=f"Git zegt: {fout}"
            ) from fout


def _maak(plaats: Plaats, git: Git, vanaf: str, naam: str, boodschap: str, ids: Mapping[str, str]) -> Tak:
    gedeeld = bool(git("remote").tekst)
    for ref in (f"refs/heads/{naam}", f"refs/remotes/origin/{naam}"):
        commit = _bestaand(git, ref, ids)
        if commit:
            return Tak(naam, commit, nieuw=False, gedeeld=gedeeld)
    boom = _schrijf_boom(plaats, git, vanaf, ids)
    tekenen = ("-S",) if git("config", "--type=bool", "commit.gpgsign").tekst == "true" else ()
    commit = git.must("commit-tree", *tekenen, "-p", vanaf, "-F", "-", boom, invoer=boodschap.encode()).tekst
    niets = "0" * len(commit)  # only when there is no such branch
    git.must("update-ref", "-m", "leerwerk", f"refs/heads/{naam}", commit, niets)
    return Tak(naam, commit, nieuw=True, gedeeld=gedeeld)


def _bestaand(git: Git, ref: str, ids: Mapping[str, str]) -> str:
    """The commit of `ref` when it holds these contents, '' when there is no such ref. Raises Geweigerd."""
    commit = git("rev-parse", "--quiet", "--verify", f"{ref}^{{commit}}").tekst
    if not commit:
        return ""
    if all(git("rev-parse", "--verify", "--quiet", f"{commit}:{pad}").tekst == oid for pad, oid in ids.items()):
        return commit
    naam = ref.removeprefix("refs/heads/").removeprefix("refs/remotes/")
    raise Geweigerd(
        f"De branch {naam} bestaat al, met een andere tekst.",
        waar=str(git.map),
        nu=f"Kijk wat erop staat met git show {naam}. Is hij niet meer nodig: git branch -D {naam}",
    )


def _schrijf_boom(plaats: Plaats, git: Git, vanaf: str, ids: Mapping[str, str]) -> str:
    """The tree of `vanaf` with these files in it, made in an index that nobody else uses."""
    index = plaats.eigen / "tak-index"
    extra = (("GIT_INDEX_FILE", str(index)),)
    for rest in (index, index.with_name("tak-index.lock")):
        schijf.remove(rest)
    try:
        git.must("read-tree", vanaf, extra=extra)
        invoer = "".join(f"100644 {oid}\t{pad}\0" for pad, oid in ids.items()).encode()
        git.must("update-index", "-z", "--index-info", invoer=invoer, extra=extra)
        return git.must("write-tree", extra=extra).tekst
    finally:
        schijf.remove(index)
