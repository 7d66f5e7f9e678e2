"""`onrecord watch` reads what is new in a feed, once."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from graph.store import Store
from tests.extract.fetching.server import serving

Run = Callable[..., Result]
ASK = ("--contact", "me@example.org", "--delay", "0", "--allow-network", "127.0.0.1")


def test_a_feed_is_read_once(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with serving() as site:
        feed = site.url("/feed")
        first = run("watch", feed, "--once", *ASK, "--data", data)
        assert "HTTP 404" in first.stderr, first.output
        assert site.paths()[2:] == ["/page/1", "/page/2", "/missing"]
        site.asked.clear()
        again = run("watch", feed, "--once", *ASK, "--data", data)
        assert again.stdout.startswith("0 articles")
        assert site.paths() == ["/robots.txt", "/feed"]
    with Store.open(data) as store:
        article, other = store.articles()
    assert article.text == other.text  # at two addresses
    assert article.publisher == "Daily"
    assert (article.published, article.published_from) == ("2025-03-11", "feed")
    assert article.retrieved
