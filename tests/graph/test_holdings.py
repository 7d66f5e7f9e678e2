import pytest

from graph.holdings import claims_held
from graph.store import Store
from ontology.claim import Article, Extractor
from tests.graph.corpus import article, claim

READER = Extractor(name="onrecord", version="1")
TEXT = "Ann wants a truce."


def test_what_was_read_before_need_not_be_read_again() -> None:
    within = article(TEXT)
    with Store.open(None) as store:
        assert claims_held(store, within, READER) is None
        store.put(within, [claim(within, "Ann", "seeks", "truce", "a truce")])
        assert claims_held(store, within, READER) == 1
        newer = Extractor(name="onrecord", version="2")
        assert claims_held(store, within, newer) is None


def test_an_article_without_claims_is_known_by_who_read_it() -> None:
    within = article("Nothing is said.")
    with Store.open(None) as store:
        store.put(within, ())
        assert claims_held(store, within, READER) is None
        store.put(within, (), extractor=READER)
        assert claims_held(store, within, READER) == 0
        assert store.claims_of(within.id) == ()


@pytest.mark.parametrize(
    ("changes", "held"),
    [
        ({}, 0),
        ({"retrieved": "2025-03-11T12:00:00Z"}, 0),
        ({"published": "2025-03-11"}, None),
        ({"title": "Another"}, None),
        ({"source": "elsewhere.txt"}, 0),
    ],
)
def test_an_article_known_otherwise_is_read_again(
    changes: dict[str, str], held: int | None
) -> None:
    with Store.open(None) as store:
        store.put(article(TEXT), (), extractor=READER)
        assert claims_held(store, article(TEXT, **changes), READER) == held


def test_a_date_found_in_the_text_is_no_difference() -> None:
    found = article(TEXT, published="2025-03-11")
    given = Article(**found.model_dump() | {"published_from": "given"})
    with Store.open(None) as store:
        store.put(found, (), extractor=READER)
        assert claims_held(store, article(TEXT), READER) == 0
        store.put(given, (), extractor=READER)
        assert claims_held(store, article(TEXT), READER) is None
