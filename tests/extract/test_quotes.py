import pytest

from extract.quotes import quote_types, readable
from ontology.claim import QuoteType
from tests.extract.docs import attribution, plain


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("“ We will stay , ” Ada said", "Ada", "said", "“ We will stay , ”", "direct"),
        ("Ada said she would stay", "Ada", "said", "she would stay", "indirect"),
        ("Ada called it “ bad ” now", "Ada", "called", "it “ bad ” now", "mixed"),
        ("‘We will stay,’ Ada said", "Ada", "said", "‘We will stay,’", "direct"),
        ("Ada called it 'bad' now", "Ada", "called", "it 'bad' now", "mixed"),
        ("'The owners' bid won,' Ada said", "Ada", "said", "'The owners' bid won,'",
         "direct"),
        ("Ada said rock 'n' roll won", "Ada", "said", "rock 'n' roll won", "indirect"),
        ("Ada saw 'cats' and dogs", "Ada", "saw", "'cats' and dogs", "mixed"),
        ("Ada said men's pay fell", "Ada", "said", "men's pay fell", "indirect"),
        ("We will stay , said Ada", "Ada", "said", "We will stay", "direct"),
        ("We said that we would stay", "We", "said", "that we would stay", "indirect"),
        ("Our plan works , we think", "we", "think", "Our plan works", "indirect"),
    ],
)  # fmt: skip
def test_quote_type(
    text: str, source: str, cue: str, content: str, expected: str
) -> None:
    doc = plain(text)
    found = quote_types(doc, [attribution(doc, cue, content, source=source)])
    assert found == [QuoteType(expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No truce,”", "No truce"),
        ('"No truce."', "No truce"),
        ("that it\n\nwill end", "that it will end"),
        ("he said “no.”", "he said “no”"),
        ("“No” in March", "“No” in March"),
        ('"No" in March', '"No" in March'),
        ('that it was "no"', 'that it was "no"'),
        ('so "Stay," and “go”', 'so "Stay," and “go”'),
        ("it was ‘nobody’s dog’", "it was ‘nobody’s dog’"),
        ("'Nobody's dog'", "Nobody's dog"),
        ("", ""),
    ],
)
def test_readable_leaves_outer_marks_out(text: str, expected: str) -> None:
    assert readable(text, [(0, len(text))]) == expected
