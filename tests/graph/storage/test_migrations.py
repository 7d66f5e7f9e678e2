import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from graph.care import check
from graph.dumps.reading import load
from graph.mapping.claims_rdf import to_rdf
from graph.mapping.iris import Iris
from graph.storage.directory import FORMAT, prepare
from graph.storage.migrations import to_modern_shape
from graph.storage.older_shape import modern
from graph.store import Store
from ontology.claim import Article, Claim
from ontology.errors import StoreError
from tests.graph import dispute
from tests.graph.older import older
from tests.graph.records import records


@settings(max_examples=15, deadline=None)
@given(records())
def test_a_graph_of_the_older_shape_becomes_todays(
    record: tuple[Article, tuple[Claim, ...]],
) -> None:
    quads = to_rdf(*record, Iris())
    assert set(modern(list(older(quads)))) == set(quads)
    assert modern(quads) == quads


@pytest.fixture
def of_format_1(tmp_path: Path) -> Path:
    """A data directory as format 1 had it, with the articles of the dispute."""
    path = tmp_path / "data"
    with Store.open(path) as store:
        store.load(dispute.ARTICLES.items())
    graphs = ox.Store(str(path / "graph"))
    for graph in list(graphs.named_graphs()):
        quads = list(graphs.quads_for_pattern(None, None, None, graph))
        graphs.remove_graph(graph)
        graphs.extend(older(quads))
    del graphs
    marked(path, 1)
    return path


def marked(path: Path, version: int) -> None:
    mark = path / "onrecord.json"
    said = json.loads(mark.read_text())
    mark.write_text(json.dumps(said | {"format": version}))


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_of_format_1_opens_with_all_it_had(
    of_format_1: Path, read_only: bool
) -> None:
    with Store.open(of_format_1, read_only=read_only) as store:
        assert check(store) == ()
        assert dict(store.records()) == dict(dispute.ARTICLES)
        for article, claims in dispute.ARTICLES.items():
            quads = store.quads(store.iris.article(article.id))
            assert set(quads) == set(to_rdf(article, claims, store.iris))
    assert json.loads((of_format_1 / "onrecord.json").read_text())["format"] == FORMAT


def test_a_migration_cut_short_is_done_again(of_format_1: Path) -> None:
    (of_format_1 / "graph").rename(of_format_1 / "graph.old")
    (of_format_1 / "graph.new").mkdir()
    to_modern_shape(of_format_1)
    to_modern_shape(of_format_1)
    names = {entry.name for entry in of_format_1.iterdir()}
    assert not names & {"graph.old", "graph.new"}
    with Store.open(of_format_1) as store:
        assert dict(store.records()) == dict(dispute.ARTICLES)


def test_a_server_with_graphs_of_format_1_is_left_to_its_users(tmp_path: Path) -> None:
    prepare(tmp_path, "https://a.example/", server="https://b.example/")
    marked(tmp_path, 1)
    with pytest.raises(StoreError, match="load them into a new store"):
        prepare(tmp_path, "https://a.example/", server="https://b.example/")


def test_a_dump_of_format_1_is_loaded(tmp_path: Path) -> None:
    quads = [
        quad
        for article, claims in dispute.ARTICLES.items()
        for quad in older(to_rdf(article, claims, Iris()))
    ]
    ox.serialize(quads, tmp_path / "dump.nq", format=ox.RdfFormat.N_QUADS)
    with Store.open(None) as store:
        assert load(store, tmp_path / "dump.nq").refused == ()
        assert dict(store.records()) == dict(dispute.ARTICLES)
