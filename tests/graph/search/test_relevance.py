"""Scores from the postings are those of FTS5 itself, to the bit."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.read_model.column_reading import columns
from graph.read_model.model import ReadModel
from graph.search.cursor import Cursor
from graph.search.filters import ClaimFilter
from graph.search.in_memory import passing_in_memory
from graph.search.plan import Conditions
from graph.search.relevance import Scored, ScoredInSql
from graph.search.search_words import match_expression, single_words
from tests.benchmarks.generator import Generator, Sizes

MADE = Generator(Sizes(speakers=50, countries=5, topics=20, outlets=3, words=60))

WORDS = st.one_of(
    st.sampled_from([*MADE.words, "minister", "MINISTER"]),
    st.sampled_from([word[:3] + "*" for word in MADE.words]),
    st.sampled_from(["-", "*", "nobody", "b*", "9"]),
)


@pytest.fixture(scope="module")
def model() -> Iterator[ReadModel]:
    made = ReadModel.open(None, MADE.scheme)
    made.refill(MADE.articles(600), 1)
    yield made
    made.close()


@given(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_scores(model: ReadModel, typed: str, narrowed: bool) -> None:
    if not match_expression("content", typed):
        return
    rest = ClaimFilter.of(polarity="+") if narrowed else ClaimFilter()
    words = single_words(typed)
    assert words
    with model.reading() as db:
        columns(model, db)
        others = Conditions.of(db, rest)
        matched = passing_in_memory(model, db, others.test)
        assert matched
        scored = Scored.of(db, words, matched)
        asked = rest.model_copy(update={"text": typed})
        in_sql = ScoredInSql(db, asked, others, collapse=False)
        assert scored.count() == in_sql.count()
        first = scored.first(7, None)
        assert first == in_sql.first(7, None)
        if first:
            key, score = first[-1]
            place = Cursor(score, key, None)
            assert scored.first(7, place) == in_sql.first(7, place)


@pytest.mark.parametrize("typed", ['"of two"', "anti-war", "trêve", "a_b"])
def test_what_only_the_index_can_tell(typed: str) -> None:
    assert single_words(typed) is None
