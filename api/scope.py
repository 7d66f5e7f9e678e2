"""What a command asks of claims, from its options.

What cannot be understood is a mistake of the command line: exit status 2.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from ontology.errors import BadInput

if TYPE_CHECKING:
    from graph.search.filters import ClaimFilter


@contextmanager
def understood(prefix: str = "") -> Iterator[None]:
    """Raise what cannot be understood within as a mistake of the command line."""
    try:
        yield
    except BadInput as error:
        raise typer.BadParameter(f"{prefix}{error}") from None


def parsed(query: str, *, prefix: str = "") -> "ClaimFilter":
    """The filter for a query in the language of `find`."""
    from graph.search.query_language import parse

    if query.startswith("--"):  # a query may begin with one, to exclude
        raise typer.BadParameter(f"no such option: {query}")
    with understood(prefix):
        return parse(query)


def scope(*, where: str | None = None, **given: object) -> "ClaimFilter":
    """The filter for options, and for a query that claims must match as well."""
    from api.questions import both, question

    wanted = parsed(where or "", prefix="--where: ")
    with understood("--"):
        asked = question(given)
    return both(asked, wanted)
