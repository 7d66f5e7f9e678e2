"""The same words in several articles: one statement, with each outlet kept."""

from itertools import pairwise

import pytest

from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from graph.search.query import Order, Page, find
from graph.search.statements import elsewhere
from ontology.claim import Claim
from tests.graph.corpus import article, claim, filled

ARTICLES = [
    article(f"Article {number}.", publisher=f"Outlet {number}") for number in range(4)
]


def corpus() -> tuple[ReadModel, list[Claim]]:
    """Words carried by three outlets, and two others; the last has no date."""
    words, days = "We will not stop", ["2025-03-12", "2025-03-11", "2025-03-13"]
    claims = [
        claim(within, "Ana Brandt", "opposes", "truce", words, day)
        for within, day in zip(ARTICLES[:3], days, strict=True)
    ]
    claims[1] = claim(
        ARTICLES[1], "Ana Brandt", "denies", "truce", "“WE will not stop!”", days[1]
    )
    other = claim(ARTICLES[3], "Li Na", "opposes", "truce", words, "2025-03-10")
    claims += [other, claim(ARTICLES[3], "Ana Brandt", "seeks", "talks", "We stop")]
    return filled(*claims), claims


def collapsed(model: ReadModel, order: Order = Order.NEWEST, **asked: object) -> Page:
    return find(model, ClaimFilter.of(**asked), order=order, collapse=True)


def test_one_row_a_statement_with_its_other_outlets() -> None:
    model, claims = corpus()
    page = collapsed(model)
    assert page.claims == (claims[0], claims[3], claims[4])
    assert page.total == 3
    assert page.others == ((claims[1], claims[2]), (), ())
    assert {each.article.publisher for each in page.others[0]} == {
        "Outlet 1",
        "Outlet 2",
    }


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(
    "asked",
    [{}, {"speaker": "Brandt"}, {"text": "stop"}, {"topic": "truce", "since": "2025"}],
)
def test_no_order_and_no_filter_shows_words_twice(
    order: Order, asked: dict[str, str]
) -> None:
    model, _ = corpus()
    whole = find(model, ClaimFilter.of(**asked), order=order)
    page = collapsed(model, order, **asked)
    assert page.total == len(page.claims) == len(whole.claims) - 2
    places = [whole.claims.index(each) for each in page.claims]
    assert all(before < after for before, after in pairwise(places))


def test_a_filter_chooses_the_claim_that_stands_for_the_others() -> None:
    model, claims = corpus()
    page = collapsed(model, outlet="Outlet 2")
    assert page.claims == (claims[2],)
    assert page.others == ((claims[1], claims[0]),)


def test_pages_go_on_where_they_were() -> None:
    model, claims = corpus()
    first = find(model, ClaimFilter(), limit=1, collapse=True)
    second = find(
        model, ClaimFilter(), limit=2, cursor=first.next_cursor, collapse=True
    )
    assert first.claims + second.claims == (claims[0], claims[3], claims[4])
    assert (first.total, second.total, second.next_cursor) == (3, 3, None)


def test_without_collapsing_there_are_no_others() -> None:
    model, _ = corpus()
    page = find(model, ClaimFilter())
    assert (len(page.claims), page.others) == (5, ())


def test_where_else_a_claim_stands() -> None:
    model, claims = corpus()
    assert elsewhere(model, claims[0].id) == (claims[1], claims[2])
    assert elsewhere(model, claims[3].id) == ()
    assert elsewhere(model, "none") == ()
