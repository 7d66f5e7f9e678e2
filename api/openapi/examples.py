"""What answers look like, for the description of the API."""

from collections.abc import Mapping
from typing import Any

CLAIM: dict[str, Any] = {
    "id": "1f0c6d0c2b7f4a51",
    "article": {
        "id": "918977e6d8e85b79",
        "source": "strike.txt",
        "title": "Dockers reject contract",
        "url": "https://news.example/strike",
        "publisher": "The Example",
        "published": "2025-03-11",
    },
    "speaker": {
        "id": "marta-brandt",
        "name": "Marta Brandt",
        "kind": "person",
        "mention": "union leader Marta Brandt",
        "role": "union leader",
        "represents": [{"id": "dockers-union", "name": "Dockers' Union"}],
    },
    "cue": {"text": "said", "spans": [[34, 38]]},
    "stance": "opposes",
    "polarity": "-",
    "reason": {"signal": "negated modal", "detail": "will not", "probability": None},
    "modality": ["future", "negated"],
    "topics": [{"id": "contract", "label": "contract"}],
    "content": {"text": "We will not sign this contract", "spans": [[0, 33]]},
    "source": {"spans": [[39, 64]]},
    "quote": "direct",
    "date": {
        "text": None,
        "edtf": "2025-03-11",
        "earliest": "2025-03-11",
        "latest": "2025-03-11",
        "basis": "article",
    },
    "confidence": 0.93,
    "extractor": {"name": "onrecord", "version": "1"},
}
"""A claim record, whole."""

VALUES: dict[str, Any] = {
    "id": "dockers-union",
    "name": "Dockers' Union",
    "label": "contract",
    "text": CLAIM["content"]["text"],
    "start": "2025-03-01",
    "end": "2025-04-01",
    "created": "2025-03-11T08:00:00+00:00",
    "url": CLAIM["article"]["url"],
    "claims": 12,
    "articles": 3,
    "total": 12,
}
"""What stands in fields of these names, where the type fits."""

_KINDS: dict[str, Any] = {
    "string": "text",
    "integer": 1,
    "number": 0.5,
    "boolean": True,
    "null": None,
}

_DEPTH = 8
"""How deep examples go: schemas may hold themselves."""


def example(
    schema: Mapping[str, Any],
    schemas: Mapping[str, Mapping[str, Any]],
    name: str = "",
    depth: int = _DEPTH,
) -> Any:  # noqa: ANN401 - JSON
    """A value that fits a schema; `schemas` are those that it may refer to.

    >>> example({"type": "array", "items": {"type": "integer"}}, {})
    [1]
    """
    if "$ref" in schema:
        return example(schemas[schema["$ref"].rpartition("/")[2]], schemas, name, depth)
    for keyword in ("examples", "enum"):
        if keyword in schema:
            return schema[keyword][0]
    for keyword in ("default", "const"):
        if keyword in schema:
            return schema[keyword]
    if "anyOf" in schema:
        return example(schema["anyOf"][0], schemas, name, depth)
    return _of_kind(schema, schemas, name, depth - 1)


def _of_kind(
    schema: Mapping[str, Any],
    schemas: Mapping[str, Mapping[str, Any]],
    name: str,
    depth: int,
) -> Any:  # noqa: ANN401 - JSON
    kind = schema.get("type", "object")
    if kind == "array":
        held = schema.get("prefixItems") or [schema.get("items", {})]
        return [example(each, schemas, name, depth) for each in held] if depth else []
    if kind == "object":
        return {
            field: example(own, schemas, field, depth)
            for field, own in schema.get("properties", {}).items()
            if depth or field in schema.get("required", ())
        }
    fitting = VALUES.get(name)
    return fitting if type(fitting) is type(_KINDS[kind]) else _KINDS[kind]
