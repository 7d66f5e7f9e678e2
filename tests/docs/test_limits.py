"""The limits that docs/http.md tells are those that the server keeps to."""

from pathlib import Path

import pytest

from api.middleware.bodies import MOST
from api.settings import DEFAULT_RATE, GRACE
from api.sparql.pool import Limits

LIMITS = Limits()
TEXT = (Path(__file__).parents[2] / "docs" / "http.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        f"{DEFAULT_RATE} requests a minute",
        f"bodies of {MOST >> 20} MB",
        f"queries of {LIMITS.seconds:g} s, {(LIMITS.memory >> 20) / 1000:g} GB",
        f"{LIMITS.result >> 20} MB of results",
        f"what runs gets {GRACE} s to finish",
    ],
)
def test_documented(words: str) -> None:
    assert words in TEXT
