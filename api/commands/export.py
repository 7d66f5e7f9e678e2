"""`onrecord export`: everything stored, as a file of RDF."""

import os
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, TYPE_CHECKING, Annotated

import typer

from api.options import Base, Data
from api.settings import DEFAULT_BASE, DEFAULT_DATA

if TYPE_CHECKING:
    from collections.abc import Iterator


class Syntax(StrEnum):
    """The RDF formats that can be written."""

    TTL = "ttl"
    TRIG = "trig"
    NQ = "nq"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


def export(
    out: Annotated[
        str, typer.Argument(metavar="OUT", help="The file to write, or - for a pipe.")
    ],
    *,
    format: Annotated[
        Syntax | None,
        typer.Option(help="The RDF format; by default told from the file's name."),
    ] = None,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
) -> None:
    """Write everything stored as RDF.

    trig, nq and jsonld keep one named graph for each article; ttl and rdfxml, which
    know no graphs, hold all of them together. A file is written whole or not at all.
    """
    syntax = format or _told(out)
    from graph.export import export as write
    from graph.store import Store

    with Store.open(data, base=base, read_only=True) as store, _opened(out) as stream:
        write(store, syntax.value, stream)


def _told(out: str) -> Syntax:
    """The format that a file's name tells."""
    suffix = Path(out).suffix.lower().lstrip(".")
    names = {**{each.value: each for each in Syntax}, "rdf": Syntax.RDFXML}
    if suffix not in names:
        accepted = ", ".join(Syntax)
        raise typer.BadParameter(
            f"--format is needed for {out!r}; accepted: {accepted}"
        )
    return names[suffix]


@contextmanager
def _opened(out: str) -> "Iterator[IO[bytes]]":
    """The stream to write to; a file takes its name only when it is complete."""
    if out == "-":
        yield sys.stdout.buffer
        return
    target = Path(out)
    if target.is_dir():
        raise IsADirectoryError(21, "is a folder", out)
    with NamedTemporaryFile(
        dir=target.parent, prefix=".onrecord-", delete=False
    ) as new:
        try:
            yield new
        except BaseException:
            os.unlink(new.name)
            raise
    os.chmod(new.name, 0o644)
    os.replace(new.name, target)
