"""A running job that is cancelled ends; whoever else goes away, the jobs go on."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from api.app import create_app
from api.settings import GRACE, Settings
from graph.care import check
from graph.store import Store
from tests.api.serving import serving
from tests.extract.fetching.server import Site
from tests.extract.fetching.server import serving as site_serving

Client = TestClient | httpx.Client

PATIENCE = 300.0


@pytest.fixture
def site() -> Iterator[Site]:
    with site_serving() as site:
        yield site
        site.gate.set()


def until(client: Client, id: str, *states: str, articles: int = 0) -> dict[str, Any]:
    """The job, once it is in one of these states and has stored so many articles."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        job: dict[str, Any] = client.get(f"/api/jobs/{id}").json()
        if job["state"] in states and sum(job["articles"].values()) >= articles:
            return job
        time.sleep(0.1)
    raise AssertionError(f"the job does not get there: {job}")


def test_a_running_job_is_cancelled_and_the_next_one_runs(
    tmp_path: Path, site: Site
) -> None:
    settings = Settings(contact="me@example.org", delay=0, networks=("127.0.0.1",))
    with (
        Store.open(tmp_path) as store,
        TestClient(create_app(store, settings)) as client,
    ):
        secret = Keys(tmp_path).add("ann", Role.WRITE)
        client.headers["authorization"] = f"Bearer {secret}"
        urls = [site.url(path) for path in ("/page/1", "/gated/3")]
        made = client.post("/api/ingest", data={"url": urls}).json()
        until(client, made["id"], "running", articles=1)
        waiting = client.post("/api/ingest", data={"url": site.url("/page/4")}).json()
        assert client.post(f"/api/jobs/{made['id']}/cancel").status_code == 200
        site.gate.set()
        job = until(client, made["id"], "cancelled")
        assert job["articles"] == {"added": 1}, "what it stored stays"
        assert until(client, waiting["id"], "done")["articles"] == {"added": 1}
        assert len(store.article_ids()) == 2
        assert check(store) == ()


@contextmanager
def fetching(
    data: Path, site: Site
) -> Iterator[tuple[subprocess.Popen[str], httpx.Client, str]]:
    """A server, a client with a key, and the id of a job that waits at the gate."""
    Store.open(data).close()
    secret = Keys(data).add("ann", Role.WRITE)
    words = ("--contact", "me@example.org", "--allow-network", "127.0.0.1")
    headers = {"authorization": f"Bearer {secret}"}
    with (
        serving("--data", str(data), "--write", *words) as (process, address),
        httpx.Client(base_url=address, headers=headers, timeout=60) as client,
    ):
        made = client.post("/api/ingest", data={"url": site.url("/gated")}).json()
        yield process, client, made["id"]


def test_clients_that_go_away_harm_nothing(tmp_path: Path, site: Site) -> None:
    with fetching(tmp_path / "data", site) as (_, client, id):
        with client.stream("GET", f"/api/jobs/{id}/events") as events:
            assert "event: progress" in next(events.iter_lines())
        upload_half(client)
        site.gate.set()
        job = until(client, id, "done", "failed")
        assert (job["state"], job["articles"]) == ("done", {"added": 1})
        assert len(client.get("/api/jobs").json()["jobs"]) == 1


def test_who_follows_a_job_does_not_hold_up_the_end(tmp_path: Path, site: Site) -> None:
    with fetching(tmp_path / "data", site) as (process, client, id):
        with client.stream("GET", f"/api/jobs/{id}/events") as events:
            lines = events.iter_lines()
            assert "event: progress" in next(lines)
            asked = time.monotonic()
            process.terminate()
            assert "event: end" not in list(lines)
        assert time.monotonic() - asked < GRACE - 3
        site.gate.set()
        process.wait(PATIENCE)


def upload_half(client: httpx.Client) -> None:
    """Begin to send a file, and go."""
    address, key = client.base_url, client.headers["authorization"]
    with socket.create_connection((address.host, address.port or 80)) as connection:
        connection.sendall(
            b"POST /api/ingest HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\n"
            b"Content-Length: 1000\r\n"
            b"Authorization: " + key.encode() + b"\r\n\r\n"
            b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"'
            b"\r\n\r\nWe agr"
        )
