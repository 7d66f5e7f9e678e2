"""What is typed is never run: every text of every route, and what is shown of it."""

import csv
import io
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import filled, hostile
from tests.api.operations import Operation, operations

TEXTS = (
    "'; DROP TABLE claim; --",
    '" OR 1=1 --',
    'content : NEAR("a" "b", 5) AND ^x* OR {author}: NOT -',
    '"',
    "*",
    "} DROP ALL #",
    '" . ?s ?p ?o } ; INSERT DATA { <http://a/> <http://a/> 1 } #',
    "> <http://127.0.0.1:9/",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "%00\x00\x1b[2J\u202e\ufffe",
    "../../../../etc/passwd",
    "{{7*7}}${7*7}%n%s",
    "\ud83d",
    "",
    "x" * 5000,
)
"""SQL, FTS5, SPARQL, HTML, spreadsheets, terminals, paths, templates, lengths."""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with filled(tmp_path_factory.mktemp("injection") / "data") as client:
        yield client


EACH = 5
"""How many of the texts each parameter is given: all would take a minute."""

NEEDED = ("start", "end", "first", "second", "centre", "text")
"""Parameters without which nothing is asked."""


def asked(operation: Operation, name: str, text: str) -> dict[str, str | bytes]:
    """A query with this text in one parameter."""
    needed = {each: "Li" for each in NEEDED if each in operation.words}
    return {**needed, name: text.encode("utf-8", "surrogatepass")}


def test_injection_through_every_text(client: TestClient) -> None:
    before = client.get("/api/stats").json()
    reading = [each for each in operations(client) if each.method == "get"]
    places = [(each, name) for each in reading for name in each.words]
    assert len(places) > 80
    texts = cycle(TEXTS)
    for operation, name in places:
        for text in islice(texts, EACH):
            query = asked(operation, name, text)
            answer = client.get(operation.address("li"), params=query)
            told = (operation.path, name, text, answer.text)
            assert answer.status_code in (200, 400, 404, 406, 422), told
    after = client.get("/api/stats").json()
    assert (after["articles"], after["claims"]) == (before["articles"], 6)


@pytest.mark.parametrize(
    "address",
    [
        "/static/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/static/built/..%2f..%2f..%2frendering.py",
        "/static/swagger/..%2f..%2f..%2fsite.py",
        "/static/%2fetc%2fpasswd",
        "/article/..%2f..%2fetc%2fpasswd",
        "/articles/..%2f..%2fkeys.json",
        "/api/articles/..%2fkeys.json",
        "/api/exports/..%2f..%2fkeys.json",
        "/keys.json",
        "/audit.jsonl",
    ],
)
def test_path_traversal(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (404, 422)
    assert "root:" not in answer.text


def test_hostile_text_is_shown_and_never_run(client: TestClient) -> None:
    article, claims = hostile()
    script = "<script>alert(1)</script>"
    for address in (
        f"/?text={script}",
        f"/?speaker={script}",
        f"/articles/{article.id}",
        f"/claims/{claims[0].id}",
        f"/{script}",
    ):
        page = client.get(address)
        assert script not in page.text
        assert "script-src" not in page.headers["content-security-policy"].replace(
            "script-src 'self'", ""
        )


def test_spreadsheets_take_no_formula(client: TestClient) -> None:
    rows = csv.reader(io.StringIO(client.get("/api/exports/csv").text))
    cells = [cell for row in rows for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in ("=", "@", "\t", "\r")]


def test_exports_are_taken_for_nothing_else(client: TestClient) -> None:
    answer = client.get("/api/exports/jsonl")
    assert answer.headers["x-content-type-options"] == "nosniff"
    name = Path(
        answer.headers["content-disposition"].partition("filename=")[2].strip('"')
    )
    assert name.name == str(name)
