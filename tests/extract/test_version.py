from extract.version import full
from ontology.topics import Concept, TopicScheme, load


def test_whatever_may_change_a_claim_changes_the_version() -> None:
    toll = Concept(id="toll", iri="https://news.example/toll", label="toll")
    other = TopicScheme(concepts=(toll,))
    assert len({full("a", load()), full("b", load()), full("a", other)}) == 3
