"""Evidence as RDF: where in the article a claim's source, cue and content stand."""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.iris import Iris, part, span
from graph.terms import END, EXACT, HAS_SOURCE, START, TYPE, node
from graph.triples import (
    Given,
    Resources,
    Triple,
    as_given,
    integer,
    string,
    unnatural,
)
from ontology.claim import Article, Claim, Evidence, Span
from ontology.namespace import OR

EVIDENCE = node(OR.Evidence)
SPAN = node(OR.Span)
ORDER = node(OR.order)
HAS_EVIDENCE = node(OR.evidence)
REPEAT = node(OR.repeat)

PARTS = {
    "source": node(OR.sourceSpan),
    "cue": node(OR.cueSpan),
    "content": node(OR.contentSpan),
}

_OFFSETS = re.compile(r"char=(\d+),(\d+)$")


def evidence_of(claim: Claim) -> Evidence:
    """The place that carries the claim itself."""
    return Evidence(
        source=claim.source.spans, cue=claim.cue.spans, content=claim.content.spans
    )


def spans_of(claims: Iterable[Claim]) -> Iterator[Span]:
    """All spans of some claims, those of repeats too, as often as they occur."""
    for claim in claims:
        for place in (claim.source, claim.cue, claim.content):
            yield from place.spans
        for repeat in claim.repeats:
            yield from (*repeat.source, *repeat.cue, *repeat.content)


def spans_to_rdf(
    article: Article, spans: Iterable[Span], iris: Iris
) -> Iterator[Triple]:
    """The triples of spans: their offsets and their very words."""
    source = iris.article(article.id)
    for start, end in sorted(set(spans)):
        subject = span(source, (start, end))
        yield subject, TYPE, SPAN
        yield subject, START, integer(start)
        yield subject, END, integer(end)
        yield from string(subject, EXACT, article.text[start:end])


def to_rdf(article: ox.NamedNode, claim: Claim, subject: ox.NamedNode) -> list[Triple]:
    """The triples of a claim's evidence and of its repeats."""
    main = part(subject, "evidence")
    triples: list[Triple] = [(subject, HAS_EVIDENCE, main)]
    triples += _place(article, main, evidence_of(claim))
    for number, evidence in enumerate(claim.repeats, start=1):
        repeat = part(subject, "evidence", str(number))
        triples += [(subject, REPEAT, repeat), (repeat, ORDER, integer(number))]
        triples += _place(article, repeat, evidence)
    return triples


def _place(
    article: ox.NamedNode, subject: ox.NamedNode, evidence: Evidence
) -> Iterator[Triple]:
    yield subject, TYPE, EVIDENCE
    yield subject, HAS_SOURCE, article
    given: Given = {}
    for name, predicate in PARTS.items():
        spans: tuple[Span, ...] = getattr(evidence, name)
        for place in spans:
            yield subject, predicate, span(article, place)
        given |= unnatural(name, spans, sorted(set(spans)))
    yield from as_given(subject, given)


def main_from_rdf(resources: Resources, claim: str) -> Evidence:
    """The place that carries the claim itself."""
    return _from_rdf(resources, resources.one(claim, HAS_EVIDENCE))


def repeats_from_rdf(resources: Resources, claim: str) -> tuple[Evidence, ...]:
    """The repeats of a claim, in order."""
    places = resources.all(claim, REPEAT)
    places = sorted(places, key=lambda place: int(resources.one(place, ORDER)))
    return tuple(_from_rdf(resources, place) for place in places)


def _from_rdf(resources: Resources, subject: str) -> Evidence:
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
