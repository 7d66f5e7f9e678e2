"""What the search page shows: claims, counts to narrow them by, and who is meant."""

from dataclasses import dataclass

from api.pages.asking import Asked
from api.pages.charts import Chart, charted
from graph.search.facets import Count, Field, facets
from graph.search.query import Page, find
from graph.search.subjects import Subject, subjects
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
