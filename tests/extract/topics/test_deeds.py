"""What somebody does, as a noun."""

import pytest

from extract.topics.deeds import deed_alone, deeds
from tests.extract.docs import Row, parsed

LEND: list[Row] = [
    ("banks", "NOUN", "nsubj", 2),
    ("to", "PART", "mark", 2),
    ("negotiate", "VERB", "root", 2),
]
READY: list[Row] = [
    ("banks", "NOUN", "nsubj", 2),
    ("are", "AUX", "cop", 2),
    ("ready", "ADJ", "root", 2),
    ("to", "PART", "mark", 4),
    ("negotiate", "VERB", "xcomp", 2),
]
ASKED: list[Row] = [
    ("ask", "VERB", "root", 0),
    ("banks", "NOUN", "obj", 0),
    ("to", "PART", "mark", 3),
    ("negotiate", "VERB", "xcomp", 0),
]
SUFFERED: list[Row] = [
    ("banks", "NOUN", "nsubj:pass", 2),
    ("be", "AUX", "aux:pass", 2),
    ("sold", "VERB", "root", 2),
]


@pytest.mark.parametrize(
    ("rows", "start", "expected"),
    [
        (LEND, 0, ["negotiation"]),
        (READY, 0, ["negotiation"]),
        (ASKED, 1, ["negotiation"]),
        (SUFFERED, 0, []),
    ],
)
def test_what_an_actor_does(rows: list[Row], start: int, expected: list[str]) -> None:
    doc = parsed(rows)
    actor = next(token for token in doc if token.text == "banks")
    assert deeds((doc[start:],), actor) == expected


def test_a_content_without_an_actor_is_about_its_verb() -> None:
    doc = parsed(LEND)
    assert deeds((doc[1:],), None) == ["negotiation"]


def test_a_verb_alone_is_told_as_it_stands() -> None:
    doc = parsed([("vowed", "VERB", "root", 0), ("resigning", "VERB", "xcomp", 0)])
    assert deed_alone((doc[1:],)) == ["resigning"]
