"""Who did not answer, or only met somebody, said nothing; nor does an occasion."""

import pytest

from extract.silence import is_silent
from tests.extract.docs import Row, attribution, parsed, plain


@pytest.mark.parametrize(
    ("text", "cue", "content", "silent"),
    [
        ("They did not respond to calls", "did not respond to", "calls", True),
        ("They have yet to reply to it", "have yet to reply to", "it", True),
        ("They responded to calls", "responded to", "calls", False),
        ("They did not reply “ yes ”", "did not reply", "“ yes ”", False),
        ("They did not deny it", "did not deny", "it", False),
    ],
)
def test_no_answer_is_silence(text: str, cue: str, content: str, silent: bool) -> None:
    doc = plain(text)
    for token in doc:
        token.lemma_ = {"responded": "respond"}.get(token.text, token.text)
    assert is_silent(attribution(doc, cue, content)) is silent


SPOKE: list[Row] = [
    ("Ada", "PROPN", "nsubj", 1),
    ("speak", "VERB", "root", 1),
    ("to", "ADP", "case", 3),
    ("Li", "PROPN", "obl", 1),
    ("about", "ADP", "case", 5),
    ("pay", "NOUN", "obl", 1),
]


@pytest.mark.parametrize(
    ("cue", "content", "silent"),
    [("speak to", "Li about pay", True), ("speak to Li about", "pay", False)],
)
def test_to_speak_to_somebody_is_no_statement(
    cue: str, content: str, silent: bool
) -> None:
    assert is_silent(attribution(parsed(SPOKE), cue, content)) is silent


@pytest.mark.parametrize(
    ("text", "source", "cue", "silent"),
    [
        ("The talk will cover pay", "The talk", "will cover", True),
        ("The talk will demand pay", "The talk", "will demand", False),
        ("The law will cover pay", "The law", "will cover", False),
    ],
)
def test_what_an_occasion_covers_is_no_statement(
    text: str, source: str, cue: str, silent: bool
) -> None:
    rows: list[Row] = [
        (word, "NOUN", "det" if i == 0 else "dep", 1)
        for i, word in enumerate(text.split(" "))
    ]
    own = attribution(parsed(rows), cue, "pay", source=source)
    assert is_silent(own) is silent
