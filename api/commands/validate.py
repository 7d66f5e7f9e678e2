"""`onrecord validate`: everything stored against the shapes of the ontology."""

import typer

from api.showing.printing import one_line
from api.terminal.opening import Stored
from api.terminal.spreading import spread


@spread
def validate(*, stored: Stored) -> None:
    """Check everything stored against the ontology's SHACL shapes.

    Exit status 1 if anything does not conform.
    """
    from graph.validate import validate as check

    with stored.to_read() as store:
        report = check(store)
    if not report.articles:
        typer.echo(f"nothing is stored in {stored.data} yet", err=True)
    for line in report.text.splitlines():
        typer.echo(one_line(line))
    raise typer.Exit(0 if report.conforms else 1)
