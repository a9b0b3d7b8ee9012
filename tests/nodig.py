"""What a test needs that Python does not bring, and what to install when it is missing.

On a machine of one's own such a test is skipped, and says so; in CI it fails, since there nothing may be missing.
"""

import os
from typing import NoReturn

import pytest


def ontbreekt(wat: str, installeer: str) -> NoReturn:
    """Fail in CI, skip elsewhere, with what to install."""
    reden = f"NIET GETEST, want {wat} ontbreekt. Installeer het met: {installeer}"
    if os.environ.get("CI"):
        pytest.fail(reden, pytrace=False)
    pytest.skip(reden)
