"""Everything stored, against the shapes of the ontology and against its own text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

import ontology
from graph.batches import batched
from graph.exports.rdf import graphs
from graph.mapping.claims_rdf import from_rdf
from graph.store import Store
from ontology.claim import Claim
from ontology.errors import OnRecordError

TOGETHER = 25
"""Articles that are checked at a time: what bounds the memory that it takes."""

SHAPES = Path(ontology.__file__).with_name("shapes.ttl")


@dataclass(frozen=True)
class Violation:
    """Something that is not as it should be: where, against which rule, and why."""

    resource: str
    shape: str
    message: str

    def __str__(self) -> str:
        return f"{self.resource}: {self.message} ({self.shape})"


@dataclass(frozen=True)
class Report:
    """What a check found."""

    articles: int
    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether all is as it should be."""
        return not self.violations

    @property
    def text(self) -> str:
        """The report in words, one violation a line."""
        head = f"articles: {self.articles}, violations: {len(self.violations)}"
        return "\n".join([head, *map(str, self.violations)])


def validate(store: Store) -> Report:
    """Check all that is stored, a few articles at a time."""
    violations = list[Violation]()
    for batch in batched(graphs(store), TOGETHER):
        quads = [quad for graph in batch for quad in store.quads(graph)]
        violations += shape_violations(quads)
    ids = store.article_ids()
    for id in ids:
        violations += text_violations(store.quads(store.iris.article(id)))
    return Report(len(ids), tuple(violations))


def shape_violations(triples: Iterable[ox.Quad | ox.Triple]) -> Iterator[Violation]:
    """What SHACL finds in these triples, whatever their graphs."""
    _, results, text = pyshacl.validate(
        _graph(triples), shacl_graph=_shapes(), inference="none", advanced=False
    )
    if not isinstance(results, Graph):
        raise OnRecordError(f"the shapes cannot be applied: {text}")
    for result in results.subjects(RDF.type, SH.ValidationResult):
        yield Violation(
            resource=str(results.value(result, SH.focusNode)),
            shape=_shape(results.value(result, SH.sourceShape)),
            message=str(results.value(result, SH.resultMessage)),
        )


def text_violations(quads: Iterable[ox.Quad]) -> Iterator[Violation]:
    """Claims of an article's graph that do not stand where they say.

    A graph that cannot be read back as claims is one violation.
    """
    kept = list(quads)
    try:
        article, claims = from_rdf(kept)
    except (LookupError, ValueError) as error:
        graph = str(kept[0].graph_name) if kept else "an empty graph"
        yield Violation(graph, "readable", f"no claims can be read: {error}")
        return
    for claim in claims:
        for shape, message in _misplaced(claim, article.text):
            yield Violation(f"claim {claim.id}", shape, message)


def _misplaced(claim: Claim, text: str) -> Iterator[tuple[str, str]]:
    """What of a claim is not in the text, by the name of the rule that it breaks."""
    for evidence in (claim.evidence(), *claim.repeats):
        for start, end in (*evidence.source, *evidence.cue, *evidence.content):
            if not start < end <= len(text):
                yield "span", f"{start} to {end} is no span of {len(text)} characters"
    if len(claim.cue.spans) == 1:
        [(start, end)] = claim.cue.spans
        if text[start:end] != claim.cue.text:
            words = f"{claim.cue.text!r} is written, {text[start:end]!r} stands"
            yield "exact", words


def _graph(triples: Iterable[ox.Quad | ox.Triple]) -> Graph:
    """The triples for rdflib, term by term: its parser takes ten times as long."""
    graph, known = Graph(), dict[object, Node]()
    for triple in triples:
        terms = (triple.subject, triple.predicate, triple.object)
        for term in terms:
            if term not in known:
                known[term] = _term(term)
        graph.add((known[terms[0]], known[terms[1]], known[terms[2]]))
    return graph


def _term(term: object) -> Node:
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        return Literal(term.value, datatype=URIRef(term.datatype.value))
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    return URIRef(str(term).strip("<>"))


@lru_cache(maxsize=1)
def _shapes() -> Graph:
    return Graph().parse(SHAPES)


def _shape(shape: object) -> str:
    """The name of a shape; of one without, the property that it is about."""
    if isinstance(shape, URIRef):
        return re.split("[/#]", shape)[-1]
    path = _shapes().value(shape, SH.path) if isinstance(shape, BNode) else shape
    return re.split("[/#]", str(path))[-1]
