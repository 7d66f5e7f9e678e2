"""The documentation of the API: from here alone."""

import re
from collections.abc import Iterator

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from tests.api.conftest import filled


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client with a key that may write."""
    data = tmp_path_factory.mktemp("written") / "data"
    with filled(data) as client:
        key = Keys(data).add("desk", Role.WRITE)
        client.headers["authorization"] = f"Bearer {key}"
        yield client


def test_swagger_ui_comes_from_here_alone(client: TestClient) -> None:
    page = client.get("/api/docs")
    assert page.status_code == 200
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    addresses = re.findall(r'(?:src|href|data-description)="([^"]+)"', page.text)
    assert len(addresses) >= 5
    for address in addresses:
        assert address.startswith("/")
        assert client.get(address).status_code == 200
    assert "<script>" not in page.text


def test_every_answer_has_an_example_that_fits(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    schemas = described["components"]["schemas"]
    for operation in (o for path in described["paths"].values() for o in path.values()):
        for answer in operation["responses"].values():
            for content in answer.get("content", {}).values():
                for name in re.findall(r"schemas/(\w+)", str(content)):
                    assert {"examples", "enum"} & set(schemas[name]), name
    for schema in schemas.values():
        for example in schema.get("examples", ()):
            whole = {**schema, "components": described["components"]}
            jsonschema_rs.validate(whole, example)


def test_no_two_models_share_a_name(client: TestClient) -> None:
    """FastAPI then puts our modules into the names, and so into others' programs."""
    schemas = client.get("/api/openapi.json").json()["components"]["schemas"]
    assert [name for name in schemas if "__" in name] == []


def test_limits_of_queries_are_described_as_what_they_are(client: TestClient) -> None:
    answers = client.get("/api/openapi.json").json()["paths"]["/sparql"]["get"]
    described = answers["responses"]
    assert described["503"]["headers"]["Retry-After"]["required"]
    assert "within its time" in described["504"]["description"]
    assert "memory" in described["507"]["description"]


@pytest.mark.parametrize(
    ("address", "field", "accepted"),
    [
        ("claims?stance=shouts", "stance", "demands"),
        ("claims?nonsense=1", "nonsense", "speaker"),
        ("suggest?q=l&nonsense=1", "nonsense", "limit"),
        ("reviews?nonsense=1", "nonsense", "claim"),
        ("claims?cursor=x", "cursor", "a page gave"),
        ("claims?from=2025-02-31", "from", "YYYY-MM-DD"),
        ("exports/zip", "format", "csv"),
        ("compare?first=Li&second=li", "second", "another"),
        ("timeline?width=eon", "width", "quarter"),
        ("paths?start=Li&end=bridge&mode=zig", "mode", "shortest"),
        ("paths?start=Li&end=x&mode=all&max_hops=5", "max_hops", "3 in mode all"),
    ],
)
def test_a_422_names_the_field_and_what_is_accepted(
    client: TestClient, address: str, field: str, accepted: str
) -> None:
    answer = client.get(f"/api/{address}")
    [error] = answer.json()["errors"]
    assert (answer.status_code, error["field"]) == (422, field)
    assert accepted in error["detail"]


@pytest.mark.parametrize(
    ("path", "body", "field", "accepted"),
    [
        ("claims/1/reviews", '{"status": "confirmed", "by": "me"}', "by", "note, set"),
        ("claims/1/reviews", '{"status": ', "body", "is no JSON: Expecting value"),
        ("claims/1/reviews", "[]", "body", "object"),
        ("articles", '{"text": "x", "id": "1"}', "id", "accepted: text, title, url"),
        ("articles", '[{"text": ""}]', "text", "at least 1 character"),
        ("articles", "[]", "body", "at least 1 item"),
        ("agents/Li/merges", "{}", "other", "is needed"),
        ("agents/Li/merges", '{"other": "li"}', "other", "is li already"),
        ("agents/Li/splits", '{"other": "Li"}', "other", "name it as ID@ARTICLE"),
    ],
)
def test_a_422_names_the_field_of_a_body_too(
    written: TestClient, path: str, body: str, field: str, accepted: str
) -> None:
    headers = {"content-type": "application/json"}
    answer = written.post(f"/api/{path}", content=body, headers=headers)
    [error] = answer.json()["errors"]
    assert (answer.status_code, error["field"]) == (422, field)
    assert accepted in error["detail"]
    sent = written.post(f"/api/{path}", content=body, headers={"content-type": "a/b"})
    assert sent.json()["detail"].startswith("body: is no JSON; accepted: application/")


def test_other_sites_may_read_and_do_nothing_else(client: TestClient) -> None:
    origin = {"origin": "https://elsewhere.example"}
    answer = client.get("/api/claims", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "*"
    asked = {**origin, "access-control-request-method": "POST"}
    answer = client.options("/sparql", headers=asked)
    assert answer.status_code == 400


def test_errors_are_described_as_problem_documents(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    schemas = described["components"]["schemas"]
    assert {"Problem", "FieldError", "Claim"} <= set(schemas)
    assert "HTTPValidationError" not in schemas
    for path in described["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                media = list(response.get("content", {}))
                assert (media == ["application/problem+json"]) == (status >= "400")
