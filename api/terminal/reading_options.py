"""Options of the commands that read files, pages and feeds."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from api.terminal.options import Published

if TYPE_CHECKING:
    from extract.fetching.fetcher import Fetcher
    from extract.reading import Options

READ = (
    "Texts, pages, PDFs, JSON lines, CSV, feeds, WARC, zip, lists of URLs,"
    " folders of these, or - for a pipe: told by content."
)

Inputs: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="PATH|URL...", help=READ, show_default=False)
]

MaybeInputs: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH|URL]...", help=READ, show_default=False),
]

Columns: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=COLUMN",
        help="The column of a table that holds a field: text=Body. Repeatable.",
    ),
]

Workers: TypeAlias = Annotated[
    int,
    typer.Option(
        "--workers",
        min=1,
        max=64,
        help="Pages read at the same time; with --engine dask and no --scheduler, the"
        " processes on this machine that extract.",
    ),
]


class Engine(StrEnum):
    """What extracts: this process, or a cluster."""

    HERE = "here"
    DASK = "dask"


Engines: TypeAlias = Annotated[
    Engine, typer.Option("--engine", help="Extract in this process, or on a cluster.")
]

Scheduler: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        envvar="ONRECORD_SCHEDULER",
        metavar="URL",
        help="The cluster's scheduler, for --engine dask: tcp://HOST:8786.",
    ),
]

Contact: TypeAlias = Annotated[
    str,
    typer.Option(
        "--contact",
        envvar="ONRECORD_CONTACT",
        metavar="ADDRESS",
        help="An e-mail address or URL of yours, sent to the sites that are asked.",
    ),
]

Delay: TypeAlias = Annotated[
    float,
    typer.Option(
        "--delay",
        envvar="ONRECORD_DELAY",
        min=0.0,
        metavar="SECONDS",
        help="Time between two requests to one host.",
    ),
]

AllowNetwork: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-network",
        metavar="NETWORK",
        help="A network to ask though it is not public: 10.0.0.0/8. Repeatable.",
    ),
]


@dataclass(frozen=True)
class Fetching:
    """How the web is asked."""

    contact: Contact = ""
    delay: Delay = 1.0
    allow_network: AllowNetwork = None

    def fetcher(self) -> "Fetcher":
        """What gets pages. Raises BadInput of a bad contact or network."""
        from api.ingesting.fetching import fetcher

        networks = self.allow_network or ()
        return fetcher(self.contact, delay=self.delay, networks=networks)


@dataclass(frozen=True)
class Reading(Fetching):
    """How articles are read."""

    published: Published = None
    column: Columns = None
    workers: Workers = 1

    def options(self, inputs: Iterable[str]) -> "Options":
        """How these inputs are read. Raises BadInput of a bad option.

        URLs need a contact; with one, the pages of feeds on disk are fetched too.
        """
        from api.ingesting.fetching import columns
        from extract.reading import Options, is_address

        on_the_web = self.contact or any(map(is_address, inputs))
        return Options(
            columns=columns(self.column or ()),
            fetch=self.fetcher() if on_the_web else None,
            workers=self.workers,
        )
