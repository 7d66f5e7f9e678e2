"""The vocabulary graphs of a store: the ontology, the stances, the topics."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

import ontology
from graph.mapping.iris import Iris
from graph.mapping.terms import node
from graph.mapping.triples import value
from graph.storage.graphs import Graphs
from ontology.namespace import OR
from ontology.topics import DEFAULT_TOPICS

_FOLDER = Path(ontology.__file__).parent
_BASE = "https://w3id.org/onrecord/"

CONTENT_HASH = node(OR.contentHash)


def load(graphs: Graphs, iris: Iris, topics: Sequence[Path] = ()) -> None:
    """Bring the vocabulary graphs up to date; nothing is written where they are."""
    for graph, path in _files(topics):
        mark = hashlib.sha256(path.read_bytes()).hexdigest()
        known = graphs.quads_for_pattern(graph, CONTENT_HASH, None, iris.graph("store"))
        if [value(quad.object) for quad in known] != [mark]:
            _replace(graphs, iris, graph, path, mark)


def _files(topics: Sequence[Path]) -> Iterator[tuple[ox.NamedNode, Path]]:
    yield ox.NamedNode(_BASE + "ontology"), _FOLDER / "onrecord.ttl"
    yield ox.NamedNode(_BASE + "stances"), _FOLDER / "stances.ttl"
    for number, path in enumerate(topics or (DEFAULT_TOPICS,), start=1):
        suffix = "" if number == 1 else f"/{number}"
        yield ox.NamedNode(_BASE + "topics" + suffix), path


def _replace(
    graphs: Graphs, iris: Iris, graph: ox.NamedNode, path: Path, mark: str
) -> None:
    own = iris.graph("store")
    parsed = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
    graphs.keep(graph, (_in(graph, quad) for quad in parsed))
    graphs.update(
        f"DELETE WHERE {{ GRAPH {own} {{ {graph} {CONTENT_HASH} ?old }} }} ;"
        f'INSERT DATA {{ GRAPH {own} {{ {graph} {CONTENT_HASH} "{mark}" }} }}'
    )


def _in(graph: ox.NamedNode, quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)
