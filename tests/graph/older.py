"""Graphs as format 1 had them, made of today's."""

import json
from collections.abc import Iterator, Sequence, Set

import pyoxigraph as ox
from rdflib.namespace import SDO

from graph.mapping.agent_rdf import KIND
from graph.mapping.claim_rdf import CLAIM, QUOTATION
from graph.mapping.evidence_rdf import EVIDENCE, PARTS
from graph.mapping.terms import (
    AGENT,
    AS_GIVEN,
    HAS_SOURCE,
    KINDS,
    OA,
    SPECIALIZES,
    TYPE,
    node,
)
from graph.mapping.triples import integer, value
from graph.storage.graphs import Subject
from graph.storage.older_shape import HAS_PLACE
from ontology.namespace import OR


def older(quads: Sequence[ox.Quad]) -> set[ox.Quad]:
    """The quads of an article's graph in the shape of format 1."""
    claims = {quad.subject for quad in quads if quad.object == CLAIM}
    return {each for quad in quads for each in _older(quad, claims)}


def _older(quad: ox.Quad, claims: Set[Subject]) -> Iterator[ox.Quad]:
    subject, graph = quad.subject, quad.graph_name
    assert isinstance(graph, ox.NamedNode)
    place = ox.NamedNode(f"{value(subject).partition('#')[0]}#evidence")
    if quad.predicate in PARTS.values():
        at = place if subject in claims else subject
        yield ox.Quad(at, quad.predicate, quad.object, graph)
        yield from _span(ox.NamedNode(value(quad.object)), graph)
    elif quad.predicate == AS_GIVEN and subject in claims:
        yield from _orders(quad, place)
    else:
        yield quad
    if quad.object == CLAIM:
        yield ox.Quad(subject, HAS_PLACE, place, graph)
        yield ox.Quad(place, TYPE, EVIDENCE, graph)
        yield ox.Quad(place, HAS_SOURCE, graph, graph)
    if quad.predicate == QUOTATION:
        quotation = ox.NamedNode(value(quad.object))
        yield ox.Quad(quotation, TYPE, node(SDO.Quotation), graph)
    if quad.predicate in (KIND, SPECIALIZES):
        yield ox.Quad(subject, TYPE, node(OR.Profile), graph)
    if quad.predicate == TYPE and quad.object in KINDS.values():
        yield ox.Quad(subject, TYPE, AGENT, graph)


def _span(span: ox.NamedNode, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    start, end = span.value.rpartition("=")[2].split(",")
    yield ox.Quad(span, TYPE, node(OR.Span), graph)
    yield ox.Quad(span, node(OA + "start"), integer(int(start)), graph)
    yield ox.Quad(span, node(OA + "end"), integer(int(end)), graph)
    yield ox.Quad(span, node(OA + "exact"), ox.Literal("words"), graph)


def _orders(quad: ox.Quad, place: ox.NamedNode) -> Iterator[ox.Quad]:
    lists = json.loads(value(quad.object))
    spans = {name: lists.pop(name) for name in list(lists) if name in PARTS}
    for subject, own in ((quad.subject, lists), (place, spans)):
        if own:
            written = ox.Literal(json.dumps(own))
            yield ox.Quad(subject, AS_GIVEN, written, quad.graph_name)
