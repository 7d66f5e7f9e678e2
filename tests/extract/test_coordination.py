"""Speakers who go on with another verb, and what only looks so."""

from extract.coordination import continued
from tests.extract.docs import Row, attribution, parsed

ROWS: list[Row] = [
    ("Togo", "PROPN", "nsubj", 1),
    ("said", "VERB", "root", 1),
    ("prices", "NOUN", "nsubj", 3),
    ("fell", "VERB", "ccomp", 1),
    ("and", "CCONJ", "cc", 5),
    ("called", "VERB", "conj", 1),
    ("on", "ADP", "case", 7),
    ("Mali", "PROPN", "obl", 5),
]
CONTENT = "prices fell and called on Mali"


def read(rows: list[Row], content: str = CONTENT) -> list[tuple[str, list[str]]]:
    """Cue and contents of what the speaker says and goes on with."""
    doc = parsed(rows)
    for token in doc:
        token.tag_ = "VBD" if token.pos_ == "VERB" else token.tag_
        token.lemma_ = {"called": "call"}.get(token.text, token.text)
    found = continued(attribution(doc, "said", content, source="Togo"))
    return [(one.cue.text, [span.text for span in one.content]) for one in found]


def with_row(index: int, row: Row) -> list[Row]:
    """The rows with another at an index."""
    return [*ROWS[:index], row, *ROWS[index + 1 :]]


def test_the_speaker_goes_on_with_another_verb() -> None:
    assert read(ROWS) == [("said", ["prices fell"]), ("called on", ["Mali"])]


def test_things_do_not_call_on_anybody() -> None:
    rows = with_row(5, ("called", "VERB", "conj", 3))
    assert read(rows) == [("said", ["prices fell"]), ("called on", ["Mali"])]


def test_a_person_who_is_spoken_of_may_call_on_somebody() -> None:
    rows = with_row(5, ("called", "VERB", "conj", 3))
    rows[2] = ("ministers", "NOUN", "nsubj", 3)
    whole = "ministers fell and called on Mali"
    assert read(rows, whole) == [("said", [whole])]


def test_a_content_that_begins_with_and_stays_whole() -> None:
    rows = with_row(5, ("called", "VERB", "conj", 1))
    assert read(rows, "and called on Mali") == [("said", ["and called on Mali"])]
