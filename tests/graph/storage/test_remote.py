"""What a server does to those who ask it: restarts, half answers, and limits."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.care import check
from graph.mapping.claims_rdf import to_rdf
from graph.mapping.iris import Iris
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.storage.remote.address import Address, address
from graph.storage.remote.client import Client, Limits, Refused
from graph.storage.remote.graphs import Remote
from graph.storage.remote.outbox import Outbox
from graph.store import Store
from ontology.errors import BadInput, StoreError
from tests.graph.faults import start
from tests.graph.servers import Server, oxigraph
from tests.graph.versions import ARTICLES, records

ROWS = '{"head":{"vars":["n"]},"results":{"bindings":[%s]}}'
ROW = '{"n":{"type":"literal","value":"1"}}'


class Answers(BaseHTTPRequestHandler):
    """A server that answers each request with the next of `answers`."""

    answers: list[tuple[int, dict[str, str], str]]
    asked: list[dict[str, str]]

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.asked.append({k.lower(): v for k, v in self.headers.items()})
        status, headers, body = self.answers.pop(0)
        self.send_response(status)
        kind = {"content-type": "application/sparql-results+json"}
        for name, value in {**kind, **headers}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def answering() -> Iterator[tuple[type[Answers], Address]]:
    handler = type("Handler", (Answers,), {"answers": [], "asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        given = f"sparql+http://127.0.0.1:{server.server_port}/query"
        credentials = {"ONRECORD_STORE_USER": "ann", "ONRECORD_STORE_PASSWORD": "pass"}
        try:
            yield handler, address(given, credentials)
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("status", "headers", "body", "reason"),
    [
        (200, {"X-SQL-State": "S1TAT"}, ROWS % "", "gave up half-way"),
        (200, {"X-SPARQL-MaxRows": "1"}, ROWS % ROW, "limit is 1 rows"),
        (200, {}, (ROWS % ROW)[:-8], "broke off"),
        (
            200,
            {"content-type": "text/html"},
            "<p>Sign in",
            "answers in 'text/html'",
        ),
        (403, {}, "not you\nSELECT a secret", "status 403: not you$"),
        (500, {}, "", "status 500"),
    ],
)
def test_an_answer_that_is_not_whole_is_an_error(
    answering: tuple[type[Answers], Address],
    status: int,
    headers: dict[str, str],
    body: str,
    reason: str,
) -> None:
    handler, server = answering
    handler.answers.append((status, headers, body))
    with pytest.raises(StoreError, match=reason):
        Client(server).select("SELECT ?n {}")


def test_what_passes_is_tried_again(answering: tuple[type[Answers], Address]) -> None:
    handler, server = answering
    deadlock = "Virtuoso 40001 Error SR172: Transaction deadlocked"
    handler.answers += [(503, {}, ""), (500, {}, deadlock), (200, {}, ROWS % ROW)]
    assert [row["n"].value for row in Client(server).select("SELECT ?n {}")] == ["1"]
    assert len(handler.asked) == 3
    handler.answers += [(400, {}, "what?")]
    with pytest.raises(Refused, match="what"):
        Client(server).update("NONSENSE")


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_credentials_are_sent_once_asked_for(
    answering: tuple[type[Answers], Address], scheme: str
) -> None:
    handler, server = answering
    challenge = {"WWW-Authenticate": f'{scheme} realm="r", nonce="n", qop="auth"'}
    handler.answers += [(401, challenge, "")] * (1 if scheme == "Basic" else 2)
    handler.answers += [(200, {}, ROWS % ROW)] * 2
    client = Client(server)
    for _ in range(2):
        list(client.select("SELECT ?n {}"))
    sent = [headers.get("authorization", "") for headers in handler.asked]
    assert not sent[0]
    assert all(each.startswith(scheme) for each in sent[-2:])
    assert "pass" not in repr(server)


@pytest.mark.parametrize(
    "wrong",
    [
        "https://host/sparql",
        "sparql+ftp://host/",
        "sparql+https://ann:pass@host/query",
        "https://ann:pass@host/",
    ],
)
def test_an_address_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput, match="store:") as error:
        address(wrong, {})
    assert "pass@" not in str(error.value)


WRITER = """
import sys
from pathlib import Path
from graph.storage.remote.address import address
from graph.storage.remote.graphs import Remote
from graph.storage.remote.outbox import Outbox
from graph.store import Store
from tests.graph.versions import records
folder, server, base = sys.argv[1:]
store = Store.open(Path(folder), base=base, server=address(server, {}))
for version in "12":
    for record in records(version):
        store.put(*record)
        print("put", flush=True)
store.close()
print("done", flush=True)
"""


@pytest.mark.parametrize("name", ["oxigraph_server", "virtuoso_server"])
def test_a_restart_in_mid_ingest_loses_nothing(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, base: str
) -> None:
    server: Server = request.getfixturevalue(name)
    writer = start(WRITER, str(tmp_path), server.given, base)
    assert writer.stdout
    for _ in range(5):
        writer.stdout.readline()
    server.stop()
    server.start()
    out, error = writer.communicate()
    assert "done" in out, error
    with Store.open(tmp_path, base=base, server=server.address) as store:
        assert check(store) == ()
        for within, claims in records("2"):
            assert store.recorded(within.id) == claims


def test_what_could_not_be_sent_is_sent_later(tmp_path: Path) -> None:
    within, claims = records("1")[0]
    iris = Iris()
    changes = {iris.article(within.id): to_rdf(within, claims, iris)}
    with oxigraph(tmp_path) as server:

        def opened() -> Remote:
            client = Client(server.address, Limits(patience=0.2))
            return Remote(client, iris, Outbox(tmp_path / "outbox"))

        before = opened()
        before.begin()
        server.stop()
        with pytest.raises(StoreError, match="cannot be reached"):
            before.write(changes)
        before.close()
        server.start()
        after = opened()
        assert after.revision == 0
        after.begin()
        assert after.revision == 1
        found = dict(after.contents(changes))
        assert {graph: set(quads) for graph, quads in found.items()} == {
            graph: set(quads) for graph, quads in changes.items()
        }
        after.close()


def test_each_who_reads_catches_up(
    oxigraph_server: Server, tmp_path: Path, base: str
) -> None:
    def opened(name: str, *, read_only: bool) -> Store:
        server = oxigraph_server.address
        return Store.open(
            tmp_path / name, base=base, server=server, read_only=read_only
        )

    given = records("1")
    with (
        opened("one", read_only=False) as one,
        opened("two", read_only=False) as two,
        opened("reader", read_only=True) as reader,
    ):
        for number, record in enumerate(given):
            (one, two)[number % 2].put(*record)
        assert find(reader, ClaimFilter()).total == 0
        reader.refresh()
        assert find(reader, ClaimFilter()).total == 12 * ARTICLES
        one.remove(given[0][0].id)
        reader.refresh()
        assert find(reader, ClaimFilter()).total == 12 * (ARTICLES - 1)
        assert reader.revision == one.revision > two.revision
        with pytest.raises(StoreError, match="read only"):
            reader.put(*given[0])
        for each in (one, two, reader):
            each.refresh()
            assert check(each) == ()


def test_a_folder_belongs_to_one_store(
    oxigraph_server: Server, tmp_path: Path, base: str
) -> None:
    server = oxigraph_server.address
    with (
        Store.open(tmp_path / "ours", base=base, server=server),
        pytest.raises(StoreError, match="in use by"),
    ):
        Store.open(tmp_path / "ours", base=base, server=server, wait=0)
    with pytest.raises(StoreError, match="belongs to the store at http"):
        Store.open(tmp_path / "ours", base=base)
    Store.open(tmp_path / "plain", base=base).close()
    with pytest.raises(StoreError, match="belongs to its own store"):
        Store.open(tmp_path / "plain", base=base, server=server)


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    nowhere = address("sparql+http://127.0.0.1:9/query", {})
    with pytest.raises(StoreError, match="cannot be reached"):
        Client(nowhere, Limits(patience=0.2)).select("SELECT * {}")
