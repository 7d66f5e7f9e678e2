"""Settings, made once from flags and `ONRECORD_*` variables, and passed in."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ontology.errors import BadInput

DEFAULT_DATA = Path("onrecord-data")
"""The data directory, under the directory the command runs in."""

DEFAULT_BASE = "https://onrecord.example/"
"""The IRI under which data is minted, until a project has one of its own."""

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8000
"""Where `serve` listens: reachable from this machine alone."""

DEFAULT_RATE = 6000
"""Requests a minute that `serve` lets each caller make."""

GRACE = 15
"""Seconds for which requests may go on after a stop: longer than any query may."""


@dataclass(frozen=True)
class Settings:
    """What a server needs to know beside its store.

    Raises BadInput for a base that is no absolute IRI ending in `/` or `#`.
    """

    data: Path = DEFAULT_DATA
    base: str = DEFAULT_BASE
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    read_by_key: bool = False
    """Whether reading needs a key too."""
    hosts: tuple[str, ...] = ("*",)
    """The names under which the server may be asked; `*` is any."""
    rate: int = 0
    """Requests a minute of each key, or without one of each address; 0: no limit."""

    contact: str = ""
    """Whom sites may write to that jobs fetch from; without it, nothing is fetched."""
    delay: float = 1.0
    """Seconds between two requests of a job to one host."""
    networks: tuple[str, ...] = ()
    """Networks that jobs may ask though they are not public."""
    topics: tuple[Path, ...] = ()
    """SKOS files in place of the shipped topics."""

    def __post_init__(self) -> None:
        check_base(self.base)


def check_base(base: str) -> str:
    """`base` as given. Raises BadInput naming what is accepted.

    >>> check_base("https://news.example/data/")
    'https://news.example/data/'
    """
    parts = urlsplit(base)
    absolute = parts.scheme in ("http", "https") and parts.netloc
    if not absolute or not base.endswith(("/", "#")) or set(base) & set(' <>"{}|\\^`'):
        raise BadInput(
            f"base IRI: {base!r} is not accepted; accepted: an absolute http or https"
            " IRI that ends in / or #"
        )
    return base
