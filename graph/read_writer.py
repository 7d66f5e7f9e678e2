"""Writes articles into the read model's tables, inside the caller's transaction."""

import sqlite3
from collections.abc import Iterable, Sequence

from graph.dates import published
from graph.read_rows import claim_columns, names, nested, outlet, pack, unpack
from ontology.claim import Agent, AgentRef, Article, ArticleRef, Claim, Topic
from ontology.ids import slug

_CLAIM_COLUMNS = (
    "key, id, article, outlet, speaker, addressee, target, stance, polarity, quote,"
    " modality, basis, precision, day, earliest, latest, month_day, confidence,"
    " wording, extractor"
)

_INSERT_CLAIM = (
    f"INSERT INTO claim ({_CLAIM_COLUMNS}) VALUES ("
    + ", ".join(f":{column.strip()}" for column in _CLAIM_COLUMNS.split(","))
    + ")"
)


class Writer:
    """Rows for articles; remembers the keys it has met, so one serves one batch."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._keys: dict[tuple[str, str], int] = {}
        self._names: set[tuple[str, str, str]] = set()
        self._kinds: set[str] = set()
        last = db.execute("SELECT ifnull(max(key), 0) FROM claim").fetchone()[0]
        self._next_claim: int = last + 1
        changes = db.execute("SELECT value FROM meta WHERE name = 'changes'").fetchone()
        self._changes = int(changes[0])

    def put(self, article: Article, claims: Sequence[Claim]) -> None:
        """Put the article's claims in place of those it had."""
        kept = self.remove(article.id)
        key = self._article(article)
        keys = [self._claim(key, claim, kept.get(claim.id)) for claim in claims]
        self._db.executemany(
            "INSERT INTO reported VALUES (?, ?)",
            [(keys[inner], keys[outer]) for inner, outer in nested(claims)],
        )

    def remove(self, article_id: str) -> dict[str, int]:
        """Remove an article; gives the keys its claims had, by claim id."""
        row = self._db.execute(
            "SELECT key, reference FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            return {}
        article, reference = row
        claims = self._db.execute(
            "SELECT claim.key, id, speaker, outlet, packed FROM claim"
            " JOIN record ON record.claim = claim.key WHERE article = ?",
            (article,),
        ).fetchall()
        ref = ArticleRef.model_validate_json(reference)
        for key, id, speaker, place, packed in claims:
            self._forget(key, speaker, unpack(id, ref, packed))
            self._count("outlet", place, -1)
        for sql in (
            "DELETE FROM claim WHERE article = ?",
            "DELETE FROM represents WHERE article = ?",
            "DELETE FROM article WHERE key = ?",
        ):
            self._db.execute(sql, (article,))
        self._keys.pop(("article", article_id), None)
        return {id: key for key, id, *_ in claims}

    def _forget(self, key: int, speaker: int, claim: Claim) -> None:
        topics = self._db.execute(
            "SELECT topic FROM claim_topic WHERE claim = ?", (key,)
        ).fetchall()
        # a contentless index needs the very words to take them out again
        self._db.execute(
            "INSERT INTO claim_text (claim_text, rowid, content, role)"
            " VALUES ('delete', ?, ?, ?)",
            (key, claim.content.text, claim.speaker.role or ""),
        )
        self._db.execute("DELETE FROM record WHERE claim = ?", (key,))
        self._db.execute("DELETE FROM claim_topic WHERE claim = ?", (key,))
        self._db.execute("DELETE FROM reported WHERE inner_claim = ?", (key,))
        self._count("agent", speaker, -1)
        for (topic,) in topics:
            self._count("topic", topic, -1)

    def _article(self, article: Article) -> int:
        known = outlet(article)
        place = self._key("outlet", known[0], name=known[1]) if known else 0
        return self._key(
            "article",
            article.id,
            outlet=place,
            published=published(article.published),
            changed=self._changes,
            reference=article.ref().model_dump_json(exclude_defaults=True),
        )

    def _claim(self, article: int, claim: Claim, kept: int | None) -> int:
        key = kept or self._next_claim
        self._next_claim = max(self._next_claim, key + 1)
        known = outlet(claim.article)
        row = claim_columns(claim) | {
            "key": key,
            "article": article,
            "outlet": self._keys[("outlet", known[0])] if known else 0,
            "speaker": self._agent(claim.speaker, article),
            "addressee": claim.addressee and self._agent(claim.addressee, article),
            "target": claim.target and self._agent(claim.target, article),
            "extractor": self._extractor(claim),
        }
        self._db.execute(_INSERT_CLAIM, row)
        self._db.execute("INSERT INTO record VALUES (?, ?)", (key, pack(claim)))
        self._db.execute(
            "INSERT INTO claim_text (rowid, content, role) VALUES (?, ?, ?)",
            (key, claim.content.text, claim.speaker.role or ""),
        )
        self._count("agent", row["speaker"], 1)
        self._count("outlet", row["outlet"], 1)
        for topic in {topic.id: topic for topic in claim.topics}.values():
            self._topic(key, row["speaker"], topic)
        return key

    def _topic(self, claim: int, speaker: int, topic: Topic) -> None:
        key = self._key("topic", topic.id, label=topic.label)
        self.name("topic", topic.id, {topic.id, slug(topic.label)})
        self._db.execute(
            "INSERT INTO claim_topic VALUES (?, ?, ?)", (key, speaker, claim)
        )
        self._count("topic", key, 1)

    def _agent(self, agent: Agent, article: int) -> int:
        key = self._key("agent", agent.id, name=agent.name)
        if agent.id not in self._kinds:
            self._db.execute(
                "UPDATE agent SET kind = ? WHERE key = ? AND kind IS NULL",
                (agent.kind.value, key),
            )
            self._kinds.add(agent.id)
        self.name("agent", agent.id, names(agent))
        for principal in agent.represents:
            self._db.execute(
                "INSERT OR IGNORE INTO represents VALUES (?, ?, ?)",
                (self._principal(principal), key, article),
            )
        return key

    def _principal(self, agent: AgentRef) -> int:
        key = self._key("agent", agent.id, name=agent.name)
        self.name("agent", agent.id, {agent.id, slug(agent.name)})
        return key

    def name(self, kind: str, owner: str, slugs: Iterable[str]) -> None:
        """Let the agent or topic be found under these slugs."""
        for written in slugs:
            if (kind, owner, written) in self._names:
                continue
            self._names.add((kind, owner, written))
            added = self._db.execute(
                "INSERT OR IGNORE INTO name (slug, kind, owner) VALUES (?, ?, ?)",
                (written, kind, owner),
            )
            if added.rowcount == 1:
                self._db.execute(
                    "INSERT INTO name_text (rowid, name) VALUES (?, ?)",
                    (added.lastrowid, written.replace("-", " ")),
                )

    def _extractor(self, claim: Claim) -> int:
        made_by = claim.extractor
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

    def _key(self, table: str, id: str, **columns: str | int) -> int:
        """The key of the row with this id; the row is made where there is none."""
        if (table, id) not in self._keys:
            named = ", ".join(["id", *columns])
            marks = ", ".join("?" * (len(columns) + 1))
            self._db.execute(
                f"INSERT OR IGNORE INTO {table} ({named}) VALUES ({marks})",
                (id, *columns.values()),
            )
            found = self._db.execute(f"SELECT key FROM {table} WHERE id = ?", (id,))
            self._keys[(table, id)] = found.fetchone()[0]
        return self._keys[(table, id)]

    def _count(self, table: str, key: int, change: int) -> None:
        self._db.execute(
            f"UPDATE {table} SET claims = claims + ? WHERE key = ?",
            (change, key),
        )
