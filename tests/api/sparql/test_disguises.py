"""What an update hides from the reader that looks at it, and not from what runs it."""

import threading
from collections.abc import Iterator

import httpx
import pytest

from api.sparql.update import run_secluded
from graph.store import Store
from tests.api.conftest import fill, harbour
from tests.fuzz.canaries import Canaries, canaries
from tests.fuzz.disguises import fuzz
from tests.fuzz.server import Server, seeded

ID = harbour()[0].id
FOLDER = "https://onrecord.example/article/"
NOTE = "{ <http://a/> <http://b/> <http://c/> }"
SIGN = 'INSERT DATA { GRAPH <http://n/> { <http://a/> <http://b/> "\\u0022" } }'

INTO_THE_RECORD = [
    ("PREFIX a: <https://onrecord.example/art>", f"a:icle\\/{ID}"),
    (f"PREFIX a: <http://x/> PREFIX a: <{FOLDER}>", f"a:{ID}"),
    (f"PREFIX prefix: <http://x/> PREFIX : <{FOLDER}>", f":{ID}"),
    (f"BASE <http://x/> BASE <{FOLDER}>", f"<{ID}>"),
    ("PREFIX a: <../article/> BASE <http://x/>", f"a:{ID}"),
]
"""What is declared, and then a name of an article's graph."""


@pytest.fixture(scope="module")
def birds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canaries]:
    with canaries(tmp_path_factory.mktemp("canaries")) as birds:
        yield birds


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with seeded() as server:
        yield server


def sent(server: Server, kind: str, text: str) -> httpx.Response:
    return httpx.post(
        f"{server.address}/sparql",
        data={kind: text},
        headers={"authorization": f"Bearer {server.key}"},
        timeout=60,
    )


@pytest.mark.parametrize(
    "update",
    [
        SIGN + " ; LOAD <{port}> INTO GRAPH <http://n/> ; " + SIGN,
        "CLEAR GRAPH <http://n/> # \r ; LOAD <{port}> INTO GRAPH <http://n/> \n",
        "INSERT { GRAPH <http://n/> { ?s ?p ?o } } WHERE { # \r SERVICE <{port}>"
        " { ?s ?p ?o } \n }",
    ],
)
def test_server_side_request_forgery_by_updates(
    server: Server, birds: Canaries, update: str
) -> None:
    """OWASP API7:2023: no text makes the server ask another."""
    answer = sent(server, "update", update.replace("{port}", birds.port))
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "update"
    assert not birds.heard


@pytest.mark.parametrize(
    "query",
    [
        'ASK { BIND("\\u0022" AS ?a) SERVICE <{port}> {} BIND("\\u0022" AS ?b) }',
        "ASK { # \r SERVICE <{port}> {} \n }",
    ],
)
def test_queries_that_hide_a_service(
    server: Server, birds: Canaries, query: str
) -> None:
    answer = sent(server, "query", query.replace("{port}", birds.port))
    assert answer.json()["detail"].startswith("query: SERVICE is not allowed")
    assert not birds.heard


@pytest.mark.parametrize(("declared", "name"), INTO_THE_RECORD)
def test_no_name_of_an_article_is_too_odd(
    server: Server, declared: str, name: str
) -> None:
    answer = sent(server, "update", f"{declared} INSERT DATA {{ GRAPH {name} {NOTE} }}")
    assert answer.status_code == 409
    assert FOLDER + ID in answer.json()["detail"]
    asked = f"ASK {{ GRAPH <{FOLDER}{ID}> {{ <http://a/> ?b ?c }} }}"
    assert sent(server, "query", asked).json()["boolean"] is False


@pytest.mark.parametrize("verb", ["COPY", "MOVE", "ADD"])
def test_a_prefix_that_is_read_as_a_word(server: Server, verb: str) -> None:
    declared = f"PREFIX graphs: <http://x/> PREFIX s: <{FOLDER}>"
    answer = sent(server, "update", f"{declared} {verb} <http://n/> TO graphs:{ID}")
    assert answer.status_code == 400
    assert "graphs:" in answer.json()["detail"]


def test_made_disguises() -> None:
    """As `make fuzz` does for ten minutes."""
    assert fuzz(seconds=3, seed=1)["refused"]


def test_nothing_is_fetched_though_nobody_looked(birds: Canaries) -> None:
    """The kernel refuses it, whatever the text says to whom."""
    failed: list[Exception] = []

    def work() -> None:
        try:
            run_secluded(store, f"LOAD <{birds.port}>", ["http://n/"], "http://b/")
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)

    with Store.open(None) as store:
        fill(store)
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert failed
    assert not birds.heard
