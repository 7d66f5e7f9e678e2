"""Answers on a terminal: what was found, and under it the claims that prove it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from api.showing.printing import one_line
from api.terminal.choices import Output
from ontology.claim import Claim

if TYPE_CHECKING:
    from graph.store import Store

NOTHING = "no claim matches"


@dataclass(frozen=True)
class Section:
    """A line of the answer, and its claims."""

    heading: str
    claims: tuple[Claim, ...] = ()


def show(
    store: "Store",
    answer: object,
    sections: Iterable[Section],
    output: Output,
    *,
    nothing: str = NOTHING,
) -> None:
    """Print an answer: as JSON all of it, else its sections.

    The answer is made of records, dataclasses and plain values. Where there are no
    sections, standard error says `nothing`.
    """
    if output is Output.JSON:
        print_json(answer)
        return
    found = tuple(sections)
    if not found:
        typer.echo(nothing, err=True)
    print_sections(store, found)


def tell(answer: object, lines: Iterable[str], output: Output) -> None:
    """Print an answer: as JSON all of it, else these lines of it."""
    if output is Output.JSON:
        print_json(answer)
        return
    for line in lines:
        typer.echo(line)


def print_json(answer: object) -> None:
    """Print records, dataclasses and plain values as one JSON document."""
    from pydantic_core import to_json

    typer.echo(to_json(answer, indent=2))


def print_sections(store: "Store", sections: Iterable[Section]) -> None:
    """Print each heading with the claims below it."""
    from rich.text import Text

    from api.showing.proofs import with_text
    from api.terminal.table import print_entry, terminal

    console = terminal()
    for section in sections:
        heading = Text(one_line(section.heading), style="bold")
        console.print(heading, soft_wrap=True)
        for claim, text in with_text(store, section.claims):
            print_entry(console, claim, text)
        if not section.claims:
            console.print()
