"""Claims, topics and agents by their keys in the read model."""

import json
import sqlite3
from collections.abc import Iterable

from graph.read_model.model import ReadModel
from ontology.claim import AgentRef, Claim, Topic


def claims_by_key(model: ReadModel, keys: Iterable[int]) -> dict[int, Claim]:
    """Claims by their keys, which must all be there."""
    distinct = list(dict.fromkeys(keys))
    return dict(zip(distinct, model.claims(distinct), strict=True))


def topics_by_key(db: sqlite3.Connection, keys: Iterable[int]) -> dict[int, Topic]:
    """Topics by their keys."""
    rows = _rows(db, "SELECT key, id, label FROM topic", keys)
    return {key: Topic(id=id, label=label) for key, id, label in rows}


def agents_by_key(db: sqlite3.Connection, keys: Iterable[int]) -> dict[int, AgentRef]:
    """Agents by their keys."""
    rows = _rows(db, "SELECT key, id, name FROM agent", keys)
    return {key: AgentRef(id=id, name=name) for key, id, name in rows}


def _rows(
    db: sqlite3.Connection, select: str, keys: Iterable[int]
) -> list[tuple[int, str, str]]:
    listed = json.dumps(sorted(set(keys)))
    where = "WHERE key IN (SELECT value FROM json_each(?))"
    return db.execute(f"{select} {where}", (listed,)).fetchall()
