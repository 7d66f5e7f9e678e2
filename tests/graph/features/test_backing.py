from graph.features.backing import backing
from graph.search.filters import ClaimFilter
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
DEMAND = claim(PAGE, "Arland", "demands", "truce", "a", "2022-01-10")
SUPPORT = claim(PAGE, "Borland", "supports", "truce", "b", "2022-01-12")
CONSENT = claim(PAGE, "Cerland", "accepts", "truce", "c")
OWN = claim(PAGE, "Arland", "supports", "truce", "d", "2022-01-12")
AGAINST = claim(PAGE, "Cerland", "supports", "truce", "e", "2022-01-12", polarity="-")
EARLIER = claim(PAGE, "Cerland", "supports", "truce", "f", "2022-01-02")
ALONE = claim(PAGE, "Arland", "demands", "bases", "g", "2022-01-10")
MODEL = filled(DEMAND, SUPPORT, CONSENT, OWN, AGAINST, EARLIER, ALONE)


def test_who_supports_whose_demand() -> None:
    found = backing(MODEL, ClaimFilter())
    assert [(each.topic.id, each.demand, set(each.support)) for each in found] == [
        ("truce", DEMAND, {SUPPORT, CONSENT})
    ]


def test_of_one_speaker() -> None:
    assert backing(MODEL, ClaimFilter.of(speaker="Borland")) == ()
