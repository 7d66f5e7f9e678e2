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


@pytest.mark.parametrize(
    ("text", "cue", "content", "silent"),
    [
        ("The case is known as the Harbour Four", "is known as",
         "the Harbour Four", True),
        ("It is known that they left", "is known", "that they left", False),
    ],
)  # fmt: skip
def test_a_name_is_no_statement(
    text: str, cue: str, content: str, silent: bool
) -> None:
    assert is_silent(attribution(plain(text), cue, content)) is silent


@pytest.mark.parametrize(
    ("telling", "kind", "silent"),
    [("unclear", "ADJ", True), ("feared", "VERB", False)],
)
def test_a_remark_of_the_writer_is_no_statement(
    telling: str, kind: str, silent: bool
) -> None:
    rows: list[Row] = [
        ("It", "PRON", "expl", 2),
        ("is", "AUX", "cop", 2),
        (telling, kind, "root", 2),
        ("that", "SCONJ", "mark", 4),
        ("ships", "NOUN", "ccomp", 2),
    ]
    assert is_silent(attribution(parsed(rows), f"It is {telling}", "that")) is silent
    assert not is_silent(
        attribution(parsed(rows), f"is {telling}", "that", source="It")
    )


@pytest.mark.parametrize(
    ("text", "cue", "silent"),
    [
        ("Oslo weigh jobs against a ban", "weigh", True),
        ("Oslo weigh in on a vote against a ban", "weigh in on", False),
        ("Oslo urge jobs against a ban", "urge", False),
    ],
)
def test_who_weighs_one_thing_against_another_has_said_nothing(
    text: str, cue: str, silent: bool
) -> None:
    doc = plain(text)
    for token in doc:
        token.lemma_ = token.text
    content = text.partition(f"{cue} ")[2]
    assert is_silent(attribution(doc, cue, content, source="Oslo")) is silent


@pytest.mark.parametrize(
    ("verb", "below", "silent"),
    [("appear", "xcomp", True), ("vow", "xcomp", False), ("appear", "obl", False)],
)
def test_how_something_looks_is_no_statement(
    verb: str, below: str, silent: bool
) -> None:
    rows: list[Row] = [
        ("Ada", "PROPN", "nsubj", 1),
        (verb, "VERB", "root", 1),
        ("to", "PART", "mark", 3),
        ("leave", "VERB", below, 1),
    ]
    doc = parsed(rows)
    doc[3].tag_ = "VB"
    own = attribution(doc, verb, "to leave", source="Ada")
    assert is_silent(own) is silent
