"""`onrecord extract`: the claims in articles, with nothing stored."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from api.ingesting.tally import Tally
from api.settings import DEFAULT_BASE
from api.terminal.options import Base, Scheme, Tagger
from api.terminal.reading_options import Inputs, Reading
from api.terminal.report import tell_refused
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from ontology.claim import Article, Claim

    Extracted: TypeAlias = tuple[Article, tuple[Claim, ...]]


class Shape(StrEnum):
    """What `extract` can print."""

    TABLE = "table"
    JSONL = "jsonl"
    TTL = "ttl"


@spread
def extract(
    paths: Inputs,
    *,
    format: Annotated[
        Shape, typer.Option(help="jsonl is one claim record a line, ttl is RDF.")
    ] = Shape.TABLE,
    how: Reading,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
    tagger: Tagger = None,
) -> None:
    """Print the claims found in articles; nothing is stored.

    Exit status 1 if anything was refused; the rest is printed all the same.
    """
    from api.ingesting.extracting import extracted
    from extract import pipeline, reading

    tally, options = Tally(), how.options(paths)
    items = reading.read(paths, published=how.published, options=options)
    found = extracted(
        pipeline.load(tagger=tagger, topics=scheme or ()), tally.passing(items), tally
    )
    if format is Shape.TTL:
        _print_turtle(found, base, scheme or [])
    elif format is Shape.JSONL:
        _print_lines(found)
    else:
        _print_table(found)
    tell_refused(tally)
    raise typer.Exit(1 if tally.refused else 0)


def _print_lines(found: "Iterable[Extracted]") -> None:
    for _, claims in found:
        for claim in claims:
            typer.echo(claim.model_dump_json())


def _print_table(found: "Iterable[Extracted]") -> None:
    from api.terminal.table import print_claims

    print_claims((claim, article.text) for article, claims in found for claim in claims)


def _print_turtle(found: "Iterable[Extracted]", base: str, scheme: list[Path]) -> None:
    from graph.export import export
    from graph.store import Store

    with Store.open(None, base=base, topics=scheme) as store:
        for article, claims in found:
            store.put(article, claims)
        export(store, "ttl", sys.stdout.buffer)
