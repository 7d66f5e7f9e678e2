from hypothesis import given
from hypothesis import strategies as st

from extract.lemmas import apply, rule

LETTERS = st.text(alphabet="abcdeyABC", min_size=1, max_size=8)


@given(LETTERS, LETTERS)
def test_a_rule_gives_the_lemma_it_was_made_from(form: str, lemma: str) -> None:
    found = apply(rule(form, lemma), form)
    assert found.lower() == lemma.lower()


def test_a_rule_that_cuts_too_much_leaves_the_word() -> None:
    assert apply("9|y", "at") == "at"
