"""One server of each kind for all tests; each test has a base IRI of its own."""

from collections.abc import Iterator
from itertools import count

import pytest

from tests.graph.servers import Server, oxigraph, virtuoso

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@pytest.fixture
def base() -> str:
    return f"https://onrecord.example/{next(_NUMBERS)}/"
