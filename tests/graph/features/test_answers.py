from graph.features.answers import answers
from graph.search.filters import ClaimFilter
from tests.graph.corpus import agent, article, claim, filled

PAGE = article("One.")
MINISTER = agent("Ann Orlov", "Arland")
ENVOY = agent("Bo Berg", "Borland")
DEMAND = claim(
    PAGE, MINISTER, "demands", "truce", "a", "2022-01-10", addressee="Borland"
)
REPORT = claim(PAGE, "Borland", "asserts", "truce", "b", "2022-01-11")
REFUSAL = claim(PAGE, ENVOY, "opposes", "truce", "c", "2022-01-13")
NAMED = claim(PAGE, "Cerland", "supports", "truce", "d", "2022-02-01", target="Arland")
STRANGER = claim(PAGE, "Cerland", "opposes", "truce", "e", "2022-01-12")
BEFORE = claim(PAGE, "Borland", "accepts", "truce", "f", "2022-01-01")
ELSEWHERE = claim(PAGE, "Borland", "accepts", "talks", "g", "2022-01-12")
OWN_SIDE = claim(PAGE, "Arland", "supports", "truce", "h", "2022-01-12")
MUCH_LATER = claim(PAGE, "Borland", "accepts", "truce", "i", "2024-01-12")
IGNORED = claim(PAGE, "Arland", "demands", "bases", "j", "2022-03-01", target="Borland")
UNDATED = claim(PAGE, "Arland", "demands", "bases", "k")
MODEL = filled(
    DEMAND, REPORT, REFUSAL, NAMED, STRANGER, BEFORE, ELSEWHERE, OWN_SIDE, MUCH_LATER,
    IGNORED, UNDATED,
)  # fmt: skip


def test_demands_with_their_answers() -> None:
    found = answers(MODEL, ClaimFilter.of(speaker="Arland"))
    assert [(each.demand, each.answers, each.days) for each in found] == [
        (IGNORED, (), None),
        (DEMAND, (REFUSAL, NAMED), 3),
    ]


def test_the_reach_is_a_setting() -> None:
    found = answers(MODEL, ClaimFilter.of(topic="truce"), within=1000)
    assert found[0].answers == (REFUSAL, NAMED, MUCH_LATER)


def test_the_unanswered_are_counted_by_themselves() -> None:
    demands = ClaimFilter.of(speaker="Arland")
    later = claim(
        PAGE, "Arland", "demands", "truce", "l", "2022-04-01", addressee="Borland"
    )
    reply = claim(PAGE, "Borland", "accepts", "truce", "m", "2022-04-02")
    model = filled(DEMAND, REFUSAL, IGNORED, later, reply)
    [newest] = answers(model, demands, limit=1)
    assert newest.demand == later
    [found] = answers(model, demands, unanswered=True, limit=1)
    assert (found.demand, found.answers) == (IGNORED, ())
    assert len(answers(model, demands, unanswered=True)) == 1
