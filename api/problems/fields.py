"""What pydantic finds wrong with a field, in words for who sent it."""

from collections.abc import Mapping, Sequence
from typing import Any

NAMELESS = "nothing has this name"
"""What is told of a parameter, or of a field of a body, that there is not."""

NO_JSON = "is no JSON; accepted: application/json, told so by Content-Type"
"""What is told of a body that was sent as something else."""


def field(place: Sequence[int | str]) -> str:
    """The field's name, without which of its values it is.

    >>> field(("stance", 0))
    'stance'
    """
    return ".".join(part for part in place if isinstance(part, str))


def sentence(error: Mapping[str, Any], accepted: Sequence[str] = ()) -> str:
    """What is wrong, of one of pydantic's errors; `accepted` are the fields there are.

    >>> sentence({"type": "extra_forbidden"}, ["speaker", "topic"])
    'nothing has this name; accepted: speaker, topic'
    """
    if error["type"] == "missing":
        return "is needed"
    if error["type"] == "extra_forbidden":
        return "; accepted: ".join(filter(None, [NAMELESS, ", ".join(accepted)]))
    if error["type"] == "json_invalid":
        return f"is no JSON: {error['ctx']['error']}"
    if isinstance(error.get("input"), bytes):
        return NO_JSON
    return f"{error['msg']}; given: {str(error.get('input'))[:80]!r}"
