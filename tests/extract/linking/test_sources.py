"""The source of a cue that has none of its own, by trees made by hand."""

from spacy.tokens import Doc

from extract.linking.belonging import Linked
from extract.linking.parts import Part
from extract.linking.sources import sources
from tests.extract.docs import Row, parsed, part

ADA: list[Row] = [
    ("Ada", "PROPN", "nsubj", 1),
    ("demanded", "VERB", "root", 1),
    ("tolls", "NOUN", "obj", 1),
    ("and", "CCONJ", "cc", 4),
    ("rejected", "VERB", "conj", 1),
    ("fares", "NOUN", "obj", 4),
]

OLE: list[Row] = [*ADA[:4], ("Ole", "PROPN", "nsubj", 5), ("rejected", *ADA[4][1:])]


def found(doc: Doc, *own: list[tuple[str, float]]) -> list[list[str]]:
    """The sources of "demanded" and "rejected", where these are linked to them."""
    cues = [part(doc, "demanded"), part(doc, "rejected")]
    linked = [
        [Linked(_part(doc, word), probability) for word, probability in items]
        for items in own
    ]
    return [
        [doc[item.part.start].text for item in items] for items in sources(cues, linked)
    ]


def _part(doc: Doc, word: str) -> Part:
    at = part(doc, word)
    return Part(at.start, at.end, "source", 1.0)


def test_a_cue_without_source_has_that_of_one_before_it() -> None:
    assert found(parsed(ADA), [("Ada", 0.9)], []) == [["Ada"], ["Ada"]]
    assert found(parsed(ADA), [], []) == [[], []]


def test_a_subject_of_its_own_comes_between() -> None:
    assert found(parsed(OLE), [("Ada", 0.9)], []) == [["Ada"], []]


def test_a_sentence_that_begins_comes_between() -> None:
    doc = parsed(
        [*ADA[:3], (".", "PUNCT", "punct", 1), ("rejected", "VERB", "root", 4)]
    )
    assert [token.i for token in doc if token.is_sent_start] == [0, 4]
    assert found(doc, [("Ada", 0.9)], []) == [["Ada"], []]


def test_of_several_sources_the_surest_speaks() -> None:
    several = [("tolls", 0.4), ("Ada", 0.9), ("fares", 0.5)]
    assert found(parsed(ADA), several, []) == [["Ada"], ["Ada"]]


def test_somebody_else_comes_in_after_a_semicolon() -> None:
    doc = parsed(
        [
            *ADA[:3],
            (";", "PUNCT", "punct", 1),
            ("Ole", "PROPN", "nsubj", 1),
            (",", "PUNCT", "punct", 4),
            ("rejected", "VERB", "conj", 1),
        ]
    )
    assert found(doc, [("Ada", 0.9)], []) == [["Ada"], []]
