"""Contents that say nothing by themselves."""

import pytest

from extract.tellings import tells
from tests.extract.docs import Row, attribution, parsed


@pytest.mark.parametrize(
    ("content", "tag", "expected"),
    [
        ("what", "WP", False),
        ("what they wanted", "WP", True),
        ("it", "PRP", True),
        ("not to be named", "RB", False),
        ("to remain anonymous", "TO", False),
        ("not to be moved", "RB", True),
    ],
)
def test_what_is_worth_telling(content: str, tag: str, expected: bool) -> None:
    words = content.split(" ")
    rows: list[Row] = [("asked", "VERB", "root", 0), (words[0], "PRON", "obj", 0)]
    rows += [(word, "VERB", "dep", 0) for word in words[1:]]
    doc = parsed(rows)
    doc[1].tag_ = tag
    assert tells(attribution(doc, "asked", content)) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [("him to", False), ("it to", False), ("him to leave", True), ("nothing", False)],
)
def test_a_deed_left_out_is_not_told(content: str, expected: bool) -> None:
    tags = {"him": "PRON", "it": "PRON", "to": "PART", "nothing": "PRON"}
    rows: list[Row] = [("asked", "VERB", "root", 0)]
    rows += [(word, tags.get(word, "VERB"), "dep", 0) for word in content.split(" ")]
    assert tells(attribution(parsed(rows), "asked", content)) is expected
