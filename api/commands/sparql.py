"""`onrecord sparql`: a SPARQL query over everything stored."""

from pathlib import Path
from typing import Annotated

import typer

from api.terminal.choices import Results
from api.terminal.opening import Stored
from api.terminal.spreading import spread
from ontology.errors import BadInput


@spread
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
    stored: Stored,
) -> None:
    """Put a SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE) to all that is stored.

    Each article is a named graph; a query without GRAPH sees all of them.
    """
    if (query is None) == (file is None):
        raise typer.BadParameter("give either QUERY or --file")
    asked = query if file is None else _read(file)
    from api.terminal.results import print_results

    with stored.to_read() as store:
        print_results(store.sparql(asked or ""), format)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file}: not UTF-8 at byte {error.start}") from None
