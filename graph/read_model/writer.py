"""Writes articles into the read model's tables, inside the caller's transaction."""

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from graph.dates import published
from graph.read_model.copies import Copies, Copy, by_article, counted, twin
from graph.read_model.counts import Counts
from graph.read_model.file import number
from graph.read_model.keys import Keys
from graph.read_model.rows import claim_columns, nested, pack, unpack
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
        place = self._keys.outlet(article)
        key, cluster = self._article(article, place), article.copy_of or article.id
        self._place(claims, kept, article=key, cluster=cluster, place=place)
        self._put_back()

    def _place(
        self,
        claims: Sequence[Claim],
        kept: Mapping[str, int],
        *,
        article: int,
        cluster: str,
        place: int,
    ) -> None:
        """Add claims to an article, as copies of those that its cluster has already."""
        known, own = counted(self._db, cluster, article), []
        for claim in claims:
            if known and (same := twin(known, claim)):
                self._copies.add(claim, same, article=article, outlet=place)
            else:
                own.append(claim)
        self._add(own, kept, article, place)

    def _add(
        self, claims: Sequence[Claim], kept: Mapping[str, int], article: int, place: int
    ) -> None:
        keys = [self._claim_key(kept.get(claim.id)) for claim in claims]
        rows = [
            self._claim(claim) | {"key": number, "article": article, "outlet": place}
            for number, claim in zip(keys, claims, strict=True)
        ]
        speakers = [row["speaker"] for row in rows]
        for claim in claims:
            self._represented(claim, article)
        self._insert(rows, keys, claims)
        for row in rows:
            self._counts.tally(row, 1)
        self._counts.claims.update(("agent", speaker) for speaker in speakers)
        self._counts.claims["outlet", place] += len(claims)

    def _insert(
        self, rows: list[dict[str, Any]], keys: list[int], claims: Sequence[Claim]
    ) -> None:
        numbered = list(zip(keys, claims, strict=True))
        many = self._db.executemany
        many(_INSERT_CLAIM, rows)
        many(
            "INSERT INTO record VALUES (?, ?)",
            [(key, pack(claim)) for key, claim in numbered],
        )
        many(
            "INSERT INTO claim_text (rowid, content, role) VALUES (?, ?, ?)",
            [
                (key, each.content.text, each.speaker.role or "")
                for key, each in numbered
            ],
        )
        many(
            "INSERT INTO claim_topic VALUES (?, ?, ?)",
            [
                (topic, row["speaker"], row["key"])
                for row, claim in zip(rows, claims, strict=True)
                for topic in self._topics(claim)
            ],
        )
        many(
            "INSERT INTO reported VALUES (?, ?)",
            [(keys[inner], keys[outer]) for inner, outer in nested(claims)],
        )

    def remove(self, article_id: str) -> None:
        """Remove an article; then `flush`."""
        self._take_out(article_id)
        self._put_back()

    def _put_back(self) -> None:
        """Place the copies anew whose claim has gone, or has come again."""
        loose, self._loose = self._loose, []
        loose.sort(key=by_article)
        for (article, place, cluster), copies in groupby(loose, by_article):
            claims = [copy.claim() for copy in copies]
            self._place(claims, {}, article=article, cluster=cluster, place=place)
            self._db.execute(
                "UPDATE article SET changed = ? WHERE key = ?",
                (self._changes, article),
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
        claims = self._db.execute(
            "SELECT claim.key, id, speaker, outlet, packed FROM claim"
            " JOIN record ON record.claim = claim.key WHERE article = ?",
            (article,),
        ).fetchall()
        for key, id, speaker, place, packed in claims:
            claim = unpack(id, reference, packed)
            self._forget(key, speaker, claim)
            self._counts.tally(claim_columns(claim), -1)
            self._counts.claims["outlet", place] -= 1
        for sql in (
            "DELETE FROM claim WHERE article = ?",
            "DELETE FROM represents WHERE article = ?",
            "DELETE FROM article WHERE key = ?",
        ):
            self._db.execute(sql, (article,))
        self._keys.forget("article", article_id)
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

    def _article(self, article: Article, place: int) -> int:
        return self._keys.of(
            "article",
            article.id,
            outlet=place,
            cluster=article.copy_of or article.id,
            published=published(article.published),
            changed=self._changes,
            reference=article.ref().model_dump_json(exclude_defaults=True),
        )

    def _claim_key(self, kept: int | None) -> int:
        key = kept or self._next_claim
        self._next_claim = max(self._next_claim, key + 1)
        return key

    def _claim(self, claim: Claim) -> dict[str, Any]:
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
