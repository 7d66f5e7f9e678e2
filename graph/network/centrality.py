"""The whole graph at a glance: its most central nodes, and its communities."""

from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from graph.network.nodes import Node, nodes_by_key
from graph.network.projection import projection
from graph.read_model.model import HasReadModel, ReadModel, read_model_of

SEED = 0
"""The same graph has the same communities, every time."""

_SAMPLED = 200
"""Nodes from which betweenness is estimated where there are more (Brandes and
Pich, 2007)."""


class Measure(StrEnum):
    """What makes a node central."""

    DEGREE = "degree"
    """How many others it is joined to, as a share of all."""
    BETWEENNESS = "betweenness"
    """On how many shortest paths between others it lies."""


@dataclass(frozen=True)
class Central:
    """A node with its measure."""

    node: Node
    value: float


def centrality(
    source: ReadModel | HasReadModel, measure: Measure, *, top: int = 50
) -> tuple[Central, ...]:
    """The most central nodes of the whole graph, the most central first."""
    model = read_model_of(source)

    def found() -> tuple[Central, ...]:
        with model.reading() as db:
            values = _measured(_graph(model), measure)
            best = sorted(values, key=lambda key: (-values[key], key))[:top]
            nodes = nodes_by_key(db, best)
        return tuple(Central(nodes[key], round(values[key], 6)) for key in best)

    return model.remembered(("centrality", measure, top), found)


def communities(
    source: ReadModel | HasReadModel, *, top: int = 50
) -> tuple[tuple[Node, ...], ...]:
    """Groups that are joined more among themselves than to others (Louvain, 2008).

    Weighted by claims; the largest first, and of each at most the `top` nodes with
    most neighbours.
    """
    model = read_model_of(source)

    def found() -> tuple[tuple[Node, ...], ...]:
        graph = _graph(model)
        groups = nx.community.louvain_communities(graph, weight="claims", seed=SEED)
        ranked = [
            sorted(group, key=lambda key: (-graph.degree(key), key))[:top]
            for group in sorted(groups, key=lambda group: (-len(group), min(group)))
        ]
        with model.reading() as db:
            nodes = nodes_by_key(db, (key for group in ranked for key in group))
        return tuple(tuple(nodes[key] for key in group) for group in ranked)

    return model.remembered(("communities", top), found)


def _graph(model: ReadModel) -> "nx.Graph[int]":
    adjacent = projection(model).adjacent
    graph: nx.Graph[int] = nx.Graph()
    for node, near in tuple(adjacent.items()):
        graph.add_node(node)
        for other, edge in tuple(near.items()):
            if node < other:
                graph.add_edge(node, other, claims=edge.claims)
    return graph


def _measured(graph: "nx.Graph[int]", measure: Measure) -> dict[int, float]:
    if measure is Measure.DEGREE:
        found: dict[int, float] = nx.degree_centrality(graph)
        return found
    sampled = min(len(graph), _SAMPLED)
    between: dict[int, float] = nx.betweenness_centrality(graph, k=sampled, seed=SEED)
    return between
