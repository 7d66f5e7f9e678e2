import pytest

from extract.evaluation.attributions import attributions
from extract.evaluation.measures import (
    MATCHES,
    Parts,
    Tally,
    match,
    match_attributions,
)
from tests.extract.records import claim


@pytest.mark.parametrize(
    ("measure", "right"), [("exact", 1), ("begin", 2), ("overlap", 3)]
)
def test_a_span_is_matched_by_each_measure(measure: str, right: int) -> None:
    given = [(0, 5), (10, 15), (21, 25), (90, 95)]
    gold = [(0, 5), (10, 19), (20, 25)]
    assert match(given, gold, MATCHES[measure]) == Tally(right, 4, 3)


def test_a_gold_span_is_matched_once() -> None:
    assert match([(0, 5), (1, 5)], [(0, 9)], MATCHES["overlap"]) == Tally(1, 2, 1)


def test_figures_of_a_tally() -> None:
    tally = Tally(1, 2, 3) + Tally(1, 2, 1)
    assert (tally.precision, tally.recall, tally.f1) == (50, 50, 50)
    assert Tally().f1 == 0


def test_an_attribution_needs_half_of_its_content_and_its_source() -> None:
    gold = [Parts(((0, 5),), ((6, 10),), ((11, 31),))]
    half = Parts(((3, 5),), ((6, 10),), ((11, 22),))
    assert match_attributions([half], gold, with_source=True).right == 1
    less = Parts(((3, 5),), ((6, 10),), ((11, 20),))
    assert match_attributions([less], gold, with_source=True).right == 0
    other = Parts(((40, 45),), ((6, 10),), ((11, 31),))
    assert match_attributions([other], gold, with_source=True).right == 0
    assert match_attributions([other], gold, with_source=False).right == 1


def test_what_a_pronoun_stands_for_is_left_out_as_in_the_corpora() -> None:
    text = "She opened the dam, which he called unsafe"
    spans = [(text.find(w), text.find(w) + len(w)) for w in ("the dam", "which")]
    own = claim(text, "he", "called", "unsafe")
    whole = own.content.model_copy(update={"spans": (*spans, *own.content.spans)})
    (parts,) = attributions(text, [own.model_copy(update={"content": whole})])
    assert [text[a:b] for a, b in parts.content] == ["which", "unsafe"]


def test_a_split_list_is_one_attribution_again() -> None:
    text = "They demand higher pay, shorter shifts and free meals now"
    items = ["higher pay", "shorter shifts", "free meals"]
    claims = [claim(text, "They", "demand", item) for item in items]
    (parts,) = attributions(text, claims)
    assert [text[a:b] for a, b in parts.content] == [
        "higher pay, shorter shifts and free meals"
    ]
