"""Options that several commands share. Each has an `ONRECORD_*` variable."""

import os
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from api.settings import check_base
from api.terminal.choices import Output
from graph.storage.remote.address import address
from ontology.days import day
from ontology.errors import BadInput
from ontology.stances import Stance


def _base(value: str) -> str:
    try:
        return check_base(value)
    except BadInput as error:
        raise typer.BadParameter(str(error)) from None


def _server(value: str | None) -> str | None:
    try:
        if value:
            address(value, os.environ)
    except BadInput as error:
        raise typer.BadParameter(str(error)) from None
    return value


def _published(value: str | None) -> str | None:
    try:
        return None if value is None else day("published", value)
    except BadInput as error:
        raise typer.BadParameter(str(error)) from None


Data: TypeAlias = Annotated[
    Path,
    typer.Option(
        "--data",
        envvar="ONRECORD_DATA",
        metavar="DIR",
        help="The data directory.",
    ),
]

Base: TypeAlias = Annotated[
    str,
    typer.Option(
        "--base",
        envvar="ONRECORD_BASE",
        metavar="IRI",
        help="The IRI under which data is minted.",
        callback=_base,
    ),
]

Scheme: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--scheme",
        envvar="ONRECORD_SCHEME",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="SKOS files (Turtle) in place of the shipped topics. Repeatable.",
    ),
]

ServerAddress: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="ONRECORD_STORE",
        metavar="URL",
        help="A SPARQL server with the graphs: sparql+https://HOST/... The data"
        " directory then has what is derived from them.",
        callback=_server,
    ),
]

Tagger: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--tagger",
        envvar="ONRECORD_TAGGER",
        metavar="NAME",
        help="An installed spaCy pipeline whose tags and entities replace ours.",
    ),
]

Published: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="The date (YYYY-MM-DD) of articles that bring none.",
        callback=_published,
    ),
]

Shown: TypeAlias = Annotated[
    Output,
    typer.Option("--format", help="For people, or as JSON for programs."),
]

Query: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="QUERY",
        help="Such as 'speaker:Russia stance:demands'; '' is every claim.",
    ),
]

Where: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="QUERY",
        help="Only claims that match, in the language of `find`.",
    ),
]

Who: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar="WHO", help="With all who speak for it; by name or id."),
]

Stances: TypeAlias = Annotated[
    list[Stance] | None, typer.Option("--stance", help="Only of this. Repeatable.")
]

Outlet: TypeAlias = Annotated[
    list[str] | None, typer.Option("--outlet", help="Who published it. Repeatable.")
]

Topic: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--topic", help="About what, narrower topics included. Repeatable."),
]

Speaker: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--speaker", help="Who said it, or for whom. Repeatable."),
]

Since: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--since", "--from", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD."
    ),
]

Until: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--until", "--to", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD."
    ),
]

Confidence: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", min=0, max=1, help="Only claims at least so sure."
    ),
]

ReadByKey: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--read-by-key",
        envvar="ONRECORD_READ_BY_KEY",
        help="Let nobody read over HTTP without a key.",
    ),
]

Rate: TypeAlias = Annotated[
    int,
    typer.Option(
        envvar="ONRECORD_RATE",
        min=0,
        help="Requests a minute of each key, or address; 0 is no limit.",
    ),
]

Limit: TypeAlias = Annotated[
    int, typer.Option("--limit", min=1, help="At most so many answers.")
]
