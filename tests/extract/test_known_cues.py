"""Verbs of speaking that the encoder half hears."""

import numpy as np
import pytest

from extract.encoding.labels import ROLE_TAGS
from extract.encoding.viterbi import legal
from extract.known_cues import role_tags
from tests.extract.docs import Row, parsed

CUE = ROLE_TAGS.index("B-cue")


def tags(verb: str, score: float, *, subject: str = "nsubj") -> list[str]:
    """The tags of "Oslo VERB it" where the verb's score as a cue is this, outside 0."""
    rows: list[Row] = [
        ("Oslo", "PROPN", subject, 1),
        (verb, "VERB", "root", 1),
        ("it", "PRON", "obj", 1),
    ]
    scores = np.full((3, len(ROLE_TAGS)), -9, dtype=np.float32)
    scores[:, ROLE_TAGS.index("O")] = 0
    scores[1, CUE] = score
    found = role_tags(parsed(rows), scores, range(3), legal(ROLE_TAGS))
    return [ROLE_TAGS[tag] for tag in found]


def test_a_known_verb_that_is_half_heard_is_a_cue() -> None:
    assert tags("undertake", -1) == ["O", "B-cue", "O"]


@pytest.mark.parametrize(
    ("verb", "score", "subject"),
    [("undertake", -4, "nsubj"), ("walk", -1, "nsubj"), ("undertake", -1, "vocative")],
)
def test_other_words_stay_outside(verb: str, score: float, subject: str) -> None:
    assert tags(verb, score, subject=subject) == ["O", "O", "O"]
