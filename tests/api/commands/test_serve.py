"""`onrecord serve` as a process of its own, asked over the network."""

import re
import signal
import socket
import subprocess
from pathlib import Path

import httpx
import pytest

from graph.store import Store
from tests.api.conftest import fill
from tests.api.serving import COMMAND, ROOT, serving


@pytest.fixture(scope="module")
def own_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "data"
    with Store.open(path) as store:
        fill(store)
    return path


def test_the_journey_from_search_to_proof(own_data: Path) -> None:
    with serving("--data", str(own_data)) as (server, address):
        assert address.startswith("http://127.0.0.1:")
        with httpx.Client(base_url=address) as browser:
            found = browser.get("/search", params={"speaker": "Norland"})
            assert "binding guarantees" in found.text
            link = re.search(r'href="(/articles/[^"]+)#', found.text)
            assert link
            assert 'class="is-content"' in browser.get(link[1]).text
            asked = browser.get("/api/claims", params={"speaker": "Norland"})
            assert asked.json()["total"] == 2
        # another terminal, while the server runs
        claims = [*COMMAND, "claims", "--speaker", "Norland", "--data", str(own_data)]
        done = subprocess.run(claims, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert "told the mayor" in done.stdout
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0


def test_a_port_that_is_taken_is_told(own_data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        words = [*COMMAND, "serve", "--port", port, "--data", str(own_data)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith(
        f"onrecord: cannot listen on 127.0.0.1:{port}: address"
    )
    assert done.stderr.count("\n") == 1
