import pytest

from extract.modality import modality
from extract.pipeline import Extractor
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


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("He said nobody had called.", "nobody had called", (Modality.NEGATED,)),
        ("He said there was no bread.", "there was no bread", (Modality.NEGATED,)),
        (
            "He said they had done nothing.",
            "they had done nothing",
            (Modality.NEGATED,),
        ),
        ("He said there was no doubt.", "there was no doubt", ()),
        (
            "He said they are going to sell it.",
            "they are going to sell it",
            (Modality.FUTURE,),
        ),
        ("He said it is going nowhere.", "it is going nowhere", ()),
        ("He said they are going to the lake.", "they are going to the lake", ()),
        (
            "The guide said ferries are going to be late.",
            "ferries are going to be late",
            (Modality.FUTURE,),
        ),
        (
            "He said neither side will sign.",
            "neither side will sign",
            (Modality.FUTURE, Modality.NEGATED),
        ),
        ("He said it did nothing but harm.", "it did nothing but harm", ()),
        (
            "He said no fewer than nine schools would close.",
            "no fewer than nine schools would close",
            (),
        ),
        (
            "He said the shop would not only stay open but grow.",
            "the shop would not only stay open but grow",
            (),
        ),
    ],
)
def test_nobody_and_going(
    extractor: Extractor, text: str, content: str, expected: tuple[Modality, ...]
) -> None:
    assert modality(attribution(extractor.nlp(text), "said", content)) == expected
