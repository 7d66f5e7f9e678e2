"""The links among some nodes, counted: what a drawing of them shows."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from graph.dates import iso
from graph.filters import ClaimFilter
from graph.link_rows import link_rows
from graph.nodes import Node, nodes_by_key
from graph.read_model import ReadModel
from graph.read_rows import POLARITIES
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
    rows = link_rows(model, db, distinct, wanted)
    order, signs = list(Stance), POLARITIES
    links = (
        Link(
            nodes[row.start],
            nodes[row.end],
            row.role,
            order[row.stance],
            signs[row.polarity],
            row.claims,
            iso(row.first or 0),
            iso(row.last),
        )
        for row in rows
    )
    ranked = sorted(links, key=lambda link: (-link.claims, link.start, link.end))
    return Subgraph(tuple(nodes[key] for key in distinct), tuple(ranked), truncated)
