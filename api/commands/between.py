"""`onrecord between`: what was said between two events."""

from typing import Annotated

import typer

from api.terminal.choices import Form, Sorting
from api.terminal.listing import Listing, list_claims
from api.terminal.opening import Stored
from api.terminal.options import Limit
from api.terminal.scope import OfQuery, parsed
from api.terminal.spreading import spread
from ontology.errors import NotFound


@spread
def between(
    start: Annotated[
        str,
        typer.Argument(metavar="START", help="A query for claims on the one event."),
    ],
    end: Annotated[
        str, typer.Argument(metavar="END", help="A query for claims on the other.")
    ],
    *,
    asked: OfQuery,
    limit: Limit = 50,
    format: Annotated[Form, typer.Option(help="How to print them.")] = Form.TABLE,
    stored: Stored,
) -> None:
    """Find the claims made from the first mention of one event to that of another.

    Events are queries in the language of `find`, such as topic:summit.
    """
    from graph.features.between import between as made_between

    events = parsed(start), parsed(end)
    wanted = asked.wanted()
    with stored.to_read() as store:
        found = made_between(store, *events, wanted)
        if found is None:
            raise NotFound("one of the events has no claim with a date")
        more = "a higher --limit shows more"
        listing = Listing(order=Sorting.OLDEST, limit=limit, format=format)
        list_claims(store, found, listing, more=more)
