"""Who is for a content that asks for an end to the topic is against the topic."""

import pytest

from extract.ending import ending, turned
from extract.pipeline import Extractor
from extract.stances import Stanced
from ontology.claim import StanceReason, Topic
from ontology.stances import Polarity, Stance


@pytest.mark.parametrize(
    ("text", "topic", "word"),
    [
        ("The nurses want the clinic to scrap night shifts.", "night shift", "scrap"),
        ("The union called for the abolition of fees.", "fee", "abolition"),
        ("They asked that strip searches be halted.", "strip search", "halted"),
        ("The nurses want more night shifts.", "night shift", None),
        ("They asked the mayor not to scrap the fee.", "fee", None),
        ("They want to abolish tuition.", "tuition abolition", None),
        ("They want a halt to the trawling of corals.", "halt", None),
        ("They want to stop the killing of wolves.", "wolf", None),
    ],
)
def test_ending(extractor: Extractor, text: str, topic: str, word: str | None) -> None:
    found = ending([extractor.nlp(text)[:]], Topic(id="x", label=topic))
    assert (found and found.text) == word


@pytest.mark.parametrize(
    ("stance", "polarity", "expected"),
    [
        (Stance.DEMANDS, Polarity.FOR, Polarity.AGAINST),
        (Stance.DEMANDS, Polarity.NEITHER, Polarity.NEITHER),
        (Stance.ASSERTS, Polarity.FOR, Polarity.FOR),
    ],
)
def test_only_a_stance_that_wants_it_is_turned(
    extractor: Extractor, stance: Stance, polarity: Polarity, expected: Polarity
) -> None:
    content = extractor.nlp("The guild demanded an end to tolls.")[3:7]
    given = Stanced(stance, polarity, StanceReason(signal="model", detail="cue 'said'"))
    made = turned(given, [content], Topic(id="toll", label="toll"))
    assert made.polarity is expected
    assert ("against the topic" in made.reason.detail) is (made != given)
