from graph.features.shifts import dropped, shifts
from graph.search.filters import ClaimFilter
from tests.graph.corpus import agent, article, claim, filled

PAGE = article("One.")
MINISTER = agent("Ann Orlov", "Arland")
DEMAND = claim(PAGE, "Arland", "demands", "truce", "a", "2022-01-01")
AGAIN = claim(PAGE, "Arland", "demands", "truce", "b", "2022-01-20")
NEUTRAL = claim(PAGE, "Arland", "asserts", "truce", "c", "2022-01-25")
AGAINST = claim(PAGE, "Arland", "opposes", "truce", "d", "2022-02-01")
BACK = claim(PAGE, MINISTER, "supports", "truce", "e", "2022-03-01")
# on another topic, and dates that overlap: neither is a shift
OTHER = claim(PAGE, "Arland", "supports", "talks", "f", "2022-03-01")
VAGUE = claim(PAGE, "Borland", "supports", "talks", "g", "2022-01-01/2022-12-31")
WITHIN = claim(PAGE, "Borland", "opposes", "talks", "h", "2022-05-01")
UNDATED = claim(PAGE, "Borland", "opposes", "talks", "i")
# a second topic beside the one asked about
BOTH = (
    claim(PAGE, "Cerland", "supports", ("truce", "talks"), "j", "2022-05-01"),
    claim(PAGE, "Cerland", "opposes", ("truce", "talks"), "k", "2022-06-01"),
)
MODEL = filled(
    DEMAND, AGAIN, NEUTRAL, AGAINST, BACK, OTHER, VAGUE, WITHIN, UNDATED, *BOTH
)  # fmt: skip


def test_a_speaker_against_itself() -> None:
    found = shifts(MODEL, ClaimFilter())
    assert [(each.topic.id, each.before, each.after) for each in found] == [
        ("truce", *BOTH),
        ("talks", *BOTH),
        ("truce", AGAIN, AGAINST),
    ]


def test_only_the_topic_asked_about() -> None:
    found = shifts(MODEL, ClaimFilter.of(speaker="Cerland", topic="talks"))
    assert [(each.topic.id, each.before, each.after) for each in found] == [
        ("talks", *BOTH)
    ]


def test_those_who_speak_for_one_are_one_voice() -> None:
    found = shifts(MODEL, ClaimFilter.of(topic="truce"), voice="Arland")
    assert [(each.before, each.after) for each in found] == [
        (AGAINST, BACK),
        (AGAIN, AGAINST),
    ]


def test_dropped_demands() -> None:
    found = dropped(MODEL, ClaimFilter(), voice="Arland")
    assert [(each.before, each.after) for each in found] == [(AGAIN, AGAINST)]
