"""Copies of an agency's story: a claim counts once, every outlet is kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.care import check, reindex
from graph.catalogue.article_list import articles as listing
from graph.features.exclusives import exclusives
from graph.features.same_quote import same_quotes
from graph.search.facets import Field, facets
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.ids import described_id
from tests.graph.agency import WORDS, printed, quotes, three


def test_a_claim_counts_once_and_keeps_its_outlets(store: Store) -> None:
    articles = three(store)
    page = find(store, ClaimFilter(), collapse=True)
    assert page.total == 3
    assert {claim.content.text: len(others) for claim, others in
            zip(page.claims, page.others, strict=True)} == dict(
                zip(WORDS, (2, 1, 0), strict=True))  # fmt: skip
    (speaker,) = facets(store, ClaimFilter())[Field.SPEAKER]
    assert speaker.claims == 3
    for each in articles:
        claims = store.claims_of(each.id)
        assert [store.claim(one.id) for one in claims] == list(claims)
    assert check(store) == ()


@pytest.mark.parametrize("wanted", [ClaimFilter(), ClaimFilter.of(speaker="Ann Orlov")])
def test_an_outlet_has_what_it_prints(store: Store, wanted: ClaimFilter) -> None:
    three(store)
    outlets = {each.label: each.claims for each in facets(store, wanted)[Field.OUTLET]}
    assert outlets == {"Outlet 1": 2, "Outlet 2": 2, "Outlet 3": 2}
    listed = {each.article.publisher: each.claims for each in listing(store).articles}
    assert listed == outlets
    for name, count in outlets.items():
        assert find(store, ClaimFilter.of(outlet=name)).total == count
    assert find(store, ClaimFilter.of(outlet=("Outlet 1", "Outlet 2"))).total == 2


def test_who_carries_a_quote_is_told_with_the_copies(store: Store) -> None:
    three(store)
    shared = same_quotes(store, ClaimFilter())
    assert [(each.outlets, len(each.claims)) for each in shared] == [(3, 3), (2, 2)]
    (only,) = exclusives(store, ClaimFilter())
    assert only.content.text == WORDS[2]


def test_when_the_first_goes_the_next_takes_its_place(store: Store) -> None:
    first, second, third = three(store)
    store.remove(first.id)
    assert find(store, ClaimFilter()).total == 3
    assert find(store, ClaimFilter.of(outlet="Outlet 1")).total == 0
    assert check(store) == ()
    store.put(second, quotes(second, WORDS[1]))
    assert find(store, ClaimFilter()).total == 3
    store.remove(third.id)
    assert find(store, ClaimFilter()).total == 1
    assert check(store) == ()


def test_a_description_in_one_copy_is_the_name_in_another(store: Store) -> None:
    first = printed(1)
    second = printed(2, copy_of=first.id)
    store.put(first, quotes(first, WORDS[0], "yes"))
    store.put(second, quotes(second, WORDS[0], "yes", name="the minister"))
    assert find(store, ClaimFilter()).total == 3, "one word alone may be two persons'"


def test_a_description_in_two_copies_is_one_person(store: Store) -> None:
    for each in (printed(1), printed(2, copy_of=printed(1).id)):
        (said,) = quotes(each, "yes", name="the minister")
        own = described_id("the minister", each.id)
        speaker = said.speaker.model_copy(update={"id": own})
        store.put(each, [said.model_copy(update={"speaker": speaker})])
    assert find(store, ClaimFilter()).total == 1


CHANGES = st.lists(
    st.tuples(st.integers(0, 3), st.none() | st.sets(st.sampled_from(WORDS))),
    max_size=8,
)


@settings(max_examples=30, deadline=None)
@given(CHANGES)
def test_whatever_comes_and_goes_each_statement_counts_once(
    changes: list[tuple[int, set[str] | None]],
) -> None:
    articles = [
        printed(0),
        *(printed(number, copy_of=printed(0).id) for number in (1, 2, 3)),
    ]
    has: dict[int, set[str]] = {}
    with Store.open(None) as store:
        for number, words in changes:
            if words is not None:
                has[number] = words
                store.put(articles[number], quotes(articles[number], *sorted(words)))
            elif has.pop(number, None) is not None:
                store.remove(articles[number].id)
        for rebuilt in (False, True):
            if rebuilt:
                reindex(store)
            assert check(store) == ()
            all_words = set().union(*has.values())
            assert find(store, ClaimFilter()).total == len(all_words)
            counted = facets(store, ClaimFilter())
            outlets = {each.label: each.claims for each in counted[Field.OUTLET]}
            assert outlets == {f"Outlet {n}": len(own) for n, own in has.items() if own}
