"""Fields of forms that hold JSON, as OpenRefine sends them."""

import json
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from ontology.errors import BadInput

T = TypeVar("T")


def read(expected: TypeAdapter[T], text: str, otherwise: str) -> T:
    """What the text holds. Raises BadInput, which begins with `otherwise`."""
    try:
        return expected.validate_python(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{otherwise}: {_first(error)}") from None


def _first(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    return ": ".join(filter(None, [".".join(map(str, first["loc"])), first["msg"]]))
