"""What a person typed before the step was taken, so that Ctrl-C or a refusal loses nothing.

One small file per command in the Git folder of the portfolio, where no commit
and no backup of the portfolio picks it up. It goes when the step is taken.
"""

import json
from pathlib import Path


class Concept:
    """The answers so far of one command in one portfolio."""

    def __init__(self, gitmap: Path, commando: str) -> None:
        self._pad = gitmap / "leerwerk" / f"concept-{commando}.json"
        self._antwoorden = self._lees()

    def antwoord(self, naam: str) -> str | None:
        """What was typed the previous time, or None."""
        return self._antwoorden.get(naam)

    def stel_voor(self, naam: str, antwoord: str) -> None:
        """Offer `antwoord` as if it was typed before, unless something was."""
        if antwoord:
            self._antwoorden.setdefault(naam, antwoord)

    @property
    def begonnen(self) -> bool:
        """Whether anything was typed."""
        return bool(self._antwoorden)

    def bewaar(self, naam: str, ruw: str) -> None:
        """Keep an answer; a disk that refuses does not stop the conversation."""
        self._antwoorden[naam] = ruw
        try:
            self._pad.parent.mkdir(exist_ok=True)
            self._pad.write_text(json.dumps(self._antwoorden, ensure_ascii=False), encoding="utf-8")
        except OSError:
            return

    def klaar(self) -> None:
        """The step was taken: forget the answers."""
        self._pad.unlink(missing_ok=True)

    def _lees(self) -> dict[str, str]:
        try:
            inhoud = json.loads(self._pad.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {k: v for k, v in inhoud.items() if isinstance(v, str)} if isinstance(inhoud, dict) else {}
