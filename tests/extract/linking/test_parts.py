"""Runs of tagged words, and the lines where they stand."""

import numpy as np
import pytest

from extract.encoding.labels import ROLE_TAGS
from extract.encoding.viterbi import legal
from extract.encoding.words import words
from extract.linking.parts import Page, parts
from tests.extract.docs import plain


def found(texts: list[str], breaks: list[int], tags: str) -> list[tuple[str, str]]:
    """The parts with their roles where the words are surely tagged so."""
    scores = np.full((len(texts), len(ROLE_TAGS)), -9, dtype=np.float32)
    for row, tag in enumerate(tags.split(" ")):
        scores[row, ROLE_TAGS.index(tag)] = 9
    doc = plain(" ".join(texts))
    page = Page.of(doc, words(texts, breaks), range(len(texts)))
    return [
        (page.span(part).text, part.role)
        for part in parts(page, scores, legal(ROLE_TAGS))
    ]


def test_parts_are_runs_of_one_role() -> None:
    texts = ["Ada", "Li", "said", "rain", "fell", "."]
    tags = "B-source I-source B-cue B-content I-content O"
    assert found(texts, [0] * 6, tags) == [
        ("Ada Li", "source"),
        ("said", "cue"),
        ("rain fell", "content"),
    ]


@pytest.mark.parametrize(
    ("first", "expected"),
    [("rain", ["rain fell", "snow too"]), ("“", ["“ fell snow too"])],
)
def test_only_a_quotation_goes_on_in_the_next_line(
    first: str, expected: list[str]
) -> None:
    tags = "B-content I-content I-content I-content"
    runs = found([first, "fell", "snow", "too"], [0, 0, 1, 0], tags)
    assert runs == [(words, "content") for words in expected]
