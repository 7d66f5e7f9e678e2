from graph.features.delegates import Delegate, delegates, principals
from ontology.claim import AgentRef
from tests.graph.corpus import agent, article, claim, filled

MINISTER, ENVOY = agent("Ann Orlov", "Arland", "Its Party"), agent("Bo Li", "Arland")
MODEL = filled(
    claim(article("One."), MINISTER, "demands", "truce", "a"),
    claim(article("Two."), agent("Ann Orlov", "Arland"), "demands", "truce", "b"),
    claim(article("Three."), ENVOY, "opposes", "truce", "c"),
)


def delegate(id: str, name: str, articles: int) -> Delegate:
    return Delegate(AgentRef(id=id, name=name), articles)


def test_for_whom_one_speaks() -> None:
    assert principals(MODEL, "ann-orlov") == (
        delegate("arland", "Arland", 2),
        delegate("its-party", "Its Party", 1),
    )
    assert principals(MODEL, "arland") == ()


def test_who_speaks_for_one() -> None:
    assert delegates(MODEL, "arland") == (
        delegate("ann-orlov", "Ann Orlov", 2),
        delegate("bo-li", "Bo Li", 1),
    )
    assert delegates(MODEL, "arland", limit=1)[0].agent.id == "ann-orlov"
