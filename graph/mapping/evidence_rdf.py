"""Evidence as RDF: where in the article a claim's source, cue and content stand.

A span has no triples of its own: its IRI tells the offsets, the text tells the words.
"""

import re
from collections.abc import Iterator

import pyoxigraph as ox

from graph.mapping.iris import part, span
from graph.mapping.terms import HAS_SOURCE, TYPE, node
from graph.mapping.triples import Given, Resources, Triple, as_given, integer, unnatural
from ontology.claim import Claim, Evidence, Span
from ontology.namespace import OR

EVIDENCE = node(OR.Evidence)
ORDER = node(OR.order)
REPEAT = node(OR.repeat)

PARTS = {
    "source": node(OR.sourceSpan),
    "cue": node(OR.cueSpan),
    "content": node(OR.contentSpan),
}

_OFFSETS = re.compile(r"char=(\d+),(\d+)$")


def to_rdf(
    article: ox.NamedNode, claim: Claim, own: Evidence, subject: ox.NamedNode
) -> Iterator[Triple]:
    """The triples of a claim's spans, which are its `own` place, and of its repeats."""
    yield from _spans(article, subject, own)
    for number, evidence in enumerate(claim.repeats, start=1):
        repeat = part(subject, "evidence", str(number))
        yield subject, REPEAT, repeat
        yield repeat, TYPE, EVIDENCE
        yield repeat, HAS_SOURCE, article
        yield repeat, ORDER, integer(number)
        yield from _spans(article, repeat, evidence)
        yield from as_given(repeat, given(evidence))


def _spans(
    article: ox.NamedNode, subject: ox.NamedNode, evidence: Evidence
) -> Iterator[Triple]:
    for name, predicate in PARTS.items():
        for place in getattr(evidence, name):
            yield subject, predicate, span(article, place)


def given(evidence: Evidence) -> Given:
    """The spans as lists, where they are not in the order of their places."""
    found: Given = {}
    for name in PARTS:
        spans: tuple[Span, ...] = getattr(evidence, name)
        found |= unnatural(name, spans, sorted(set(spans)))
    return found


def repeats_from_rdf(resources: Resources, claim: str) -> tuple[Evidence, ...]:
    """The repeats of a claim, in order."""
    places = resources.all(claim, REPEAT)
    places = sorted(places, key=lambda place: int(resources.one(place, ORDER)))
    return tuple(from_rdf(resources, place) for place in places)


def from_rdf(resources: Resources, subject: str) -> Evidence:
    """The place that a claim, or a repeat of it, has."""
    given = resources.given(subject)
    return Evidence.model_validate(
        {
            name: given.get(name) or sorted(map(_offsets, found))
            for name, predicate in PARTS.items()
            for found in [resources.all(subject, predicate)]
        }
    )


def _offsets(iri: str) -> Span:
    match = _OFFSETS.search(iri)
    if match is None:
        raise LookupError(f"<{iri}> names no span")
    return int(match[1]), int(match[2])
