import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extract.trees import sentence_starts, tree


def outputs(seed: int, size: int) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    names = ("arc_query", "arc_key", "relation_of", "relation_to")
    values = {name: random.normal(size=(size, 6)).astype(np.float32) for name in names}
    return values | {"start": random.normal(size=(size, 1)).astype(np.float32)}


@given(st.integers(0, 2**32 - 1), st.integers(1, 25))
def test_a_sentence_is_one_tree(seed: int, size: int) -> None:
    found = tree(outputs(seed, size + 3), 3, size + 3)
    heads = {word: head for word, (head, _) in enumerate(found, 3)}
    roots = [word for word, head in heads.items() if word == head]
    assert len(roots) == 1
    for word in heads:
        for _ in range(size):
            word = heads[word]
        assert word == roots[0]


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(0, 2), min_size=1, max_size=50))
def test_sentences_begin_at_the_text_and_at_paragraphs(
    seed: int, breaks: list[int]
) -> None:
    starts = sentence_starts(outputs(seed, len(breaks)), breaks)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert set(starts) >= {i for i, gap in enumerate(breaks) if gap == 2}
