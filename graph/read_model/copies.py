"""Claims that a copy of an article carries again: kept with their outlet, counted once.

The first stored of them stands in the table `claim`; when it goes, the others are let
loose, so that the next takes its place.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.read_model.packing import pack, unpack
from graph.read_model.rows import wording
from ontology.claim import Claim

WORDS = 4
"""Words of a content from which it is the same statement, even where one copy names
the speaker and another has only a description."""

Counted = dict[int, dict[str, int]]
"""The claims that count in other articles of a cluster: keys by wording and speaker,
by name, as whom an article only describes has another id in each copy."""


class ArticleRow(NamedTuple):
    """An article by its key and its outlet's, and the cluster of those that print the
    same story, named by the id of the first of them."""

    key: int
    outlet: int
    cluster: str


class Copy(NamedTuple):
    """A claim that stood in `article` as a copy of another."""

    article: ArticleRow
    claim: Claim


def counted(db: sqlite3.Connection, cluster: str, article: int) -> Counted:
    """What counts already of the articles of a cluster, this one left out."""
    rows = db.execute(
        "SELECT wording, agent.name, claim.key FROM article"
        " JOIN claim ON claim.article = article.key"
        " JOIN agent ON agent.key = claim.speaker"
        " WHERE cluster = ? AND article.key <> ? ORDER BY claim.key",
        (cluster, article),
    )
    found: Counted = {}
    for words, speaker, key in rows:
        found.setdefault(words, {}).setdefault(speaker, key)
    return found


def twin(found: Counted, claim: Claim) -> int | None:
    """The key of the claim that makes the same statement."""
    speakers = found.get(wording(claim.content.text), {})
    if claim.speaker.name in speakers:
        return speakers[claim.speaker.name]
    telling = len(speakers) == 1 and len(claim.content.text.split()) >= WORDS
    return next(iter(speakers.values())) if telling else None


class Copies:
    """The table, written inside the caller's transaction.

    `counts` gathers what each outlet has: a claim once, however often it prints it.
    """

    def __init__(
        self, db: sqlite3.Connection, counts: Counter[tuple[str, int]]
    ) -> None:
        self._db, self._counts = db, counts

    def add(self, claim: Claim, of: int, article: ArticleRow) -> None:
        """Keep a claim of this article as a copy of the one with the key `of`."""
        if article.outlet not in self._carriers(of):
            self._counts["outlet", article.outlet] += 1
        self._db.execute(
            "INSERT INTO copy (claim, id, article, outlet, packed)"
            " VALUES (?, ?, ?, ?, ?)",
            (of, claim.id, article.key, article.outlet, pack(claim)),
        )

    def forget(self, article: int) -> None:
        """Take out the copies that stand in an article."""
        self._take_out("copy.article = ?", article)

    def loosened(self, article: int) -> list[Copy]:
        """Take out the copies of all claims of an article; they are given back."""
        return self._take_out(
            "copy.claim IN (SELECT key FROM claim WHERE article = ?)", article
        )

    def _take_out(self, where: str, article: int) -> list[Copy]:
        rows = self._db.execute(
            "SELECT copy.key, claim, copy.outlet, copy.article, cluster, copy.id,"
            " reference, packed FROM copy"
            f" JOIN article ON article.key = copy.article WHERE {where}",
            (article,),
        ).fetchall()
        for key, claim, outlet, *_ in rows:
            self._db.execute("DELETE FROM copy WHERE key = ?", (key,))
            if outlet not in self._carriers(claim):
                self._counts["outlet", outlet] -= 1
        return [
            Copy(ArticleRow(own, outlet, cluster), unpack(*packed))
            for _, _, outlet, own, cluster, *packed in rows
        ]

    def _carriers(self, claim: int) -> set[int]:
        """The outlets that have a claim, as its own or as a copy."""
        rows = self._db.execute(
            "SELECT outlet FROM claim WHERE key = ?"
            " UNION SELECT outlet FROM copy WHERE claim = ?",
            (claim, claim),
        )
        return {outlet for (outlet,) in rows}


def copies_of(
    db: sqlite3.Connection, keys: Sequence[int]
) -> dict[int, tuple[Claim, ...]]:
    """By the keys of claims, what carries them again, in the order of arrival."""
    found: dict[int, tuple[Claim, ...]] = {}
    for key, claim in _read(db, f"claim IN ({', '.join('?' * len(keys))})", *keys):
        found[key] = (*found.get(key, ()), claim)
    return found


def copies_in(db: sqlite3.Connection, article_id: str) -> tuple[Claim, ...]:
    """The claims of an article that another one counts."""
    return tuple(claim for _, claim in _read(db, "article.id = ?", article_id))


def copy_of_id(db: sqlite3.Connection, id: str) -> tuple[Claim, ...]:
    """The claim of this id, if another one counts for it."""
    return tuple(claim for _, claim in _read(db, "copy.id = ?", id))


def _read(
    db: sqlite3.Connection, where: str, *values: str | int
) -> Iterator[tuple[int, Claim]]:
    rows = db.execute(
        "SELECT claim, copy.id, reference, packed FROM copy"
        f" JOIN article ON article.key = copy.article WHERE {where} ORDER BY copy.key",
        values,
    ).fetchall()
    for key, id, reference, packed in rows:
        yield key, unpack(id, reference, packed)
