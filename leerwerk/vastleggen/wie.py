"""Who Git thinks is at the keyboard."""

from pathlib import Path

from leerwerk.vastleggen.git import Git


def email(map: Path) -> str:
    """The e-mail address Git works with in `map`; '' when it knows none."""
    antwoord = Git(map)("config", "--get", "user.email")
    return antwoord.tekst if antwoord.code == 0 else ""
