"""Claims that match a filter, listed: as a table, JSON, JSON lines or CSV."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal.choices import Form, Sorting

if TYPE_CHECKING:
    from graph.search.filters import ClaimFilter
    from graph.store import Store
    from ontology.claim import Claim

PAGE = 200
"""How many claims are fetched at once."""


@dataclass(frozen=True)
class Listing:
    """Which of the claims that match are listed, and how."""

    order: Annotated[Sorting, typer.Option(help="What comes first.")] = Sorting.NEWEST
    limit: Annotated[int, typer.Option(min=1, help="At most so many claims.")] = 50
    everything: Annotated[
        bool, typer.Option("--all", help="Every claim that matches, without limit.")
    ] = False
    format: Annotated[Form, typer.Option(help="How to print them.")] = Form.TABLE

    @property
    def most(self) -> int | None:
        """How many are listed at the most; None is all."""
        return None if self.everything else self.limit


def list_claims(
    store: "Store",
    wanted: "ClaimFilter",
    listing: Listing,
    *,
    more: str = "--all shows every one",
) -> None:
    """Print the claims that match; standard error says if there is none, or `more`.

    A table shows the same words of the same speaker once, with all who carry them.
    """
    order, most = listing.order, listing.most
    if listing.format is Form.TABLE:
        _print_statements(store, islice(statements(store, wanted, order), most))
        _tell(store, wanted, most, more)
    else:
        claims = islice(found(store, wanted, order), most)
        print_claims(store, claims, listing.format)


def found(store: "Store", wanted: "ClaimFilter", sorting: Sorting) -> "Iterator[Claim]":
    """Every claim that matches, fetched page by page."""
    from graph.search.query import Order, pages

    for page in pages(store, wanted, order=Order(sorting), limit=PAGE):
        yield from page.claims


def statements(
    store: "Store", wanted: "ClaimFilter", sorting: Sorting
) -> "Iterator[tuple[Claim, tuple[Claim, ...]]]":
    """Every statement that matches, page by page, with those who carry it as well."""
    from graph.search.query import Order, pages

    order = Order(sorting)
    for page in pages(store, wanted, order=order, limit=PAGE, collapse=True):
        yield from zip(page.claims, page.others, strict=True)


def print_claims(store: "Store", claims: "Iterator[Claim]", form: Form) -> None:
    """Print claims; CSV shows the sentence that proves each."""
    from api.showing.proofs import with_sentence

    if form is Form.CSV:
        from graph.exports.tables import COLUMNS, flat, write_rows

        rows = ((*flat(each), proof) for each, proof in with_sentence(store, claims))
        write_rows((*COLUMNS, "sentence"), rows, sys.stdout)
    elif form is Form.JSONL:
        for claim in claims:
            typer.echo(claim.model_dump_json())
    else:
        _print_array(claim.model_dump_json() for claim in claims)


def _print_statements(
    store: "Store", shown: "Iterator[tuple[Claim, tuple[Claim, ...]]]"
) -> None:
    from api.showing.proofs import with_text
    from api.terminal.table import print_claims as print_table

    others: dict[str, tuple[Claim, ...]] = {}

    def claims() -> "Iterator[Claim]":
        for claim, carriers in shown:
            others[claim.id] = carriers
            yield claim

    print_table(with_text(store, claims()), others)


def _print_array(lines: Iterator[str]) -> None:
    typer.echo("[", nl=False)
    for number, line in enumerate(lines):
        typer.echo(f"{',' if number else ''}\n{line}", nl=False)
    typer.echo("\n]")


def _tell(store: "Store", wanted: "ClaimFilter", limit: int | None, more: str) -> None:
    """Say on standard error what the table cannot: that there is none, or more."""
    from graph.search.query import find

    total = find(store, wanted, limit=1, collapse=True).total
    if not total:
        typer.echo(f"no claim matches{_meant(store, wanted)}", err=True)
    elif limit is not None and limit < total:
        typer.echo(f"{limit} of {total} claims; {more}", err=True)


def _meant(store: "Store", wanted: "ClaimFilter") -> str:
    """How to ask for those who bear the name that was sought as a word, if any."""
    from api.showing.printing import one_line
    from graph.search.subjects import subjects

    fields = {"agent": "speaker", "topic": "topic"}
    named = [f'{fields[it.kind]}:"{it.label}"' for it in subjects(store, wanted)]
    return one_line(f"; did you mean {' or '.join(named)}?") if named else ""
