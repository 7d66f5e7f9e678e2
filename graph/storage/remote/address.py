"""Where a SPARQL server is: `sparql+https://host/query?update=/update&graphs=/store`.

The address is that of queries. Updates go to `update`; without it, to the same
address, or to its neighbour where the path ends in `/query`, as Oxigraph and Fuseki
have it. `graphs` is the Graph Store endpoint, if the server has one (SPARQL 1.1 Graph
Store HTTP Protocol, W3C 2013): large graphs then go there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from ontology.errors import BadInput

SCHEMES = ("sparql+https", "sparql+http")

USER, PASSWORD = "ONRECORD_STORE_USER", "ONRECORD_STORE_PASSWORD"
"""The variables with the credentials, which an address must not have."""


@dataclass(frozen=True)
class Address:
    """The endpoints of a server; `graphs` is None where it offers none."""

    query: str
    update: str
    graphs: str | None = None
    user: str = ""
    password: str = field(default="", repr=False)


def address(given: str, environment: Mapping[str, str]) -> Address:
    """The endpoints that are meant. Raises BadInput.

    >>> address("sparql+http://localhost:7878/query", {}).update
    'http://localhost:7878/update'
    >>> address("sparql+https://news.example/sparql?graphs=/graphs", {}).graphs
    'https://news.example/graphs'
    """
    parts = urlsplit(given)
    if "@" in parts.netloc:
        raise BadInput(f"store: set {USER} and {PASSWORD} rather than write them there")
    if parts.scheme not in SCHEMES or not parts.hostname:
        schemes = " or ".join(f"{scheme}://" for scheme in SCHEMES)
        raise BadInput(f"store: {given!r} is not accepted; accepted: {schemes}host/...")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    own = {name: value for name, value in pairs if name in ("update", "graphs")}
    rest = urlencode([pair for pair in pairs if pair[0] not in own])
    scheme = parts.scheme.removeprefix("sparql+")
    query = urlunsplit((scheme, parts.netloc, parts.path or "/", rest, ""))
    neighbour = "update" if parts.path.endswith("/query") else ""
    return Address(
        query,
        urljoin(query, own.get("update", neighbour)),
        urljoin(query, own["graphs"]) if "graphs" in own else None,
        environment.get(USER, ""),
        environment.get(PASSWORD, ""),
    )
