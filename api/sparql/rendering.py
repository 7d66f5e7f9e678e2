"""Results of a query, written in the format that is wanted, as far as there is room."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pyoxigraph as ox

from api.sparql.cut import Bounded, Full, whole

Answer = tuple[dict[str, Any], bytes]
"""What kind of results in which form, or which error; and the results."""

_SOLUTIONS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}

SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
"""The syntaxes of triples by their short names, as `formats.GRAPHS` has them."""


def rendered(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples | list[ox.Triple],
    asked: dict[str, Any],
) -> Answer:
    """The results as the question (`Endpoint.query`) wants them."""
    if isinstance(results, ox.QueryTriples | list):
        return _triples(results, asked)
    kind = "boolean" if isinstance(results, ox.QueryBoolean) else "solutions"
    form = asked[kind]
    if form is None:
        return {"error": "unacceptable", "kind": kind}, b""
    out, head = Bounded(asked["most"]), {"form": form, "kind": kind, "truncated": False}
    try:
        results.serialize(out, _SOLUTIONS[form])
    except Full:
        cut = whole(out.getvalue()[: asked["most"]], form)
        return {**head, "truncated": True}, cut
    return head, out.getvalue()


def _triples(results: Iterable[ox.Triple], asked: dict[str, Any]) -> Answer:
    form, most = asked["graph"], asked["most_triples"]
    if form is None:
        return {"error": "unacceptable", "kind": "graph"}, b""
    triples = list(islice(results, most + 1))
    body = ox.serialize(
        triples[:most], format=SYNTAXES[form], prefixes=asked["prefixes"]
    )
    head = {"form": form, "kind": "graph", "truncated": len(triples) > most}
    return head, body or b""
