"""Whatever the bytes, reading yields items and raises nothing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extract.reading import Options, Unreadable, read
from ontology.claim import Article
from tests.extract.reading.samples import (
    WORDS,
    entry,
    html,
    json_ld,
    members,
    pdf,
    record,
    rss,
    zipped,
)

SAMPLES = [
    WORDS.encode(),
    html(head=json_ld()).encode(),
    rss(entry("https://a.example/1")).encode(),
    pdf(WORDS.replace(", ", ",\n")),
    record("https://a.example/1", html().encode()),
    members(record("https://a.example/1", html().encode())),
    zipped({"a.html": html(), "b.csv": "title,text\na,b\n"}),
    b'title,text,date\na,"b\nc",2025-03-11\n',
    b'{"text": "We agree.", "url": "https://a.example/1"}\n' * 3,
    b"https://a.example/1\nhttps://a.example/2\n",
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """One of the samples with a stretch cut out, doubled, or of other bytes."""
    data = draw(st.sampled_from(SAMPLES))
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(start + 40, len(data))))
    middle = draw(st.binary(max_size=20) | st.just(data[start:end] * 2))
    return data[:start] + middle + data[end:]


@pytest.mark.parametrize("suffix", ["", ".jsonl", ".csv", ".html", ".xml"])
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=damaged() | st.binary(max_size=200))
@example(data=b"\x1c")
def test_bytes_end_in_items(
    tmp_path: Path, options: Options, suffix: str, data: bytes
) -> None:
    path = tmp_path / f"input{suffix}"
    path.write_bytes(data)
    items = list(read([path], options=options))
    assert items
    for item in items:
        assert isinstance(item, Article) or (item.reason and item.origin)
        assert isinstance(item, Unreadable) or item.text.strip()
