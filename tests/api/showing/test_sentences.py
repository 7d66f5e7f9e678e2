"""Sentences around a place: a boundary in doubt gives more context, never less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.showing.sentences import proof, sentence
from ontology.stances import Stance
from tests.api.conftest import made_article, made_claim


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One. Two is it. Three.", "is", "Two is it."),
        ("“We agree.” He left. Then", "agree", "“We agree.”"),
        ("He left. “We agree,” he said. Then", "agree", "“We agree,” he said."),
        ("The U.S. Senate agreed. Good.", "agreed", "The U.S. Senate agreed."),
        ("So Gen. J. Doe agreed on Jan. 5. Good.", "agreed",
         "So Gen. J. Doe agreed on Jan. 5."),
        ("Headline\n\nWe agree\nMore", "We agree", "We agree"),
        ("Really? Yes! We agree... and stay. No.", "agree", "We agree... and stay."),
        ("“Peace will come.” All agree.", "“Peace will come.”", "“Peace will come.”"),
        ("We agree", "We agree", "We agree"),
    ],
)  # fmt: skip
def test_the_sentence_around_words(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    assert text[slice(*sentence(text, start, start + len(words)))] == expected


@given(st.text(alphabet="aB .!?\n“”\r", max_size=60), st.data())
def test_the_place_itself_is_always_covered(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left, right = sentence(text, start, end)
    assert 0 <= left <= start <= end <= right <= len(text)


def test_proof_far_apart_leaves_out_what_is_between() -> None:
    text = "Li made demands. Nobody heard.\n\nSome left.\n\nA treaty. A truce."
    words = ("Li", "made demands", "A truce")
    claim = made_claim(made_article(text), "Li", Stance.DEMANDS, "truce", words)
    shown = [text[slice(*place)] for place in proof(text, claim)]
    assert shown == ["Li made demands.", "A truce."]
