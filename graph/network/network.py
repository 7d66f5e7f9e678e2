"""The claims as a networkx graph, its communities and its centres."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import networkx as nx

from graph.network.links import Subgraph
from graph.network.nodes import Node, nodes_by_key
from graph.network.projection import projection
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim
from ontology.errors import BadInput

MOST_CLAIMS = 1_000_000
"""The most claims of one graph: about 3 GB of memory."""

SEED = 0
"""The same graph has the same communities, every time."""

_SAMPLED = 200
"""Nodes from which betweenness is estimated where there are more (Brandes and
Pich, 2007)."""

_TOGETHER = 500


def to_networkx(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter | None = None,
    *,
    limit: int = MOST_CLAIMS,
) -> "nx.MultiDiGraph[str]":
    """Agents and topics joined by claims: one edge for each claim and each end.

    Nodes are `agent/ID` and `topic/ID` with `kind`, `id` and `label`. Edges go from
    the speaker to a topic, an addressee or a target; their key is the claim's id and
    the role. Raises BadInput where more than `limit` claims match.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for claim in claims(source, wanted or ClaimFilter(), limit=limit):
        speaker = _add(graph, "agent", claim.speaker.id, claim.speaker.name)
        ends = [("topic", "topic", each.id, each.label) for each in claim.topics]
        for role, who in (("addressee", claim.addressee), ("target", claim.target)):
            if who:
                ends.append((role, "agent", who.id, who.name))
        for role, kind, id, label in ends:
            end = _add(graph, kind, id, label)
            graph.add_edge(speaker, end, f"{claim.id}/{role}", **_facts(claim, role))
    return graph


def claims(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    limit: int | None = MOST_CLAIMS,
    by_day: bool = False,
) -> Iterator[Claim]:
    """All claims that match, a few hundred at a time.

    They come in the order of their arrival, or of their days, undated ones first.
    Raises BadInput where there are more than `limit`.
    """
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        order = "day, claim.key" if by_day else "claim.key"
        sql = f"SELECT claim.key FROM claim WHERE {chosen.where} ORDER BY {order}"
        most = -1 if limit is None else limit + 1
        rows = db.execute(f"{sql} LIMIT ?", (*chosen.parameters, most)).fetchall()
    if limit is not None and len(rows) > limit:
        raise BadInput(f"more than {limit} claims match: narrow the filter")
    keys = [key for (key,) in rows]
    for start in range(0, len(keys), _TOGETHER):
        yield from model.claims(keys[start : start + _TOGETHER])


def _add(graph: "nx.MultiDiGraph[str]", kind: str, id: str, label: str) -> str:
    name = f"{kind}/{id}"
    if name not in graph:
        graph.add_node(name, kind=kind, id=id, label=label)
    return name


def _facts(claim: Claim, role: str) -> dict[str, Any]:
    """Plain values that every graph format can write; unknown ones are left out."""
    facts = {
        "claim": claim.id,
        "role": role,
        "stance": claim.stance.value,
        "polarity": claim.polarity.value,
        "text": claim.content.text,
        "quote": claim.quote.value,
        "confidence": claim.confidence,
        "earliest": claim.date.earliest,
        "latest": claim.date.latest,
        "article": claim.article.id,
        "source": claim.article.url or claim.article.source,
    }
    return {name: value for name, value in facts.items() if value is not None}


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


def groups(found: Subgraph) -> tuple[frozenset[Node], ...]:
    """The communities within a drawing, the largest first; lone nodes last."""
    graph: nx.Graph[Node] = nx.Graph()
    graph.add_nodes_from(found.nodes)
    for link in found.links:
        known = graph.get_edge_data(link.start, link.end, {"claims": 0})
        graph.add_edge(link.start, link.end, claims=known["claims"] + link.claims)
    several = nx.community.louvain_communities(graph, weight="claims", seed=SEED)
    ranked = sorted(several, key=lambda group: (-len(group), min(group)))
    return tuple(frozenset(group) for group in ranked)


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
