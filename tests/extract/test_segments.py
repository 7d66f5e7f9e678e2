from hypothesis import given
from hypothesis import strategies as st

from extract.segments import segments

TEXTS = st.text(alphabet="ab \n", max_size=200)


@given(TEXTS, st.integers(1, 50))
def test_segments_are_the_text(text: str, longest: int) -> None:
    found = list(segments(text, longest=longest))
    assert "".join(segment.text for segment in found) == text
    assert all(len(segment.text) <= longest for segment in found)
    assert all(text[s.offset : s.offset + len(s.text)] == s.text for s in found)


def test_an_empty_text_is_one_empty_segment() -> None:
    assert [segment.text for segment in segments("")] == [""]
