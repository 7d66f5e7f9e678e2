"""Who did not answer said nothing."""

import pytest

from extract.silence import is_silent
from tests.extract.docs import attribution, plain


@pytest.mark.parametrize(
    ("text", "cue", "content", "silent"),
    [
        ("They did not respond to calls", "did not respond to", "calls", True),
        ("They have yet to reply to it", "have yet to reply to", "it", True),
        ("They responded to calls", "responded to", "calls", False),
        ("They did not reply “ yes ”", "did not reply", "“ yes ”", False),
        ("They did not deny it", "did not deny", "it", False),
    ],
)
def test_no_answer_is_silence(text: str, cue: str, content: str, silent: bool) -> None:
    doc = plain(text)
    for token in doc:
        token.lemma_ = {"responded": "respond"}.get(token.text, token.text)
    assert is_silent(attribution(doc, cue, content)) is silent
