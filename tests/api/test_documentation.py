"""The documentation of the API: from here alone."""

import re

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
