"""500 pages of ten kinds of sites: every paragraph comes, no furniture does."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extract import pipeline
from extract.fetching.addresses import network
from extract.fetching.fetcher import Fetcher
from extract.fetching.settings import FetchSettings
from extract.reading import Options, read
from extract.reading.pages import page as parse
from ontology.claim import Article
from tests.extract.pages import TEMPLATES, Story, feed, page, stories
from tests.extract.reading.samples import members, record

STORIES = list(stories(500))
SETTINGS = FetchSettings("me@example.org", delay=0, networks=(network("127.0.0.1"),))


@contextmanager
def site() -> Iterator[str]:
    """The address of a server with all the pages, a feed and a list of them."""
    pages = {story.path: page(story) for story in STORIES}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    pages["/feed"] = feed(STORIES[:20], address)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()


def check(story: Story, found: Article) -> None:
    missing = [text for text in story.paragraphs if text not in found.text]
    assert not missing, (story.number, missing)
    for words in ("Trap", "Share", "cookies"):
        assert words not in found.text, story.number
    assert (found.title, found.published) == (story.title, story.published)


def test_all_pages_of_a_site(tmp_path: Path) -> None:
    with site() as address:
        path = tmp_path / "list"
        path.write_text("".join(f"{address}{story.path}\n" for story in STORIES))
        options = Options(fetch=Fetcher(SETTINGS), workers=2)
        items = list(read([path], options=options))
        assert len(items) == len(STORIES)
        for story, item in zip(STORIES, items, strict=True):
            assert isinstance(item, Article), item
            assert item.url == f"{address}{story.path}"
            check(story, item)
        told = list(read([f"{address}/feed"], options=options))
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


def test_the_claims_are_those_of_the_plain_text() -> None:
    told = STORIES[: len(TEMPLATES)]
    plain = [
        Article(id=f"p{s.number}", source="p", text=f"{s.title}\n\n{s.text}")
        for s in told
    ]
    pages = [
        Article(id=f"h{s.number}", source="h", text=parse(page(s).encode()).text)
        for s in told
    ]
    extractor = pipeline.load()
    of_plain = [words(claims) for _, claims in extractor.extract(plain)]
    of_pages = [words(claims) for _, claims in extractor.extract(pages)]
    total = sum(map(len, of_plain))
    found = sum(len(a & b) for a, b in zip(of_plain, of_pages, strict=True))
    assert total > 30
    assert found / total >= 0.98


def words(claims: tuple) -> set[tuple[str, str]]:  # type: ignore[type-arg]
    return {(claim.cue.text, claim.content.text) for claim in claims}
