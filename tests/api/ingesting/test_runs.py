"""Ingest as users run it: web pages, tables, failures."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from tests.extract.fetching.server import serving

Run = Callable[..., Result]
TEXT = "“We need binding guarantees,” Foreign Minister Ana Brandt said in {}."
ASK = ("--contact", "me@example.org", "--delay", "0", "--allow-network", "127.0.0.1")


def test_urls_are_fetched_and_failures_tried_again(run: Run, tmp_path: Path) -> None:
    with serving() as site:
        (tmp_path / "list").write_text(f"{site.url('/page')}\n{site.url('/missing')}\n")
        first = run("ingest", tmp_path / "list", *ASK)
        assert first.stdout.startswith("1 article: 1 added"), first.output
        assert "HTTP 404" in first.stderr
        assert first.exit_code == 1
        site.asked.clear()
        again = run("ingest", "--retry-failed", *ASK)
        assert again.exit_code == 1
        assert site.paths() == ["/robots.txt", "/missing"]


def test_without_a_contact_nothing_is_asked(run: Run) -> None:
    result = run("ingest", "http://127.0.0.1:9/")
    assert result.exit_code != 0
    assert "contact: an e-mail address or a URL" in result.output


def test_columns_are_mapped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'Inhalt,Blatt\n"{TEXT}",Daily\n')
    result = run("ingest", tmp_path / "a.csv", "--column", "text=Inhalt")
    assert result.stdout.startswith("1 article: 1 added"), result.output
    assert "accepted: text" in run("ingest", "a", "--column", "inhalt=text").output
    assert "FIELD=COLUMN" in run("ingest", "a", "--column", "text").output


def test_nothing_named_is_told(run: Run) -> None:
    assert "--retry-failed" in run("ingest").output
