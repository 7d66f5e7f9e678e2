"""`onrecord export`: everything stored, as a file."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.terminal.opening import Stored
from api.terminal.scope import OfQuery
from api.terminal.spreading import spread


class Format(StrEnum):
    """The names of `graph.export.FORMATS`, which is slow to import for `--help`."""

    TTL = "ttl"
    TRIG = "trig"
    NT = "nt"
    NQ = "nq"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    GRAPHML = "graphml"
    GEXF = "gexf"
    NANOPUB = "nanopub"
    PLOVER = "plover"
    SCHEMA = "schema"


@spread
def export(
    out: Annotated[
        str,
        typer.Argument(
            metavar="OUT",
            help="The file to write, - for a pipe, or of Parquet a new folder/.",
        ),
    ],
    *,
    format: Annotated[
        Format | None, typer.Option(help="By default told from the file's name.")
    ] = None,
    asked: OfQuery,
    stored: Stored,
) -> None:
    """Write everything stored, or what --where finds, as RDF, a table or a network.

    trig, nq and jsonld keep one named graph for each article; ttl, nt and rdfxml,
    which know no graphs, hold all of them together. A file is written whole or not
    at all. Parquet into a folder/, a name with a slash at its end, has a file for
    each month.
    """
    from graph.export import export as write
    from graph.export import export_by_month

    by_month = out.endswith("/") and format is Format.PARQUET
    name = format.value if format else _told(out)
    wanted = asked.wanted() if asked.where else None
    with stored.to_read() as store:
        if by_month:
            export_by_month(store, Path(out), wanted=wanted)
        else:
            target = sys.stdout.buffer if out == "-" else _file(out)
            write(store, name, target, wanted=wanted)


def _told(out: str) -> str:
    """The format that a file's name tells: that of the longest suffix it ends in."""
    from graph.export import FORMATS

    names = {each.suffix: name for name, each in FORMATS.items()}
    fitting = [suffix for suffix in names if out.lower().endswith(suffix)]
    if not fitting:
        raise typer.BadParameter(
            f"--format is needed for {out!r}; accepted: {', '.join(FORMATS)}"
        )
    return names[max(fitting, key=len)]


def _file(out: str) -> Path:
    if Path(out).is_dir():
        raise IsADirectoryError(21, "Is a folder", out)
    return Path(out)
