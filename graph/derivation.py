"""The step that writes claims about claims into the store, and reads them back.

They stand in one graph of their own, with the program that derived them; running
the step again puts a new graph in place of the old.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain
from typing import Protocol

import pyoxigraph as ox

from graph.mapping.iris import Iris, local, part
from graph.mapping.terms import (
    ACTIVITY,
    ASSOCIATED,
    GENERATED,
    NAME,
    SOFTWARE,
    TYPE,
    VERSION,
    node,
)
from graph.mapping.triples import Triple, string, value
from graph.read_model.model import HasReadModel
from graph.relations import Kind, Relation, relations
from graph.storage.graphs import Graphs
from ontology.claim import Extractor
from ontology.namespace import OR

STEP = Extractor(name="onrecord relate", version="1")
"""The step, as its provenance names it; another version derives otherwise."""

RELATIONS = "relations"
"""The name of their graph."""

PREDICATES = {kind: node(OR[kind]) for kind in Kind}


class Related(HasReadModel, Protocol):
    """A store, as far as relations are concerned."""

    graph: Graphs
    iris: Iris

    def writing(self) -> AbstractContextManager[None]:
        """One writer at a time."""


def relate(store: Related) -> Counter[Kind]:
    """Derive all relations anew; counts them by kind."""
    counts: Counter[Kind] = Counter()
    graph = store.iris.graph(RELATIONS)
    with store.writing():
        found = _counted(relations(store), counts)
        triples = (_triple(relation, store.iris) for relation in found)
        own = chain(triples, _provenance(graph, store.iris))
        store.graph.keep(graph, (ox.Quad(*triple, graph) for triple in own))
    return counts


def related(store: Related, claim: str) -> tuple[Relation, ...]:
    """The relations of a claim, both ways, as they were last derived."""
    subject, graph = store.iris.claim(claim), store.iris.graph(RELATIONS)
    kinds = {predicate.value: kind for kind, predicate in PREDICATES.items()}
    own = store.graph.quads_for_pattern(subject, None, None, graph)
    others = store.graph.quads_for_pattern(None, None, subject, graph)
    found = {
        Relation(
            kinds[quad.predicate.value],
            local(value(quad.subject)),
            local(value(quad.object)),
        )
        for quad in (*own, *others)
        if quad.predicate.value in kinds
    }
    return tuple(sorted(found, key=lambda each: (each.kind, each.claim, each.other)))


def _counted(found: Iterable[Relation], counts: Counter[Kind]) -> Iterator[Relation]:
    for relation in found:
        counts[relation.kind] += 1
        yield relation


def _triple(relation: Relation, iris: Iris) -> Triple:
    return (
        iris.claim(relation.claim),
        PREDICATES[relation.kind],
        iris.claim(relation.other),
    )


def _provenance(graph: ox.NamedNode, iris: Iris) -> Iterator[Triple]:
    run, program = part(graph, "run"), iris.extractor(STEP)
    yield graph, GENERATED, run
    yield run, TYPE, ACTIVITY
    yield run, ASSOCIATED, program
    yield program, TYPE, SOFTWARE
    yield from string(program, NAME, STEP.name)
    yield from string(program, VERSION, STEP.version)
