"""Who is for a content that asks for an end to the topic is against the topic."""

import pytest

from extract.ending import ending, turned
from extract.pipeline import Extractor
from extract.stances import Stanced
from ontology.claim import StanceReason
from ontology.stances import Polarity, Stance
from tests.extract.docs import attribution


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
        ("They called for an end to the sale of nets.", "net", "end"),
        ("They want a law prohibiting the use of nets.", "net", "prohibiting"),
        ("They asked that the sale of nets be banned.", "net", "banned"),
        ("They want to bring the dispute to an end.", "dispute", "end"),
        ("She urged states to phase out coal.", "coal", "phase"),
        ("She urged states to phase in the levy.", "levy", None),
        ("They want the mayor to lift the ban on trawling.", "trawling", None),
        ("They want a shelter at the end of the pier.", "pier", None),
        ("They asked the firm to stop drilling.", "drilling", "stop"),
        ("She said the blockade must end.", "blockade", "end"),
        ("They asked that the march be called off.", "march", "called"),
        ("They asked the mayor to call off the march.", "march", "call"),
        ("They asked the port to waive its dues.", "due", "waive"),
        ("He promised to repeal the tax.", "tax cut", None),
        ("They called for the removal of wrecks from the bay.", "bay", None),
    ],
)
def test_ending(extractor: Extractor, text: str, topic: str, word: str | None) -> None:
    found = ending([extractor.nlp(text)[:]], [topic])
    assert (found and found.text) == word


def test_a_concept_ends_by_any_of_its_names(extractor: Extractor) -> None:
    content = [extractor.nlp("They called for a cessation of hostilities.")[:]]
    war = ending(content, ["war", "armed conflict", "hostilities"])
    assert war is not None
    assert war.text == "cessation"
    assert ending(content, ["ceasefire", "cessation of hostilities"]) is None


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
    doc = extractor.nlp("The guild demanded an end to tolls.")
    said = attribution(doc, "demanded", "an end to tolls")
    given = Stanced(stance, polarity, StanceReason(signal="model", detail="cue 'said'"))
    made = turned(given, said, ["toll"])
    assert made.polarity is expected
    assert ("against the topic" in made.reason.detail) is (made != given)


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance", "topic", "expected"),
    [
        ("The guild wants no tolls.", "wants", "no tolls", Stance.DEMANDS, "toll", "-"),
        (
            "It asked that no pupil be sent home.",
            "asked",
            "that no pupil be sent home",
            Stance.DEMANDS,
            "pupil",
            "+",
        ),
        (
            "It refused to scrap the ferry.",
            "refused",
            "to scrap the ferry",
            Stance.OPPOSES,
            "ferry",
            "+",
        ),
        (
            "It said it would scrap the ferry.",
            "said",
            "it would scrap the ferry",
            Stance.OPPOSES,
            "ferry",
            "-",
        ),
    ],
)
def test_none_of_it_and_an_end_turned_down(
    extractor: Extractor,
    *,
    text: str,
    cue: str,
    content: str,
    stance: Stance,
    topic: str,
    expected: str,
) -> None:
    own = Polarity.AGAINST if stance is Stance.OPPOSES else Polarity.FOR
    given = Stanced(stance, own, StanceReason(signal="model", detail="cue"))
    made = turned(given, attribution(extractor.nlp(text), cue, content), [topic])
    assert made.polarity == expected
