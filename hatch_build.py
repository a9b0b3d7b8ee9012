"""Works out the tables of the eisen while leerwerk is packaged, so that nobody's first look waits for it."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DOEL = "leerwerk/meegeleverd/woorden"


class Woorden(BuildHookInterface[Any]):
    """Adds them to a wheel; an editable installation changes all the time, and works them out itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        sys.dont_write_bytecode = True  # would leave its files among the sources
        from leerwerk.actions.gereedmaken import verpak  # noqa: PLC0415 - only now it can be found

        self._map = tempfile.TemporaryDirectory()  # kept until the wheel is there
        pad = Path(self._map.name) / "woorden"
        verpak(pad)
        build_data["force_include"][str(pad)] = DOEL
