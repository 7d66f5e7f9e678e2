"""Noun phrases by their surface."""

import pytest

from extract.agents.phrases import core
from extract.agents.tokens import tokens
from tests.extract.agents.sentences import build


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("His own study [DAY last year]", "His own study"),
        ("the Summit [DAY this May] report", "the Summit this May report"),
        ("Vision [DAY 2030]", "Vision 2030"),
    ],
)
def test_a_phrase_ends_before_its_date(phrase: str, expected: str) -> None:
    read = tokens(build(phrase))
    assert read.text(*core(read, 0, len(read))) == expected
