import io

import networkx as nx
import pytest

from graph.network.centrality import Measure, centrality, communities
from graph.network.multigraph import to_networkx
from graph.search.filters import ClaimFilter
from ontology.errors import BadInput
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
FIRST = claim(PAGE, "Ann", "demands", ("truce", "talks"), "a", "2022-01-01")
SECOND = claim(PAGE, "Ann", "opposes", "truce", "b", addressee="Bo", target="Cy")
APART = claim(PAGE, "Dee", "supports", "flags", "c")
MODEL = filled(FIRST, SECOND, APART)


def test_one_edge_for_each_claim_and_end() -> None:
    graph = to_networkx(MODEL)
    assert sorted(graph.edges(keys=True)) == sorted(
        [
            ("agent/ann", "topic/truce", f"{FIRST.id}/topic"),
            ("agent/ann", "topic/talks", f"{FIRST.id}/topic"),
            ("agent/ann", "topic/truce", f"{SECOND.id}/topic"),
            ("agent/ann", "agent/bo", f"{SECOND.id}/addressee"),
            ("agent/ann", "agent/cy", f"{SECOND.id}/target"),
            ("agent/dee", "topic/flags", f"{APART.id}/topic"),
        ]
    )
    assert graph.nodes["topic/truce"] == {
        "kind": "topic",
        "id": "truce",
        "label": "truce",
    }
    edge = graph["agent/ann"]["topic/talks"][f"{FIRST.id}/topic"]
    assert (edge["stance"], edge["earliest"]) == ("demands", "2022-01-01")
    assert "earliest" not in graph["agent/ann"]["agent/bo"][f"{SECOND.id}/addressee"]


def test_graph_formats_can_write_it() -> None:
    for write in (nx.write_graphml, nx.write_gexf):
        out = io.BytesIO()
        write(to_networkx(MODEL), out)
        assert out.getvalue().startswith(b"<")


def test_a_filter_and_a_bound() -> None:
    assert len(to_networkx(MODEL, ClaimFilter.of(speaker="Dee"))) == 2
    with pytest.raises(BadInput, match="more than 2"):
        to_networkx(MODEL, limit=2)


def test_centres() -> None:
    for measure in Measure:
        assert centrality(MODEL, measure)[0].node.id == "ann"


def test_communities() -> None:
    found = communities(MODEL)
    assert [{node.id for node in group} for group in found] == [
        {"ann", "truce", "talks", "bo", "cy"},
        {"dee", "flags"},
    ]
