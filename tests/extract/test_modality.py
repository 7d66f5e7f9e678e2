import pytest

from extract.modality import modality
from ontology.claim import Modality
from tests.extract.docs import attribution, parsed

RULES = [
    ("He", "PRON", "nsubj", 1),
    ("said", "VERB", "root", 1),
    ("Mali", "PROPN", "nsubj", 5),
    ("will", "AUX", "aux", 5),
    ("not", "PART", "advmod", 5),
    ("sign", "VERB", "ccomp", 1),
    ("unless", "SCONJ", "mark", 8),
    ("troops", "NOUN", "nsubj", 8),
    ("leave", "VERB", "advcl", 5),
]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Mali will not sign", (Modality.FUTURE, Modality.NEGATED)),
        (
            "Mali will not sign unless troops leave",
            (Modality.CONDITIONAL, Modality.FUTURE, Modality.NEGATED),
        ),
        ("troops leave", ()),
    ],
)
def test_modality(content: str, expected: tuple[Modality, ...]) -> None:
    assert modality(attribution(parsed(RULES), "said", content)) == expected
