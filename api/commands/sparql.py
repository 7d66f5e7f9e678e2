"""`onrecord sparql`: a SPARQL query over everything stored."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.options import Base, Data, Scheme
from api.printing import one_line
from api.settings import DEFAULT_BASE, DEFAULT_DATA
from ontology.errors import BadInput

if TYPE_CHECKING:
    import pyoxigraph


class Results(StrEnum):
    """How results are printed; of CONSTRUCT and DESCRIBE always as N-Triples."""

    TABLE = "table"
    JSON = "json"
    XML = "xml"
    CSV = "csv"
    TSV = "tsv"


def sparql(
    query: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="The query itself.")
    ] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", metavar="FILE", help="A file with the query."),
    ] = None,
    format: Annotated[
        Results,
        typer.Option(help="For SELECT and ASK; CONSTRUCT gives N-Triples."),
    ] = Results.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Put a SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE) to all that is stored.

    Each article is a named graph; a query without GRAPH sees all of them.
    """
    if (query is None) == (file is None):
        raise typer.BadParameter("give either QUERY or --file")
    asked = query if file is None else _read(file)
    from graph.store import Store

    with Store.open(data, base=base, read_only=True, topics=scheme or ()) as store:
        _print(store.sparql(asked or ""), format)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file}: not UTF-8 at byte {error.start}") from None


def _print(results: Any, form: Results) -> None:  # noqa: ANN401 - one of three
    import pyoxigraph

    if isinstance(results, pyoxigraph.QueryTriples):
        results.serialize(sys.stdout.buffer, pyoxigraph.RdfFormat.N_TRIPLES)
    elif form is not Results.TABLE:
        kind = getattr(pyoxigraph.QueryResultsFormat, form.upper())
        results.serialize(sys.stdout.buffer, kind)
    elif isinstance(results, pyoxigraph.QueryBoolean):
        typer.echo("yes" if results else "no")
    else:
        _print_table(results)


def _print_table(solutions: "pyoxigraph.QuerySolutions") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    names = [variable.value for variable in solutions.variables]
    table = Table(*names, box=None, header_style="dim")
    for solution in solutions:
        table.add_row(*(Text(_cell(solution[name])) for name in names))
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = 1000  # as wide as it comes: a pipe cuts nothing
    console.print(table)


def _cell(term: Any) -> str:  # noqa: ANN401 - any RDF term, or None
    return "" if term is None else one_line(str(getattr(term, "value", term)))
