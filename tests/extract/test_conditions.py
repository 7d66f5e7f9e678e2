"""Where a condition begins, and where the same word asks, compares or provides."""

import pytest

from extract.conditions import begins_condition
from tests.extract.docs import Row, parsed

ASKED: list[Row] = [
    ("Asked", "VERB", "advcl", 5),
    ("if", "SCONJ", "mark", 3),
    ("tolls", "NOUN", "nsubj", 3),
    ("stay", "VERB", "ccomp", 0),
    ("Oslo", "PROPN", "nsubj", 5),
    ("laughed", "VERB", "root", 5),
]
SIGNS: list[Row] = [
    ("Oslo", "PROPN", "nsubj", 1),
    ("signs", "VERB", "root", 1),
    ("if", "SCONJ", "mark", 4),
    ("tolls", "NOUN", "nsubj", 4),
    ("stay", "VERB", "advcl", 1),
]
GIVEN: list[Row] = [
    ("Aid", "NOUN", "nsubj", 1),
    ("came", "VERB", "root", 1),
    ("provided", "VERB", "advcl", 1),
    ("by", "ADP", "case", 4),
    ("Oslo", "PROPN", "obl", 2),
]


def conditions(rows: list[Row]) -> list[str]:
    return [token.text for token in parsed(rows) if begins_condition(token)]


def test_what_is_asked_is_no_condition() -> None:
    assert conditions(ASKED) == []
    assert conditions(SIGNS) == ["if"]


@pytest.mark.parametrize("word", ["as", "even"])
def test_what_is_compared_or_conceded_is_no_condition(word: str) -> None:
    rows = [*SIGNS[:1], (word, "ADV", "advmod", 4), *SIGNS[2:]]
    assert conditions(rows) == []


def test_who_provides_something_names_no_condition() -> None:
    assert conditions(GIVEN) == []
    assert conditions([*GIVEN[:3], ("it", "PRON", "nsubj", 4), GIVEN[4]]) == []
    assert conditions([*GIVEN[:2], ("provided", "SCONJ", "mark", 1)]) == ["provided"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("as long as it lasts", ["as"]),
        ("a long as", []),
        ("on condition that", ["condition"]),
        ("on the condition that", ["condition"]),
        ("in good condition", []),
        ("unless it lasts", ["unless"]),
    ],
)
def test_phrases_that_tell_a_condition(words: str, found: list[str]) -> None:
    rows: list[Row] = [(word, "X", "dep", 0) for word in words.split()]
    assert conditions(rows) == found
