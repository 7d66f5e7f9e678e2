"""What pages, feeds and web archives say is what their plain texts say."""

from pathlib import Path

from tests.benchmarks.pages import figures


def test_the_claims_are_those_of_the_plain_text(tmp_path: Path) -> None:
    articles, wanted, share, strange = figures(12, tmp_path)
    assert articles.value == 12
    assert wanted.value > 60
    assert not share.missed, share
    assert not strange.missed, strange
