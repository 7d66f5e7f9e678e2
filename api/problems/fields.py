"""What pydantic finds wrong with a field, in words for who sent it."""

from collections.abc import Mapping, Sequence
from typing import Any

NAMELESS = "nothing has this name"
"""What is told of a parameter, or of a field of a body, that there is not."""


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
    return f"{error['msg']}; given: {str(error.get('input'))[:80]!r}"
