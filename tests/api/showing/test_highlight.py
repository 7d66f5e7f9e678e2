"""Highlighting: cut at every boundary, nothing lost, nothing doubled."""

from hypothesis import given
from hypothesis import strategies as st

from api.showing.highlight import Mark, Part, Piece, pieces

TEXT = "Li said Wu wants peace."

OFFSETS = st.integers(0, 30)
MARKS = st.lists(
    st.builds(Mark, OFFSETS, OFFSETS, st.sampled_from(Part), st.sampled_from("abc"))
)


def test_an_overlap_is_cut_at_its_boundaries() -> None:
    found = pieces(TEXT, [
        Mark(0, 2, Part.SOURCE, "a"), Mark(8, 22, Part.CONTENT, "a"),
        Mark(8, 10, Part.SOURCE, "b"), Mark(17, 23, Part.CONTENT, "b"),
    ])  # fmt: skip
    assert [(piece.text, piece.parts, piece.claims) for piece in found] == [
        ("Li", (Part.SOURCE,), ("a",)),
        (" said ", (), ()),
        ("Wu", (Part.SOURCE, Part.CONTENT), ("b", "a")),
        (" wants ", (Part.CONTENT,), ("a",)),
        ("peace", (Part.CONTENT,), ("a", "b")),
        (".", (Part.CONTENT,), ("b",)),
    ]


def test_a_claim_begins_and_ends_once() -> None:
    found = pieces(TEXT, [Mark(3, 7, Part.CUE, "a"), Mark(0, 2, Part.SOURCE, "a")])
    assert [(p.text, p.begins, p.ends) for p in found if p.claims] == [
        ("Li", ("a",), ()),
        ("said", (), ("a",)),
    ]


def test_a_window_clips() -> None:
    assert pieces(TEXT, [Mark(0, 7, Part.CUE, "a")], (3, 10)) == [
        Piece("said", (Part.CUE,), ("a",), ("a",), ("a",)),
        Piece(" Wu"),
    ]


@given(st.text(max_size=25), MARKS)
def test_the_pieces_are_the_text_and_every_mark_is_kept(
    text: str, places: list[Mark]
) -> None:
    found = pieces(text, places)
    assert "".join(piece.text for piece in found) == text
    position = 0
    for piece in found:
        end = position + len(piece.text)
        holding = {m.claim for m in places if m.start <= position and end <= m.end}
        assert set(piece.claims) == (holding if piece.text else set())
        position = end
    begun = [claim for piece in found for claim in piece.begins]
    ended = [claim for piece in found for claim in piece.ends]
    assert sorted(begun) == sorted(set(begun)) == sorted(ended)
