"""`onrecord find`: claims by the query language, with counts of what is among them."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from api.showing.printing import one_line
from api.terminal.choices import Counted, Form
from api.terminal.listing import Listing, found, list_claims
from api.terminal.opening import Stored
from api.terminal.options import Query
from api.terminal.scope import parsed
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.search.facets import Facets

TOP = 10
"""How many values of a facet are shown."""


@spread
def find(
    query: Query,
    *,
    facet: Annotated[
        list[Counted] | None,
        typer.Option(help="Count the values of this among the claims. Repeatable."),
    ] = None,
    listing: Listing,
    stored: Stored,
) -> None:
    """Find claims by a query: speaker:NAME stance:demands topic:NAME since:2025 words.

    All of it must match; a comma or OR parts alternatives, - excludes, parentheses
    group, "marks" hold words together. Fields: speaker, addressee, target, agent,
    role, stance, polarity, topic, since, until, in, on, quote, outlet, article,
    modality, basis, precision, kind, extractor, confidence.
    """
    from api.terminal.sections import print_json
    from graph.search.facets import Field, facets

    if facet and listing.format in (Form.JSONL, Form.CSV):
        raise typer.BadParameter(
            f"--facet goes with table and json, not {listing.format}"
        )
    wanted = parsed(query)
    with stored.to_read() as store:
        fields = tuple(map(Field, facet or ()))
        counts = facets(store, wanted, fields=fields, top=TOP) if fields else {}
        if counts and listing.format is Form.JSON:
            claims = tuple(islice(found(store, wanted, listing.order), listing.most))
            print_json({"claims": claims, "facets": counts})
            return
        list_claims(store, wanted, listing)
        print_counts(counts)


def print_counts(counts: "Facets") -> None:
    """Print how many claims have which value, field by field."""
    for field, values in counts.items():
        typer.echo(f"by {field}:")
        for count in values:
            typer.echo(f"{count.claims:>8}  {one_line(count.label)}")
