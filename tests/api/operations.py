"""The operations that the application describes, for tests that visit all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi.testclient import TestClient


@dataclass(frozen=True)
class Operation:
    """A method on a path, with the names of its parameters that take any text."""

    method: str
    path: str
    words: tuple[str, ...]
    described: dict[str, Any]

    def address(self, value: str = "none") -> str:
        """The path with this value in every place that is left open."""
        head, *rest = self.path.split("{")
        return head + "".join(value + part.partition("}")[2] for part in rest)


def operations(client: TestClient) -> list[Operation]:
    """Every operation of the OpenAPI document."""
    described = client.get("/api/openapi.json").json()
    return [
        Operation(method, path, tuple(_words(operation)), operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]


READ_BY_POST = {"/api/graph", "/api/graph/expansion", "/api/reconcile"}
"""Questions that are too long for an address."""


def writes(client: TestClient) -> list[Operation]:
    """Those that change something."""
    return [
        each
        for each in operations(client)
        if each.method != "get" and each.path not in READ_BY_POST
    ]


def _words(operation: dict[str, Any]) -> Iterator[str]:
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "query" and _is_text(parameter["schema"]):
            yield parameter["name"]


def _is_text(schema: dict[str, Any]) -> bool:
    kinds = [schema, schema.get("items", {}), *schema.get("anyOf", ())]
    return any(kind.get("type") == "string" and "enum" not in kind for kind in kinds)
