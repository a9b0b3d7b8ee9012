"""Print what the eisen score on the sentences at the end of a test run."""

from typing import Any

import pytest

from leerwerk.eisen import EISEN
from tests.eisen.zinnen import Telling, count

TELLINGEN = pytest.StashKey[dict[str, Telling]]()


@pytest.fixture(scope="session")
def tellingen(request: pytest.FixtureRequest) -> dict[str, Telling]:
    gemeten = {deel: count(deel) for deel in ("kijk", "meet")}
    request.config.stash[TELLINGEN] = gemeten
    return gemeten


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    gemeten = config.stash.get(TELLINGEN, None)
    if gemeten is None:
        return
    terminalreporter.section("precisie en vangst van de eisen")
    for deel, telling in gemeten.items():
        for eis in EISEN:
            regel = (
                f"{deel}  {eis.ID:22} precisie {telling.precisie(eis.ID):.3f}  vangst {telling.vangst(eis.ID):.3f}"
            )
            terminalreporter.write_line(regel)
        terminalreporter.write_line(f"{deel}  {'samen':22} {telling.kort()}")
