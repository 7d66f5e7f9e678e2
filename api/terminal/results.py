"""Results of SPARQL, printed."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import typer

from api.showing.printing import one_line
from api.terminal.choices import Results


def print_results(results: Any, form: Results) -> None:  # noqa: ANN401 - one of three
    """Print solutions, an answer of yes or no, or triples."""
    import pyoxigraph

    if isinstance(results, pyoxigraph.QueryTriples):
        results.serialize(sys.stdout.buffer, pyoxigraph.RdfFormat.N_TRIPLES)
    elif form is not Results.TABLE:
        kind = getattr(pyoxigraph.QueryResultsFormat, form.upper())
        results.serialize(sys.stdout.buffer, kind)
    elif isinstance(results, pyoxigraph.QueryBoolean):
        typer.echo("yes" if results else "no")
    else:
        names = [variable.value for variable in results.variables]
        print_rows(names, ([row[name] for name in names] for row in results))


def print_rows(names: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a table, each cell on one line; a pipe cuts nothing."""
    from rich.table import Table
    from rich.text import Text

    from api.terminal.table import terminal

    table = Table(*names, box=None, header_style="dim")
    for row in rows:
        table.add_row(*(Text(_cell(term)) for term in row))
    console = terminal()
    if not console.is_terminal:
        console.width = 1000  # as wide as it comes
    console.print(table)


def _cell(term: object) -> str:
    return "" if term is None else one_line(str(getattr(term, "value", term)))
