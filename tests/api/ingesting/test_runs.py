"""Ingest as users run it: web pages, tables, failures, kills."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from graph.store import Store
from tests.extract.fetching.server import serving

Run = Callable[..., Result]
ROOT = Path(__file__).parents[3]
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


def test_a_killed_run_is_taken_up(tmp_path: Path) -> None:
    """SIGKILL at random moments, then once to the end: as one run would have it."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(40):
        (texts / f"{number:02}.txt").write_text(TEXT.format(f"town {number}"))
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    command(texts, whole).wait()
    dice = random.Random(7)
    for _ in range(2):
        process = command(texts, killed)
        time.sleep(dice.uniform(0.5, 8))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert command(texts, killed).wait() == 0
    assert content(whole) == content(killed)


def command(texts: Path, data: Path) -> subprocess.Popen[bytes]:
    code = "from api.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, "ingest", str(texts), "--data", str(data)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def content(data: Path) -> dict[str, object]:
    with Store.open(data) as store:
        return {
            id: (store.article(id), store.claims_of(id)) for id in store.article_ids()
        }
