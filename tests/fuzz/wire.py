"""What a query says once it is text, where `false` is a word like any other."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs, urlsplit

from schemathesis import Case, Response
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.adapter.parameters import OpenApiParameter


def fits(case: Case[Any], response: Response) -> bool:
    """Whether the query that was sent fits its description, though made not to.

    Schemathesis sees that of one parameter, not of two that were changed at once:
    `speaker=false` is made of a truth value, and is a list of one name.
    """
    sent = urlsplit(str(response.request.url))
    query = parse_qs(sent.query, keep_blank_values=True)
    known = {parameter.name: parameter for parameter in case.operation.query}
    return (
        not _wrong_elsewhere(case)
        and query.keys() <= known.keys()
        and all(_reads(known[name], query.get(name)) for name in known)
    )


def _wrong_elsewhere(case: Case[Any]) -> bool:
    others = set(ParameterLocation) - {ParameterLocation.QUERY}
    return case.meta is None or any(case.meta.is_negative_at(each) for each in others)


def _reads(parameter: OpenApiParameter, texts: list[str] | None) -> bool:
    if texts is None:
        return not parameter.is_required
    return any(parameter.is_valid(reading) for reading in _readings(texts))


def _readings(texts: list[str]) -> Iterator[object]:
    """As a list, as a text and as a number: of several texts the last one counts."""
    yield texts
    yield texts[-1]
    with suppress(ValueError):
        yield float(texts[-1])
