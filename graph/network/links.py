"""The links among some nodes, counted: what a drawing of them shows."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from graph.dates import iso
from graph.network.link_rows import LinkRow, link_rows
from graph.network.nodes import Node, nodes_by_key
from graph.read_model.model import ReadModel
from graph.read_model.rows import POLARITIES, STANCES
from graph.search.filters import ClaimFilter
from ontology.stances import Polarity, Stance

MOST_NODES = 150
"""Above this a drawing is a hairball."""


@dataclass(frozen=True)
class Link:
    """The claims of one stance and polarity that join two nodes.

    `role` says how: the start speaks on a `topic`, to an `addressee`, or at a
    `target`. `first` and `last` are days, None where no claim has one.
    """

    start: Node
    end: Node
    role: str
    stance: Stance
    polarity: Polarity
    claims: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Subgraph:
    """Nodes and all links among them; `truncated` where caps left some out."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    truncated: bool = False


def subgraph(
    model: ReadModel,
    db: sqlite3.Connection,
    keys: Iterable[int],
    wanted: ClaimFilter,
    *,
    truncated: bool = False,
) -> Subgraph:
    """These nodes, in this order, and every link among them that has claims."""
    distinct = list(dict.fromkeys(keys))
    nodes = nodes_by_key(db, distinct)
    places = {node: place for place, node in enumerate(sorted(nodes.values()))}
    ranks = {key: places[node] for key, node in nodes.items()}
    rows = link_rows(model, db, distinct, wanted)
    rows.sort(key=lambda row: (-row.claims, ranks[row.start], ranks[row.end]))
    links = tuple(_link(row, nodes) for row in rows)
    return Subgraph(tuple(nodes[key] for key in distinct), links, truncated)


def _link(row: LinkRow, nodes: dict[int, Node]) -> Link:
    return Link(
        nodes[row.start],
        nodes[row.end],
        row.role,
        STANCES[row.stance],
        POLARITIES[row.polarity],
        row.claims,
        iso(row.first or 0),
        iso(row.last),
    )
