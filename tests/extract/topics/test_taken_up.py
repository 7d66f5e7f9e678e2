"""What a content takes up from the text before it."""

import pytest

from extract.topics.candidates import candidates
from extract.topics.taken_up import is_taken_up, points_back
from tests.extract.docs import Row, parsed

PAUSE: list[Row] = [
    ("such", "DET", "det:predet", 2),
    ("a", "DET", "det", 2),
    ("pause", "NOUN", "nsubj", 3),
    ("helps", "VERB", "root", 3),
]
BOTH: list[Row] = [
    ("both", "DET", "nsubj", 3),
    ("of", "ADP", "case", 2),
    ("them", "PRON", "nmod", 0),
    ("helped", "VERB", "root", 3),
    ("towns", "NOUN", "obj", 3),
]
BY_SOMEBODY: list[Row] = [
    ("it", "PRON", "nsubj:pass", 1),
    ("dropped", "VERB", "root", 1),
    ("by", "ADP", "case", 3),
    ("ministers", "NOUN", "obl", 1),
]
IN_SOMETHING: list[Row] = [*BY_SOMEBODY[:3], ("snow", "NOUN", "obl", 1)]

THING: list[Row] = [("the", "DET", "det", 1), ("thing", "NOUN", "root", 1)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (PAUSE, False),
        (BOTH, True),
        (BY_SOMEBODY, True),
        (IN_SOMETHING, False),
    ],
)
def test_what_is_taken_up(rows: list[Row], expected: bool) -> None:
    content = parsed(rows)[:]
    (best,) = candidates(content)
    assert is_taken_up(best, (content,)) is expected


@pytest.mark.parametrize(
    ("rows", "alone", "expected"),
    [
        (PAUSE, False, True),
        ([("a", "DET", "det", 2), ("long", "ADJ", "amod", 2), *PAUSE[2:]], True, False),
        (THING, True, True),
        (THING, False, False),
    ],
)
def test_what_points_back(rows: list[Row], alone: bool, expected: bool) -> None:
    (best,) = candidates(parsed(rows)[:])
    assert points_back(best, alone=alone) is expected
