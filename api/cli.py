"""The command `onrecord`. Its commands only call the library; heavy parts are
imported where they are needed, so that `--help` answers at once."""

import typer

from api.commands.claims import claims
from api.commands.export import export
from api.commands.extract import extract
from api.commands.ingest import ingest
from api.commands.serve import serve
from api.commands.sparql import sparql
from api.commands.validate import validate
from api.group import OneLineErrors

app = typer.Typer(
    name="onrecord",
    cls=OneLineErrors,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Who demanded what, and when: claims and quotes from news, with their proof.",
)

for command in (ingest, claims, serve, extract, sparql, export, validate):
    app.command()(command)


def main() -> None:
    """Run the command line."""
    app(prog_name="onrecord")
