"""The OpenAPI description, with errors as they are: problem documents."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from api.openapi.examples import CLAIM, example
from api.problems.documents import MEDIA_TYPE, Problem, meaning

_PROBLEM = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}

EVERYWHERE = (400, 401, 422, 429, 503)
"""What every operation can answer with."""

WITH_BODY = (408, 413)
"""What those can answer with as well that take a body."""

WAIT = {
    "Retry-After": {
        "description": "Seconds after which it is worth trying again.",
        "required": True,
        "schema": {"type": "integer", "minimum": 1},
    }
}
"""What goes with 503."""


def install(app: FastAPI) -> None:
    """Let the application describe itself so.

    FastAPI writes a problem as plain JSON, and its own errors in another shape.
    """
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _mended(made())
        return app.openapi_schema

    # as FastAPI documents it
    app.openapi = described  # type: ignore[method-assign]


def _mended(description: dict[str, Any]) -> dict[str, Any]:
    schemas = description["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Claim"]["examples"] = [CLAIM]
    schemas["Problem"] = _schema(Problem.model_json_schema(), schemas)
    for path in description["paths"].values():
        for operation in path.values():
            more = WITH_BODY if "requestBody" in operation else ()
            _mend(operation["responses"], EVERYWHERE + more)
            operation["security"] = [{"key": []}, {}]
    _show(description)
    description["components"]["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "An API key."}
    }
    return description


def _show(description: dict[str, Any]) -> None:
    """Give every model of an answer an example; those of bodies say their own."""
    schemas = description["components"]["schemas"]
    asked = str(list(_bodies(description)))
    for name, schema in schemas.items():
        if "enum" not in schema and f"/{name}'" not in asked:
            schema.setdefault("examples", [example(schema, schemas)])


def _bodies(description: dict[str, Any]) -> Iterator[object]:
    for path in description["paths"].values():
        yield from (each.get("requestBody") for each in path.values())


def _schema(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """The schema with those that it is made of among the others."""
    schemas |= schema.pop("$defs", {})
    items = schema["properties"]["errors"]["items"]
    items["$ref"] = items["$ref"].replace("#/$defs/", "#/components/schemas/")
    return schema


def _mend(responses: dict[str, Any], possible: tuple[int, ...]) -> None:
    for each in possible:
        responses.setdefault(str(each), {"description": meaning(each)})
    responses["503"]["headers"] = WAIT
    for status, response in responses.items():
        if status >= "400":
            response["content"] = _PROBLEM
