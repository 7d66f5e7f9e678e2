import numpy as np
import pytest
from spacy.language import Language

from extract.attributions import attributions
from extract.components import encoder_of
from extract.stance_rules import SURE, rule
from extract.stances import stances
from ontology.stances import Polarity, Stance

UNSURE = 0.5


@pytest.mark.parametrize(
    ("cue", "content", "name"),
    [
        ("said", "Why did nobody call the fire brigade?", "question"),
        ("called", "the opera “a waste of good talent”", "epithet"),
        ("dismissed", "the study as bad arithmetic", "dismissal"),
        ("said", "they would walk out unless the roster changed", "condition"),
        ("set out", "tough new terms for the lease", "terms"),
        ("has listed", "three conditions: a clinic, a road and a school", "terms"),
        ("said", "that the ferry must run in winter", "obligation"),
        ("argued", "that a ban would merely push sales abroad", "bad consequence"),
        ("said", "“Parents should know what is in the milk,”", "advice"),
        ("told", "that Chad would be insisting on a ceasefire", "demand"),
        ("said", "schools needed new windows", "demand"),
        ("said", "it objects to the new flour levy", "opposition"),
        ("said", "“I did not support the merger,”", "opposition"),
        ("has declared", "that it does not seek a pause in the talks", "negated aim"),
        ("said", "“We don’t want the airport,”", "negated aim"),
        ("said", "it was “ready to discuss” a shorter week", "readiness"),
    ],
)
def test_the_first_rule_that_fits_decides(cue: str, content: str, name: str) -> None:
    found = rule(cue, content, UNSURE)
    assert found is not None
    assert found[0].name == name
    assert found[1] in f"{cue} | {content}"


def test_where_the_reader_is_sure_its_word_stands() -> None:
    assert rule("said", "schools needed new windows", UNSURE)
    assert rule("said", "schools needed new windows", SURE) is None


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("said", "that rents rose"),
        ("said", "the terms of the lease were clear"),
        ("said", "the minister should have known"),
        ("said", "he would only sell the house to her"),
        ("said", "she opened the door to him"),
        ("said", "he must have missed the train"),
        ("said", "it was not ready to talk"),
        ("said", "the minister who had objected was gone"),
        ("called for", "the “Bread Law” to be read again"),
    ],
)
def test_other_words_are_left_to_the_reader(cue: str, content: str) -> None:
    assert rule(cue, content, UNSURE) is None


@pytest.mark.parametrize(
    "cue",
    [
        "did not rule out",
        "hasn't rejected",
        "would never publicly oppose",
        "refused to rule out",
    ],
)
def test_a_negated_cue_of_opposition_is_always_turned_over(cue: str) -> None:
    found = rule(cue, "a tax on ferries", 1.0)
    assert found is not None
    assert found[0].stances == ("accepts",)


@pytest.mark.parametrize("cue", ["ruled out", "not only rejected", "did not mention"])
def test_another_cue_is_not(cue: str) -> None:
    assert rule(cue, "a tax on ferries", UNSURE) is None


def test_who_does_not_seek_it_is_told_as_against_it(nlp: Language) -> None:
    doc = nlp("Harland has declared that it does not seek a pause in the talks.")
    (stanced,) = stances(doc, attributions(doc), encoder_of(nlp))
    assert (stanced.stance, stanced.polarity) == (Stance.OPPOSES, Polarity.AGAINST)


def test_who_supports_it_is_for_it_whatever_the_attitude_by_itself(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = nlp("The mayor of Harland defended the new tram line on Monday.")
    encoder = encoder_of(nlp)
    supports = np.array([[float(stance is Stance.SUPPORTS) for stance in Stance]])
    against = np.array([[float(side is Polarity.AGAINST) for side in Polarity]])
    monkeypatch.setattr(encoder, "stances", lambda some: (supports, against))
    (stanced,) = stances(doc, attributions(doc), encoder)
    assert (stanced.stance, stanced.polarity) == (Stance.SUPPORTS, Polarity.FOR)
