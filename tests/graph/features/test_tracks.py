from graph.features.tracks import Step, tracks
from graph.search.filters import ClaimFilter
from ontology.stances import Polarity, Stance
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
LATE = claim(PAGE, "Arland", "opposes", "truce", "a", "2022-02-01")
EARLY = claim(PAGE, "Arland", "supports", ("truce", "talks"), "b", "2022-01-01")
UNDATED = claim(PAGE, "Arland", "asserts", "truce", "c")
OTHER = claim(PAGE, "Borland", "supports", "truce", "d", "2022-01-15")
MODEL = filled(LATE, EARLY, UNDATED, OTHER)
ARLAND = ClaimFilter.of(speaker="Arland")

EARLY_STEP = Step(EARLY.id, "2022-01-01", Stance.SUPPORTS, Polarity.FOR)
LATE_STEP = Step(LATE.id, "2022-02-01", Stance.OPPOSES, Polarity.AGAINST)


def test_the_claims_on_each_topic_in_order_the_undated_first() -> None:
    assert tracks(MODEL, ARLAND, ["truce", "talks"]) == {
        "truce": (
            Step(UNDATED.id, None, Stance.ASSERTS, Polarity.NEITHER),
            EARLY_STEP,
            LATE_STEP,
        ),
        "talks": (EARLY_STEP,),
    }


def test_of_many_the_latest_are_kept() -> None:
    assert tracks(MODEL, ARLAND, ["truce"], most=1) == {"truce": (LATE_STEP,)}
    assert tracks(MODEL, ARLAND, ["nothing"]) == {}
