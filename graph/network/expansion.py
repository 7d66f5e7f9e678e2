"""What else a node is joined to, by kind of edge: counted first, then taken."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.limits import check_within
from graph.network.nodes import key_of, nodes_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import STANCES, position
from graph.search.filters import ClaimFilter
from graph.search.plan import matching
from ontology.errors import BadInput
from ontology.stances import Stance


class Way(StrEnum):
    """Whether the node speaks, or is spoken of, to or at."""

    OUT = "out"
    IN = "in"


class Role(StrEnum):
    """How a claim joins its speaker to another node."""

    TOPIC = "topic"
    ADDRESSEE = "addressee"
    TARGET = "target"


@dataclass(frozen=True)
class EdgeKind:
    """Edges of one node that are alike."""

    role: Role
    way: Way
    stance: Stance


@dataclass(frozen=True)
class EdgeCount:
    """To how many others edges of a kind lead, and with how many claims."""

    kind: EdgeKind
    nodes: int
    claims: int


MOST_ADDED = 500
"""Nodes that one expansion adds."""

_ON_TOPICS = "claim_topic JOIN claim ON claim.key = claim_topic.claim WHERE"

_OF_AGENT = (
    f"SELECT 'topic', 'out', stance, -topic FROM {_ON_TOPICS} claim_topic.speaker = :k",
    "SELECT 'addressee', 'out', stance, addressee FROM claim"
    " WHERE claim.speaker = :k AND addressee NOT NULL",
    "SELECT 'target', 'out', stance, target FROM claim"
    " WHERE claim.speaker = :k AND target NOT NULL",
    "SELECT 'addressee', 'in', stance, claim.speaker FROM claim WHERE addressee = :k",
    "SELECT 'target', 'in', stance, claim.speaker FROM claim WHERE target = :k",
)

_OF_TOPIC = (
    f"SELECT 'topic', 'in', stance, claim.speaker FROM {_ON_TOPICS} topic = :k",
)


def edge_kinds(
    source: ReadModel | HasReadModel, name: str, wanted: ClaimFilter
) -> tuple[EdgeCount, ...]:
    """The kinds of edges of a node, most claims first. Raises NotFound."""
    with read_model_of(source).reading() as db:
        key = key_of(db, name)
        edges, parameters = _edges(db, key, wanted)
        rows = db.execute(
            f"{edges} SELECT role, way, stance, count(DISTINCT other), count(*)"
            " FROM edge GROUP BY 1, 2, 3 ORDER BY 5 DESC, 1, 2, 3",
            parameters,
        )
        return tuple(
            EdgeCount(EdgeKind(Role(role), Way(way), STANCES[stance]), nodes, claims)
            for role, way, stance, nodes, claims in rows
        )


def joined(
    source: ReadModel | HasReadModel,
    name: str,
    wanted: ClaimFilter,
    *,
    kinds: Sequence[EdgeKind] = (),
    without: Sequence[str] = (),
    limit: int = 25,
) -> tuple[str, ...]:
    """The names of those that edges of these kinds, or any, join to a node.

    Most claims first. `without` are left out: those on the screen already.
    Raises NotFound.
    """
    check_within("limit", limit, 1, MOST_ADDED)
    with read_model_of(source).reading() as db:
        key = key_of(db, name)
        edges, parameters = _edges(db, key, wanted)
        known = {key, *(key_of(db, each) for each in without)}
        rows = db.execute(
            f"{edges} SELECT other FROM edge WHERE {_of(kinds)}"
            f" AND other NOT IN ({', '.join(map(str, known))})"
            " GROUP BY other ORDER BY count(*) DESC, other LIMIT ?",
            (*parameters, limit),
        )
        found = [other for (other,) in rows]
        nodes = nodes_by_key(db, found)
        return tuple(nodes[each].name for each in found)


def _edges(
    db: sqlite3.Connection, key: int, wanted: ClaimFilter
) -> tuple[str, tuple[str | int | float, ...]]:
    """SQL for the table `edge`, one row a claim and other end, and its parameters."""
    chosen = matching(db, wanted)
    branches = _OF_AGENT if key > 0 else _OF_TOPIC
    parts = [
        f"{each} AND {chosen.where}".replace(":k", str(abs(key))) for each in branches
    ]
    table = f"WITH edge (role, way, stance, other) AS ({' UNION ALL '.join(parts)})"
    return table, chosen.parameters * len(parts)


def _of(kinds: Sequence[EdgeKind]) -> str:
    """SQL for edges of these kinds; their values are of closed lists.

    >>> _of([EdgeKind(Role.TOPIC, Way.OUT, Stance.PROPOSES)])
    "(role, way, stance) IN (VALUES ('topic', 'out', 1))"
    """
    values = (
        f"('{kind.role}', '{kind.way}', {position(kind.stance)})" for kind in kinds
    )
    return f"(role, way, stance) IN (VALUES {', '.join(values)})" if kinds else "1"


def joining_claims(start: str, end: str, wanted: ClaimFilter) -> ClaimFilter:
    """The filter for claims that a speaker makes on, to or at another node.

    Both are names as `Node.name` gives them. Raises BadInput where `start` is a topic.
    """
    kind, _, speaker = start.partition(":")
    if kind != "agent":
        raise BadInput(f"start: {start!r} is not an agent; topics do not speak")
    kind, _, other = end.partition(":")
    if kind == "topic":
        ends = [ClaimFilter(topic=(other,), narrower=False)]
    else:
        ends = [ClaimFilter(addressee=(other,)), ClaimFilter(target=(other,))]
    spoken = ClaimFilter(speaker=(speaker,), delegates=False)
    return ClaimFilter(all_of=(wanted, spoken), any_of=tuple(ends))
