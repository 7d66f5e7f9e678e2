"""While articles come in, every read sees whole ones alone."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import Store
from tests.benchmarks.generator import CLAIMS_PER_ARTICLE, Generator, Sizes

ARTICLES = 60


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as store:
        yield store


def test_reads_see_whole_articles(store: Store) -> None:
    made = Generator(Sizes(speakers=200, topics=50))
    records = list(made.articles(ARTICLES * CLAIMS_PER_ARTICLE))
    written = threading.Event()

    def write() -> None:
        for article, claims in records:
            store.put(article, claims)
        written.set()

    def read(random: Random) -> set[int]:
        seen = set[int]()
        while not written.is_set():
            article, _ = random.choice(records)
            asked: dict[str, str | int] = {"article": article.id, "limit": 100}
            page = client.get("/api/claims", params=asked).json()
            assert len(page["claims"]) == page["total"]
            seen.add(page["total"])
            answer = client.get(f"/api/articles/{article.id}")
            if answer.status_code == 200:
                seen.add(len(answer.json()["claims"]))
        return seen

    app = create_app(store, Settings())
    with TestClient(app) as client, ThreadPoolExecutor(4) as pool:
        writing = pool.submit(write)
        reading = [pool.submit(read, Random(number)) for number in range(3)]
        writing.result()
        counts = set().union(*(each.result() for each in reading))
        total = client.get("/api/claims").json()["total"]
    assert counts <= {0, CLAIMS_PER_ARTICLE}
    assert total == ARTICLES * CLAIMS_PER_ARTICLE
