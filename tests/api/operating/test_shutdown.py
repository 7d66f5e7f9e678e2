"""Stopping a server: what runs is finished, and the store is whole."""

import signal
import threading
import time
from pathlib import Path

import httpx
import pytest

from api.access.keys import Keys, Role
from graph.store import Store
from tests.api.conftest import fill, harbour
from tests.api.serving import serving

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
"""Takes longer than it may: stopped after the seconds that it is given."""

GIVEN = 3
"""Seconds: enough that the signal comes while it runs."""


def runs(address: str) -> bool:
    """Whether the slow query has been running for a while."""
    return "onrecord_sparql_slow 1.0" in httpx.get(f"{address}metrics", timeout=60).text


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_what_runs_is_finished(tmp_path: Path, stop: signal.Signals) -> None:
    data = tmp_path / "data"
    with Store.open(data) as store:
        fill(store)
    key = Keys(data).add("desk", Role.WRITE)
    answers = list[int]()

    def ask(address: str) -> None:
        asked = {"query": SLOW, "timeout": str(GIVEN)}
        answers.append(
            httpx.get(f"{address}sparql", params=asked, timeout=60).status_code
        )

    with serving("--data", str(data), "--write") as (server, address):
        httpx.get(f"{address}sparql", params={"query": "ASK {}"}, timeout=60)
        claim = harbour()[1][1].id
        headers = {"authorization": f"Bearer {key}"}
        judged = {"status": "rejected"}
        review = f"{address}api/claims/{claim}/reviews"
        assert (
            httpx.post(review, json=judged, headers=headers, timeout=60).status_code
            == 201
        )
        asking = threading.Thread(target=ask, args=(address,))
        asking.start()
        while asking.is_alive() and not runs(address):
            time.sleep(0.05)
        server.send_signal(stop)
        asking.join()
        assert server.wait(60) == 0
    assert answers == [504]
    with Store.open(data) as store:
        assert len(store.claims_of(harbour()[0].id)) == 3
        assert store.read_model.revision == store.revision
    assert not list((data / "snapshots").glob("*"))
