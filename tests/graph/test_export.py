import csv
import io
import json
import random
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from graph.curation.reviews import STATUS
from graph.export import FORMATS, export, export_by_month, whole_file
from graph.exports import plover
from graph.exports.parquet import UNDATED
from graph.exports.rdf import SYNTAXES
from graph.exports.tables import COLUMNS
from graph.mapping.claims_rdf import from_rdf
from graph.search.filters import ClaimFilter
from graph.store import Store
from graph.validate import shape_violations
from ontology.claim import Article, Claim
from ontology.errors import BadInput, UnknownTerm
from ontology.stances import Stance
from ontology.topics import load
from tests.graph.corpus import agent, article, claim

FIRST = '“=SUM(A1),” the minister told\x0b Izvestia, “"will\nnot stop."”'
SECOND = "Norway demanded a truce; it wants aid, and it may accept a ceasefire."


def records() -> list[tuple[Article, tuple[Claim, ...]]]:
    one = article(
        FIRST, title="Ключ", published="2025-01-14", url="https://a.example/1"
    )
    two = article(SECOND, publisher="The Record")
    lavrov = agent("Sergey Lavrov", "Russia", role="minister")
    told = claim(one, lavrov, "opposes", "ceasefire", "=SUM(A1)", "2025-01-13")
    told = told.model_copy(update={"addressee": agent("Izvestia")})
    return [
        (one, (told,)),
        (
            two,
            (
                claim(two, "Norway", "demands", "ceasefire", "a truce"),
                claim(two, "Norway", "seeks", ("aid", "humanitarian aid"), "aid"),
                claim(two, "Norway", "accepts", "ceasefire", "a ceasefire"),
            ),
        ),
    ]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open(None) as opened:
        for record in records():
            opened.put(*record)
        yield opened


def exported(store: Store, format: str, wanted: ClaimFilter | None = None) -> bytes:
    out = io.BytesIO()
    export(store, format, out, wanted=wanted)
    return out.getvalue()


def triples(data: bytes, format: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(data, format=format)}


@pytest.mark.parametrize("name", SYNTAXES)
def test_rdf_holds_the_same_triples_in_every_syntax(store: Store, name: str) -> None:
    read = triples(exported(store, name), SYNTAXES[name])
    assert read == triples(exported(store, "nq"), SYNTAXES["nq"])
    assert list(shape_violations(read)) == []


@pytest.mark.parametrize("name", ["trig", "nq", "jsonld"])
def test_each_article_comes_back_from_its_graph(store: Store, name: str) -> None:
    quads = list(ox.parse(exported(store, name), format=SYNTAXES[name]))
    graphs = {quad.graph_name for quad in quads}
    read = [
        from_rdf(quad for quad in quads if quad.graph_name == graph) for graph in graphs
    ]
    assert sorted(read, key=lambda each: each[0].text) == sorted(
        records(), key=lambda each: each[0].text
    )


# rdflib 7.6 calls what it has itself deprecated
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
@pytest.mark.parametrize(
    ("name", "other"),
    [("ttl", "turtle"), ("trig", "trig"), ("nq", "nquads"), ("jsonld", "json-ld")],
)
def test_another_library_reads_the_same(store: Store, name: str, other: str) -> None:
    read, expected = rdflib.Graph(), rdflib.Graph()
    for quad in rdflib.Dataset().parse(exported(store, name), format=other).quads():
        read.add(quad[:3])
    expected.parse(exported(store, "nt"), format="nt")
    assert isomorphic(read, expected)


def test_a_filter_applies_to_rdf(store: Store) -> None:
    wanted = ClaimFilter(stance=(Stance.DEMANDS,))
    quads = list(ox.parse(exported(store, "nq", wanted), format=SYNTAXES["nq"]))
    within, claims = from_rdf(quads)
    assert (within, claims) == (records()[1][0], records()[1][1][:1])
    assert list(shape_violations(quads)) == []


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"parquet"}))
def test_a_filter_applies_to_every_format(store: Store, name: str) -> None:
    wanted = ClaimFilter(stance=(Stance.DEMANDS,))
    some, all = exported(store, name, wanted), exported(store, name)
    demand, seek = records()[1][1][:2]
    assert demand.id in some.decode()
    assert seek.id not in some.decode()
    assert seek.id in all.decode()


def test_csv_runs_no_formula(store: Store) -> None:
    text = exported(store, "csv").decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[0]["content"] == "'=SUM(A1)"
    assert tuple(rows[0]) == COLUMNS
    assert rows[1]["polarity"] == "for"
    assert not [
        cell
        for row in rows
        for cell in row.values()
        if cell[:1] in ("=", "+", "-", "@")
    ]


def test_json_lines_are_the_records(store: Store) -> None:
    lines = exported(store, "jsonl").decode().splitlines()
    read = [Claim.model_validate_json(line) for line in lines]
    assert read == [claim for _, claims in records() for claim in claims]


def test_parquet_has_the_columns_of_csv(store: Store) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(exported(store, "parquet")))
    assert tuple(table.column_names) == COLUMNS
    assert table.num_rows == 4
    assert table.column("content")[0].as_py() == "=SUM(A1)"


def test_parquet_by_month_is_read_as_one_table(store: Store, tmp_path: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    export_by_month(store, tmp_path / "claims")
    months = {folder.name for folder in (tmp_path / "claims").iterdir()}
    assert months == {"month=2025-01", f"month={UNDATED}"}
    read = dataset.dataset(tmp_path / "claims", partitioning="hive")
    assert read.count_rows() == 4
    january = read.to_table(filter=dataset.field("month") == "2025-01").to_pylist()
    assert {row["earliest"][:7] for row in january} == {"2025-01"}
    with pytest.raises(BadInput, match="exists; name a new folder"):
        export_by_month(store, tmp_path / "claims")
    assert [entry.name for entry in tmp_path.iterdir()] == ["claims"]


def test_graphml_is_read_by_networkx(store: Store) -> None:
    graph = nx.read_graphml(io.BytesIO(exported(store, "graphml")))
    assert graph.nodes["agent/norway"] == {"label": "Norway", "kind": "country"}
    edges = [data for *_, data in graph.edges(data=True)]
    assert sorted(data["role"] for data in edges).count("topic") == 5
    told = next(data for data in edges if data["role"] == "addressee")
    assert (told["earliest"], told["stance"]) == ("2025-01-13", "opposes")
    assert isinstance(told["confidence"], float)


def test_gexf_is_read_by_networkx_with_its_dates(store: Store) -> None:
    data = exported(store, "gexf").replace(b"gexf.net/1.3", b"www.gexf.net/1.2draft")
    graph = nx.read_gexf(io.BytesIO(data.replace(b'version="1.3"', b'version="1.2"')))
    edge = graph["agent/sergey-lavrov"]["topic/ceasefire"]
    told = edge[next(iter(edge))] if graph.is_multigraph() else edge
    assert (told["start"], told["end"]) == ("2025-01-13", "2025-01-13")


def test_nanopublications_have_their_four_graphs(store: Store) -> None:
    data = exported(store, "nanopub")
    quads = list(ox.parse(data, format=ox.RdfFormat.TRIG))
    heads = {
        quad.subject for quad in quads if str(quad.object).endswith("Nanopublication>")
    }
    assert len(heads) == 4
    graphs = {quad.graph_name.value for quad in quads}
    for head in heads:
        for name in ("head", "assertion", "provenance", "pubinfo"):
            assert f"{head.value}#{name}" in graphs
    assert list(shape_violations(quads)) == []
    assert "may accept" not in data.decode(), "the text stays with us"


def test_plover_types_follow_stance_and_topic(store: Store) -> None:
    events = [json.loads(line) for line in exported(store, "plover").splitlines()]
    found = [(each["event_type"], each["event_mode"]) for each in events]
    assert found == [
        ("REJECT", "yield"),
        ("REQUEST", "yield"),
        ("AGREE", None),
        ("CONCEDE", None),
    ]
    assert events[0]["actor"][0]["represents"] == ["Russia"]
    assert events[0]["recipient"][0]["name"] == "Izvestia"
    assert events[0]["event_context"] == ["diplomatic"]


def test_the_topics_that_plover_asks_for_exist() -> None:
    named = [ids for _, ids in (*plover.MODES, *plover.CONTEXTS)]
    assert {id for ids in named for id in ids} <= set(load().by_id)


# rdflib 7.6 calls what it has itself deprecated
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
def test_schema_org_is_json_ld(store: Store) -> None:
    graph = rdflib.Graph().parse(exported(store, "schema"), format="json-ld")
    claims = set(graph.subjects(rdflib.RDF.type, rdflib.SDO.Claim))
    assert len(claims) == 4
    assert rdflib.Literal("=SUM(A1)") in set(graph.objects(None, rdflib.SDO.text))
    assert len(set(graph.objects(None, rdflib.SDO.author))) == 2


def test_a_file_is_replaced_only_by_a_whole_one(tmp_path: Path, store: Store) -> None:
    target = tmp_path / "claims.nq"
    export(store, "nq", target)
    before = target.read_bytes()
    with pytest.raises(TypeError):
        write_half(target)
    assert target.read_bytes() == before == exported(store, "nq")
    assert list(tmp_path.iterdir()) == [target]


def write_half(target: Path) -> None:
    with whole_file(target) as stream:
        stream.write(b"half")
        raise TypeError


def test_an_unknown_format_names_the_known_ones(store: Store) -> None:
    with pytest.raises(UnknownTerm, match=r"'xlsx' is not known; accepted: ttl, trig"):
        export(store, "xlsx", io.BytesIO())


def test_the_order_of_arrival_does_not_show(store: Store) -> None:
    given = records()
    random.Random(1).shuffle(given)
    with Store.open(None) as other:
        for record in given[::-1]:
            other.put(*record)
        lines = sorted(exported(other, "nq").splitlines())
        assert lines == sorted(exported(store, "nq").splitlines())
        assert not any(STATUS.value.encode() in line for line in lines)
