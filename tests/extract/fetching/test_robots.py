"""robots.txt as RFC 9309 has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fetching.robots import Robots, matches, parse

FILE = """
User-agent: onrecord
User-agent: other
Disallow: /a
Allow: /a/b
Crawl-delay: 2.5

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("agent", "path", "allowed"),
    [
        ("onrecord", "/", True),
        ("onrecord", "/a/c", False),
        ("onrecord", "/a/b", True),
        ("onrecord", "/%61/c", False),
        ("third", "/", False),
    ],
)
def test_the_longest_rule_of_ones_group_decides(
    agent: str, path: str, allowed: bool
) -> None:
    assert parse(FILE, agent).allows(path) is allowed


def test_the_delay_is_read() -> None:
    assert parse(FILE, "onrecord").delay == 2.5
    assert parse("User-agent: *\nCrawl-delay: 86400", "onrecord").delay == 60


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/", "/a", True),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("*/b", "/a/b/c", True),
        ("/a*b*c", "/a1c2b", False),
        ("/a*a$", "/a", False),
        ("/*?id=", "/x?id=1", True),
        ("$", "", True),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, path) is fits


@given(st.text(), st.text())
def test_any_file_is_read(text: str, path: str) -> None:
    assert isinstance(parse(text, "onrecord").allows(path), bool)


def test_an_empty_rule_allows_all() -> None:
    assert parse("User-agent: *\nDisallow:", "onrecord") == Robots()
