"""One parsing process for all tests: to start one takes a second or more."""

from collections.abc import Iterator

import pytest

from extract.reading import Options
from extract.reading.sandbox import Sandboxes


@pytest.fixture(scope="session")
def options() -> Iterator[Options]:
    with Sandboxes(1) as sandboxes:
        yield Options(sandboxes=sandboxes)
