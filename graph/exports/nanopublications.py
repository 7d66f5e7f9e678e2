"""Each claim as a nanopublication: assertion, provenance and publication graphs.

As the guidelines have it (nanopub.net, Nanopublication Guidelines 1.0): a head graph
names the three others, and none of them is empty. The assertion is the claim without
the article's text, which is not ours to publish.
"""

from collections.abc import Iterator
from typing import IO

import pyoxigraph as ox
from rdflib.namespace import DCTERMS

from graph.exports.selection import Selection
from graph.mapping.article_rdf import extraction
from graph.mapping.claims_rdf import to_rdf
from graph.mapping.iris import Iris, part
from graph.mapping.terms import DERIVED, GENERATED, PREFIXES, TEXT, TYPE, node
from ontology.claim import Article, Claim

NP = "http://www.nanopub.org/nschema#"
NANOPUBLICATION = node(NP + "Nanopublication")
CREATOR = node(DCTERMS.creator)

GRAPHS = {
    "assertion": node(NP + "hasAssertion"),
    "provenance": node(NP + "hasProvenance"),
    "pubinfo": node(NP + "hasPublicationInfo"),
}


def write(selection: Selection, out: IO[bytes]) -> None:
    """Write the claims as nanopublications in TriG."""
    prefixes = PREFIXES | {"np": NP, "dcterms": str(DCTERMS)}
    ox.serialize(_all(selection), out, format=ox.RdfFormat.TRIG, prefixes=prefixes)


def _all(selection: Selection) -> Iterator[ox.Quad]:
    for article, claims in selection.records():
        for claim in claims:
            yield from quads(article, claim, selection.store.iris)


def quads(article: Article, claim: Claim, iris: Iris) -> Iterator[ox.Quad]:
    """The four graphs of one nanopublication, the head first."""
    subject, source = iris.nanopublication(claim.id), iris.article(article.id)
    run, program = extraction(source, claim.extractor), iris.extractor(claim.extractor)
    made = to_rdf(article, (claim,), iris)
    assertion = part(subject, "assertion")
    provenance, info = part(subject, "provenance"), part(subject, "pubinfo")
    yield from _head(subject)
    for quad in made:
        if quad.subject in (run, program):
            yield _in(provenance, quad)
        elif (quad.subject, quad.predicate) != (source, TEXT):
            yield _in(assertion, quad)
    yield ox.Quad(assertion, DERIVED, source, provenance)
    yield ox.Quad(assertion, GENERATED, run, provenance)
    yield ox.Quad(subject, CREATOR, program, info)


def _head(subject: ox.NamedNode) -> Iterator[ox.Quad]:
    head = part(subject, "head")
    yield ox.Quad(subject, TYPE, NANOPUBLICATION, head)
    for name, predicate in GRAPHS.items():
        yield ox.Quad(subject, predicate, part(subject, name), head)


def _in(graph: ox.NamedNode, quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)
