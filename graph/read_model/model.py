"""The read model: SQLite beside the store, from which questions are answered.

It is derived: every row comes from an article's claims in the store, and the
revision says how far it has followed. A file that cannot be read, or of another
format, is replaced by an empty one at revision 0, which the store then fills.
"""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from graph.curation.curation import Also
from graph.read_model.connections import Connections
from graph.read_model.copies import copies_in, copies_of, copy_of_id
from graph.read_model.file import (
    connect,
    created,
    delete,
    empty,
    number,
    opened,
    set_number,
    without_indices,
)
from graph.read_model.naming import forget_names, write_also, write_scheme
from graph.read_model.packing import unpack
from graph.read_model.remembered import Remembered
from graph.read_model.writer import Writer
from ontology.claim import Article, Claim
from ontology.errors import NotFound
from ontology.topics import TopicScheme
from ontology.topics import load as load_topics

T = TypeVar("T")


class ReadModel:
    """Claims as tables. Many threads may read; writes are one at a time."""

    def __init__(self, path: Path | None, writer: sqlite3.Connection) -> None:
        self._connections = Connections(path, writer)
        self._remembered = Remembered(lambda: self.changes)
        self._attached: dict[str, Any] = {}
        self._attaching = threading.Lock()

    @classmethod
    def open(
        cls,
        path: Path | None,
        scheme: TopicScheme | None = None,
        also: Sequence[Also] = (),
    ) -> "ReadModel":
        """The read model in this file, made if need be; in memory for None.

        `scheme` says which topics are narrower than others; None: the one that ships.
        `also` are names that find what has another id now.
        """
        topics = load_topics() if scheme is None else scheme
        if path is None:
            return cls(None, created(connect(":memory:")))._described_as(topics, also)
        try:
            return cls(path, opened(path))._described_as(topics, also)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "lock" in str(error):
                raise
            delete(path)
            return cls(path, created(connect(path)))._described_as(topics, also)

    @classmethod
    def beside_writer(cls, path: Path) -> "ReadModel":
        """The read model in a file that another process writes to; to be read."""
        return cls(path, connect(path))

    def _described_as(self, scheme: TopicScheme, also: Sequence[Also]) -> "ReadModel":
        self.describe(scheme, also)
        return self

    def close(self) -> None:
        """Close every connection; the read model is of no use afterwards."""
        self._connections.close()

    def interrupt(self) -> None:
        """Let all that is being read end with an sqlite3.OperationalError."""
        self._connections.interrupt()

    @property
    def revision(self) -> int:
        """The store's revision that this follows; 0 when new."""
        return self._number("revision")

    @property
    def changes(self) -> int:
        """How often it was written, rising by one each time."""
        return self._number("changes")

    @property
    def state(self) -> str:
        """Names all that is written: another state has another name."""
        with self._connections.connected() as db:
            numbers = "SELECT group_concat(value, '-') FROM meta WHERE name IN"
            row = db.execute(f"{numbers} ('revision', 'changes')").fetchone()
        return str(row[0])

    def counts(self) -> tuple[int, int]:
        """How many articles and claims there are."""
        both = "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim)"
        with self.reading() as db:
            articles, claims = db.execute(both).fetchone()
        return articles, claims

    def written_since(self, changes: int) -> list[str]:
        """Ids of the articles that came, or came again, after so many changes."""
        later = "SELECT id FROM article WHERE changed > ? ORDER BY key"
        with self.reading() as db:
            return [id for (id,) in db.execute(later, (changes,))]

    def _number(self, name: str) -> int:
        with self.reading() as db:
            return number(db, name)

    def put(self, article: Article, claims: Sequence[Claim], revision: int) -> None:
        """Put an article's claims in place of those it had."""
        with self._writing(revision) as db:
            writer = Writer(db)
            writer.put(article, claims)
            writer.flush()

    def remove(self, article_id: str, revision: int) -> None:
        """Remove an article and its claims; nothing happens if it is not there."""
        with self._writing(revision) as db:
            writer = Writer(db)
            writer.remove(article_id)
            writer.flush()

    @contextmanager
    def loading(
        self, revision: int
    ) -> Iterator[Callable[[Article, Sequence[Claim]], None]]:
        """Puts many articles: all of them, or none where an error ends it."""
        with self._writing(revision) as db, _many(db) as put:
            yield put
        self._connections.shorten_log()

    def refill(
        self, articles: Iterable[tuple[Article, Sequence[Claim]]], revision: int
    ) -> None:
        """Put these articles in place of all; who reads meanwhile sees the old ones."""
        with self._writing(revision) as db:
            changes = number(db, "changes")
            empty(db)
            set_number(db, "changes", changes)
            self._write_names(db)
            with _many(db) as put:
                for article, claims in articles:
                    put(article, claims)
        self._connections.shorten_log()

    def describe(self, scheme: TopicScheme, also: Sequence[Also] = ()) -> None:
        """Take the topic scheme and further names, unless it has them already."""
        self._described = scheme, also
        with self.reading() as db:
            row = db.execute("SELECT value FROM meta WHERE name = 'scheme'").fetchone()
        if row is None or row[0] != self._mark():
            with self._writing(None) as db:
                self._write_names(db)

    def _write_names(self, db: sqlite3.Connection) -> None:
        scheme, also = self._described
        write_scheme(db, scheme)
        write_also(db, also)
        db.execute("REPLACE INTO meta VALUES ('scheme', ?)", (self._mark(),))

    def _mark(self) -> str:
        """What tells whether the names that are written are those of `describe`."""
        scheme, also = self._described
        written = scheme.model_dump_json() + json.dumps(list(also))
        return hashlib.sha256(written.encode()).hexdigest()

    def forget_names(self, kind: str, owners: Iterable[str]) -> None:
        """Take out the names of agents or topics, before their articles are put anew
        and the topics described again."""
        with self._writing(None) as db:
            forget_names(db, kind, owners)

    def reach(self, revision: int) -> None:
        """Note that all up to this revision has been followed."""
        with self._writing(revision):
            pass

    def claim(self, id: str) -> Claim:
        """The claim with this id. Raises NotFound."""
        with self.reading() as db:
            row = db.execute("SELECT key FROM claim WHERE id = ?", (id,)).fetchone()
            found = self.claims([row[0]]) if row else copy_of_id(db, id)
        if not found:
            raise NotFound(f"no claim has the id {id!r}")
        return found[0]

    def copies(self, keys: Sequence[int]) -> dict[int, tuple[Claim, ...]]:
        """What copies of the articles carry again of the claims with these keys."""
        with self.reading() as db:
            return copies_of(db, keys)

    def claims_in(self, article_id: str) -> tuple[Claim, ...]:
        """The claims that stand in an article, also those that another one counts."""
        with self.reading() as db:
            rows = db.execute(
                "SELECT claim.key FROM claim"
                " JOIN article ON article.key = claim.article WHERE article.id = ?",
                (article_id,),
            ).fetchall()
            return self.claims([key for (key,) in rows]) + copies_in(db, article_id)

    def claims(self, keys: Sequence[int]) -> tuple[Claim, ...]:
        """The claims with these keys, in this order; keys not there are left out."""
        marks = ", ".join("?" * len(keys))
        with self.reading() as db:
            rows = db.execute(
                "SELECT claim.key, claim.id, packed, reference"
                " FROM claim JOIN record ON record.claim = claim.key"
                " JOIN article ON article.key = claim.article"
                f" WHERE claim.key IN ({marks})",
                keys,
            ).fetchall()
        found = {key: unpack(id, ref, packed) for key, id, packed, ref in rows}
        return tuple(found[key] for key in keys if key in found)

    def remembered(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer, kept for as long as no article comes or goes.

        For questions about the whole corpus, which are few and asked again.
        """
        return self._remembered.get(question, answer)

    def forget(self) -> None:
        """Let go of what is remembered."""
        self._remembered.forget()

    def attached(self, name: str, make: Callable[[], T]) -> T:
        """Something that goes with the read model for as long as it is open."""
        with self._attaching:
            if name not in self._attached:
                self._attached[name] = make()
            kept: T = self._attached[name]
        return kept

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection to read from, one for each thread.

        All that is read within sees the same articles, whatever is written
        meanwhile; readings may be nested.
        """
        return self._connections.reading()

    @contextmanager
    def _writing(self, revision: int | None) -> Iterator[sqlite3.Connection]:
        """One transaction, with the revision set at its end; None leaves it."""
        with self._connections.writing() as db:
            set_number(db, "changes", number(db, "changes") + 1)
            yield db
            if revision is not None:
                set_number(db, "revision", revision)


@contextmanager
def _many(
    db: sqlite3.Connection,
) -> Iterator[Callable[[Article, Sequence[Claim]], None]]:
    """Puts many articles within a transaction."""
    with without_indices(db):
        writer = Writer(db)
        yield writer.put
        writer.flush()


class HasReadModel(Protocol):
    """A store, as far as questions are concerned."""

    @property
    def read_model(self) -> ReadModel:
        """The read model that follows the store."""


def read_model_of(source: ReadModel | HasReadModel) -> ReadModel:
    """The read model itself, or a store's: every question takes either."""
    return source if isinstance(source, ReadModel) else source.read_model
