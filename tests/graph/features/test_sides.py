from graph.features.sides import sides
from graph.search.filters import ClaimFilter
from ontology.claim import AgentRef
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
FIRST = claim(PAGE, "Arland", "supports", "truce", "a", "2022-01-01")
TURNED = claim(PAGE, "Arland", "opposes", "truce", "b", "2022-02-01")
BORLAND = claim(PAGE, "Borland", "supports", "truce", "c", "2022-03-01")
AGAIN = claim(PAGE, "Borland", "accepts", "truce", "d", "2022-04-01")
UNDATED = claim(PAGE, "Corland", "supports", "truce", "e")
NEITHER = claim(PAGE, "Dorland", "asserts", "truce", "f", "2022-01-01")
MODEL = filled(FIRST, TURNED, BORLAND, AGAIN, UNDATED, NEITHER)
ON_IT = ClaimFilter.of(topic="truce")


def test_each_speaker_stands_where_its_latest_claim_does() -> None:
    found = sides(MODEL, ON_IT)
    assert [(s.speaker.id, s.claim, s.claims) for s in found.supporters] == [
        ("borland", AGAIN, 2),
        ("corland", UNDATED, 1),
    ]
    (against,) = found.opponents
    assert against.speaker == AgentRef(id="arland", name="Arland")
    assert (against.claim, against.claims, against.before) == (TURNED, 1, 1)


def test_since_is_the_first_day_on_that_side() -> None:
    found = sides(MODEL, ON_IT)
    assert [side.since for side in found.supporters] == ["2022-03-01", None]
    assert [side.since for side in found.opponents] == ["2022-02-01"]


def test_no_more_than_asked_for() -> None:
    found = sides(MODEL, ON_IT, limit=1)
    assert [side.speaker.id for side in found.supporters] == ["borland"]
