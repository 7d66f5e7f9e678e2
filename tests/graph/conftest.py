"""One server of each kind for all tests; of each test a base IRI, and a store."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from graph.store import Store
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
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a directory."""
    with Store.open(tmp_path / "data") as store:
        yield store


@pytest.fixture
def base() -> str:
    return f"https://onrecord.example/{next(_NUMBERS)}/"
