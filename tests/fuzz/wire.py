"""What a request says once it is bytes, where `false` is a word like any other."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs, urlsplit

from schemathesis import Case, Response
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.adapter.parameters import OpenApiParameter

FILE = "/properties/files/items"
"""Where a file stands in the description of what is uploaded."""


def fits(case: Case[Any], response: Response) -> bool:
    """Whether what was sent fits its description, though made not to."""
    return _query_fits(case, response) or _are_files(case)


def _are_files(case: Case[Any]) -> bool:
    """Whether only files were changed: the number 1 is a file of one byte."""
    changed = case.meta.phase.data.mutations if case.meta else ()
    return bool(changed) and all(each.schema_pointer == FILE for each in changed)


def _query_fits(case: Case[Any], response: Response) -> bool:
    """Whether the query that was sent does.

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
