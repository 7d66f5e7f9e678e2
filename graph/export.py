"""Everything stored, or what matches a filter, in any of the formats."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import MappingProxyType
from typing import IO

from graph.exports import (
    gexf,
    graphml,
    nanopublications,
    parquet,
    plover,
    rdf,
    schema_org,
    tables,
)
from graph.exports.selection import Selection
from graph.search.filters import ClaimFilter
from graph.store import Store
from ontology.errors import NotFound, UnknownTerm

Writer = Callable[[Selection, IO[bytes]], None]


@dataclass(frozen=True)
class Format:
    """A format: what it is called, its media type, how its files end, its writer."""

    title: str
    media_type: str
    suffix: str
    write: Writer


def _rdf(title: str, media_type: str, suffix: str, syntax: str) -> Format:
    def write(selection: Selection, out: IO[bytes]) -> None:
        rdf.write(selection, syntax, out)

    return Format(title, media_type, suffix, write)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "ttl": _rdf("Turtle", "text/turtle", ".ttl", "ttl"),
        "trig": _rdf("TriG", "application/trig", ".trig", "trig"),
        "nt": _rdf("N-Triples", "application/n-triples", ".nt", "nt"),
        "nq": _rdf("N-Quads", "application/n-quads", ".nq", "nq"),
        "jsonld": _rdf("JSON-LD", "application/ld+json", ".jsonld", "jsonld"),
        "rdfxml": _rdf("RDF/XML", "application/rdf+xml", ".rdf", "rdfxml"),
        "csv": Format("CSV", "text/csv", ".csv", tables.write_csv),
        "jsonl": Format(
            "JSON Lines", "application/x-ndjson", ".jsonl", tables.write_jsonl
        ),
        "parquet": Format(
            "Parquet",
            "application/vnd.apache.parquet",
            ".parquet",
            parquet.write,
        ),
        "graphml": Format(
            "GraphML", "application/graphml+xml", ".graphml", graphml.write
        ),
        "gexf": Format("GEXF", "application/gexf+xml", ".gexf", gexf.write),
        "nanopub": Format(
            "nanopublications (TriG)",
            "application/trig",
            ".nanopub.trig",
            nanopublications.write,
        ),
        "plover": Format(
            "PLOVER events (JSON Lines)",
            "application/x-ndjson",
            ".plover.jsonl",
            plover.write,
        ),
        "schema": Format(
            "schema.org (JSON-LD)",
            "application/ld+json",
            ".schema.jsonld",
            schema_org.write,
        ),
    }
)
"""The formats by their short names, as commands and routes take them."""


def export(
    store: Store,
    format: str,
    out: IO[bytes] | Path,
    *,
    wanted: ClaimFilter | None = None,
) -> None:
    """Write everything stored, or the claims that match, to a stream or a file.

    A file takes its name when it is whole: until then, what was there stays. Raises
    UnknownTerm of a format that is not in `FORMATS`.
    """
    if format not in FORMATS:
        raise UnknownTerm("format", format, FORMATS)
    selection = Selection(store, wanted)
    if isinstance(out, Path):
        with whole_file(out) as stream:
            FORMATS[format].write(selection, stream)
    else:
        FORMATS[format].write(selection, out)


def export_by_month(
    store: Store, folder: Path, *, wanted: ClaimFilter | None = None
) -> None:
    """Write claims as Parquet into a new folder, a file for each month.

    Raises BadInput if there is something under that name.
    """
    parquet.write_by_month(Selection(store, wanted), folder)


@contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A stream to a file that replaces its target when all has been written.

    Raises NotFound where there is no folder for it.
    """
    if not target.parent.is_dir():
        raise NotFound(f"{target.parent} is no folder: make it first")
    with NamedTemporaryFile(
        dir=target.parent, prefix=f".{target.name}.", delete=False
    ) as stream:
        try:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            Path(stream.name).unlink()
            raise
    Path(stream.name).chmod(0o644)
    Path(stream.name).replace(target)
