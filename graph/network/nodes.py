"""Agents and topics as nodes: by name in, in full out."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.features.lookup import agents_by_key, topics_by_key
from graph.search.names import agent_keys, topic_keys
from ontology.claim import Claim
from ontology.errors import NotFound


@dataclass(frozen=True, order=True)
class Node:
    """An agent or a topic."""

    kind: str
    """`agent` or `topic`."""
    id: str
    label: str

    @property
    def name(self) -> str:
        """The one name that means this node and no other.

        >>> Node("topic", "ceasefire", "Ceasefire").name
        'topic:ceasefire'
        """
        return f"{self.kind}:{self.id}"


def ends(claim: Claim) -> Iterator[tuple[str, Node]]:
    """To what and whom a claim leads from its speaker, each with the role that it has:
    `topic`, `addressee` or `target`."""
    for topic in claim.topics:
        yield "topic", Node("topic", topic.id, topic.label)
    for role, agent in (("addressee", claim.addressee), ("target", claim.target)):
        if agent:
            yield role, Node("agent", agent.id, agent.name)


def key_of(db: sqlite3.Connection, name: str) -> int:
    """The node called so: an agent, else a topic; of several the one most spoken of.

    `agent:NAME` and `topic:NAME` say which. Raises NotFound.
    """
    kind, colon, rest = name.partition(":")
    if colon and kind in ("agent", "topic"):
        keys = _agents(db, rest) if kind == "agent" else _topics(db, rest)
    else:
        keys = _agents(db, name) or _topics(db, name)
    if not keys:
        raise NotFound(f"nobody and nothing is called {name!r}")
    return keys[0]


def keys_of(db: sqlite3.Connection, names: Iterable[str]) -> list[int]:
    """The nodes called so. Raises NotFound, naming the first that is not there."""
    return [key_of(db, name) for name in names]


def nodes_by_key(db: sqlite3.Connection, keys: Iterable[int]) -> dict[int, Node]:
    """Nodes by their keys: those of topics are below zero."""
    distinct = set(keys)
    agents = agents_by_key(db, (key for key in distinct if key > 0))
    topics = topics_by_key(db, (-key for key in distinct if key < 0))
    found = {key: Node("agent", who.id, who.name) for key, who in agents.items()}
    what = {-key: Node("topic", it.id, it.label) for key, it in topics.items()}
    return found | what


def _agents(db: sqlite3.Connection, name: str) -> list[int]:
    return _most_first(db, "agent", agent_keys(db, (name,)))


def _topics(db: sqlite3.Connection, name: str) -> list[int]:
    keys = _most_first(db, "topic", topic_keys(db, (name,), narrower=False))
    return [-key for key in keys]


def _most_first(db: sqlite3.Connection, table: str, keys: list[int]) -> list[int]:
    if len(keys) < 2:
        return keys
    listed = ", ".join(map(str, keys))
    sql = f"SELECT key FROM {table} WHERE key IN ({listed}) ORDER BY claims DESC, id"
    return [key for (key,) in db.execute(sql)]
