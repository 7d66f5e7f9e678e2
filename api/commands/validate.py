"""`onrecord validate`: everything stored against the shapes of the ontology."""

import typer

from api.options import Base, Data, Scheme
from api.printing import one_line
from api.settings import DEFAULT_BASE, DEFAULT_DATA


def validate(
    *, data: Data = DEFAULT_DATA, base: Base = DEFAULT_BASE, scheme: Scheme = None
) -> None:
    """Check everything stored against the ontology's SHACL shapes.

    Exit status 1 if anything does not conform.
    """
    from api.opening import to_read
    from graph.validate import validate as check

    with to_read(data, base, scheme) as store:
        report = check(store)
    if not report.articles:
        typer.echo(f"nothing is stored in {data} yet", err=True)
    for line in report.text.splitlines():
        typer.echo(one_line(line))
    raise typer.Exit(0 if report.conforms else 1)
