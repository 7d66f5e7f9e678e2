import pytest

from extract.verbs import verb_lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("told", "tell"),
        ("spoke", "speak"),
        ("urged", "urge"),
        ("vowed", "vow"),
        ("accuses", "accuse"),
        ("denied", "deny"),
        ("trying", "try"),
        ("planned", "plan"),
        ("telling", "tell"),
        ("stresses", "stress"),
        ("lying", "lie"),
        ("hoping", "hope"),
        ("found", "find"),
        ("hit", "hit"),
        ("Promised", "promise"),
    ],
)
def test_a_verb_form_has_its_verb_as_lemma(form: str, lemma: str) -> None:
    assert verb_lemma(form) == lemma


def test_an_unknown_verb_is_left_to_others() -> None:
    assert verb_lemma("frobbed") is None
