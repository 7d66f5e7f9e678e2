"""What is no topic, and what is who acts."""

import pytest

from extract.topics.weighing import is_actor, is_taken_up, is_topic
from tests.extract.docs import Row, parsed, plain


@pytest.mark.parametrize(
    ("word", "expected"), [("importance", False), ("percent", False), ("wages", True)]
)
def test_a_vague_noun_is_no_topic(word: str, expected: bool) -> None:
    assert is_topic(parsed([(word, "NOUN", "root", 0)])[:]) is expected


def test_a_vague_noun_that_is_told_closer_is_one() -> None:
    rows: list[Row] = [("exchange", "NOUN", "compound", 1), ("rate", "NOUN", "root", 1)]
    assert is_topic(parsed(rows)[:])


@pytest.mark.parametrize(
    ("word", "expected"), [("mayor", True), ("ministry", True), ("harvest", False)]
)
def test_actors(word: str, expected: bool) -> None:
    assert is_actor(parsed([(word, "NOUN", "root", 0)])[:]) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("such a pause", True), ("a long pause", False)]
)
def test_what_such_takes_up(text: str, expected: bool) -> None:
    assert is_taken_up(plain(text)[2:]) is expected
