"""Signed steps: is there a key, and the same commit once more with a signature.

fast-import cannot sign. The step is therefore built on a hidden branch of our own, and made again by
`commit-tree -S`.
"""

import os
import re
import shutil
import subprocess

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen.git import Git, environment
from leerwerk.vastleggen.journaal import Journaal

_IDENT = re.compile(r"(.*) <(.*)> (\d+ [-+]\d+)")


class NietOndertekend(Exception):
    """Git could not sign: the step cannot be made now, and nothing of it may stay behind."""


def check_key(instellingen: dict[str, str], committer: str) -> None:
    """Refuse when the key is certainly missing; never asks for a passphrase."""
    sleutel = instellingen.get("user.signingkey", "")
    soort = instellingen.get("gpg.format", "openpgp")
    if soort == "ssh" and not _has_ssh_key(sleutel, instellingen):
        raise _refuse(f"de sleutel {sleutel or '(user.signingkey)'} is er niet")
    if soort == "openpgp" and not _has_gpg_key(sleutel or committer, instellingen):
        raise _refuse("er is geen GPG-sleutel voor jou")


def temporary_ref(journaal: Journaal) -> str:
    return f"refs/leerwerk/{journaal.id}"


def sign(git: Git, journaal: Journaal, boodschap: str, onvertekend: str, ouder: str | None) -> str:
    """Return the signed twin of commit `onvertekend`; its parent is `ouder`."""
    boven = ("-p", ouder) if ouder else ()
    extra = (*_identity("AUTHOR", journaal.auteur), *_identity("COMMITTER", journaal.committer))
    los = Git(git.map)  # a key agent that starts now must not inherit our lock
    args = ("commit-tree", "-S", *boven, "-F", "-", f"{onvertekend}^{{tree}}")
    antwoord = los(*args, invoer=boodschap.encode(), extra=extra)
    if antwoord.code:
        raise NietOndertekend(antwoord.fout)
    return antwoord.tekst


def _identity(rol: str, ident: str) -> tuple[tuple[str, str], ...]:
    delen = _IDENT.fullmatch(ident)
    if not delen:
        raise NietOndertekend(f"onleesbare naam: {ident}")
    naam, adres, tijd = delen.groups()
    return ((f"GIT_{rol}_NAME", naam), (f"GIT_{rol}_EMAIL", adres), (f"GIT_{rol}_DATE", f"@{tijd}"))


def _has_ssh_key(sleutel: str, instellingen: dict[str, str]) -> bool:
    if not sleutel:
        return "gpg.ssh.defaultkeycommand" in instellingen
    letterlijk = sleutel.startswith(("ssh-", "key::", "ecdsa-", "sk-"))
    return letterlijk or os.path.exists(os.path.expanduser(sleutel))  # noqa: PTH110, PTH111 — Git's own rule


def _has_gpg_key(wie: str, instellingen: dict[str, str]) -> bool:
    programma = instellingen.get("gpg.openpgp.program") or instellingen.get("gpg.program") or "gpg"
    gevonden = shutil.which(programma)
    if not gevonden:
        return False
    if "gpg.program" in instellingen or "gpg.openpgp.program" in instellingen:
        return True  # somebody's own program: only it knows its keys
    wie = re.sub(r" \d+ [-+]\d+$", "", wie)
    zoek = [gevonden, "--batch", "--list-secret-keys", "--", wie]
    return subprocess.run(zoek, capture_output=True, env=environment(), check=False).returncode == 0


def _refuse(reden: str) -> MachineWeigert:
    return MachineWeigert(
        f"Git moet je stappen ondertekenen, maar {reden}.",
        nu="Stel je sleutel in met: git config --global user.signingkey … – of zet ondertekenen uit met:"
        " git config commit.gpgsign false. Er is niets veranderd.",
    )
