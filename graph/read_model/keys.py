"""The keys that agents, topics, outlets and others have as rows, and their names."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.read_model.rows import names, outlet
from ontology.claim import Agent, AgentRef, Article, Extractor, Topic
from ontology.ids import slug


class Keys:
    """Keys by ids, made where there are none; remembered, so one serves one batch."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._keys: dict[tuple[str, str], int] = {}
        self._names: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._kinds: set[str] = set()

    def agent(self, agent: Agent) -> int:
        """The key of an agent, to be found by its names; the first kind given stays."""
        key = self.of("agent", agent.id, name=agent.name)
        if agent.id not in self._kinds:
            self._db.execute(
                "UPDATE agent SET kind = ? WHERE key = ? AND kind IS NULL",
                (agent.kind.value, key),
            )
            self._kinds.add(agent.id)
        self.name("agent", agent.id, names(agent))
        return key

    def principal(self, agent: AgentRef) -> int:
        """The key of an agent for whom another speaks."""
        key = self.of("agent", agent.id, name=agent.name)
        self.name("agent", agent.id, {agent.id, slug(agent.name)})
        return key

    def topic(self, topic: Topic) -> int:
        """The key of a topic, to be found by its label."""
        key = self.of("topic", topic.id, label=topic.label)
        self.name("topic", topic.id, {topic.id, slug(topic.label)})
        return key

    def outlet(self, article: Article) -> int:
        """The key of who published an article; 0 where nobody knows."""
        known = outlet(article)
        return self.of("outlet", known[0], name=known[1]) if known else 0

    def extractor(self, made_by: Extractor) -> int:
        """The key of a program in one version."""
        known = ("extractor", f"{made_by.name} {made_by.version}")
        if known not in self._keys:
            self._db.execute(
                "INSERT OR IGNORE INTO extractor (name, version) VALUES (?, ?)",
                (made_by.name, made_by.version),
            )
            self._keys[known] = self._db.execute(
                "SELECT key FROM extractor WHERE name = ? AND version = ?",
                (made_by.name, made_by.version),
            ).fetchone()[0]
        return self._keys[known]

    def of(self, table: str, id: str, **columns: str | int) -> int:
        """The key of the row with this id; the row is made where there is none."""
        if (table, id) not in self._keys:
            found = self._db.execute(f"SELECT key FROM {table} WHERE id = ?", (id,))
            row = found.fetchone()
            self._keys[table, id] = row[0] if row else self._made(table, id, columns)
        return self._keys[table, id]

    def forget(self, table: str, id: str) -> None:
        """Forget the key of a row that is deleted."""
        self._keys.pop((table, id), None)

    def name(self, kind: str, owner: str, slugs: Iterable[str]) -> None:
        """Let the agent or topic be found under these slugs."""
        met = self._names[kind, owner]
        new = set(slugs) - met
        if not new:
            return
        met |= new
        marks = ", ".join("?" * len(new))
        known = self._db.execute(
            f"SELECT slug FROM name WHERE kind = ? AND owner = ? AND slug IN ({marks})",
            (kind, owner, *new),
        )
        for written in sorted(new - {found for (found,) in known}):
            added = self._db.execute(
                "INSERT INTO name (slug, kind, owner) VALUES (?, ?, ?)",
                (written, kind, owner),
            )
            self._db.execute(
                "INSERT INTO name_text (rowid, name) VALUES (?, ?)",
                (added.lastrowid, written.replace("-", " ")),
            )

    def _made(self, table: str, id: str, columns: Mapping[str, str | int]) -> int:
        named = ", ".join(["id", *columns])
        marks = ", ".join("?" * (len(columns) + 1))
        sql = f"INSERT INTO {table} ({named}) VALUES ({marks})"
        key = self._db.execute(sql, (id, *columns.values())).lastrowid
        assert key is not None
        return key
