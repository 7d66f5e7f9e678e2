"""Writes articles into the read model's tables, inside the caller's transaction."""

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

from graph.dates import day_told
from graph.read_model.copies import ArticleRow, Copies, Copy, counted, twin
from graph.read_model.counts import Counts
from graph.read_model.file import number
from graph.read_model.keys import Keys
from graph.read_model.nesting import nested
from graph.read_model.packing import pack, unpack
from graph.read_model.rows import claim_columns
from ontology.claim import Article, Claim

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
        self._keys, self._counts = Keys(db), Counts()
        self._copies = Copies(db, self._counts.claims)
        self._loose: list[Copy] = []
        last = db.execute("SELECT ifnull(max(key), 0) FROM claim").fetchone()[0]
        self._next_claim: int = last + 1
        self._changes = number(db, "changes")

    def put(self, article: Article, claims: Sequence[Claim]) -> None:
        """Put the article's claims in place of those it had, and of those that it
        revises; then `flush`."""
        kept = self._take_out(article.id)
        if article.revision_of:
            self._take_out(article.revision_of)
        self._add(claims, self._article(article), kept)
        self._add_loose()

    def _add(
        self,
        claims: Sequence[Claim],
        article: ArticleRow,
        kept: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        """Add claims to an article, as copies of those that its cluster has already.

        `kept` are the keys that claims had before, by their ids.
        """
        known, own = counted(self._db, article.cluster, article.key), []
        for claim in claims:
            if known and (same := twin(known, claim)):
                self._copies.add(claim, same, article)
            else:
                own.append(claim)
        keys = [self._claim_key(kept.get(claim.id)) for claim in own]
        self._add_own(dict(zip(keys, own, strict=True)), article)

    def _add_own(self, claims: Mapping[int, Claim], article: ArticleRow) -> None:
        """Add claims, by their keys, that no other article of the cluster has."""
        place = {"article": article.key, "outlet": article.outlet}
        rows = [
            self._row(claim) | place | {"key": key} for key, claim in claims.items()
        ]
        for claim in claims.values():
            self._represented(claim, article.key)
        self._insert(rows, claims)
        for row in rows:
            self._counts.tally(row, 1)
        self._counts.claims.update(("agent", row["speaker"]) for row in rows)
        self._counts.claims["outlet", article.outlet] += len(claims)

    def _insert(self, rows: list[dict[str, Any]], claims: Mapping[int, Claim]) -> None:
        """Write claims by their keys; `rows` are theirs, in the same order."""
        packed = [(key, pack(claim)) for key, claim in claims.items()]
        texts = [
            (key, claim.content.text, claim.speaker.role or "")
            for key, claim in claims.items()
        ]
        topics = [
            (topic, row["speaker"], row["key"])
            for row in rows
            for topic in self._topics(claims[row["key"]])
        ]
        keys = list(claims)
        reported = [
            (keys[inner], keys[outer]) for inner, outer in nested([*claims.values()])
        ]
        self._db.executemany(_INSERT_CLAIM, rows)
        for sql, values in (
            ("INSERT INTO record VALUES (?, ?)", packed),
            ("INSERT INTO claim_text (rowid, content, role) VALUES (?, ?, ?)", texts),
            ("INSERT INTO claim_topic VALUES (?, ?, ?)", topics),
            ("INSERT INTO reported VALUES (?, ?)", reported),
        ):
            self._db.executemany(sql, values)

    def remove(self, article_id: str) -> None:
        """Remove an article; then `flush`."""
        self._take_out(article_id)
        self._add_loose()

    def _add_loose(self) -> None:
        """Add the copies anew whose claim has gone, or has come again."""
        loose, self._loose = self._loose, []
        loose.sort(key=_article_of)
        for article, copies in groupby(loose, _article_of):
            self._add([copy.claim for copy in copies], article)
            self._db.execute(
                "UPDATE article SET changed = ? WHERE key = ?",
                (self._changes, article.key),
            )

    def _take_out(self, article_id: str) -> dict[str, int]:
        """Remove an article; gives its claims' keys by their ids."""
        row = self._db.execute(
            "SELECT key, reference FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            return {}
        article, reference = row
        self._copies.forget(article)
        self._loose += self._copies.loosened(article)
        keys = self._take_out_claims(article, reference)
        for sql in (
            "DELETE FROM represents WHERE article = ?",
            "DELETE FROM article WHERE key = ?",
        ):
            self._db.execute(sql, (article,))
        self._keys.forget("article", article_id)
        return keys

    def _take_out_claims(self, article: int, reference: str) -> dict[str, int]:
        """Remove the claims that count in an article; gives their keys by their ids."""
        claims = self._db.execute(
            "SELECT claim.key, id, speaker, outlet, packed FROM claim"
            " JOIN record ON record.claim = claim.key WHERE article = ?",
            (article,),
        ).fetchall()
        for key, id, speaker, outlet, packed in claims:
            claim = unpack(id, reference, packed)
            self._forget(key, speaker, claim)
            self._counts.tally(claim_columns(claim), -1)
            self._counts.claims["outlet", outlet] -= 1
        self._db.execute("DELETE FROM claim WHERE article = ?", (article,))
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
        self._counts.claims["agent", speaker] -= 1
        for (topic,) in topics:
            self._counts.claims["topic", topic] -= 1

    def _article(self, article: Article) -> ArticleRow:
        outlet, cluster = self._keys.outlet(article), article.copy_of or article.id
        key = self._keys.of(
            "article",
            article.id,
            outlet=outlet,
            cluster=cluster,
            published=day_told(article.published),
            changed=self._changes,
            reference=article.ref().model_dump_json(exclude_defaults=True),
        )
        return ArticleRow(key, outlet, cluster)

    def _claim_key(self, kept: int | None) -> int:
        key = kept or self._next_claim
        self._next_claim = max(self._next_claim, key + 1)
        return key

    def _row(self, claim: Claim) -> dict[str, Any]:
        return claim_columns(claim) | {
            "speaker": self._keys.agent(claim.speaker),
            "addressee": claim.addressee and self._keys.agent(claim.addressee),
            "target": claim.target and self._keys.agent(claim.target),
            "extractor": self._keys.extractor(claim.extractor),
        }

    def _topics(self, claim: Claim) -> list[int]:
        """The keys of a claim's topics, each once."""
        keys = [self._keys.topic(topic) for topic in claim.topics]
        distinct = list(dict.fromkeys(keys))
        self._counts.claims.update(("topic", key) for key in distinct)
        return distinct

    def _represented(self, claim: Claim, article: int) -> None:
        """Note on whose behalf the agents of a claim speak, by this article."""
        for agent in (claim.speaker, claim.addressee, claim.target):
            if agent is None or not agent.represents:
                continue
            key = self._keys.of("agent", agent.id)
            self._db.executemany(
                "INSERT OR IGNORE INTO represents VALUES (?, ?, ?)",
                [(self._keys.principal(who), key, article) for who in agent.represents],
            )

    def flush(self) -> None:
        """Write the counts, which are gathered until now."""
        self._counts.flush(self._db)


def _article_of(copy: Copy) -> ArticleRow:
    return copy.article
