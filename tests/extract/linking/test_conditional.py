"""Contents that end before their condition."""

import pytest

from extract.linking.conditional import with_condition, with_second_condition
from tests.extract.docs import Row, attribution, parsed

PACT: list[Row] = [
    ("Oslo", "PROPN", "nsubj", 1),
    ("backs", "VERB", "root", 1),
    ("the", "DET", "det", 3),
    ("pact", "NOUN", "obj", 1),
    (",", "PUNCT", "punct", 9),
    ("but", "CCONJ", "cc", 9),
    ("only", "ADV", "advmod", 9),
    ("if", "SCONJ", "mark", 9),
    ("Rome", "PROPN", "nsubj", 9),
    ("pays", "VERB", "advcl", 1),
    ("and", "CCONJ", "cc", 11),
    ("stays", "VERB", "conj", 9),
    (",", "PUNCT", "punct", 14),
    ("which", "PRON", "nsubj", 14),
    ("matters", "VERB", "acl", 11),
    (".", "PUNCT", "punct", 1),
]
EVERYTHING = set(range(len(PACT)))


def contents(rows: list[Row], cue: str, said: str, free: set[int]) -> list[str]:
    doc = parsed(rows)
    if len(doc) > 13:
        doc[13].tag_ = "WDT"
    found = with_condition(attribution(doc, cue, said), free)
    return [span.text for span in found.content]


def test_a_condition_is_said_too_but_no_aside_after_it() -> None:
    whole = ["the pact , but only if Rome pays and stays"]
    assert contents(PACT, "backs", "the pact", EVERYTHING) == whole


def test_a_condition_ends_where_others_speak() -> None:
    cut = ["the pact , but only if Rome pays"]
    assert contents(PACT, "backs", "the pact", set(range(11))) == cut
    assert contents(PACT, "backs", "the pact", set(range(8))) == ["the pact"]


def test_a_condition_after_the_cue_is_a_piece_of_its_own() -> None:
    rows: list[Row] = [
        ("Tolls", "NOUN", "nsubj", 1),
        ("fall", "VERB", "ccomp", 4),
        (",", "PUNCT", "punct", 4),
        ("Oslo", "PROPN", "nsubj", 4),
        ("said", "VERB", "root", 4),
        (",", "PUNCT", "punct", 8),
        ("as", "ADV", "advmod", 7),
        ("long", "ADV", "advmod", 4),
        ("as", "SCONJ", "mark", 10),
        ("Rome", "PROPN", "nsubj", 10),
        ("pays", "VERB", "advcl", 4),
    ]
    found = contents(rows, "said", "Tolls fall", set(range(len(rows))))
    assert found == ["Tolls fall", "as long as Rome pays"]


def test_what_only_follows_is_no_condition() -> None:
    rows = [*PACT[:4], ("as", "SCONJ", "mark", 5), ("pays", "VERB", "advcl", 1)]
    assert contents(rows, "backs", "the pact", set(range(6))) == ["the pact"]


@pytest.mark.parametrize(
    ("verb", "whole"),
    [
        ("stays", ["the pact , but only if Rome pays and stays , which matters"]),
        ("demands", ["the pact , but only if Rome pays", ", which matters"]),
    ],
)
def test_a_condition_goes_on_after_an_and(verb: str, whole: list[str]) -> None:
    doc = parsed([(verb, *row[1:]) if row[0] == "stays" else row for row in PACT])
    doc[11].lemma_ = verb.removesuffix("s")
    found = with_second_condition(
        [
            attribution(doc, "backs", "the pact , but only if Rome pays"),
            attribution(doc, verb, ", which matters"),
        ]
    )
    assert [span.text for each in found for span in each.content] == whole
