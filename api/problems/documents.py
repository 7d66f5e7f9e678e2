"""Problem documents (RFC 9457), and what a route's description says of them."""

from http import HTTPStatus

from pydantic import BaseModel

MEDIA_TYPE = "application/problem+json"

LIMITS = {
    503: "As much is being done as may be, or the store is not ready: try later.",
    504: "Stopped: the query did not end within its time.",
    507: "Stopped: the query needed more memory than it may have.",
}
"""What is meant where a limit is reached, as documented: no fault of the server."""


class FieldError(BaseModel):
    """What is wrong with one field, and what is accepted."""

    field: str
    detail: str


class Problem(BaseModel):
    """A problem document (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldError] = []


def problem_responses(*statuses: int) -> dict[int | str, dict[str, object]]:
    """The problems that a route can answer with, for its OpenAPI description."""
    return {
        status: {"model": Problem, "description": meaning(status)}
        for status in statuses
    }


def meaning(status: int) -> str:
    """What a status says here."""
    return LIMITS.get(status, HTTPStatus(status).phrase)
