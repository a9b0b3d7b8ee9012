"""May a step be made here? Every refusal that can be known before anything is written.

Reads and asks; writes nothing. The order is that of what a user can do about it: the place, what Git is in
the middle of, who they are, and last what may pass by itself.
"""

import os
import re
from dataclasses import dataclass

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen import vreemd
from leerwerk.vastleggen.git import Aanroep, Antwoord, Git
from leerwerk.vastleggen.ondertekening import check_key
from leerwerk.vastleggen.plaats import Plaats

# (file in the Git folder, what is under way, how to finish it, how to give it up)
BEZIG = (
    ("MERGE_HEAD", "samenvoeging (merge)", "git merge --continue", "git merge --abort"),
    ("rebase-merge", "rebase", "git rebase --continue", "git rebase --abort"),
    ("rebase-apply", "rebase", "git rebase --continue", "git rebase --abort"),
    ("CHERRY_PICK_HEAD", "cherry-pick", "git cherry-pick --continue", "git cherry-pick --abort"),
    ("REVERT_HEAD", "revert", "git revert --continue", "git revert --abort"),
    ("BISECT_LOG", "zoektocht (bisect)", "git bisect reset", "git bisect reset"),
)
_HEAD_REF = re.compile(r"ref: (refs/heads/\S+)\s*")


@dataclass(frozen=True, slots=True)
class Toestand:
    """What a step builds on: the branch, its last commit (None: no commit yet), and who makes the step."""

    ref: str
    oid: str | None
    auteur: str
    committer: str
    ondertekenen: bool


def check(plaats: Plaats, git: Git) -> Toestand:
    """Return what a step builds on, or refuse with what to do about it."""
    if not os.access(plaats.gitdir, os.W_OK):
        raise MachineWeigert(
            "Je mag in deze map niets opslaan.",
            waar=str(plaats.gitdir),
            nu="Vraag schrijfrecht, of werk in een kopie van deze map.",
        )
    hoofd, auteur, committer, instellingen = git.together(
        Aanroep(("rev-parse", "--absolute-git-dir", "HEAD", "--symbolic-full-name", "HEAD")),
        _ident("AUTHOR"),
        _ident("COMMITTER"),
        Aanroep(("config", "-z", "--get-regexp", r"^(commit\.gpgsign|gpg\..*|user\.signingkey)$")),
    )
    _check_place(plaats, hoofd)
    ref = branch(plaats)
    check_idle(plaats)
    _check_identity(auteur, committer)
    gekozen = _settings(instellingen.uit)
    ondertekenen = _is_true(gekozen.get("commit.gpgsign", "false"))
    if ondertekenen:
        check_key(gekozen, committer.tekst)
    vreemd.wait_for_git(plaats, ref)
    return Toestand(ref, _oid(plaats, ref, hoofd), auteur.tekst, committer.tekst, ondertekenen)


def check_identity(git: Git) -> None:
    """Refuse when Git does not know who would commit."""
    _check_identity(*git.together(*(_ident(wie) for wie in ("AUTHOR", "COMMITTER"))))


def _ident(wie: str) -> Aanroep:
    return Aanroep(("-c", "user.useConfigOnly=true", "var", f"GIT_{wie}_IDENT"))


def branch(plaats: Plaats) -> str:
    """The branch that HEAD is on; refuses a HEAD that is on none."""
    ref = head_ref(plaats)
    if ref and ref != "refs/heads/.invalid":
        return ref
    if ref:
        raise MachineWeigert(
            "Deze repository bewaart branches op een manier die leerwerk nog niet kent (reftable).",
            waar=str(plaats.top),
            nu="Zet haar om met: git refs migrate --ref-format=files",
        )
    raise MachineWeigert(
        "Je kijkt naar een oude versie (detached HEAD): wat je nu opslaat, raakt later zoek.",
        waar=str(plaats.top),
        nu="Ga eerst terug naar je werk: git switch main",
    )


def head_ref(plaats: Plaats) -> str | None:
    """The branch in HEAD, whether or not it has a commit; None when HEAD is a commit itself."""
    tekst = (plaats.gitdir / "HEAD").read_text(encoding="utf-8", errors="surrogateescape")
    gevonden = _HEAD_REF.fullmatch(tekst)
    return gevonden[1] if gevonden else None


def check_idle(plaats: Plaats) -> None:
    """Refuse while Git is in the middle of something that a step would spoil."""
    for bestand, wat, afmaken, stoppen in BEZIG:
        if (plaats.gitdir / bestand).exists():
            keuze = afmaken if afmaken == stoppen else f"{afmaken} – of stop ermee: {stoppen}"
            raise MachineWeigert(
                f"Er is een {wat} bezig in deze map.", waar=str(plaats.top), nu=f"Maak die eerst af: {keuze}"
            )


def _check_place(plaats: Plaats, hoofd: Antwoord) -> None:
    gitdir = hoofd.tekst.split("\n")[0]
    if gitdir and os.path.realpath(gitdir) == str(plaats.gitdir):
        return
    if "dubious ownership" in hoofd.fout:
        raise MachineWeigert(
            "Deze map is van een andere gebruiker; Git vertrouwt haar daarom niet.",
            waar=str(plaats.top),
            nu=f'Is dit echt jouw map? git config --global --add safe.directory "{plaats.top}"',
        )
    raise MachineWeigert(
        f"Git kan hier niet werken: {hoofd.fout or 'de map is geen gewone werkmap'}",
        waar=str(plaats.top),
        nu="Kijk met `git status` wat er aan de hand is.",
    )


def _check_identity(*antwoorden: Antwoord) -> None:
    if any(antwoord.code for antwoord in antwoorden):
        raise MachineWeigert(
            "Git weet nog niet wie je bent.",
            nu='Vul dit één keer in: git config --global user.name "Je naam"'
            ' en git config --global user.email "je@adres.nl"',
        )


def _oid(plaats: Plaats, ref: str, hoofd: Antwoord) -> str | None:
    if hoofd.code == 0:
        return hoofd.tekst.split("\n")[1]
    if (plaats.gedeeld / ref).exists():  # not a first commit: a branch that Git cannot read
        raise MachineWeigert(
            "Git kan de laatste versie van je werk niet lezen.",
            waar=str(plaats.gedeeld / ref),
            nu="Verander niets en vraag hulp; `git fsck` en `git reflog` laten zien wat er nog is.",
        )
    return None


def _settings(uit: bytes) -> dict[str, str]:
    paren = (deel.partition("\n") for deel in uit.decode("utf-8", "surrogateescape").split("\0") if deel)
    return {naam: waarde if scheiding else "true" for naam, scheiding, waarde in paren}


def _is_true(waarde: str) -> bool:
    return waarde.lower() in ("true", "yes", "on") or (waarde.isdigit() and int(waarde) != 0)
