"""The formats of results: their media types, short names and order of preference."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from api.http.negotiation import preferred
from ontology.errors import OnRecordError


class NotAcceptable(OnRecordError):
    """None of the formats on offer is one that the client accepts."""


SOLUTIONS: Mapping[str, str] = MappingProxyType(
    {
        "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml",
        "csv": "text/csv",
        "tsv": "text/tab-separated-values",
    }
)
"""Of SELECT; of ASK the first two."""

GRAPHS: Mapping[str, str] = MappingProxyType(
    {
        "ttl": "text/turtle",
        "nt": "application/n-triples",
        "jsonld": "application/ld+json",
        "rdf": "application/rdf+xml",
    }
)
"""Of CONSTRUCT and DESCRIBE, and of data that is looked up by its IRI."""

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "application/json": "json",
        "application/xml": "xml",
        "text/xml": "xml",
        "text/plain": "nt",
    }
)
"""Media types under which clients ask for the same, after the proper ones."""


class Wanted(NamedTuple):
    """The short names of the formats for each kind of result; None: none will do."""

    solutions: str | None
    boolean: str | None
    graph: str | None


def wanted(accept: str | None) -> Wanted:
    """The formats that `Accept` asks for.

    >>> wanted("text/csv")
    Wanted(solutions='csv', boolean=None, graph=None)
    """
    booleans = {name: SOLUTIONS[name] for name in ("json", "xml")}
    return Wanted(_best(accept, SOLUTIONS), _best(accept, booleans), graph(accept))


def graph(accept: str | None) -> str | None:
    """The RDF syntax that `Accept` asks for."""
    return _best(accept, GRAPHS)


def _best(accept: str | None, offers: Mapping[str, str]) -> str | None:
    names = {media: name for name, media in offers.items()}
    names |= {media: name for media, name in ALIASES.items() if name in offers}
    found = preferred(accept, names)
    return names[found] if found else None
