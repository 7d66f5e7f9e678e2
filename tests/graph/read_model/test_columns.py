"""What is told from the columns in memory is what SQLite finds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.features.comparison import compare
from graph.features.positions import positions, stands
from graph.features.shifts import shifts
from graph.network.drawing import drawing
from graph.network.neighbourhood import among
from graph.network.path_query import Mode, PathQuery
from graph.network.paths import paths
from graph.read_model.column_reading import columns, columns_if_made
from graph.read_model.columns import any_of, counted
from graph.read_model.model import ReadModel
from graph.search import plan
from graph.search.condition import every
from graph.search.conditions import conditions
from graph.search.facets import Field, facets
from graph.search.filters import ClaimFilter
from graph.search.query import Order, find
from graph.store import Store
from tests.benchmarks.generator import Generator, Sizes
from tests.graph.agency import three

MADE = Generator(Sizes(speakers=300, countries=5, topics=60, outlets=6, words=400))

FILTERS: list[dict[str, Any]] = [
    {},
    {"speaker": "land-0"},
    {"speaker": "land-1", "delegates": False, "stance": ("demands", "opposes")},
    {"topic": "topic-0"},
    {"topic": ("topic-1", "topic-3"), "narrower": False, "polarity": "-"},
    {"topic": "topic-2", "speaker": "land-0", "quote": "direct"},
    {"since": "2018", "until": "2020-06", "outlet": "Outlet 1"},
    {"since": "2019-03-11"},
    {"modality": ("negated", "conditional")},
    {"min_confidence": 0.5, "max_confidence": 0.8, "basis": "stated"},
    {"precision": ("month", "unknown")},
    {"addressee": "land-0"},
    {"agent": "land-2", "polarity": "+"},
    {"month_day": "03-11"},
    {"none_of": [{"stance": "asserts"}, {"topic": "topic-0"}], "outlet": "Outlet 0"},
    {"none_of": [{"addressee": "land-0"}], "any_of": [{"topic": "topic-4"}]},
    {"any_of": [{"topic": "topic-4"}, {"speaker": "land-2", "stance": "seeks"}]},
    {"any_of": [{"topic": "topic-4"}, {"speaker": "nobody"}]},
    {"text": MADE.words[3]},
    {"text": f"{MADE.words[1]} {MADE.words[2].upper()}"},
    {"text": "ba*", "stance": "asserts"},
    {"text": f'b* "{MADE.words[0]}"', "speaker": "land-0"},
    {"text": f'"{MADE.words[0]} {MADE.words[1]}"'},
    {"text": MADE.words[3].replace("a", "à")},
]

NODES = ["land-0", "land-1", "land-2", "person-7", "topic:topic-0", "topic:topic-5"]


def pages(order: Order) -> Callable[[ReadModel, ClaimFilter], object]:
    def asked(model: ReadModel, wanted: ClaimFilter) -> list[object]:
        """The first three pages."""
        found, cursor = [], None
        for _ in range(3):
            page = find(model, wanted, order=order, limit=20, cursor=cursor)
            found.append((page.total, [each.id for each in page.claims]))
            cursor = page.next_cursor or cursor
        return list(found)

    return asked


def way(wanted: ClaimFilter) -> PathQuery:
    return PathQuery("land-0", "person-7", mode=Mode.ALL, wanted=wanted, seconds=60)


ASKED: dict[str, Callable[[ReadModel, ClaimFilter], object]] = {
    "newest": pages(Order.NEWEST),
    "oldest": pages(Order.OLDEST),
    "confidence": pages(Order.CONFIDENCE),
    "relevance": pages(Order.RELEVANCE),
    "facets": facets,
    "positions": positions,
    "stands": stands,
    "shifts": shifts,
    "shifts of one": lambda model, wanted: shifts(model, wanted, voice="land-0"),
    "two compared": lambda model, wanted: compare(model, "land-0", "land-1", wanted),
    "links": lambda model, wanted: among(model, NODES, wanted),
    "paths": lambda model, wanted: paths(model, way(wanted)).paths,
    "drawing": lambda model, wanted: drawing(model, NODES, wanted),
}


@pytest.fixture(scope="module")
def plain() -> Iterator[ReadModel]:
    """Without columns, so that SQLite answers everything."""
    made = ReadModel.open(None, MADE.scheme)
    made.refill(MADE.articles(1800), 1)
    yield made
    made.close()


@pytest.fixture(scope="module")
def model(plain: ReadModel) -> Iterator[ReadModel]:
    """The same claims, with columns."""
    made = ReadModel.open(None, MADE.scheme)
    with plain.reading() as one, made.reading() as other:
        one.backup(other)
    with_columns(made)
    yield made
    made.close()


def with_columns(model: ReadModel) -> None:
    with model.reading() as db:
        columns(model, db)


def in_sql(model: ReadModel, wanted: ClaimFilter) -> list[int]:
    with model.reading() as db:
        chosen = plan.plan(db, wanted)
        sql = f"SELECT key FROM claim WHERE {chosen.where} ORDER BY key"
        return [key for (key,) in db.execute(sql, chosen.parameters)]


def in_memory(model: ReadModel, wanted: ClaimFilter) -> list[int] | None:
    with model.reading() as db:
        test = every(conditions(db, wanted))
        found = test and columns(model, db).passing(test)
    return None if found is None else np.flatnonzero(found).tolist()


@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_the_same_claims_are_meant(model: ReadModel, given: dict[str, Any]) -> None:
    wanted = ClaimFilter.of(**given)
    expected = in_sql(model, wanted)
    assert expected
    if "month_day" in given or "text" in given:  # columns that are not kept
        assert in_memory(model, wanted) is None
    else:
        assert in_memory(model, wanted) == expected


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_the_answers_are_the_same(
    plain: ReadModel,
    model: ReadModel,
    given: dict[str, Any],
    asked: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plan, "MANY", 0)
    wanted, ask = ClaimFilter.of(**given), ASKED[asked]
    assert ask(model, wanted) == ask(plain, wanted)


def test_copies_count_for_their_outlets_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ClaimFilter.of(min_confidence=0.1)
    with Store.open(tmp_path) as store:
        three(store)
        few = facets(store, wanted)
        with_columns(store.read_model)
        monkeypatch.setattr(plan, "MANY", 0)
        assert facets(store, wanted) == few
    assert len(few[Field.OUTLET]) > 1


def test_what_comes_and_goes_is_followed() -> None:
    made = Generator(Sizes(speakers=20, countries=2, topics=30, outlets=2, words=50))
    records = list(made.articles(120))
    model = ReadModel.open(None, made.scheme)
    wanted = ClaimFilter.of(none_of=[{"stance": "asserts"}], outlet="Outlet 0")
    for number, (article, claims) in enumerate(records, start=1):
        model.put(article, claims, number)
        assert in_memory(model, wanted) == in_sql(model, wanted)
    article, claims = records[3]
    model.put(article, claims[4:], 99)
    assert in_memory(model, wanted) == in_sql(model, wanted)
    for article, _ in records[-1], records[0]:
        model.remove(article.id, 100)
        assert in_memory(model, wanted) == in_sql(model, wanted)
    model.put(*records[0], 101)
    assert in_memory(model, wanted) == in_sql(model, wanted)


def test_a_reading_that_began_earlier_does_without(tmp_path: Path) -> None:
    [first, second] = MADE.articles(24)
    model = ReadModel.open(tmp_path / "claims.sqlite", MADE.scheme)
    model.put(*first, 1)
    with model.reading() as db:
        before = columns(model, db)
        assert columns_if_made(model, db) is before
        model.put(*second, 2)
        later = ReadModel.beside_writer(tmp_path / "claims.sqlite")
        followed = model.attached("columns", object)
        with later.reading() as ahead:
            followed.follow(later, ahead)  # type: ignore[attr-defined]
        assert columns_if_made(model, db) is None
    later.close()
    with model.reading() as db:
        assert columns_if_made(model, db) is columns(model, db)
    model.close()


def test_nobody_has_made_any() -> None:
    model = ReadModel.open(None, MADE.scheme)
    with model.reading() as db:
        assert columns_if_made(model, db) is None


@given(st.lists(st.integers(-1, 40)), st.sets(st.integers(0, 60)))
def test_values_are_counted_and_found(values: list[int], keys: set[int]) -> None:
    array = np.array(values, dtype=np.int32)
    assert counted(array) == {value: values.count(value) for value in values}
    known = np.maximum(array, 0)
    assert any_of(known, keys).tolist() == [value in keys for value in known.tolist()]
