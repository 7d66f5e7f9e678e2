from collections.abc import Set
from itertools import islice, pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network.routes import (
    Deadline,
    Late,
    Neighbours,
    Route,
    all_up_to_three,
    k_shortest,
    shortest,
)

NODES = st.integers(0, 7)
EDGES = st.sets(st.tuples(NODES, NODES).filter(lambda pair: pair[0] != pair[1]))

SOON = 60.0


def neighbours(graph: "nx.DiGraph[int]") -> Neighbours:
    def found(node: int, back: bool) -> Set[int]:
        return set(graph.predecessors(node) if back else graph.successors(node))

    return found


def graph_of(edges: set[tuple[int, int]]) -> "nx.DiGraph[int]":
    graph = nx.DiGraph(sorted(edges))
    graph.add_nodes_from(range(8))
    return graph


def is_route(graph: "nx.DiGraph[int]", route: Route) -> bool:
    return len(set(route)) == len(route) and all(
        graph.has_edge(*hop) for hop in pairwise(route)
    )


@given(EDGES, NODES, NODES, st.integers(1, 5))
def test_shortest_is_as_long_as_networkx_says(
    edges: set[tuple[int, int]], start: int, end: int, hops: int
) -> None:
    graph = graph_of(edges)
    found = shortest(neighbours(graph), start, end, hops, Deadline(SOON))
    possible = nx.has_path(graph, start, end)
    length = nx.shortest_path_length(graph, start, end) if possible else 99
    assert (found is not None) == (length <= hops)
    if found:
        assert is_route(graph, found)
        assert (found[0], found[-1], len(found) - 1) == (start, end, length)


@given(EDGES, NODES, NODES)
def test_k_shortest_are_the_simple_paths_in_order(
    edges: set[tuple[int, int]], start: int, end: int
) -> None:
    graph = graph_of(edges)
    found = list(
        islice(k_shortest(neighbours(graph), start, end, 7, Deadline(SOON)), 6)
    )
    expected = (
        list(islice(nx.shortest_simple_paths(graph, start, end), 6))
        if start != end and nx.has_path(graph, start, end)
        else []
    )
    if start != end:
        assert [len(route) for route in found] == [len(route) for route in expected]
        assert len(set(found)) == len(found)
        assert all(is_route(graph, route) for route in found)


@given(EDGES, NODES, NODES, st.integers(1, 3))
def test_all_are_all_simple_paths(
    edges: set[tuple[int, int]], start: int, end: int, hops: int
) -> None:
    graph = graph_of(edges)
    if start == end:
        return
    near = neighbours(graph)
    found = list(all_up_to_three(near, start, end, hops, Deadline(SOON)))
    expected = {
        tuple(path) for path in nx.all_simple_paths(graph, start, end, cutoff=hops)
    }
    assert found == sorted(expected, key=lambda route: (len(route), route))


def test_the_deadline_ends_a_search() -> None:
    with pytest.raises(Late):
        shortest(neighbours(graph_of({(0, 1)})), 0, 1, 3, Deadline(-1))
