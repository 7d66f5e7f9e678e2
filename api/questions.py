"""Questions as users put them, on the command line and over HTTP.

Both use the same names, and `from` and `to` where the filter has `since` and
`until`, which Python could not name so.
"""

from collections.abc import Mapping
from typing import Any

from graph.dates import first_day, last_day
from graph.search.filters import ClaimFilter
from graph.search.query_language import parse
from ontology.errors import BadInput


def question(given: Mapping[str, Any]) -> ClaimFilter:
    """The filter for what was given; empty values ask for nothing.

    Raises UnknownTerm or BadInput, with the name that the user used.

    >>> question({"speaker": ["Russia"], "from": "2025-03", "text": ""}).since
    '2025-03'
    """
    asked = {
        name: value for name, value in given.items() if value not in (None, "", [])
    }
    since, until = asked.pop("from", None), asked.pop("to", None)
    first = first_day("from", since) if since else None
    last = last_day("to", until) if until else None
    if first and last and first > last:
        raise BadInput(f"from: {since!r} is after to: {until!r}")
    return ClaimFilter(since=since, until=until, **asked)


def queried(field: str, query: str) -> ClaimFilter:
    """The filter for a query in the language of `find`. Raises BadInput naming the
    field that it stood in."""
    try:
        return parse(query)
    except BadInput as error:
        raise BadInput(f"{field}: {error}") from error


def both(one: ClaimFilter, other: ClaimFilter) -> ClaimFilter:
    """The filter for claims that match both; one that asks nothing is left out."""
    given = [each for each in (one, other) if each != ClaimFilter()]
    return ClaimFilter(all_of=tuple(given)) if len(given) == 2 else (given or [one])[0]
