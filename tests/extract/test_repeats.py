from extract.repeats import merged
from tests.extract.records import claim

TEXT = (
    "Ada said the mill will close in May unless the town pays...\n"
    "Ada said the mill will close in May unless the town pays its debts, all of them.\n"
    "Bob added the school is safe. Ada noted that rents are high.\n"
)


def test_a_truncated_lead_is_folded_into_the_whole_sentence() -> None:
    short = claim(
        TEXT, "Ada", "said", "the mill will close in May unless the town pays..."
    )
    whole = claim(
        TEXT, "Ada", "said", "the mill will close in May unless the town pays its debts"
    )
    (kept,) = merged([short, whole])
    assert kept.id == whole.id
    assert [again.content for again in kept.repeats] == [short.content.spans]


def test_other_words_and_other_speakers_stay_apart() -> None:
    claims = [
        claim(TEXT, "Ada", "noted", "that rents are high"),
        claim(TEXT, "Bob", "added", "the school is safe"),
        claim(TEXT, "Bob", "added", "that rents are high"),
    ]
    assert merged(claims) == claims


def test_another_stance_on_the_same_words_stays_apart() -> None:
    claims = [
        claim(TEXT, "Ada", "noted", "that rents are high", stance=stance)
        for stance in ("asserts", "doubts")
    ]
    assert merged(claims) == claims
