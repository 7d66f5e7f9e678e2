from hypothesis import given
from hypothesis import strategies as st

from extract.encoding.windows import OVERLAP_PIECES, windows

LENGTHS = st.lists(st.integers(1, 32), max_size=400)


@given(LENGTHS, st.integers(64, 400), st.integers(0, 30))
def test_each_word_is_decided_once_and_in_order(
    lengths: list[int], size: int, overlap: int
) -> None:
    found = windows(lengths, size=size, overlap=overlap)
    decided = [i for window in found for i in range(window.first, window.last)]
    assert decided == list(range(len(lengths)))


@given(LENGTHS, st.integers(64, 400), st.integers(0, 30))
def test_a_window_holds_what_it_decides_and_fits(
    lengths: list[int], size: int, overlap: int
) -> None:
    for window in windows(lengths, size=size, overlap=overlap):
        assert window.start <= window.first < window.last <= window.end
        assert sum(lengths[window.start : window.end]) <= size


def test_inner_words_have_context_on_both_sides() -> None:
    for window in windows([2] * 2000)[1:-1]:
        assert (window.first - window.start) * 2 >= OVERLAP_PIECES
        assert (window.end - window.last) * 2 >= OVERLAP_PIECES
