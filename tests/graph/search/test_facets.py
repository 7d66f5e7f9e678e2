import pytest

from graph.read_model.model import ReadModel
from graph.search.facets import Count, Field, facets
from graph.search.filters import ClaimFilter
from tests.graph.corpus import article, claim, filled

POST = article("One.", publisher="The Post")
BARE = article("Two.")


@pytest.fixture(scope="module")
def model() -> ReadModel:
    return filled(
        claim(POST, "Arland", "demands", "truce", "a", "2022-03-01"),
        claim(POST, "Arland", "demands", ("truce", "talks"), "b", "2023-03-01"),
        claim(POST, "Borland", "opposes", "truce", "c", "2022-05-01", quote="direct"),
        claim(BARE, "Borland", "asserts", "talks", "d"),
    )


def test_the_whole_corpus(model: ReadModel) -> None:
    assert facets(model, ClaimFilter()) == {
        Field.SPEAKER: (
            Count("arland", "Arland", 2),
            Count("borland", "Borland", 2),
        ),
        Field.STANCE: (
            Count("demands", "demands", 2),
            Count("asserts", "asserts", 1),
            Count("opposes", "opposes", 1),
        ),
        Field.POLARITY: (Count("+", "+", 2), Count("-", "-", 1), Count("0", "0", 1)),
        Field.TOPIC: (Count("truce", "truce", 3), Count("talks", "talks", 2)),
        Field.OUTLET: (Count("the-post", "The Post", 3),),
        Field.QUOTE: (Count("indirect", "indirect", 3), Count("direct", "direct", 1)),
        Field.YEAR: (Count("2022", "2022", 2), Count("2023", "2023", 1)),
    }


def test_counts_follow_the_filter(model: ReadModel) -> None:
    found = facets(
        model, ClaimFilter.of(topic="truce"), fields=[Field.STANCE, Field.YEAR], top=1
    )
    assert found == {
        Field.STANCE: (Count("demands", "demands", 2),),
        Field.YEAR: (Count("2022", "2022", 2),),
    }


def test_a_new_article_is_counted() -> None:
    model = filled(claim(POST, "Arland", "demands", "truce", "a"))
    before = facets(model, ClaimFilter(), fields=[Field.STANCE])
    model.put(BARE, [claim(BARE, "Arland", "demands", "truce", "b")], 2)
    after = facets(model, ClaimFilter(), fields=[Field.STANCE])
    assert [before[Field.STANCE][0].claims, after[Field.STANCE][0].claims] == [1, 2]
