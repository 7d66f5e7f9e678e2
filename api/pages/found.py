"""What the search page shows: claims, counts to narrow them by, and who is meant."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from api.pages.asking import Asked
from api.pages.charts import Chart, charted
from graph.facets import Count, Field, facets
from graph.filters import ClaimFilter
from graph.names import called
from graph.query import Page, find
from graph.store import Store

SHOWN = 20
"""How many claims a page of results shows."""

HEADINGS = {
    Field.SPEAKER: "Who speaks",
    Field.STANCE: "Stance",
    Field.POLARITY: "For or against",
    Field.TOPIC: "Topic",
    Field.OUTLET: "Outlet",
    Field.QUOTE: "How quoted",
    Field.YEAR: "Year",
}

MOST_VALUES = 8
"""How many values of each field are shown."""

MOST_SUBJECTS = 3
"""How many actors, and how many topics, are named above the claims."""

MOST_WORDS = 4
"""Of so many words each is looked for among the names, if all together are none."""


class Subject(NamedTuple):
    """An actor or a topic that the words may mean; `kind` is `agent` or `topic`."""

    kind: str
    id: str
    label: str
    claims: int


@dataclass(frozen=True)
class Value:
    """One value of a field: how many claims have it, and the question with it."""

    count: Count
    address: str
    chosen: bool


@dataclass(frozen=True)
class Found:
    """The answer to a question: `claims` counts those that share words each."""

    page: Page
    claims: int
    values: dict[Field, tuple[Value, ...]]
    chart: Chart
    subjects: tuple[Subject, ...]


def found(store: Store, asked: Asked, cursor: str | None) -> Found:
    """What is found. Raises BadInput for a question that cannot be understood."""
    wanted = asked.filter()
    page = find(
        store,
        wanted,
        order=asked.ordering(),
        limit=SHOWN,
        cursor=cursor,
        collapse=True,
    )
    counts = facets(store, wanted, top=MOST_VALUES)
    claims = sum(count.claims for count in counts[Field.POLARITY])
    for field in asked.chosen:  # what else could be chosen beside it
        open_ = asked.filter(leave=field)
        counts[field] = facets(store, open_, fields=[field], top=MOST_VALUES)[field]
    return Found(
        page,
        claims,
        {field: _values(asked, field, counts[field]) for field in HEADINGS},
        charted(store, wanted),
        tuple(subjects(store, wanted)),
    )


def _values(asked: Asked, field: Field, counts: tuple[Count, ...]) -> tuple[Value, ...]:
    chosen = asked.chosen.get(field, ())
    if field is Field.YEAR:
        counts = tuple(sorted(counts, key=lambda count: count.value, reverse=True))
    return tuple(
        Value(
            count,
            asked.toggled(field, count.value).address(),
            count.value in chosen or count.label in chosen,
        )
        for count in counts
    )


def subjects(store: Store, wanted: ClaimFilter) -> Iterator[Subject]:
    """Actors and topics called by the words that are sought, most claims first.

    Where all the words together are nobody's name, each of them may be.
    """
    words = (wanted.text or "").replace('"', " ").replace("*", " ").split()
    with store.read_model.reading() as db:
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
