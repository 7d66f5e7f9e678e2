"""Whose words the answers of an interview are, in interviews of our own."""

import pytest
from spacy.language import Language

from extract.attributions import attributions
from extract.interviews import turns
from extract.pipeline import Extractor
from ontology.claim import Article, QuoteType
from ontology.ids import article_id

LETTERS = """The tide gauge of Ostra

Ines Cabral has read the tide gauge for 30 years. Interview by Tomas Roth

Q: Is the sea rising?

A: It has risen by nine centimetres. I expect another ten by 2040.

The harbour was not built for it.

Q: And the town?

A: The mayor says the wall will hold. It won't.

The town hall did not comment.
"""

NAMES = """The captain who will not sail

Harbour Post: Will you sail on Monday?

Captain Ole Brandt: No boat leaves before the pay is right.

Harbour Post: And the passengers?

Brandt: They can take the train.
"""


def told(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution, without its full stop, in order."""
    return [
        (
            " ".join(s.text for s in a.source),
            " ".join(c.text for c in a.content).removesuffix("."),
        )
        for a in attributions(nlp(text))
    ]


def test_an_answer_is_told_of_the_one_who_was_asked(nlp: Language) -> None:
    found = told(nlp, LETTERS)
    for words in (
        "It has risen by nine centimetres",
        "another ten by 2040",
        "The harbour was not built for it",
        "It won't",
    ):
        assert ("Ines Cabral", words) in found
    assert ("The mayor", "the wall will hold") in found
    assert not any("comment" in content for _, content in found)


def test_nobody_is_named_as_asking_under_a_letter(nlp: Language) -> None:
    assert ("", "Is the sea rising?") in told(nlp, LETTERS)


@pytest.mark.parametrize(
    "answer",
    ["What I'd ask is simple: publish the report.", "I doubt it.", "I don't know."],
)
def test_what_says_nothing_by_itself_stays_in_its_sentence(
    nlp: Language, answer: str
) -> None:
    text = LETTERS.replace("It won't.", answer)
    assert ("Ines Cabral", answer.removesuffix(".")) in told(nlp, text)


def test_names_as_labels_speak_for_themselves(nlp: Language) -> None:
    found = told(nlp, NAMES)
    assert ("Captain Ole Brandt", "No boat leaves before the pay is right") in found
    assert ("Brandt", "They can take the train") in found
    assert ("Harbour Post", "Will you sail on Monday?") in found


@pytest.mark.parametrize("mark", [":", "."])
def test_letters_may_end_with_a_full_stop(nlp: Language, mark: str) -> None:
    text = LETTERS.replace("Q:", f"Q{mark}").replace("A:", f"A{mark}")
    found = [turn.words.text for turn in turns(nlp(text)) if not turn.asks]
    assert [words.split(".")[0] for words in found] == [
        "It has risen by nine centimetres",
        "The mayor says the wall will hold",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Name: Ada Berg\nAge: 40\n\nName: Ole Dahl\nAge: 50\n",
        "Verdict: a cold play.\n\nOslo: Where is the snow?\n",
        "",
    ],
)
def test_other_labels_are_no_turns(nlp: Language, text: str) -> None:
    assert not list(turns(nlp(text)))


def test_an_answer_is_direct_speech(extractor: Extractor) -> None:
    article = Article(id=article_id(LETTERS), source="test", text=LETTERS)
    ((_, claims),) = extractor.extract([article])
    own = [claim for claim in claims if claim.speaker.name == "Ines Cabral"]
    assert len(own) >= 4
    assert {claim.quote for claim in own if claim.cue.text == ":"} == {QuoteType.DIRECT}
