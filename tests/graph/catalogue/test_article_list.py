"""The list of articles: by date and outlet, page by page."""

import pytest

from graph.catalogue.article_list import articles
from graph.store import Store
from ontology.errors import BadInput, UnknownTerm
from tests.graph import dispute

STORE = dispute.store()


def titles(store: Store, **asked: object) -> list[str | None]:
    found = articles(store, **asked)  # type: ignore[arg-type] # as given by the test
    return [each.article.title for each in found.articles]


def test_the_latest_comes_first_and_the_undated_last() -> None:
    assert titles(STORE) == ["After the flood", "The summit", None]
    assert articles(STORE).articles[0].claims == len(dispute.ARTICLES[dispute.TIMES])
    assert articles(STORE).next is None


def test_by_date_and_outlet() -> None:
    assert titles(STORE, since="2022-04") == ["After the flood"]
    assert titles(STORE, until="2022-03") == ["The summit"]
    assert titles(STORE, outlet=("The Post",)) == ["The summit"]
    assert titles(STORE, outlet=("Nobody",)) == []
    with pytest.raises(UnknownTerm, match="soon"):
        titles(STORE, since="soon")


def test_pages_go_on() -> None:
    first = articles(STORE, limit=2)
    assert first.next
    second = articles(STORE, limit=2, cursor=first.next)
    ids = [each.article.id for each in first.articles + second.articles]
    assert (len(set(ids)), second.next) == (3, None)
    with pytest.raises(BadInput, match="cursor"):
        articles(STORE, since="2022", cursor=first.next)
