"""Whose words the paragraphs of a quotation are."""

import pytest

from extract.encoding.words import words
from extract.linking.running_quotes import Said, leaders


def led(text: str, *said: tuple[str, str]) -> list[int]:
    """Leaders of what is said in a text of words parted by blanks; "|" ends a
    paragraph. `said` gives first words, and the word of the cue."""
    texts: list[str] = []
    breaks, lines = [], []
    gap = line = 0
    for word in text.split(" "):
        if word == "|":
            gap, line = 2, line + 1
            continue
        texts.append(word)
        breaks.append(gap)
        lines.append(line)
        gap = 0
    stretches = []
    for first, cue in said:
        start = texts.index(first) - 1
        stretches.append(Said(start, start + 2, texts.index(cue)))
    return leaders(stretches, lines, words(texts, breaks).quotes)


OPEN = '" Rain , " Ada said . | " Mud is | " Fog is . " | Ole called it " old "'


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    said = [("Rain", "said"), ("Mud", "said"), ("Fog", "called"), ("old", "called")]
    assert led(OPEN, *said) == [0, 1, 1, 3]


def test_a_paragraph_of_quotation_has_the_speaker_before() -> None:
    text = 'Ada said it rains . | " Fog is . " | Ole called it " old "'
    said = [("rains", "said"), ("Fog", "called"), ("old", "called")]
    assert led(text, *said) == [0, 0, 2]


@pytest.mark.parametrize(
    "text",
    [
        'Ada said it rains . | " Fog is . " | Ole called so',
        'Ada said it rains . | " Fog is , " Ole called',
        'Ada said it rains . | It is late . | " Fog is . " | Ole called so',
    ],
)
def test_other_paragraphs_keep_their_own(text: str) -> None:
    assert led(text, ("rains", "said"), ("Fog", "called")) == [0, 1]
