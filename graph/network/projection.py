"""Agents and topics as a graph in memory, an edge wherever a claim joins two.

A speaker is joined to its topics, and to those whom it addresses or aims at. Many
claims make one edge, which keeps only what rules it out of a search: which claims
they are is read from the read model, for the edges of an answer alone.

Articles that come later are added as they are met. What is removed is not: an edge
without claims is found out when its claims are read, and is then forgotten.
"""

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from graph.dates import NEVER
from graph.read_model.model import ReadModel


@dataclass(slots=True)
class Edge:
    """Bounds of what the claims of an edge may be: stances as bits, days, confidence.

    `claims` counts those ever seen, for ranking; `rising` if one goes from the lower
    node to the higher, `falling` the other way.
    """

    claims: int = 0
    stances: int = 0
    first: int = NEVER
    last: int = 0
    confidence: float = 0.0
    rising: bool = False
    falling: bool = False


_Row = tuple[int, int, int, int, int, float]
"""Speaker, other node, stance, earliest, latest, confidence."""

_COLUMNS = "stance, earliest, latest, confidence FROM claim"

_EDGES = (
    f"SELECT claim.speaker, -topic, {_COLUMNS} JOIN claim_topic ON claim = claim.key",
    f"SELECT speaker, addressee, {_COLUMNS} NOT INDEXED",
    f"SELECT speaker, target, {_COLUMNS} NOT INDEXED",
)

_CONDITIONS = ("1", "addressee IS NOT NULL", "target IS NOT NULL")


class Projection:
    """The graph: `adjacent[node][other]` is the edge, the same both ways.

    Agents are their keys, topics the negatives of theirs.
    """

    def __init__(self) -> None:
        self.adjacent: dict[int, dict[int, Edge]] = {}
        self.changes = -1
        self._lock = threading.Lock()

    def follow(self, model: ReadModel) -> None:
        """Add the articles that came since."""
        if model.changes == self.changes:
            return
        with self._lock, model.reading() as db:
            changes = model.changes
            for row in _rows(db, self.changes):
                self._add(row)
            self.changes = changes

    def _add(self, row: _Row) -> None:
        speaker, other, stance, earliest, latest, confidence = row
        if speaker == other:
            return
        near = self.adjacent.setdefault(speaker, {})
        edge = near.get(other)
        if edge is None:
            edge = near[other] = Edge()
            self.adjacent.setdefault(other, {})[speaker] = edge
        edge.claims += 1
        edge.stances |= 1 << stance
        edge.confidence = max(edge.confidence, confidence)
        if earliest or latest:
            edge.first = min(edge.first, earliest)
            edge.last = max(edge.last, latest or NEVER)
        if speaker < other:
            edge.rising = True
        else:
            edge.falling = True

    def forget(self, node: int, other: int) -> None:
        """Drop an edge that has no claims any more."""
        with self._lock:
            self.adjacent.get(node, {}).pop(other, None)
            self.adjacent.get(other, {}).pop(node, None)


def projection(model: ReadModel) -> Projection:
    """The graph of a read model, up to date: built once, then followed."""
    found = model.attached("projection", Projection)
    found.follow(model)
    return found


def _rows(db: sqlite3.Connection, since: int) -> Iterable[_Row]:
    for edges, condition in zip(_EDGES, _CONDITIONS, strict=True):
        if since < 0:
            yield from db.execute(f"{edges} WHERE {condition}")
        else:
            found = "article IN (SELECT key FROM article WHERE changed > ?)"
            sql = edges.replace(" NOT INDEXED", "")
            yield from db.execute(f"{sql} WHERE {condition} AND {found}", (since,))
