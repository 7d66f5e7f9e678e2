"""What a relative pronoun at the beginning of a content stands for."""

import pytest
from spacy.tokens import Span

from extract.antecedents import with_antecedent
from tests.extract.docs import Row, attribution, parsed

TOLLS: list[Row] = [
    ("Under", "ADP", "case", 3),
    ("a", "DET", "det", 3),
    ("new", "ADJ", "amod", 3),
    ("ban", "NOUN", "root", 3),
    ("on", "ADP", "case", 5),
    ("lorries", "NOUN", "nmod", 3),
    (",", "PUNCT", "punct", 8),
    ("which", "PRON", "obj", 8),
    ("calls", "VERB", "acl:relcl", 5),
    ("unfair", "ADJ", "xcomp", 8),
]


def pieces(rows: list[Row], cue: str, *content: str, source: str) -> list[str]:
    own = attribution(parsed(rows), cue, *content, source=source)
    return [span.text for span in with_antecedent(own).content]


def test_the_noun_phrase_before_a_relative_clause_is_what_is_told_of() -> None:
    rows = [*TOLLS[:8], ("Oslo", "PROPN", "nsubj", 9), ("calls", "VERB", "acl", 5)]
    rows += [("unfair", "ADJ", "xcomp", 9)]
    assert pieces(rows, "calls", "which", "unfair", source="Oslo") == [
        "a new ban on lorries", "which", "unfair"
    ]  # fmt: skip


def test_a_clause_does_not_tell_of_what_is_denied() -> None:
    rows = [TOLLS[0], ("no", "DET", "det", 3), *TOLLS[2:]]
    assert pieces(rows, "calls", "which", "unfair", source="Under") == [
        "lorries", "which", "unfair"
    ]  # fmt: skip


def test_a_clause_after_a_date_does_not_tell_of_the_date() -> None:
    rows: list[Row] = [
        ("It", "PRON", "nsubj", 1),
        ("closed", "VERB", "root", 1),
        ("in", "ADP", "case", 3),
        ("May", "PROPN", "obl", 1),
        (",", "PUNCT", "punct", 6),
        ("which", "PRON", "obj", 6),
        ("regretted", "VERB", "parataxis", 1),
    ]
    doc = parsed(rows)
    own = attribution(doc, "regretted", "which", source="It")
    assert [span.text for span in with_antecedent(own).content] == ["May", "which"]
    doc.set_ents([Span(doc, 3, 4, label="DATE")])
    assert with_antecedent(own) == own


def test_who_speaks_is_not_told_of() -> None:
    own = ["which", "unfair"]
    assert pieces(TOLLS, "calls", *own, source="a new ban on lorries") == own


ASKED: list[Row] = [
    ("Oslo", "PROPN", "nsubj", 1),
    ("asked", "VERB", "root", 1),
    ("ministers", "NOUN", "obj", 1),
    ("who", "PRON", "nsubj", 4),
    ("pays", "VERB", "ccomp", 1),
]
PAYS: list[Row] = [
    ("Pay", "VERB", "root", 0),
    (",", "PUNCT", "punct", 3),
    ("which", "PRON", "obj", 3),
    ("calls", "VERB", "acl:relcl", 0),
]


@pytest.mark.parametrize(
    ("rows", "cue", "content"),
    [(ASKED, "asked", "who pays"), (PAYS, "calls", "which"), (PAYS[2:], "calls", "")],
)
def test_other_pronouns_stand_for_nothing_before_them(
    rows: list[Row], cue: str, content: str
) -> None:
    rows = [(word, tag, relation, max(0, min(head, len(rows) - 1)))
            for word, tag, relation, head in rows]  # fmt: skip
    said = content or "which"
    assert pieces(rows, cue, said, source=rows[0][0]) == [said]
