"""`onrecord claims`: who said what, with the sentence that proves it."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.options import Base, Data, Scheme
from api.settings import DEFAULT_BASE, DEFAULT_DATA
from ontology.errors import BadInput
from ontology.stances import Stance

if TYPE_CHECKING:
    from graph.filters import ClaimFilter
    from graph.store import Store
    from ontology.claim import Claim

PAGE = 200
"""How many claims are fetched at once."""


class Form(StrEnum):
    """What `claims` can print."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Quoted(StrEnum):
    """`ontology.claim.QuoteType`, which would be slow to import for `--help`."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Sorting(StrEnum):
    """`graph.query.Order`, which would be slow to import for `--help`."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    CONFIDENCE = "confidence"


def claims(
    *,
    speaker: Annotated[
        list[str] | None,
        typer.Option(help="Who said it, or for whom; by name or id. Repeatable."),
    ] = None,
    stance: Annotated[
        list[Stance] | None, typer.Option(help="What the speaker does. Repeatable.")
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(help="About what, narrower topics included. Repeatable."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD."),
    ] = None,
    quote: Annotated[
        list[Quoted] | None,
        typer.Option(help="Verbatim, reported, or partly each. Repeatable."),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(help='Words of the content; "a phrase" and begin* work.'),
    ] = None,
    addressee: Annotated[
        list[str] | None, typer.Option(help="To whom it was said. Repeatable.")
    ] = None,
    outlet: Annotated[
        list[str] | None, typer.Option(help="Who published it. Repeatable.")
    ] = None,
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="Only claims at least so sure.")
    ] = None,
    order: Annotated[Sorting, typer.Option(help="What comes first.")] = Sorting.NEWEST,
    limit: Annotated[int, typer.Option(min=1, help="At most so many claims.")] = 50,
    everything: Annotated[
        bool, typer.Option("--all", help="Every claim that matches, without limit.")
    ] = False,
    format: Annotated[Form, typer.Option(help="How to print them.")] = Form.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Find claims by speaker, stance, topic, date and words.

    In the table, the sentence that proves each claim stands under it: its speaker
    underlined, its words in bold.
    """
    from graph.store import Store

    wanted = _question(
        {
            "speaker": speaker,
            "stance": stance,
            "topic": topic,
            "from": since,
            "to": until,
            "quote": quote,
            "text": text,
            "addressee": addressee,
            "outlet": outlet,
            "min_confidence": min_confidence,
        }
    )
    with Store.open(data, base=base, read_only=True, topics=scheme or ()) as store:
        found = islice(_found(store, wanted, order), None if everything else limit)
        _print(found, format, store)
        if format is Form.TABLE:
            _tell(store, wanted, None if everything else limit)


def _question(given: dict[str, Any]) -> "ClaimFilter":
    from api.questions import question

    try:
        return question(given)
    except BadInput as error:
        raise typer.BadParameter(f"--{error}") from None


def _print(found: "Iterator[Claim]", form: Form, store: "Store") -> None:
    from api.answers import with_sentence, with_text

    if form is Form.CSV:
        from api import sheet

        sheet.write(with_sentence(store, found), sys.stdout)
    elif form is Form.TABLE:
        from api.table import print_claims

        print_claims(with_text(store, found))
    else:
        _print_json(found, form)


def _print_json(found: "Iterator[Claim]", form: Form) -> None:
    lines = (claim.model_dump_json() for claim in found)
    if form is Form.JSONL:
        for line in lines:
            typer.echo(line)
        return
    typer.echo("[", nl=False)
    for number, line in enumerate(lines):
        typer.echo(f"{',' if number else ''}\n{line}", nl=False)
    typer.echo("\n]")


def _found(
    store: "Store", wanted: "ClaimFilter", sorting: Sorting
) -> "Iterator[Claim]":
    """Every claim that matches, fetched page by page."""
    from graph.query import Order, find

    cursor = None
    while True:
        page = find(store, wanted, order=Order(sorting), limit=PAGE, cursor=cursor)
        yield from page.claims
        cursor = page.next_cursor
        if cursor is None:
            return


def _tell(store: "Store", wanted: "ClaimFilter", limit: int | None) -> None:
    """Say on standard error what the table cannot: that there is none, or more."""
    from graph.query import find

    total = find(store, wanted, limit=1).total
    if not total:
        typer.echo("no claim matches", err=True)
    elif limit is not None and limit < total:
        typer.echo(f"{limit} of {total} claims; --all shows every one", err=True)
