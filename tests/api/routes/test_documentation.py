"""The documentation of the API: from here alone."""

import re

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient


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
