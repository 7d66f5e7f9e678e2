"""What an article is: its place and its text; copies and revisions of it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ingesting.copies import NAME, follow, mark
from api.ingesting.journal import Journal
from api.ingesting.run import Run
from api.terminal.report import counts
from extract import pipeline
from extract.copy_index import CopyIndex
from extract.pipeline import Extractor
from graph.care import check
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.claim import Article
from ontology.ids import article_id

SAID = "“We need binding guarantees before summer,” Foreign Minister Ana Brandt said."
DENIED = "Mayor Karl Voss denied that the harbour would be closed in the spring."
BODY = (
    "The meeting lasted four hours, and the doors stayed shut until noon. Some three"
    " hundred people stood outside the hall while it rained. Trade between the two"
    " towns has fallen by a tenth since the toll was raised in January."
)
CAFE = "A café by the canal now serves forty kinds of soup to those who wait for trams."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return pipeline.load(threads=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as store:
        yield store


def told(outlet: str, *sentences: str) -> Article:
    text, url = " ".join(sentences), f"https://{outlet}.example/story"
    return Article(id=article_id(text, url), source=url, url=url, text=text)


def ingested(store: Store, extractor: Extractor, *articles: Article) -> str:
    return counts(Run(store, extractor, Journal(None, [])).ingest(articles))


def contents(store: Store) -> dict[str, int]:
    """The claims that count, with how many articles carry them besides."""
    page = find(store, ClaimFilter(), collapse=True)
    return {
        claim.content.text: len(others)
        for claim, others in zip(page.claims, page.others, strict=True)
    }


def test_copies_count_once_and_keep_their_outlets(
    store: Store, extractor: Extractor
) -> None:
    first = told("one", SAID, BODY, DENIED)
    others = (
        told("two", "Arlen (AG) —", SAID, BODY, DENIED),
        told("three", SAID, BODY, "Reporting by Lena Farkas."),
        told("four", CAFE, CAFE.upper()),
    )
    ingested(store, extractor, first)
    report = ingested(store, extractor, *others)
    assert report == "1 added, 0 unchanged, 0 replaced, 2 copied"
    found = contents(store)
    (said,) = (text for text in found if "guarantees" in text)
    (denied,) = (text for text in found if "closed" in text)
    assert (found[said], found[denied]) == (2, 1)
    again = ingested(store, extractor, first, *others)
    assert again == "0 added, 4 unchanged, 0 replaced"
    assert store.path
    (store.path / NAME).unlink()  # derived: made again from the texts
    assert "1 copied" in ingested(store, extractor, told("five", SAID, BODY))
    assert contents(store)[said] == 3


def test_copies_that_nobody_looked_for_are_marked_later(
    store: Store, extractor: Extractor
) -> None:
    told_late = told("late", SAID, BODY).model_copy(update={"published": "2025-03-12"})
    told_first = told("first", SAID, BODY).model_copy(
        update={"published": "2025-03-11"}
    )
    other = told("other", DENIED, CAFE, CAFE.upper())
    for record in extractor.extract([told_late, told_first, other]):
        store.put(*record)
    assert find(store, ClaimFilter()).total == 3
    assert (mark(store), mark(store)) == (1, 0)
    assert find(store, ClaimFilter()).total == 2
    assert store.article(told_late.id).copy_of == told_first.id
    assert check(store) == ()
    assert "1 copied" in ingested(store, extractor, told("five", SAID, BODY))


def test_what_was_revised_while_nobody_looked_is_no_copy(store: Store) -> None:
    before, other = told("one", SAID, BODY), told("two", SAID, BODY)
    store.put(before, ())
    store.put(other, ())
    follow(store)
    after = told("new", CAFE, CAFE.upper()).model_copy(
        update={"revision_of": before.id}
    )
    store.put(after, ())  # as a run does that is killed before the index is written
    follow(store)
    assert store.path
    with closing(CopyIndex(store.path / NAME)) as index:
        texts = {article.id: article.text for article in store.articles()}
        assert index.most_alike(other.text, texts.__getitem__, but=[other.id]) is None


def test_the_same_words_in_two_outlets_are_two_articles(
    store: Store, extractor: Extractor
) -> None:
    both = told("one", SAID), told("two", SAID)
    assert ingested(store, extractor, *both).startswith("2 added")
    assert "2 unchanged" in ingested(store, extractor, *both)


def test_a_changed_page_is_a_revision(store: Store, extractor: Extractor) -> None:
    for text, report in (
        ((SAID, BODY), "1 added, 0 unchanged, 0 replaced"),
        ((SAID, BODY), "0 added, 1 unchanged, 0 replaced"),
        ((BODY, DENIED), "0 added, 0 unchanged, 0 replaced, 1 revised"),
        ((SAID, BODY), "0 added, 0 unchanged, 0 replaced, 1 revised"),
    ):
        assert ingested(store, extractor, told("one", *text)) == report
    assert len(contents(store)) == 1


def test_revisions_in_one_batch_follow_each_other(
    store: Store, extractor: Extractor
) -> None:
    texts = [(SAID, BODY), (BODY, DENIED), (SAID, BODY), (SAID, BODY)]
    report = ingested(store, extractor, *(told("one", *text) for text in texts))
    assert report == "1 added, 1 unchanged, 0 replaced, 2 revised"
    (text,) = contents(store)
    assert "guarantees" in text


def test_the_same_text_in_two_files_is_one_article(
    store: Store, extractor: Extractor
) -> None:
    both = [
        Article(id=article_id(SAID), source=name, text=SAID)
        for name in ("a.txt", "b.txt")
    ]
    assert ingested(store, extractor, *both) == "1 added, 1 unchanged, 0 replaced"
