"""What every store promises, wherever its graphs are: one contract, four keepers."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from graph.care import check, reindex, stats
from graph.curation.reviews import Review, Status
from graph.derivation import relate, related
from graph.identity.step import identify
from graph.mapping.claims_rdf import to_rdf
from graph.outcome import Outcome
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.claim import Article, Claim, Extractor
from ontology.errors import BadInput, NotFound, StoreError
from tests.graph.corpus import agent, article, claim
from tests.graph.records import records

Open: TypeAlias = Callable[..., Store]

KEEPERS = ("memory", "disk", "oxigraph", "virtuoso")


@pytest.fixture(params=KEEPERS)
def opened(request: pytest.FixtureRequest, tmp_path: Path, base: str) -> Open:
    """Opens the store of this test, again and again."""
    if request.param == "memory":
        return partial(Store.open, None, base=base)
    if request.param == "disk":
        return partial(Store.open, tmp_path / "data", base=base)
    server = request.getfixturevalue(f"{request.param}_server")
    return partial(Store.open, tmp_path / "data", base=base, server=server.address)


@pytest.fixture
def store(opened: Open) -> Iterator[Store]:
    with opened() as store:
        yield store


def record(
    number: int = 0, version: str = "1", *, many: int = 2
) -> tuple[Article, tuple[Claim, ...]]:
    """An article of some claims, 'text' with everything that could go wrong in it."""
    words = [f"“Number {number}.{place} é\U0001f600\\ \"'\t,”" for place in range(many)]
    within = article(" he said.\n".join(words), published="2025-03-11")
    extractor = Extractor(name="onrecord", version=version)
    speaker = agent("Sergey Lavrov", "Russia")
    return within, tuple(
        claim(within, speaker, "opposes", "ceasefire", each, extractor=extractor)
        for each in words
    )


def graphs(store: Store) -> set[ox.Quad]:
    """The quads of all articles."""
    names = [store.iris.article(id) for id in store.article_ids()]
    return {quad for _, quads in store.graph.contents(names) for quad in quads}


def test_an_article_and_its_claims_come_back(store: Store) -> None:
    within, claims = record()
    assert store.put(within, claims) is Outcome.ADDED
    assert store.article(within.id) == within
    assert store.claims_of(within.id) == claims
    assert store.claim(claims[1].id) == claims[1]
    assert list(store.articles()) == [within]
    assert list(store.records()) == [(within, claims)]
    assert set(store.quads(store.iris.article(within.id))) == set(
        to_rdf(within, claims, store.iris)
    )


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(records())
def test_any_record_comes_back(
    store: Store, record: tuple[Article, tuple[Claim, ...]]
) -> None:
    within, claims = record[0], tuple(map(rounded, record[1]))
    store.put(within, claims)
    assert store.article(within.id) == within
    assert store.claims_of(within.id) == claims
    assert store.put(within, claims) is Outcome.UNCHANGED
    store.remove(within.id)


def rounded(claim: Claim) -> Claim:
    """Its numbers as an extractor gives them: Virtuoso keeps 15 digits."""
    reason = claim.reason
    if reason.probability is not None:
        probability = round(reason.probability, 4)
        reason = reason.model_copy(update={"probability": probability})
    changed = {"confidence": round(claim.confidence, 4), "reason": reason}
    return claim.model_copy(update=changed)


def test_what_is_put_again_is_told_from_what_is_new(store: Store) -> None:
    store.put_all([record(1), record(2)])
    before = store.revision
    assert store.put_all([record(1), record(2, "2"), record(3)]) == [
        Outcome.UNCHANGED,
        Outcome.REPLACED,
        Outcome.ADDED,
    ]
    assert store.revision > before
    assert find(store, ClaimFilter()).total == 6
    assert {each.extractor.version for each in store.claims_of(record(2)[0].id)} == {
        "2"
    }
    assert check(store) == ()
    after = store.revision
    assert set(store.put_all([record(1), record(3)])) == {Outcome.UNCHANGED}
    assert store.revision == after


def test_nothing_is_written_of_several_if_one_is_bad(store: Store) -> None:
    within, claims = record(2)
    with pytest.raises(BadInput, match="two claims"):
        store.put_all([record(1), (within, (claims[0], claims[0]))])
    assert store.article_ids() == []


def test_a_removed_article_leaves_nothing(store: Store) -> None:
    within, claims = record()
    store.put(within, claims)
    store.remove(within.id)
    assert graphs(store) == set()
    assert find(store, ClaimFilter()).claims == ()
    for missing in (store.article, store.recorded, store.remove):
        with pytest.raises(NotFound, match=within.id):
            missing(within.id)
    assert store.put(within, claims) is Outcome.ADDED


def test_many_are_loaded_as_if_put_one_by_one(store: Store) -> None:
    given = [record(number) for number in range(45)]
    assert store.load([*given, given[0]]) == {Outcome.ADDED: 45, Outcome.UNCHANGED: 1}
    expected = {quad for each in given for quad in to_rdf(*each, store.iris)}
    assert graphs(store) == expected
    assert find(store, ClaimFilter()).total == 90
    assert check(store) == ()


def test_an_article_larger_than_a_request(store: Store) -> None:
    large = record(many=300)
    assert len(to_rdf(*large, store.iris)) > 5000
    assert store.put_all([record(1), large]) == [Outcome.ADDED, Outcome.ADDED]
    assert store.put_all([record(1), large]) == [Outcome.UNCHANGED, Outcome.UNCHANGED]


def test_a_review_counts(store: Store) -> None:
    within, claims = record()
    store.put(within, claims)
    given: dict[str, Any] = {
        "by": "Ann",
        "at": "2026-01-02T03:04:05+01:00",
        "note": "it’s wrong",
    }
    review = Review(id="1", reviewed=claims[0], status=Status.REJECTED, **given)
    store.review(review)
    assert find(store, ClaimFilter()).claims == claims[1:]
    assert store.claim(claims[0].id) == claims[0]
    assert store.reviews.all == [review]
    assert check(store) == ()


def test_what_is_derived_is_derived_again(store: Store) -> None:
    within, claims = record()
    store.put(within, claims)
    assert relate(store) == relate(store)
    assert related(store, claims[0].id) == related(store, claims[0].id)
    assert identify(store) == identify(store)
    reindex(store)
    assert check(store) == ()
    found = stats(store)
    assert (found.articles, found.claims) == (1, 2)
    assert found.quads > len(to_rdf(within, claims, store.iris))


def test_queries_are_answered_over_all_graphs(store: Store) -> None:
    store.put(*record())
    rows = store.sparql("SELECT ?c { ?c a or:Claim ; or:stance or:opposes } # ASK")
    assert isinstance(rows, ox.QuerySolutions)
    ours = [row for row in rows if store.iris.base in str(row["c"])]
    assert len(ours) == 2
    assert store.sparql("ASK { GRAPH ?g { ?c a or:Claim } }")
    assert not store.sparql("ASK { ?claim a or:Nothing }")
    made = store.sparql("CONSTRUCT { ?c a or:Claim } WHERE { ?c a or:Claim }")
    assert isinstance(made, ox.QueryTriples)
    assert len(list(made)) >= 2
    for wrong in ("SELECT * { ?s ?p", "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }"):
        with pytest.raises(BadInput):
            store.sparql(wrong)


@pytest.mark.parametrize("opened", KEEPERS[1:], indirect=True)
def test_a_store_lasts(opened: Open) -> None:
    with opened() as store:
        store.put(*record())
    with opened(read_only=True) as store:
        assert find(store, ClaimFilter()).total == 2
        with pytest.raises(StoreError, match="read only"):
            store.put(*record(2))
    with opened() as store:
        assert store.put(*record()) is Outcome.UNCHANGED
