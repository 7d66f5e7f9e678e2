"""500 pages of ten kinds of sites: every paragraph comes, no furniture does."""

from pathlib import Path

import pytest

from extract.fetching.addresses import network
from extract.fetching.fetcher import Fetcher
from extract.fetching.settings import FetchSettings
from extract.reading import Options, read
from extract.reading.pages import page as parse
from ontology.claim import Article
from tests.extract.pages import TEMPLATES, Story, feed, page, stories
from tests.extract.reading.samples import members, record
from tests.extract.site import site

STORIES = list(stories(500))
SETTINGS = FetchSettings("me@example.org", delay=0, networks=(network("127.0.0.1"),))


def check(story: Story, found: Article) -> None:
    missing = [text for text in story.paragraphs if text not in found.text]
    assert not missing, (story.number, missing)
    for words in ("Trap", "Share", "cookies"):
        assert words not in found.text, story.number
    assert (found.title, found.published) == (story.title, story.published)


def test_all_pages_of_a_site(tmp_path: Path) -> None:
    with site(STORIES) as served:
        served.pages["/feed"] = feed(STORIES[:20], served.address).encode()
        path = tmp_path / "list"
        path.write_text("".join(f"{served.url(story)}\n" for story in STORIES))
        options = Options(fetch=Fetcher(SETTINGS), workers=2)
        items = list(read([path], options=options))
        assert len(items) == len(STORIES)
        for story, item in zip(STORIES, items, strict=True):
            assert isinstance(item, Article), item
            assert item.url == served.url(story)
            check(story, item)
        told = list(read([f"{served.address}/feed"], options=options))
        for story, item in zip(STORIES[:20], told, strict=True):
            assert isinstance(item, Article), item
            check(story, item)


def test_all_pages_of_a_web_archive(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    bodies = [(f"https://a.example{s.path}", page(s).encode()) for s in STORIES[:100]]
    path.write_bytes(members(*(record(*pair) for pair in bodies)))
    for story, item in zip(STORIES[:100], read([path]), strict=True):
        assert isinstance(item, Article), item
        check(story, item)


@pytest.mark.parametrize("number", range(len(TEMPLATES)))
def test_outlet_and_author_are_read_where_they_are_told(number: int) -> None:
    story = STORIES[number]
    html, found = page(story), parse(page(story).encode())
    if "og:site_name" in html or "ld+json" in html:
        assert found.publisher == story.outlet
    if "ld+json" in html:
        assert found.author == story.author
