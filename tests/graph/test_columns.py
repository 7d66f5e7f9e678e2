"""What is counted in memory is what SQLite finds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graph import plan
from graph.columns import columns
from graph.conditions import conditions, every
from graph.facets import Field, facets
from graph.filters import ClaimFilter
from graph.query import find
from graph.read_model import ReadModel
from graph.store import Store
from tests.benchmarks.generator import Generator, Sizes
from tests.graph.test_copies import three

MADE = Generator(Sizes(speakers=300, countries=5, topics=60, outlets=6, words=400))

FILTERS: list[dict[str, Any]] = [
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
    {"none_of": [{"stance": "asserts"}, {"topic": "topic-0"}], "outlet": "Outlet 0"},
    {"any_of": [{"topic": "topic-4"}, {"speaker": "land-2", "stance": "seeks"}]},
]


@pytest.fixture(scope="module")
def model() -> Iterator[ReadModel]:
    made = ReadModel.open(None, MADE.scheme)
    made.load(MADE.articles(1800), 1)
    yield made
    made.close()


def in_sql(model: ReadModel, wanted: ClaimFilter) -> list[int]:
    with model.reading() as db:
        chosen = plan.plan(db, wanted)
        sql = f"SELECT key FROM claim WHERE {chosen.where} ORDER BY key"
        return [key for (key,) in db.execute(sql, chosen.parameters)]


def in_memory(model: ReadModel, wanted: ClaimFilter) -> list[int] | None:
    with model.reading() as db:
        test = every(conditions(db, wanted))
        found = test and columns(model, db).meant(test)
    return None if found is None else np.flatnonzero(found).tolist()


@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_the_same_claims_are_meant(model: ReadModel, given: dict[str, Any]) -> None:
    wanted = ClaimFilter.of(**given)
    expected = in_sql(model, wanted)
    assert expected
    if "addressee" in given:  # a column that is not kept
        assert in_memory(model, wanted) is None
    else:
        assert in_memory(model, wanted) == expected


@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_the_same_is_counted(
    model: ReadModel, given: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ClaimFilter.of(**given)
    few = facets(model, wanted), find(model, wanted, limit=1).total
    monkeypatch.setattr(plan, "MANY", 0)
    assert (facets(model, wanted), find(model, wanted, limit=1).total) == few


def test_copies_count_for_their_outlets_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ClaimFilter.of(min_confidence=0.1)
    with Store.open(tmp_path) as store:
        three(store)
        few = facets(store, wanted)
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
