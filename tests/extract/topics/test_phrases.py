"""Noun phrases as topics: their bounds and names."""

import pytest

from extract.topics.phrases import name_of, noun_phrases
from tests.extract.docs import Row, parsed

CASES: dict[str, tuple[list[Row], list[str]]] = {
    "modifiers": (
        [
            ("a", "DET", "det", 2),
            ("legal", "ADJ", "amod", 2),
            ("fund", "NOUN", "root", 2),
        ],
        ["legal fund"],
    ),
    "what only values": (
        [("solid", "ADJ", "amod", 1), ("guarantee", "NOUN", "root", 1)],
        ["guarantee"],
    ),
    "a noun beside a noun": (
        [("delivery", "NOUN", "obl", 1), ("truck", "NOUN", "root", 1)],
        ["delivery", "delivery truck"],
    ),
    "whose it is": (
        [
            ("the", "DET", "det", 1),
            ("port", "NOUN", "nmod:poss", 4),
            ("'s", "PART", "case", 1),
            ("legal", "ADJ", "amod", 4),
            ("costs", "NOUN", "root", 4),
        ],
        ["port", "legal costs"],
    ),
    "numbers": (
        [("four", "NUM", "nummod", 1), ("mine", "NOUN", "root", 1)],
        ["mine"],
    ),
    "a name keeps its capitals": (
        [("the", "DET", "det", 1), ("Alps", "PROPN", "root", 1)],
        ["Alps"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_noun_phrases(case: str) -> None:
    rows, expected = CASES[case]
    assert [name_of(span) for span in noun_phrases(parsed(rows)[:])] == expected


@pytest.mark.parametrize(
    ("word", "name"), [("bonuses", "bonus"), ("duties", "duty"), ("matches", "match")]
)
def test_plurals_are_named_in_the_singular(word: str, name: str) -> None:
    doc = parsed([(word, "NOUN", "root", 0)])
    doc[0].tag_ = "NNS"
    assert name_of(doc[:]) == name


def test_a_singular_that_looks_like_a_form_stays() -> None:
    doc = parsed([("aircraft", "NOUN", "root", 0)])
    doc[0].tag_ = "NN"
    assert name_of(doc[:]) == "aircraft"
