"""`/sparql/graphs`: the SPARQL 1.1 Graph Store HTTP Protocol (W3C, 2013), to read.

A graph is named by `?graph=IRI`, as everywhere else by its own address; `?default`
is the union of all that is stored.
"""

from functools import partial
from typing import Annotated, Any

import pyoxigraph as ox
from fastapi import APIRouter, Query, Request, Response

from api.http.files import file_response
from api.linked_data.descriptions import in_rdf
from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from api.sparql.formats import GRAPHS, NotAcceptable, graph
from api.sparql.protocol import IRI_SCHEMA, Malformed
from graph.export import export
from ontology.errors import NotFound

router = APIRouter(tags=["sparql"])

EXPORTS = {"rdf": "rdfxml"}
"""Syntaxes that exports call by another name."""

_BODY: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The graph",
        "content": {media: {} for media in GRAPHS.values()},
    }
}


@router.get(
    "/sparql/graphs",
    operation_id="getGraph",
    response_class=Response,
    responses={**_BODY, **problem_responses(400, 404, 406, 503)},
)
def get_graph(
    request: Request,
    store: StoreNeed,
    graph_iri: Annotated[
        str | None,
        Query(
            alias="graph",
            description="The IRI of a named graph, in full.",
            examples=["https://onrecord.example/article/918977e6d8e85b79"],
            json_schema_extra=IRI_SCHEMA,
        ),
    ] = None,
    default: Annotated[
        str | None, Query(description="Given, without a value: all graphs as one.")
    ] = None,
) -> Response:
    """The triples of one graph, or of all, in the syntax that the client accepts."""
    if (graph_iri is None) == (default is None):
        raise Malformed("graph: give either graph or default")
    if graph_iri is not None:
        # no variable holds the iterator: it must not die in another thread
        triples = [quad.triple for quad in store.quads(_node(graph_iri))]
        if not triples:
            raise NotFound(f"no graph has the IRI {graph_iri!r}")
        return in_rdf(request, triples)
    syntax = graph(request.headers.get("accept"))
    if syntax is None:
        raise NotAcceptable(f"Accept: accepted: {', '.join(GRAPHS.values())}")
    everything = partial(export, store, EXPORTS.get(syntax, syntax))
    return file_response(everything, GRAPHS[syntax], {"vary": "Accept"})


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        raise Malformed(f"graph: {iri[:200]!r} is not an absolute IRI") from None
