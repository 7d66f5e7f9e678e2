"""The scheme's names, in whatever number."""

import pytest

from extract.components import encoder_of
from extract.pipeline import Extractor
from extract.topics.labels import Labels
from ontology.topics import load


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("foreign troop", "foreign-troops"),
        ("Tax Cut", "tax-cuts"),
        ("vaccine", "vaccines"),
        ("road", None),
        ("job", None),
    ],
)
def test_a_name_of_several_words_is_known_in_the_singular(
    extractor: Extractor, name: str, expected: str | None
) -> None:
    found = Labels(extractor.nlp, encoder_of(extractor.nlp), load()).called(name)
    assert (found and found.id) == expected
