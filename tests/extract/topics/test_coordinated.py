"""What else a list is about."""

import pytest

from extract.topics.candidates import candidates
from extract.topics.coordinated import others
from tests.extract.docs import Row, parsed

THINGS: list[Row] = [
    ("a", "DET", "det", 1),
    ("truce", "NOUN", "root", 1),
    ("and", "CCONJ", "cc", 3),
    ("food", "NOUN", "conj", 1),
]
DEEDS: list[Row] = [
    ("scrap", "VERB", "root", 0),
    ("the", "DET", "det", 2),
    ("fine", "NOUN", "obj", 0),
    ("and", "CCONJ", "cc", 4),
    ("help", "VERB", "conj", 0),
    ("ministers", "NOUN", "obj", 4),
    ("with", "ADP", "case", 7),
    ("taxes", "NOUN", "obl", 4),
]
NO_LIST: list[Row] = [
    ("scrap", "VERB", "root", 0),
    ("fines", "NOUN", "obj", 0),
    ("in", "ADP", "case", 3),
    ("ports", "NOUN", "obl", 0),
]


@pytest.mark.parametrize(
    ("rows", "best", "expected"),
    [
        (THINGS, "truce", ["food"]),
        (THINGS, "food", ["truce"]),
        (DEEDS, "fine", ["taxes"]),
        (NO_LIST, "fines", []),
    ],
)
def test_each_other_member_has_its_thing(
    rows: list[Row], best: str, expected: list[str]
) -> None:
    phrases = candidates(parsed(rows)[:])
    first = next(phrase for phrase in phrases if phrase.head.text == best)
    assert [other.name for other in others(first, phrases)] == expected
