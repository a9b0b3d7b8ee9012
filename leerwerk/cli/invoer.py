"""How the answers for one step come in: by options, by questions, or from one's own editor.

What was typed is kept for this one step, about this one ronde or leerdoel,
until the step is taken.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from leerwerk.cli.concept import Concept
from leerwerk.cli.editor import Klad
from leerwerk.cli.sessie import Sessie
from leerwerk.domain.velden import Documentsoort

Antwoorden = dict[str, Any]


class Invoer:
    """The answers for a document of `soort` about `waarover`."""

    def __init__(self, sessie: Sessie, soort: Documentsoort, waarover: str, met_editor: bool) -> None:
        sleutel = "-".join(filter(None, (sessie.portfolio.student, waarover, soort.naam)))
        self.concept = Concept(sessie.gitmap, sleutel)
        self._klad = Klad(sessie, soort, sleutel) if met_editor else None

    def lees(
        self,
        gegeven: Mapping[str, Any],
        op: date,
        vraag: Callable[[Concept], Antwoorden],
        wenken: Mapping[str, Any] | None = None,
    ) -> Antwoorden:
        """The answers, from the editor when that was asked for, else by `vraag`. Raises what those raise."""
        if self._klad:
            return self._klad.bewerk({**gegeven, "op": op}, wenken or {})
        return {**vraag(self.concept), "op": op}

    def klaar(self) -> None:
        """The step was taken: what was kept for it can go."""
        self.concept.klaar()
        if self._klad:
            self._klad.klaar()
