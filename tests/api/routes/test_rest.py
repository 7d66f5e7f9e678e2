"""REST: what graph/ can answer, fresh or known already, in one shape a resource."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from api.app import create_app
from api.settings import Settings
from graph.export import FORMATS
from graph.store import Store
from ontology.claim import Claim
from tests.api.conftest import fill, harbour

ARTICLE, CLAIMS = harbour()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def writable(data: Path) -> Iterator[TestClient]:
    with Store.open(data) as store:
        fill(store)
        settings = Settings(read_by_key=True)
        with TestClient(create_app(store, settings)) as client:
            yield client


@pytest.mark.parametrize(
    ("address", "path", "value"),
    [
        ("facets?field=stance&speaker=Norland", ("stance", 0, "claims"), 1),
        ("timeline?width=year", ("buckets", 0, "start"), "2025-01-01"),
        ("positions?speaker=Li", (0, "topic", "id"), "bridge"),
        ("claims?q=speaker:Li+-stance:opposes", ("total",), 1),
        ("claims?q=topic:delay&stance=seeks", ("total",), 1),
        ("facets?field=stance&q=speaker:Li+OR+topic:toll", ("stance", 1, "claims"), 1),
        ("stands?topic=delay", (0, "claims"), 1),
        ("shifts", (), []),
        ("compare?first=Ana+Brandt&second=Harbour+Union", ("first",), "Ana Brandt"),
        ("answers?speaker=Norland", (0, "demand", "id"), CLAIMS[0].id),
        ("agents?called=harbour", ("agents", 0, "id"), "harbour-union"),
        ("agents/harbour-union", ("claims",), 2),
        ("topics?called=delay", ("topics", 0, "claims"), 2),
        ("topics/bridge", ("topic", "label"), "bridge"),
        ("stances", (0, "id"), "demands"),
        ("agents/Norland", ("months", "buckets", 0, "counts", "+"), 1),
        ("topics/delay", ("speakers", 0, "claims"), 1),
        ("suggest?q=harb", ("agents", 0, "label"), "Harbour Union"),
        ("suggest?q=%22*-+NEAR(", ("agents",), []),
        ("paths?start=Li&end=bridge", ("paths", 0, "hops", 0, "total"), 1),
        ("neighbours?centre=bridge", ("links", 0, "role"), "topic"),
        ("stats", ("articles",), 3),
        ("reviews", (), []),
    ],
)
def test_answers(
    client: TestClient, address: str, path: tuple[str | int, ...], value: object
) -> None:
    answer = client.get(f"/api/{address}")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    for step in path:
        found = found[step]
    assert found == value


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("facets?field=mood", 422),
        ("claims?q=speaker:(", 422),
        ("paths?start=Li", 422),
        ("paths?start=Li&end=truce&mode=all&max_hops=5", 422),
        ("compare?first=Li&second=li", 422),
        ("paths?start=Li&end=nobody", 404),
        ("neighbours?centre=Li&depth=9", 422),
        ("agents/nobody", 404),
        ("topics/nothing", 404),
        ("exports/exe", 422),
        ("exports/..%2F..%2Fetc%2Fpasswd", 404),
        ("timeline?whatever=1", 422),
    ],
)
def test_problems(client: TestClient, address: str, status: int) -> None:
    answer = client.get(f"/api/{address}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"parquet"}))
def test_exports(client: TestClient, format: str) -> None:
    answer = client.get(f"/api/exports/{format}?speaker=Norland")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMATS[format].media_type)
    assert FORMATS[format].suffix in answer.headers["content-disposition"]
    assert b"binding guarantees" in answer.content or format == "plover"


def test_who_has_the_answer_is_told_so_until_something_changes(
    writable: TestClient, data: Path
) -> None:
    headers = {"authorization": f"Bearer {Keys(data).add('desk', Role.WRITE)}"}
    first = writable.get("/api/claims", headers=headers)
    known = {**headers, "if-none-match": first.headers["etag"]}
    again = writable.get("/api/claims", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert (
        writable.get("/api/claims", headers={"if-none-match": "*"}).status_code == 401
    )
    other = {**known, "accept-encoding": "identity"}
    assert writable.get("/api/claims", headers=other).status_code == 200
    address = f"/api/claims/{CLAIMS[1].id}/reviews"
    judged = writable.post(address, json={"status": "rejected"}, headers=headers)
    assert judged.status_code == 201
    assert judged.json()["by"] == "desk"
    now = writable.get("/api/claims", headers=known)
    assert (now.status_code, now.json()["total"]) == (200, 5)
    assert len(writable.get("/api/reviews", headers=headers).json()) == 1


def test_a_server_that_only_reads_says_so(data: Path) -> None:
    with Store.open(data) as store:
        fill(store)
    headers = {"authorization": f"Bearer {Keys(data).add('desk', Role.WRITE)}"}
    with (
        Store.open(data, read_only=True) as store,
        TestClient(create_app(store, Settings())) as client,
    ):
        answer = client.post(
            f"/api/claims/{CLAIMS[1].id}/reviews",
            json={"status": "rejected"},
            headers=headers,
        )
        assert answer.status_code == 403
        assert "--write" in answer.json()["detail"]
        asked = {"query": "SELECT * { ?claim a or:Claim }"}
        found = client.get("/sparql", params=asked).json()["results"]["bindings"]
        assert len(found) == 6


def test_every_operation_is_described(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    operations = [operation for path in paths.values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names)) >= 22
    for operation in operations:
        assert operation["description"]
        assert operation["tags"]
        for parameter in operation.get("parameters", ()):
            in_path = parameter["in"] == "path"
            assert in_path or parameter.get("description"), operation["operationId"]


def test_answers_are_described(client: TestClient) -> None:
    description = client.get("/api/openapi.json").json()
    [example] = description["components"]["schemas"]["Claim"]["examples"]
    assert Claim.model_validate(example).speaker.name == "Marta Brandt"
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            for status, answer in operation["responses"].items():
                if status < "300" and "application/json" in answer.get("content", {}):
                    schema = answer["content"]["application/json"]["schema"]
                    assert schema, (method, path)
            for body in operation.get("requestBody", {}).get("content", {}).values():
                assert body.get("schema"), (method, path)
