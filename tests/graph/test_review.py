from pathlib import Path

import pytest

from graph.care import check
from graph.curation.decision import Decision
from graph.curation.reviews import Status
from graph.decisions import rename
from graph.outcome import Outcome
from graph.review import corrections, review
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from graph.validate import validate
from ontology.claim import Claim, Passage
from ontology.errors import BadInput, NotFound
from ontology.ids import claim_id
from ontology.stances import Stance
from tests.graph.corpus import talks

NOON = "2025-03-11T12:00:00+00:00"
LATER = "2025-03-12T12:00:00+00:00"


def answered(store: Store) -> tuple[Claim, ...]:
    assert check(store) == ()
    found = find(store, ClaimFilter()).claims
    return tuple(sorted(found, key=lambda claim: claim.content.spans))


def test_a_rejected_claim_leaves_answers_but_not_the_record() -> None:
    within, claims = talks()
    with Store.open(None) as store:
        store.put(within, claims)
        review(store, claims[0].id, Status.REJECTED, by="Ada", at=NOON, note="a joke")
        assert answered(store) == claims[1:] == store.claims_of(within.id)
        assert store.recorded(within.id) == claims
        assert store.claim(claims[0].id) == claims[0]
        assert store.sparql("ASK { ?claim a or:Claim ; or:reviewStatus or:rejected }")
        assert store.sparql(
            "ASK { ?r a or:Review ; prov:used ?c ; rdfs:comment 'a joke' ;"
            " prov:wasAssociatedWith/schema:name 'Ada' }"
        )
        assert validate(store).conforms


def test_a_claim_that_was_corrected_can_be_rejected() -> None:
    within, claims = talks()
    settings = ["stance=demands", "speaker=Bo Berg"]
    with Store.open(None) as store:
        store.put(within, claims)
        review(
            store, claims[0].id, Status.CORRECTED, by="Ada", at=NOON, settings=settings
        )
        review(store, claims[0].id, Status.REJECTED, by="Bo", at=LATER)
        assert answered(store) == claims[1:]
        assert check(store) == ()


def test_a_correction_changes_the_answers() -> None:
    within, claims = talks()
    settings = [
        "stance=demands",
        "topic=truce; fish quotas",
        "date=2025-03",
        "polarity=+",
    ]
    with Store.open(None) as store:
        store.put(within, claims)
        review(
            store, claims[0].id, Status.CORRECTED, by="Ada", at=NOON, settings=settings
        )
        right = store.claim(claims[0].id)
        assert (right.stance, right.polarity.value) == (Stance.DEMANDS, "+")
        assert [topic.id for topic in right.topics] == ["ceasefire", "fish-quotas"]
        assert (right.date.earliest, right.date.latest) == ("2025-03-01", "2025-03-31")
        assert find(store, ClaimFilter(stance=(Stance.DEMANDS,))).claims == (right,)
        assert right in answered(store)
        assert store.recorded(within.id) == claims


def test_a_topic_is_called_as_the_store_calls_it() -> None:
    within, claims = talks()
    made = Decision(by="Ada", at=NOON)
    with Store.open(None) as store:
        store.put(within, claims)
        rename(store, "ceasefire", "silence of arms", made)
        settings = ["topic=Silence of arms"]
        review(
            store, claims[0].id, Status.CORRECTED, by="Ada", at=NOON, settings=settings
        )
        (topic,) = store.claim(claims[0].id).topics
        assert (topic.id, topic.label) == ("ceasefire", "silence of arms")
        assert answered(store)


def test_a_review_survives_a_new_extraction_that_sees_it_otherwise() -> None:
    within, claims = talks(version="1")
    _, again = talks(version="2")
    content = Passage(text="We will not", spans=((1, 12),))
    other = again[0].model_copy(
        update={
            "id": claim_id(within.id, [(1, 12)], "lavrov", "asserts"),
            "stance": Stance.ASSERTS,
            "content": content,
        }
    )
    with Store.open(None) as store:
        store.put(within, claims)
        review(store, claims[0].id, Status.CONFIRMED, by="Ada", at=NOON)
        review(store, claims[1].id, Status.REJECTED, by="Ada", at=NOON)
        assert store.put(within, (other, again[1])) is Outcome.REPLACED
        assert answered(store) == (claims[0],)
        assert store.put(within, ()) is Outcome.REPLACED
        assert answered(store) == (claims[0],), "what was confirmed stays"


def test_a_rejection_does_not_hide_another_claim_in_the_same_words() -> None:
    within, claims = talks(version="1")
    other = claims[0].model_copy(update={"id": "0", "stance": Stance.DEMANDS})
    with Store.open(None) as store:
        store.put(within, claims[:1])
        review(store, claims[0].id, Status.REJECTED, by="Ada", at=NOON)
        store.put(within, (other,))
        assert answered(store) == (other,)


def test_the_latest_review_counts_and_all_are_kept(tmp_path: Path) -> None:
    within, claims = talks()
    with Store.open(tmp_path) as store:
        store.put(within, claims)
        review(store, claims[0].id, Status.REJECTED, by="Ada", at=NOON)
        review(store, claims[0].id, Status.CONFIRMED, by="Bo", at=LATER)
    with Store.open(tmp_path) as store:
        assert answered(store) == claims
        assert [made.by for made in store.reviews.of(claims[0].id)] == ["Ada", "Bo"]
        assert not store.sparql(
            "ASK { ?claim a or:Claim ; or:reviewStatus or:rejected }"
        )


def test_reviews_are_training_data() -> None:
    within, claims = talks()
    with Store.open(None) as store:
        store.put(within, claims)
        review(store, claims[0].id, Status.REJECTED, by="Ada", at=NOON)
        review(
            store,
            claims[1].id,
            Status.CORRECTED,
            by="Ada",
            at=NOON,
            settings=["speaker=Ana Brandt", "speaker-kind=group"],
        )
        first, second = corrections(store)
    if first["claim"] is not None:
        first, second = second, first
    assert first["content"] == claims[0].content.spans
    assert second["claim"]["speaker"]["id"] == "ana-brandt"
    assert second["claim"]["speaker"]["kind"] == "group"
    assert second["found"]["speaker"]["id"] == "sergey-lavrov"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (["stance=shouts"], "'shouts' is not known; accepted: demands"),
        (["mood=bad"], "'mood' is not known; accepted: stance"),
        (["stance"], "write NAME=VALUE"),
        (["date=March"], "'March' is not known; accepted: YYYY"),
        (["speaker-kind=robot"], "'robot' is not known; accepted: person"),
        ([], "a correction sets fields"),
    ],
)
def test_a_bad_correction_is_named(settings: list[str], message: str) -> None:
    within, claims = talks()
    with Store.open(None) as store:
        store.put(within, claims)
        with pytest.raises(BadInput, match=message):
            review(
                store,
                claims[0].id,
                Status.CORRECTED,
                by="Ada",
                at=NOON,
                settings=settings,
            )
        assert answered(store) == claims


def test_a_review_needs_its_claim_and_a_name() -> None:
    within, claims = talks()
    with Store.open(None) as store:
        with pytest.raises(NotFound):
            review(store, "none", Status.CONFIRMED, by="Ada", at=NOON)
        store.put(within, claims)
        with pytest.raises(BadInput, match="name of the person"):
            review(store, claims[0].id, Status.CONFIRMED, by=" ", at=NOON)
        with pytest.raises(BadInput, match="sets none"):
            review(
                store,
                claims[0].id,
                Status.CONFIRMED,
                by="Ada",
                at=NOON,
                settings=["stance=demands"],
            )


def test_an_addressee_can_be_set_and_taken_away() -> None:
    within, claims = talks()
    with Store.open(None) as store:
        store.put(within, claims)
        for at, value in ((NOON, "Izvestia"), (LATER, "none")):
            review(
                store,
                claims[0].id,
                Status.CORRECTED,
                by="Ada",
                at=at,
                settings=[f"addressee={value}"],
            )
            found = store.claim(claims[0].id).addressee
            assert (found.name if found else "none") == value


def test_the_latest_review_counts_however_its_time_is_written() -> None:
    within, claims = talks()
    with Store.open(None) as store:
        store.put(within, claims)
        for at, status in (
            ("2025-03-11T13:30:00+02:00", Status.CONFIRMED),
            ("2025-03-11T12:00:00.440Z", Status.REJECTED),
            ("2025-03-11T12:00:00Z", Status.CONFIRMED),
        ):
            review(store, claims[0].id, status, by="Ada", at=at)
        assert [made.status for made in store.reviews.of(claims[0].id)] == [
            Status.CONFIRMED, Status.CONFIRMED, Status.REJECTED,
        ]  # fmt: skip
        assert answered(store) == claims[1:]
        assert store.sparql("ASK { ?claim a or:Claim ; or:reviewStatus or:rejected }")
        assert not store.sparql("ASK { ?c a or:Claim ; or:reviewStatus or:confirmed }")
