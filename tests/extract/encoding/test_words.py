import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.encoding.words import BREAKS, QUOTES, SHAPES, words


def quotes(*texts: str) -> list[str]:
    return [QUOTES[q] for q in words(texts, [0] * len(texts)).quotes]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Putin", "title"),
        ("NATO", "upper"),
        ("A", "initial"),
        ("truce", "lower"),
        ("McDonald", "mixed"),
        ("2022", "digits"),
        ("30-day", "alphanumeric"),
        ("“", "double"),
        ("—", "dash"),
        (",", ","),
        ("’s", "possessive"),
        ("$", "other"),
    ],
)
def test_shape_of_a_word(text: str, shape: str) -> None:
    assert SHAPES[words([text], [0]).shapes[0]] == shape


def test_straight_quotation_marks_open_and_close_in_turn() -> None:
    assert quotes('"', "No", '"', "he", "said") == [
        "opening", "inside", "closing", "outside", "outside",
    ]  # fmt: skip


def test_a_new_paragraph_starts_outside_an_unclosed_quotation() -> None:
    found = words(["“", "No", "He", "left"], [0, 0, 2, 0])
    assert [QUOTES[q] for q in found.quotes] == [
        "opening",
        "inside",
        "outside",
        "outside",
    ]


@given(st.lists(st.tuples(st.text(min_size=1), st.integers(0, 2))))
def test_every_word_has_every_feature(items: list[tuple[str, int]]) -> None:
    texts, breaks = [text for text, _ in items], [gap for _, gap in items]
    found = words(texts, breaks)
    assert len(found.shapes) == len(found.quotes) == len(texts)
    assert all(0 <= shape < len(SHAPES) for shape in found.shapes)
    assert all(gap < len(BREAKS) for gap in found.breaks)
