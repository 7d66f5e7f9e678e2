"""The claims as a networkx graph."""

from typing import Any

import networkx as nx

from graph.network.nodes import Node, ends
from graph.read_model.model import HasReadModel, ReadModel
from graph.search.all_claims import claims
from graph.search.filters import ClaimFilter
from ontology.claim import Claim

MOST_CLAIMS = 1_000_000
"""The most claims of one graph: about 3 GB of memory."""


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
        speaker = _add(graph, Node("agent", claim.speaker.id, claim.speaker.name))
        for role, node in ends(claim):
            end = _add(graph, node)
            graph.add_edge(speaker, end, f"{claim.id}/{role}", **_facts(claim, role))
    return graph


def _add(graph: "nx.MultiDiGraph[str]", node: Node) -> str:
    name = f"{node.kind}/{node.id}"
    if name not in graph:
        graph.add_node(name, kind=node.kind, id=node.id, label=node.label)
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
