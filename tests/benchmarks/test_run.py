"""The benchmarks run, on very little."""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figure, told
from tests.benchmarks.growth import series
from tests.benchmarks.report import TITLES, markdown
from tests.benchmarks.run import SMALL, main
from tests.benchmarks.scale import scale

RESULTS = "results.md"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a run of all parts, and what it printed."""
    folder, out = tmp_path_factory.mktemp("bench"), StringIO()
    with redirect_stdout(out):
        main(["--small", "--folder", str(folder), "--results", str(folder / RESULTS)])
    return folder, out.getvalue()


def test_all_parts_run_and_make_tables(small: tuple[Path, str]) -> None:
    folder, written = small
    assert (folder / RESULTS).read_text() == written
    for title in TITLES.values():
        assert f"## {title}\n" in written
    for row in ("32 clients, p99, ms", "triples a claim", "two compared"):
        assert f"| {row} | " in written


def test_the_claims_of_pages_are_those_of_their_plain_text(
    small: tuple[Path, str],
) -> None:
    folder, _ = small
    articles, wanted, share, strange, _ = told((folder / "pages.jsonl").read_text())
    assert articles.value == SMALL.pages
    assert wanted.value > 60
    assert not share.missed, share
    assert not strange.missed, strange


def test_a_figure_beyond_its_target_is_bold() -> None:
    found = [
        Figure("questions", "path", "1,000, p95", 7.5, target=5),
        Figure("questions", "path", "2,000, p95", 1234.5),
        Figure("questions", "rate", "1,000, p95", 3, target=2, least=True),
    ]
    assert markdown(found).splitlines()[2:] == [
        "|  | 1,000, p95 | 2,000, p95 | target |",
        "| --- | ---: | ---: | ---: |",
        "| path | **7.5** | 1,234 | ≤ 5 |",
        "| rate | 3 |  | ≥ 2 |",
    ]


def test_growth_is_by_size_and_name() -> None:
    found = [
        Figure("questions", "path", f"{size:,}, {name}", value)
        for size, name, value in ((2000, "p95", 4), (1000, "p95", 2), (1000, "x", 1))
    ]
    assert series(found, "questions", "path") == {
        "p95": [(1000, 2), (2000, 4)],
        "x": [(1000, 1)],
    }


def test_what_a_day_takes_is_reckoned_from_what_was_measured() -> None:
    found = [
        Figure("ingest", "claims an article", "24 articles", 40),
        Figure("storage", "store, bytes a claim", "1,000 claims", 9000),
        Figure("storage", "store, bytes a claim", "2,000 claims", 10_000),
    ]
    assert {each.row: each.value for each in scale(found)} == {
        "claims, million (*claims an article*)": 40,
        "disk for graphs, GB (*store, bytes a claim*)": 400,
    }
