"""Webhooks: signed, sent until they are taken, and to public addresses alone."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import Result

from api.access.keys import Keys, Role
from api.app import create_app
from api.settings import Settings
from api.webhooks.courier import Courier
from api.webhooks.outbox import DELAYS, Outbox
from api.webhooks.signing import new_secret, signed, verified
from graph.care import reindex
from graph.store import Store
from ontology.claim import Claim
from ontology.errors import BadInput
from tests.api.conftest import fill, harbour, plain

GUIDE = Path(__file__).parents[3] / "docs" / "http.md"

LOCAL = ("127.0.0.1/32",)

Got = tuple[dict[str, str], bytes]


class Desk:
    """A subscriber that keeps what it gets, and answers with `status`."""

    def __init__(self) -> None:
        self.got: list[Got] = []
        self.status = 204
        desk = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                size = int(self.headers["content-length"])
                headers = {name.lower(): value for name, value in self.headers.items()}
                desk.got.append((headers, self.rfile.read(size)))
                self.send_response(desk.status)
                self.send_header("location", "http://127.0.0.1:1/")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/claims"

    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.got]


@contextmanager
def listening() -> Iterator[Desk]:
    desk = Desk()
    thread = threading.Thread(target=desk.server.serve_forever)
    thread.start()
    try:
        yield desk
    finally:
        desk.server.shutdown()
        thread.join()
        desk.server.server_close()


@pytest.fixture
def desk() -> Iterator[Desk]:
    with listening() as desk:
        yield desk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as store:
        yield store


@pytest.fixture
def courier(store: Store) -> Courier:
    return Courier(store)


def test_what_comes_in_is_told_once_and_signed(
    store: Store, courier: Courier, desk: Desk
) -> None:
    store.put(*plain())
    made = courier.subscribe(desk.url, "stance:demands", networks=LOCAL)
    fill(store)
    assert courier.round() == 1
    [(headers, body)] = desk.got
    assert verified(made.secret, headers, body, now=time.time())
    assert not verified(made.secret, headers, body + b" ", now=time.time())
    assert not verified(made.secret, headers, body, now=time.time() + 3600)
    message = json.loads(body)
    article, claims = harbour()
    assert message["type"] == "claims.new"
    assert message["data"]["article"]["id"] == article.id
    [told] = message["data"]["claims"]
    assert Claim.model_validate(told) == claims[0]
    reindex(store)
    store.put(article, claims[:2])
    assert courier.round() == 0
    assert len(desk.got) == 1


def test_a_receiver_as_the_guide_has_it_knows_what_is_ours() -> None:
    [code] = re.findall(r"^```python\n(.*?)^```", GUIDE.read_text(), re.DOTALL | re.M)
    given: dict[str, Any] = {}
    exec(code, given)
    secret, body = new_secret(), b'{"type": "claims.new"}'
    now = int(time.time())
    headers = signed(secret, "msg_1", now, body)
    assert given["is_ours"](secret, headers, body)
    assert not given["is_ours"](secret, headers, body + b" ")
    assert not given["is_ours"](new_secret(), headers, body)
    assert not given["is_ours"](secret, signed(secret, "msg_1", now - 900, body), body)


def test_what_was_there_before_is_not_told(
    store: Store, courier: Courier, desk: Desk
) -> None:
    fill(store)
    courier.subscribe(desk.url, "", networks=LOCAL)
    assert courier.round() == 0
    with listening() as other:
        courier.subscribe(other.url, "", networks=LOCAL)
        store.put(*new_article())
        assert courier.round() == 2
        assert (
            desk.messages()[0]["data"]["claims"]
            == other.messages()[0]["data"]["claims"]
        )


def new_article() -> tuple[Any, Any]:
    article, claims = plain()
    changed = article.model_copy(update={"id": "another"})
    moved = {"article": changed.ref(), "id": "its-claim"}
    return changed, (claims[0].model_copy(update=moved),)


def test_it_is_sent_until_it_is_taken_whoever_sends(
    store: Store, courier: Courier, desk: Desk, tmp_path: Path
) -> None:
    made = courier.subscribe(desk.url, "speaker:Li", networks=LOCAL)
    store.put(*plain())
    desk.status = 302
    assert courier.round() == 0
    [logged] = courier.outbox.log(made.id)
    assert (logged.tries, logged.outcome) == (1, "status 302")
    assert courier.round() == 0  # not due yet
    assert len(desk.got) == 1
    desk.status = 200
    restarted = Courier(store)
    hasten(tmp_path / "data")
    assert restarted.round() == 1
    first, second = (headers["webhook-id"] for headers, _ in desk.got)
    assert first == second
    assert restarted.outbox.log(made.id)[0].outcome == "taken"


def hasten(data: Path) -> None:
    """Let everything that waits be due."""
    with Outbox(data).writing() as db:
        db.execute("UPDATE delivery SET due = 0 WHERE due IS NOT NULL")


def test_it_is_given_up_in_the_end(
    store: Store, courier: Courier, desk: Desk, tmp_path: Path
) -> None:
    made = courier.subscribe(desk.url, "", networks=LOCAL)
    store.put(*plain())
    desk.status = 500
    for _ in range(len(DELAYS) + 3):
        courier.round()
        hasten(tmp_path / "data")
    assert len(desk.got) == len(DELAYS) + 1
    [logged] = courier.outbox.log(made.id)
    assert logged.outcome == "given up: status 500"


def test_one_who_does_not_answer_holds_nobody_up(
    store: Store, courier: Courier, desk: Desk
) -> None:
    silent = courier.subscribe("http://127.0.0.1:1/", "", networks=LOCAL)
    courier.subscribe(desk.url, "", networks=LOCAL)
    fill(store)
    assert courier.round() == 3
    tries = [each.tries for each in courier.outbox.log(silent.id)]
    assert sorted(tries) == [0, 0, 1]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "[::1]",
        "169.254.169.254",
        "[::ffff:7f00:1]",
        "2130706433",
        "0x7f.1",
    ],
)
def test_private_addresses_are_refused(courier: Courier, desk: Desk, host: str) -> None:
    """OWASP API7:2023: server-side request forgery."""
    with pytest.raises(BadInput, match="not a public address"):
        courier.subscribe(desk.url.replace("127.0.0.1", host), "")


def test_names_that_lead_to_private_addresses_are_not_asked(
    store: Store, courier: Courier, desk: Desk
) -> None:
    """OWASP API7:2023: server-side request forgery."""
    made = courier.subscribe(desk.url.replace("127.0.0.1", "localhost"), "")
    store.put(*plain())
    assert courier.round() == 0
    assert desk.got == []
    assert "not a public address" in courier.outbox.log(made.id)[0].outcome


@pytest.mark.parametrize(
    "url",
    ["", "desk", "file:///etc/passwd", "http://", "http://u:p@desk.example/",
     "http://desk.example/ x", "gopher://desk.example", "http://[", "http://a:99999/"],
)  # fmt: skip
def test_addresses_that_are_none_are_refused(courier: Courier, url: str) -> None:
    with pytest.raises(BadInput, match="url"):
        courier.subscribe(url, "")


def test_over_http_by_a_key_that_may_manage(store: Store, tmp_path: Path) -> None:
    keys = Keys(tmp_path / "data")
    may = {
        role: {"authorization": f"Bearer {keys.add(str(role), role)}"} for role in Role
    }
    wanted = {"url": "https://desk.example/claims", "query": "stance:demands"}
    with TestClient(create_app(store, Settings())) as client:
        address = "/api/webhooks"
        assert client.post(address, json=wanted).status_code == 401
        assert client.get(address, headers=may[Role.WRITE]).status_code == 403
        made = client.post(address, json=wanted, headers=may[Role.ADMIN])
        assert made.status_code == 201, made.text
        id, secret = made.json()["id"], made.json()["secret"]
        listed = client.get(address, headers=may[Role.ADMIN])
        assert [each["query"] for each in listed.json()] == ["stance:demands"]
        assert secret not in listed.text
        log = client.get(f"{address}/{id}/deliveries", headers=may[Role.ADMIN])
        assert log.json() == []
        for bad in ({"url": "ftp://x"}, {**wanted, "query": "mood:good"},
                    {**wanted, "networks": ["127.0.0.0/8"]}):  # fmt: skip
            refused = client.post(address, json=bad, headers=may[Role.ADMIN])
            assert refused.status_code == 422
            assert refused.json()["errors"][0]["field"] in ("url", "query", "networks")
        assert (
            client.delete(f"{address}/{id}", headers=may[Role.ADMIN]).status_code == 204
        )
        assert (
            client.delete(f"{address}/{id}", headers=may[Role.ADMIN]).status_code == 404
        )
    assert secret not in (tmp_path / "data" / "audit.jsonl").read_text()
    assert (tmp_path / "data" / "webhooks.json").stat().st_mode & 0o777 == 0o600


def test_on_the_command_line(
    run: Callable[..., Result], tmp_path: Path, desk: Desk
) -> None:
    with Store.open(tmp_path / "data") as store:
        store.put(*plain())
    at = ("--data", tmp_path / "data")
    made = run("webhooks", "add", desk.url, "", "--allow-network", "127.0.0.1", *at)
    assert made.exit_code == 0, made.stderr
    id, secret = made.stdout.split()
    assert secret.startswith("whsec_")
    assert run("webhooks", "list", *at).stdout.startswith(id)
    with Store.open(tmp_path / "data") as store:
        fill(store)
    assert run("webhooks", "send", *at).stdout == "taken: 2 messages\n"
    assert "taken" in run("webhooks", "log", id, *at).stdout
    assert run("webhooks", "remove", id, *at).exit_code == 0
    assert run("webhooks", "remove", id, *at).exit_code == 1
