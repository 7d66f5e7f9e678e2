"""Routes whose answers become JSON in the thread that found them.

FastAPI would send each to a thread once more, to check it, and then write it while
other requests wait. What these functions give is checked already, when it is made.
"""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, get_type_hints

from fastapi import Response
from fastapi.routing import APIRoute
from pydantic import TypeAdapter


class Written(APIRoute):
    """A route whose answer is written as JSON before it leaves the thread."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **given: Any) -> None:  # noqa: ANN401 - FastAPI's own
        super().__init__(path, _writing(endpoint), **given)


def _writing(find: Callable[..., Any]) -> Callable[..., Response]:
    """The function, giving JSON; FastAPI describes what it was declared to give."""
    found = get_type_hints(find)["return"]
    if inspect.isclass(found) and issubclass(found, Response):
        return find
    written = TypeAdapter(found)

    @wraps(find)
    def write(**asked: Any) -> Response:  # noqa: ANN401 - as declared
        body = written.dump_json(find(**asked), by_alias=True)
        answer = Response(body, media_type="application/json")
        if "response" in asked:  # on which the function has put headers
            answer.headers.update(asked["response"].headers)
        return answer

    return write
