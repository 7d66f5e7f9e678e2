"""Agents and topics joined by claims, as `graphml` and `gexf` write them.

Nodes are `agent/ID` and `topic/ID`; each claim is an edge from its speaker to each
topic, to its addressee and to its target. Both formats go through the claims twice, so
that only the nodes are held in memory.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.network.nodes import ends
from ontology.claim import Claim

NODE_FIELDS = ("label", "kind")
EDGE_FIELDS = (
    "role",
    "stance",
    "polarity",
    "content",
    "quote",
    "earliest",
    "latest",
    "confidence",
    "claim",
    "article",
)


def data_type(field: str) -> str:
    """The type of a field's values, as both formats call it."""
    return "double" if field == "confidence" else "string"


class Edge(NamedTuple):
    """One end of a claim: who says it, and to what or whom it leads."""

    id: str
    start: str
    end: str
    fields: dict[str, str]


def nodes(claims: Iterable[Claim]) -> dict[str, dict[str, str]]:
    """The nodes of claims by their names, with their fields."""
    found: dict[str, dict[str, str]] = {}
    for claim in claims:
        for agent in (claim.speaker, claim.addressee, claim.target):
            if agent:
                fields = {"label": agent.name, "kind": agent.kind.value}
                found.setdefault(f"agent/{agent.id}", fields)
        for topic in claim.topics:
            fields = {"label": topic.label, "kind": "topic"}
            found.setdefault(f"topic/{topic.id}", fields)
    return found


def edges(claims: Iterable[Claim]) -> Iterator[Edge]:
    """The edges of claims, those of one claim together."""
    for claim in claims:
        start = f"agent/{claim.speaker.id}"
        for number, (role, end) in enumerate(ends(claim)):
            id, fields = f"{claim.id}/{number}", _fields(claim, role)
            yield Edge(id, start, f"{end.kind}/{end.id}", fields)


def _fields(claim: Claim, role: str) -> dict[str, str]:
    given = {
        "role": role,
        "stance": claim.stance.value,
        "polarity": claim.polarity.value,
        "content": claim.content.text,
        "quote": claim.quote.value,
        "earliest": claim.date.earliest,
        "latest": claim.date.latest,
        "confidence": str(claim.confidence),
        "claim": claim.id,
        "article": claim.article.id,
    }
    return {name: value for name, value in given.items() if value is not None}
