"""Actors and topics whose names are sought as if they were words of a content."""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.names import called

MOST_SUBJECTS = 3
"""How many actors, and how many topics, are named."""

MOST_WORDS = 4
"""Of so many words each is looked for among the names, if all together are none."""


class Subject(NamedTuple):
    """An actor or a topic that the words may mean; `kind` is `agent` or `topic`."""

    kind: str
    id: str
    label: str
    claims: int


def subjects(
    source: ReadModel | HasReadModel, wanted: ClaimFilter
) -> Iterator[Subject]:
    """Actors and topics called by the words that are sought, most claims first.

    Where all the words together are nobody's name, each of them may be.
    """
    words = (wanted.text or "").replace('"', " ").replace("*", " ").split()
    with read_model_of(source).reading() as db:
        together = list(_called(db, " ".join(words))) if words else []
        if together or not 1 < len(words) <= MOST_WORDS:
            yield from together
            return
        for word in words:
            yield from _called(db, word, most=1)


def _called(
    db: sqlite3.Connection, words: str, most: int = MOST_SUBJECTS
) -> Iterator[Subject]:
    for kind, name in (("topic", "label"), ("agent", "name")):
        ids = json.dumps(called(db, kind, words))
        rows = db.execute(
            f"SELECT id, {name}, claims FROM {kind} WHERE claims > 0"
            " AND id IN (SELECT value FROM json_each(?)) ORDER BY claims DESC, id"
            " LIMIT ?",
            (ids, most),
        )
        yield from (Subject(kind, *row) for row in rows)
