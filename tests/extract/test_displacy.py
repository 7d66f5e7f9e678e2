"""displaCy, spaCy's own viewer, draws what the components write to a document."""

import pytest
from spacy import displacy
from spacy.language import Language

TEXT = "Mayor Ruth Lindqvist said the harbour must stay open."


def test_dependencies_are_drawn_for_every_word(nlp: Language) -> None:
    drawn = displacy.render(nlp(TEXT), style="dep", jupyter=False)
    for word in ("Lindqvist", "said", "harbour"):
        assert f">{word}<" in drawn
    assert "nsubj" in drawn


def test_entities_are_marked(nlp: Language) -> None:
    drawn = displacy.render(nlp(TEXT), style="ent", jupyter=False)
    assert "Ruth Lindqvist" in drawn
    assert "PERSON" in drawn


@pytest.mark.parametrize(
    ("role", "word"),
    [("source", "Lindqvist"), ("cue", "said"), ("content", "harbour")],
)
def test_each_role_is_marked(nlp: Language, role: str, word: str) -> None:
    options = {"spans_key": role}
    drawn = displacy.render(nlp(TEXT), style="span", options=options, jupyter=False)
    assert word in drawn
    assert role in drawn.lower()
