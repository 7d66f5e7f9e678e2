from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extract.encoding.labels import ROLE_TAGS, may_follow
from extract.encoding.viterbi import best_path, legal


def test_no_words_have_no_tags() -> None:
    assert (
        best_path(
            np.zeros((0, 3), np.float32),
            legal(("O", "B-x", "I-x")),
            np.zeros(3, np.float32),
        )
        == []
    )


@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_the_path_is_the_best_of_all(seed: int, size: int) -> None:
    random = np.random.default_rng(seed)
    tags = ("O", "B-x", "I-x", "B-y")
    scores = random.normal(size=(size, 4)).astype(np.float32)
    steps = legal(tags)
    start = np.zeros(4, dtype=np.float32)

    def total(path: tuple[int, ...]) -> float:
        own = sum(float(scores[i, tag]) for i, tag in enumerate(path))
        return own + sum(float(steps[a, b]) for a, b in pairwise(path))

    best = max(product(range(4), repeat=size), key=total)
    assert abs(total(tuple(best_path(scores, steps, start))) - total(best)) < 1e-4


@given(st.integers(0, 2**32 - 1))
def test_an_inside_tag_follows_its_own_kind(seed: int) -> None:
    scores = (
        np.random.default_rng(seed).normal(size=(40, len(ROLE_TAGS))).astype(np.float32)
    )
    path = best_path(scores, legal(ROLE_TAGS), np.zeros(len(ROLE_TAGS), np.float32))
    tags = [ROLE_TAGS[i] for i in path]
    assert all(may_follow(a, b) for a, b in pairwise(tags))
