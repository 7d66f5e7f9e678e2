"""Polling feeds: what is new in them, asked for only where they changed."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from extract.fetching.fetcher import Fetcher, Response
from extract.reading import Item, Options, Unreadable, read
from extract.reading.inputs import Fetched
from graph.mapping.article_rdf import SOURCE
from graph.mapping.triples import value
from graph.store import Store
from ontology.errors import BadInput

NAME = "feeds.json"
"""Its file in the data directory: each feed's ETag and Last-Modified."""


class Feeds:
    """Feeds under watch, and what their servers said last."""

    def __init__(self, fetch: Fetcher, directory: Path) -> None:
        self._fetch = fetch
        self._path = directory / NAME
        self._said = _read(self._path)
        self._failed: set[str] = set()

    def new(self, feeds: Iterable[str], known: Callable[[str], bool]) -> Iterator[Item]:
        """The articles that the feeds name and that are not known yet.

        What failed is told once and not asked for again by this process.
        """
        for feed in feeds:
            try:
                response = self._asked(feed)
            except BadInput as error:
                yield Unreadable(feed, str(error), origin=feed)
                continue
            if not response.unchanged:
                yield from self._articles(feed, response, known)
                self._keep(feed, response)

    def _asked(self, feed: str) -> Response:
        etag, modified = self._said.get(feed, ("", ""))
        return self._fetch.get(feed, etag=etag, modified=modified)

    def _articles(
        self, feed: str, response: Response, known: Callable[[str], bool]
    ) -> Iterator[Item]:
        def fetch(url: str) -> Fetched:
            return response.fetched if url == feed else self._fetch(url)

        def done(url: str) -> bool:
            return url != feed and (url in self._failed or known(url))

        for item in read([feed], options=Options(fetch=fetch, done=done)):
            if isinstance(item, Unreadable):
                self._failed.add(item.source)
            yield item

    def _keep(self, feed: str, response: Response) -> None:
        """Remember what the server said, once all of the feed was read."""
        self._said[feed] = (response.etag or "", response.modified or "")
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps(self._said), encoding="utf-8")
        os.replace(new, self._path)


def sources(store: Store) -> set[str]:
    """The paths and URLs of all articles."""
    quads = store.graph.quads_for_pattern(None, SOURCE, None)
    return {value(quad.object) for quad in quads}


def _read(path: Path) -> dict[str, tuple[str, str]]:
    """What was kept; nothing if it is missing or damaged: the feeds are read anew."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {str(feed): (str(etag), str(at)) for feed, (etag, at) in data.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
