"""What can go wrong between a client and its server.

OnRecordError
├── BadInput      what was asked cannot be understood: names the field (422)
├── NotFound      nothing is stored under this id (404)
├── NotAllowed    a key is needed, or this one may not do it (401, 403)
├── TryLater      as much is being done as may be; `seconds` says when (429, 503)
├── ServerFailed  any other answer that is none
└── Unreachable   no answer came
"""

from typing import Any

import httpx

from ontology.errors import BadInput, NotFound, OnRecordError

DEFAULT_WAIT = 2.0
"""Seconds until another try, where the server does not say."""


class NotAllowed(OnRecordError):
    """The server wants a key, or one that may do more."""


class TryLater(OnRecordError):
    """The server has too much to do; `seconds` later it is worth another try."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class ServerFailed(OnRecordError):
    """The server answered with an error of its own, or with what is no answer."""


class Unreachable(OnRecordError):
    """No answer came: wrong address, no server, or too late."""


def checked(response: httpx.Response) -> httpx.Response:
    """The response, if it is an answer. Raises what this module lists."""
    if response.is_success:
        return response
    status, detail = response.status_code, _detail(response)
    if status == 404:
        raise NotFound(detail)
    if status in (400, 422):
        raise BadInput(detail)
    if status in (401, 403):
        raise NotAllowed(detail)
    if status in (429, 503):
        raise TryLater(detail, _seconds(response))
    raise ServerFailed(f"{status}: {detail}")


def _detail(response: httpx.Response) -> str:
    """The problem document's own words (RFC 9457)."""
    try:
        problem: Any = response.json()
    except ValueError:
        return response.reason_phrase
    detail = problem.get("detail") if isinstance(problem, dict) else None
    return detail if isinstance(detail, str) else response.reason_phrase


def _seconds(response: httpx.Response) -> float:
    try:
        return float(response.headers.get("retry-after", ""))
    except ValueError:  # none, or a date, which this server never gives
        return DEFAULT_WAIT
