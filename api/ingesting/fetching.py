"""How the web is asked, as the user says it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.reading.extras import web
from ontology.errors import BadInput, UnknownTerm

if TYPE_CHECKING:
    from extract.fetching.fetcher import Fetcher


def fetcher(contact: str, *, delay: float, networks: Iterable[str]) -> "Fetcher":
    """What gets pages. Raises BadInput of a bad contact or network."""
    web("httpx", "the web")
    from extract.fetching.addresses import network
    from extract.fetching.fetcher import Fetcher
    from extract.fetching.settings import FetchSettings

    allowed = tuple(map(network, networks))
    return Fetcher(FetchSettings(contact=contact, delay=delay, networks=allowed))


def columns(given: Iterable[str]) -> dict[str, str]:
    """The mapping of `text=Body` flags. Raises BadInput."""
    from extract.reading.records import FIELDS

    found = {}
    for flag in given:
        field, equals, name = flag.partition("=")
        if not equals:
            raise BadInput(f"{flag!r}: FIELD=COLUMN is accepted, such as text=Body")
        if field not in FIELDS:
            raise UnknownTerm("column", field, FIELDS)
        found[field] = name
    return found
