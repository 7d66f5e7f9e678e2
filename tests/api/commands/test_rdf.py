"""`onrecord sparql`, `export` and `validate` over a real store."""

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from typer.testing import Result

Run = Callable[..., Result]

WHO = "SELECT ?name WHERE { ?claim a or:Claim ; or:speaker/schema:name ?name }"


@pytest.fixture
def ask(run: Run, data: Path) -> Run:
    return lambda *words: run(words[0], "--data", data, *words[1:])


def test_select_is_a_table_or_any_format(ask: Run, tmp_path: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?claim a or:Claim }"
    assert ask("sparql", query).stdout.split() == ["n", "6"]
    answer = json.loads(ask("sparql", query, "--format", "json").stdout)
    assert answer["results"]["bindings"][0]["n"]["value"] == "6"
    file = tmp_path / "count.rq"
    file.write_text("\ufeff" + query)
    assert ask("sparql", "-f", str(file), "--format", "csv").stdout.split() == [
        "n",
        "6",
    ]


def test_ask_and_construct(ask: Run) -> None:
    assert ask("sparql", "ASK { ?claim a or:Claim }").stdout == "yes\n"
    assert ask("sparql", "ASK { ?claim a or:Nothing }").stdout == "no\n"
    made = ask("sparql", "CONSTRUCT { ?c a or:Claim } WHERE { ?c a or:Claim }").stdout
    assert len(rdflib.Graph().parse(data=made, format="nt")) == 6


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT WHERE", "cannot be read"),
        ("DELETE WHERE { ?s ?p ?o }", "cannot be read"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
    ],
)
def test_a_query_that_is_refused_says_why(ask: Run, query: str, told: str) -> None:
    result = ask("sparql", query)
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_table_of_results_prints_no_control_characters(ask: Run) -> None:
    result = ask("sparql", "SELECT ?text WHERE { ?s ?p ?text }")
    assert result.exit_code == 0
    assert not set("\x1b\u202e") & set(result.stdout)


def test_exports_agree(ask: Run, tmp_path: Path) -> None:
    found = []
    for name in ("a.ttl", "a.trig", "a.nt", "a.nq", "a.jsonld", "a.rdf"):
        result = ask("export", str(tmp_path / name))
        assert (result.exit_code, result.output) == (0, "")
        quads = pyoxigraph.parse(path=str(tmp_path / name))
        found.append({quad.triple for quad in quads})
    assert len(found[0]) > 100
    assert [triples == found[0] for triples in found] == [True] * 6


def test_parquet_into_a_folder_has_a_file_for_each_month(
    ask: Run, tmp_path: Path
) -> None:
    folder = f"{tmp_path / 'claims'}/"
    assert ask("export", folder, "--format", "parquet").exit_code == 0
    assert (tmp_path / "claims" / "month=2025-03" / "claims.parquet").is_file()
    again = ask("export", folder, "--format", "parquet")
    assert (again.exit_code, "name a new folder" in again.stderr) == (1, True)


def test_an_export_goes_through_a_pipe(ask: Run) -> None:
    result = ask("export", "-", "--format", "nq")
    assert result.exit_code == 0
    assert result.stdout_bytes.decode().count("\n") > 100


def test_an_export_is_written_whole_or_not_at_all(ask: Run, tmp_path: Path) -> None:
    result = ask("export", str(tmp_path / "none" / "a.ttl"))
    assert result.exit_code == 1
    assert "is no folder" in result.stderr
    result = ask("export", str(tmp_path), "--format", "ttl")
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_what_is_stored_conforms(ask: Run) -> None:
    result = ask("validate")
    assert result.exit_code == 0, result.output
