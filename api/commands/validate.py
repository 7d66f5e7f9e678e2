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
    from graph.store import Store
    from graph.validate import validate as check

    with Store.open(data, base=base, read_only=True, topics=scheme or ()) as store:
        report = check(store)
    for line in report.text.splitlines():
        typer.echo(one_line(line))
    raise typer.Exit(0 if report.conforms else 1)
