"""`onrecord sparql`: a SPARQL query over everything stored."""

from pathlib import Path
from typing import Annotated

import typer

from api.choices import Results
from api.options import Base, Data, Scheme
from api.settings import DEFAULT_BASE, DEFAULT_DATA
from ontology.errors import BadInput


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
    from api.opening import to_read
    from api.results import print_results

    with to_read(data, base, scheme) as store:
        print_results(store.sparql(asked or ""), format)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file}: not UTF-8 at byte {error.start}") from None
