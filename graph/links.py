"""The links among some nodes, counted: what a drawing of them shows."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.dates import iso
from graph.filters import ClaimFilter
from graph.hops import matching
from graph.nodes import Node, nodes_by_key
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


_COUNTED = "stance, polarity, count(*), min(nullif(earliest, 0)), max(latest)"

_LINKS = f"""
WITH agent_in (key) AS (SELECT value FROM json_each(?)),
  topic_in (key) AS (SELECT value FROM json_each(?))
SELECT claim.speaker, -topic, 'topic', {_COUNTED}{{by}}
FROM claim_topic JOIN claim ON claim.key = claim_topic.claim
WHERE topic IN topic_in AND claim_topic.speaker IN agent_in AND {{where}}
GROUP BY 1, 2, 4, 5{{by}}
UNION ALL
SELECT speaker, addressee, 'addressee', {_COUNTED}{{by}} FROM claim
WHERE addressee IN agent_in AND +speaker IN agent_in AND {{where}}
GROUP BY 1, 2, 4, 5{{by}}
UNION ALL
SELECT speaker, target, 'target', {_COUNTED}{{by}} FROM claim
WHERE target IN agent_in AND +speaker IN agent_in AND {{where}}
GROUP BY 1, 2, 4, 5{{by}}
"""


def subgraph(
    db: sqlite3.Connection,
    keys: Iterable[int],
    wanted: ClaimFilter,
    *,
    truncated: bool = False,
) -> Subgraph:
    """These nodes, in this order, and every link among them that has claims."""
    distinct = list(dict.fromkeys(keys))
    nodes = nodes_by_key(db, distinct)
    rows = link_rows(db, distinct, wanted)
    order, signs = list(Stance), POLARITIES
    links = (
        Link(
            nodes[start],
            nodes[end],
            role,
            order[stance],
            signs[polarity],
            claims,
            iso(first or 0),
            iso(last),
        )
        for start, end, role, stance, polarity, claims, first, last in rows
    )
    ranked = sorted(links, key=lambda link: (-link.claims, link.start, link.end))
    return Subgraph(tuple(nodes[key] for key in distinct), tuple(ranked), truncated)


def link_rows(
    db: sqlite3.Connection, keys: Iterable[int], wanted: ClaimFilter, *, by: str = ""
) -> list[tuple[Any, ...]]:
    """The claims among these nodes, counted, as the read model has them.

    Start, end, role, stance, polarity, claims, first and last day; `by` is SQL for
    more columns to count by, each after a comma.
    """
    distinct = set(keys)
    chosen = matching(db, wanted)
    agents = json.dumps([key for key in distinct if key > 0])
    topics = json.dumps([-key for key in distinct if key < 0])
    sql = _LINKS.format(where=chosen.where, by=by)
    return db.execute(sql, (agents, topics, *chosen.parameters * 3)).fetchall()
