"""What the suites share: a repository with a user's own work in it, and what must hold after a step.

No pytest in here: the crash suites also use it from processes of their own.
"""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

NAAM = ("-c", "user.name=Jan Jansen", "-c", "user.email=jan@school.example")
NIEUW_A, NIEUW_B, VERANDERD = "doel/leerdoel.md", "doel/ronde 1/voorbereiding é.md", "portfolio.md"
STAP = {
    NIEUW_A: b"# Leerdoel\n\nIk wil duidelijker uitleggen.\n",
    NIEUW_B: b"# Voorbereiding\n" * 40,
    VERANDERD: b"# Portfolio\n\nstudent: jan\nstudiejaar: 2\n",
}
OUD = b"# Portfolio\n\nstudent: jan\n"


@dataclass(frozen=True)
class Repo:
    """A work tree, with plain Git as a user would type it."""

    top: Path

    @classmethod
    def create(cls, top: Path, *, naam: bool = True) -> "Repo":
        top.mkdir(parents=True)
        repo = cls(top)
        repo.git("init", "-q", "-b", "main")
        if naam:
            repo.git("config", "user.name", "Jan Jansen")
            repo.git("config", "user.email", "jan@school.example")
        repo.write({VERANDERD: OUD, "los.txt": b"los\n", "klaar.txt": b"klaar\n"})
        repo.git("add", ".")
        repo.git(*NAAM, "commit", "-q", "-m", "Begin")
        repo.write({"los.txt": b"los, nog niet klaargezet\n", "klaar.txt": b"klaargezet\n", "nieuw.txt": b"n\n"})
        repo.git("add", "klaar.txt")
        return repo

    def git(self, *args: str, mag_falen: bool = False, invoer: str = "") -> str:
        """Output of a plain git command; `mag_falen` also accepts one that git refuses."""
        uitkomst = subprocess.run(
            ["git", *args], cwd=self.top, input=invoer, capture_output=True, text=True, check=False
        )
        assert mag_falen or uitkomst.returncode == 0, uitkomst.stderr
        return uitkomst.stdout.rstrip("\n")

    def write(self, bestanden: dict[str, bytes]) -> None:
        for pad, inhoud in bestanden.items():
            (self.top / pad).parent.mkdir(parents=True, exist_ok=True)
            (self.top / pad).write_bytes(inhoud)

    def files_of(self, rev: str = "HEAD") -> list[str]:
        uit = self.git("show", "--format=", "--name-only", "-z", rev)
        return sorted(naam for naam in uit.split("\0") if naam.strip())

    def content(self, pad: str, rev: str = "HEAD") -> bytes:
        return subprocess.run(
            ["git", "cat-file", "blob", f"{rev}:{pad}"], cwd=self.top, capture_output=True, check=True
        ).stdout

    def commits(self) -> int:
        return int(self.git("rev-list", "--count", "HEAD"))

    def status(self) -> list[str]:
        uit = self.git("--no-optional-locks", "status", "--porcelain", "-z", "--untracked-files=all")
        return sorted(regel for regel in uit.split("\0") if regel)


def sign_commits(repo: Repo, pad: Path) -> None:
    """Make an SSH key at `pad`, and let the repository sign every commit with it."""
    maak = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(pad)]
    subprocess.run(maak, check=True)
    wie = pad.with_name("allowed_signers")
    wie.write_text(f"jan@school.example {pad.with_suffix('.pub').read_text()}")
    for naam, waarde in {
        "commit.gpgsign": "true",
        "gpg.format": "ssh",
        "user.signingkey": str(pad.with_suffix(".pub")),
        "gpg.ssh.allowedSignersFile": str(wie),
    }.items():
        repo.git("config", naam, waarde)


USER_STATUS = sorted([" M los.txt", "M  klaar.txt", "?? nieuw.txt"])


def without_outer_git(weg: Callable[..., object]) -> None:
    """Drop the variables with which an outer Git, or its user, would reach into the test."""
    for naam in [naam for naam in os.environ if naam.startswith("GIT_")] + ["EMAIL"]:
        weg(naam, raising=False)
